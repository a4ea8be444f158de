/** Feeds: a part of section J. */
import { type Check, expectSame } from '../check.js';
import { LATIN_FIRST } from '../newsroom/articles.js';
import { itemsOf, xmlFaults } from '../published.js';
import { PAGES } from '../sheet.js';

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)$/;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

export const FEED_CHECKS: readonly Check[] = [
  {
    item: 118,
    level: 'MUST',
    title: 'feeds are well-formed, say their language, and have dates that machines read',
    run: async (sheet) => {
      const feeds = sheet.paths('feed.xml', 'atom.xml');
      const faults = (await Promise.all(feeds.map((path) => xmlFaults(sheet, path)))).flat();
      for (const path of sheet.paths('feed.xml')) {
        const text = sheet.text(path);
        if (!text.includes(`<language>${sheet.site.tag}</language>`)) faults.push(`${path}: language`);
        faults.push(
          ...[...text.matchAll(/<(?:pubDate|lastBuildDate)>([^<]*)</g)].flatMap(([, date = '']) =>
            RFC822.test(date) ? [] : [date],
          ),
        );
      }
      const atom = sheet.text('atom.xml');
      if (!atom.includes(`xml:lang="${sheet.site.tag}"`)) faults.push('atom.xml: language');
      faults.push(
        ...[...atom.matchAll(/<(?:updated|published)>([^<]*)</g)].flatMap(([, date = '']) =>
          RFC3339.test(date) ? [] : [date],
        ),
      );
      const json = JSON.parse(sheet.text('feed.json')) as {
        version: string;
        language: string;
        items: { date_published?: string }[];
      };
      faults.push(
        ...expectSame(
          'feed.json',
          [json.version, json.language],
          ['https://jsonfeed.org/version/1.1', sheet.site.tag],
        ),
      );
      faults.push(
        ...json.items.flatMap(({ date_published: date }) =>
          date === undefined || RFC3339.test(date) ? [] : [date],
        ),
      );
      return { faults, figure: feeds.length + 1, unit: 'feeds' };
    },
  },
  {
    item: 119,
    level: 'MUST',
    slow: true,
    title:
      'each text of a feed stands in one element with dir and lang, and keeps its order in an ltr reader',
    run: async (sheet) => {
      const faults = itemsOf(sheet)
        .filter(({ content_html: html }) => !html.startsWith(`<div lang="${sheet.site.tag}" dir="rtl">`))
        .map(({ url }) => url);
      const html = itemsOf(sheet).find(({ url }) => url.includes(PAGES.article))?.content_html ?? '';
      const direction = await sheet.visit('', {}, async (page) => {
        await page.setContent(`<html dir="ltr"><body>${html}</body></html>`);
        return page.evaluate(
          `[...document.querySelectorAll('p, li, h2')].every((one) => getComputedStyle(one).direction === 'rtl')`,
        );
      });
      return [...faults, ...(direction ? [] : ['a paragraph is ltr'])];
    },
  },
  {
    item: 120,
    level: 'MUST',
    title: 'feed titles are isolated, so that an ltr list keeps their order',
    run: (sheet) => [
      ...itemsOf(sheet)
        .filter(({ title }) => !/^\u2067[\s\S]*\u2069$/.test(title))
        .map(({ title }) => title),
      ...(itemsOf(sheet).some(({ url, title }) => url.includes(LATIN_FIRST) && title.includes('OpenHarbor:'))
        ? []
        : ['the Latin one is missing']),
    ],
  },
  {
    item: 121,
    level: 'MUST',
    title:
      'a feed has the body alone: absolute addresses, pictures with alt, no related stories or share links',
    run: (sheet) =>
      itemsOf(sheet).flatMap(({ url, content_html: html }) => [
        ...[...html.matchAll(/(?:href|src)="([^"]*)"/g)]
          .map(([, link = '']) => link)
          .filter((link) => !/^(?:https?:|mailto:|tel:)/.test(link)),
        ...(/wa\.me|class="(?:related|share|read-also|pull-quote)/.test(html) ? [`${url}: furniture`] : []),
        ...(html.match(/<img(?![^>]*\salt=)[^>]*>/g) ?? []),
      ]),
  },
];
