import { slugify } from '../../../src/site/slug.js';
import { expectSame, type Section, worst } from '../check.js';
import { LATIN_FIRST } from '../newsroom/articles.js';
import { PAGES, type Sheet } from '../sheet.js';

const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Pages that search engines may list. */
function indexable(sheet: Sheet): string[] {
  return sheet.paths('.html').filter((path) => !/name="robots" content="noindex/.test(sheet.text(path)));
}

function metaOf(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decode(value)],
    ),
  );
}

const titleOf = (html: string): string => decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
const canonicalOf = (html: string): string | null =>
  /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? null;
const jsonLdOf = (html: string): Record<string, unknown> =>
  JSON.parse(/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}') as Record<string, unknown>;

/** What Chromium's parser of XML says of a text. */
async function xmlFaults(sheet: Sheet, path: string): Promise<string[]> {
  const page = sheet.page('lite');
  const fault = await page.evaluate(
    `new DOMParser().parseFromString(${JSON.stringify(sheet.text(path))}, 'application/xml').querySelector('parsererror')?.textContent ?? ''`,
  );
  return fault === '' ? [] : [`${path}: ${String(fault).slice(0, 200)}`];
}

const RFC822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d (?:[+-]\d{4}|GMT)$/;
const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;

interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
}
const itemsOf = (sheet: Sheet): readonly FeedItem[] =>
  (JSON.parse(sheet.text('feed.json')) as { items: FeedItem[] }).items;

export const metadata: Section = {
  name: 'J. Metadata, addresses, feeds',
  checks: [
    {
      item: 111,
      level: 'MUST',
      title:
        'title of 65 letters at most before the brand, unique; description of 80 to 160 letters, no torn quotation',
      run: (sheet) => {
        const seen = new Map<string, string>();
        const faults: string[] = [];
        let longest = 0;
        for (const path of indexable(sheet)) {
          const html = sheet.text(path);
          const title = titleOf(html);
          const own = title.split(' | ')[0]?.replace(/[\u200f\u2067\u2069]/g, '') ?? '';
          longest = Math.max(longest, own.length);
          if (own.length > 65) faults.push(`${path}: ${own.length} letters`);
          if (seen.has(title)) faults.push(`${path} and ${seen.get(title)}: ${title}`);
          seen.set(title, path);
          const description = metaOf(html).get('description');
          if (!html.includes('NewsArticle"')) continue;
          const letters = [...(description ?? '')].length;
          if (letters < 80 || letters > 160) faults.push(`${path}: description of ${letters}`);
          if ((description?.split('«').length ?? 0) !== (description?.split('»').length ?? 0))
            faults.push(`${path}: torn quotation`);
        }
        return { faults, figure: longest, unit: 'letters' };
      },
    },
    {
      item: 112,
      level: 'MUST',
      title: 'og and twitter complete, with alt and size of the picture; og:locale only when known',
      run: (sheet) =>
        indexable(sheet).flatMap((path) => {
          const html = sheet.text(path);
          const meta = metaOf(html);
          const names = [
            'og:title',
            'og:type',
            'og:url',
            'og:site_name',
            'og:image',
            'og:image:alt',
            'og:image:width',
            'og:image:height',
            'twitter:card',
          ];
          const missing = html.includes('"@type":"NewsArticle"')
            ? names.filter((name) => !meta.get(name))
            : names.slice(0, 4).filter((name) => !meta.get(name));
          const locale = meta.get('og:locale') ?? null;
          return [
            ...missing.map((name) => `${path}: ${name}`),
            ...expectSame(path, locale, sheet.locale.ogLocale),
          ];
        }),
    },
    {
      item: 113,
      level: 'MUST',
      title: 'NewsArticle complete, parses, without markup or control characters',
      run: (sheet) => {
        const data = jsonLdOf(sheet.text(PAGES.article));
        const names =
          'headline datePublished dateModified inLanguage articleSection author publisher image mainEntityOfPage isAccessibleForFree'.split(
            ' ',
          );
        const text = JSON.stringify(data);
        return [
          ...names.filter((name) => data[name] === undefined),
          ...(/NewsArticle/.test(String(data['@type'])) ? [] : ['@type']),
          ...(JSON.stringify(data.publisher).includes('logo') ? [] : ['logo']),
          ...(/<|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text) ? ['markup or controls'] : []),
        ];
      },
    },
    {
      item: 114,
      level: 'SHOULD',
      title: 'NewsMediaOrganization with principles and corrections policy',
      run: (sheet) => {
        const { publisher = {} } = jsonLdOf(sheet.text(PAGES.front)) as {
          publisher?: Record<string, unknown>;
        };
        return ['publishingPrinciples', 'correctionsPolicy', 'logo'].filter((name) => !publisher[name]);
      },
    },
    {
      item: 115,
      level: 'MUST',
      title: 'one spelling of each address: canonical, og:url, sitemap, feeds, links of the pages',
      run: async (sheet) => {
        const canonical = new Set(
          indexable(sheet).flatMap((path) => canonicalOf(sheet.text(path)) ?? [`${path} has none`]),
        );
        const faults = indexable(sheet).flatMap((path) =>
          expectSame(path, metaOf(sheet.text(path)).get('og:url'), canonicalOf(sheet.text(path))),
        );
        const listed = [...sheet.text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) =>
          decode(url),
        );
        const feeds = itemsOf(sheet).map(({ url }) => url);
        faults.push(...[...listed, ...feeds].filter((url) => !canonical.has(url)));
        for (const kind of ['front', 'section', 'article', 'not found'] as const) {
          const links = await sheet.ask<string[]>(
            kind,
            `[...document.querySelectorAll('main a, nav a')].map((one) => one.href.split('#')[0])`,
          );
          const own = links
            .filter((link) => link.startsWith(sheet.site.address))
            .map((link) => link.replace(sheet.site.address, sheet.site.baseUrl));
          faults.push(
            ...own
              .filter((link) => !canonical.has(link) && !/\/lite\/|\.xml$/.test(link))
              .map((link) => `${kind}: ${link}`),
          );
        }
        return { faults, figure: canonical.size, unit: 'addresses' };
      },
    },
    {
      item: 116,
      level: 'MUST',
      title: 'addresses: no marks, tatweel or punctuation; 60 letters and 255 bytes at most; hamza stays',
      once: true,
      run: () => [
        ...expectSame('marks', slugify('مُحمّد يـقول: «أهلًا»، ثمَّ يمضي'), 'محمد-يقول-أهلا-ثم-يمضي'),
        ...expectSame('joiner', slugify('می\u200cشود'), 'می-شود'),
        ...expectSame('digits', slugify('٢٠١٩ و۲۰۱۹'), '2019-و2019'),
        ...expectSame('isolates', slugify('\u2067خبر\u2069'), 'خبر'),
        ...(slugify('كلمة '.repeat(60)).length <= 60 ? [] : ['too long']),
      ],
    },
    {
      item: 117,
      level: 'SHOULD',
      title: 'a short address for each article, ASCII, 8 letters at most, with the canonical one',
      run: (sheet) => {
        const short = sheet.paths('.html').filter((path) => path.startsWith('s/'));
        const articles = sheet
          .paths('.html')
          .filter(
            (path) =>
              sheet.text(path).includes('"@type":"NewsArticle"') ||
              sheet.text(path).includes('"@type":"OpinionNewsArticle"'),
          );
        const faults = short.filter(
          (path) =>
            !/^s\/[a-z0-9]{1,8}\.html$/.test(path) ||
            !canonicalOf(sheet.text(path))?.startsWith(sheet.site.baseUrl),
        );
        return [...faults, ...expectSame('count', short.length, articles.length)];
      },
    },
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
        ...(itemsOf(sheet).some(
          ({ url, title }) => url.includes(LATIN_FIRST) && title.includes('OpenHarbor:'),
        )
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
    {
      item: 122,
      level: 'MUST',
      title:
        'the sitemap lists every indexable page, with its date when it has one; the news sitemap two days',
      run: async (sheet) => {
        const sitemap = sheet.text('sitemap.xml');
        const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)]
          .map(([, url = '']) => decode(url))
          .sort();
        const pages = indexable(sheet)
          .flatMap((path) => canonicalOf(sheet.text(path)) ?? [])
          .sort();
        const undated = [...sitemap.matchAll(/<url><loc>([^<]*)<\/loc><\/url>/g)]
          .map(([, url = '']) => url)
          .filter((url) => !/undated|guides|culture/.test(url));
        const news = sheet.text('news-sitemap.xml');
        return [
          ...(await xmlFaults(sheet, 'sitemap.xml')),
          ...(await xmlFaults(sheet, 'news-sitemap.xml')),
          ...expectSame('pages', listed, pages),
          ...undated.map((url) => `no date: ${url}`),
          ...expectSame('news', news.split('<loc>').length - 1, 2),
          ...expectSame(
            'language',
            [...new Set([...news.matchAll(/<news:language>([^<]*)</g)].map(([, lang]) => lang))],
            [sheet.site.tag.split('-')[0]],
          ),
        ];
      },
    },
    {
      item: 124,
      level: 'SHOULD',
      title: 'large previews allowed; lite and short pages noindex',
      run: (sheet) =>
        worst([
          {
            faults: sheet.paths('.html').flatMap((path) => {
              const robots = metaOf(sheet.text(path)).get('robots') ?? '';
              const aside = /^(?:lite|s)\/|^404/.test(path);
              return (aside ? /noindex/ : /max-image-preview:large/).test(robots)
                ? []
                : [`${path}: ${robots}`];
            }),
          },
        ]).faults,
    },
  ],
  absent: [
    {
      item: 123,
      level: 'SHOULD',
      title: 'the clock is injectable',
      state: 'tested elsewhere',
      reason: 'This audit builds with SOURCE_DATE_EPOCH; item 152 builds twice.',
    },
  ],
};
