import { readingMinutes } from '../../../src/locales/reading.js';
import { pluralString } from '../../../src/locales/strings/index.js';
import { expectSame, type Section } from '../check.js';
import { PAGES, type Sheet, THEMED } from '../sheet.js';

/** How often a text occurs in a file. */
const count = (text: string, part: string): number => text.split(part).length - 1;

/** The part of a list of feed items that belongs to the article. */
const itemOf = (sheet: Sheet, path: string, open: string): string =>
  sheet
    .text(path)
    .split(open)
    .find((part) => part.includes(PAGES.article)) ?? '';

export const article: Section = {
  name: 'H. Article anatomy',
  checks: [
    {
      item: 88,
      level: 'MUST',
      title:
        'main > article with one h1; label is a link; label, headline, deck, byline, date, picture, body in order',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `(() => {
            const order = ['a.kicker', 'h1', '.deck', '.byline', 'time', 'figure', '.article-body'].map((one) => document.querySelector('main > article ' + one));
            const found = order.flatMap((one, index) => one ? index && order[index - 1] && !(order[index - 1].compareDocumentPosition(one) & 4) ? [one.className + ' is too early'] : [] : ['missing: ' + index]);
            if (document.querySelectorAll('h1').length !== 1) found.push('not one h1');
            return found;
          })()`,
        ),
    },
    {
      item: 89,
      level: 'MUST',
      title: 'a pull quote is an aside, never a blockquote',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `[...document.querySelectorAll('.pull-quote')].filter((one) => one.tagName !== 'ASIDE' || one.querySelector('blockquote')).map((one) => one.outerHTML)`,
        ),
    },
    {
      item: 90,
      level: 'MUST',
      title: 'a pull quote is not announced twice, and nothing in it takes the focus',
      run: async (sheet) => {
        const tree = await sheet.page('article').locator('main').ariaSnapshot();
        const times = count(tree, sheet.texts.quote.normalize('NFC'));
        return [
          ...(times === 1 ? [] : [`announced ${times} times`]),
          ...(await sheet.faults(
            ['article'],
            `[...document.querySelectorAll('[aria-hidden=true] :is(a, button, input, [tabindex])')].filter((one) => one.tabIndex >= 0).map((one) => one.outerHTML)`,
          )),
        ];
      },
    },
    {
      item: 91,
      level: 'MUST',
      title: 'a pull quote is in no feed, word count, structured data, description or lite page',
      run: (sheet) => {
        const quote = sheet.texts.quote.normalize('NFC');
        const page = sheet.text(PAGES.article);
        const head = page.slice(0, page.indexOf('<body'));
        const places: [string, string, number][] = [
          ['lite', sheet.text(PAGES.lite), 1],
          ['head', head, 0],
          ['feed.xml', itemOf(sheet, 'feed.xml', '<item>'), 1],
          ['atom.xml', itemOf(sheet, 'atom.xml', '<entry'), 1],
          ['feed.json', itemOf(sheet, 'feed.json', '"id"'), 1],
        ];
        return places.flatMap(([place, text, wanted]) => expectSame(place, count(text, quote), wanted));
      },
    },
    {
      item: 92,
      level: 'SHOULD',
      slow: true,
      title: 'a pull quote links to its sentence by anchor and text fragment, and Chromium scrolls there',
      run: async (sheet) => {
        const href = await sheet.ask<string>(
          'article',
          `document.querySelector('.pull-quote a').getAttribute('href')`,
        );
        const anchor = /^#(p-\d+):~:text=.+/.exec(href)?.[1];
        if (anchor === undefined) return [href];
        const holds = await sheet.ask<string>('article', `document.getElementById('${anchor}').innerText`);
        const top = await sheet.visit(PAGES.article + href, {}, async (page) => {
          await page.waitForTimeout(100);
          return page.evaluate(`document.getElementById('${anchor}').getBoundingClientRect().top`);
        });
        const inSight = Number(top) > -50 && Number(top) < 844;
        return [
          ...(holds.includes(sheet.texts.quote.normalize('NFC')) ? [] : [holds]),
          ...(inSight ? [] : [`at ${top}`]),
        ];
      },
    },
    {
      item: 93,
      level: 'MUST',
      title: 'a quotation of others is a blockquote, and looks different',
      run: async (sheet) => {
        const look = (selector: string): string =>
          `(() => { const one = document.querySelector('${selector}'); const style = one && getComputedStyle(one); return style && [style.fontSize, style.fontFamily, style.color].join(); })()`;
        const quote = await sheet.ask<string | null>('notebook', look('.article-body blockquote p'));
        const pull = await sheet.ask<string | null>('article', look('.pull-quote-text'));
        return quote !== null && pull !== null && quote !== pull ? [] : [`${quote} ${pull}`];
      },
    },
    {
      item: 94,
      level: 'MUST',
      title: 'no heading without content under it',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          `[...document.querySelectorAll('h1, h2, h3')].filter((one) => !one.innerText.trim() || !one.nextElementSibling && !one.closest('header, li, .story')).map((one) => one.outerHTML)`,
        ),
    },
    {
      item: 95,
      level: 'MUST',
      title: 'nothing of the body is folded away',
      run: (sheet) =>
        sheet.faults(
          ['article', 'notebook', 'lite'],
          `[...document.querySelectorAll('.article-body *')].filter((one) => one.innerText && !one.getClientRects().length || one.tagName === 'DETAILS').map((one) => one.outerHTML.slice(0, 80))`,
        ),
    },
    {
      item: 96,
      level: 'SHOULD',
      title: 'the place of reporting is marked, and not repeated in the description',
      run: async (sheet) => {
        const place = await sheet.ask<string>(
          'article',
          `document.querySelector('.dateline')?.innerText ?? ''`,
        );
        const description = /name="description" content="([^"]*)"/.exec(sheet.text(PAGES.article))?.[1] ?? '';
        return [
          ...expectSame('place', place, sheet.texts.place),
          ...(new RegExp(`^${sheet.texts.place}\\s*[:،,–—(/-]`).test(description) ? [description] : []),
        ];
      },
    },
    {
      item: 97,
      level: 'SHOULD',
      title: 'reading time from the words of the body, in the plural of the language',
      run: async (sheet) => {
        const shown = await sheet.ask<string>('article', `document.querySelector('.reading-time').innerText`);
        const body = await sheet.ask<string>(
          'article',
          `[...document.querySelectorAll('.article-body > :is(p, ul, h2, .verse)')].map((one) => one.innerText).join(' ')`,
        );
        const segmenter = new Intl.Segmenter(sheet.site.tag, { granularity: 'word' });
        const words = [...segmenter.segment(body)].filter((one) => one.isWordLike).length;
        const near = [0.85, 1, 1.15].map((factor) =>
          pluralString(sheet.locale, 'readingTime', readingMinutes(words * factor, sheet.locale.lang)),
        );
        return {
          faults: near.includes(shown) ? [] : [`${shown} for ${words} words`],
          figure: words,
          unit: 'words',
        };
      },
    },
    {
      item: 98,
      level: 'SHOULD',
      title: 'published and updated are both shown; corrections are dated and stay',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `['.published time', '.updated time', '.corrections li', '.correction-date'].filter((one) => !document.querySelector(one)?.innerText)`,
        ),
    },
    {
      item: 99,
      level: 'SHOULD',
      title: 'captions with hidden words for caption and source; credits isolated',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `(() => {
            const caption = document.querySelector('figcaption');
            if (!caption) return ['no caption'];
            return [caption.querySelectorAll('.hidden-text').length === 2 ? '' : 'hidden words', caption.querySelector('.credit bdi') ? '' : 'credit'].filter(Boolean);
          })()`,
        ),
    },
    {
      item: 100,
      level: 'SHOULD',
      title: 'share by plain links to five places, with the short address and an isolated title',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `(() => {
            const links = [...document.querySelectorAll('.share a')].map((one) => decodeURIComponent(one.href));
            const missing = ['wa.me', 't.me', 'x.com', 'facebook.com', 'mailto:'].filter((host) => !links.some((link) => link.includes(host)));
            const long = links.filter((link) => !/\\/s\\/[a-z0-9]{1,8}(\\.html|\\/)/.test(link));
            const bare = links.filter((link) => /text=|subject=/.test(link) && !/\\u2067[^]*\\u2069/.test(link));
            return [...missing, ...long, ...bare];
          })()`,
        ),
    },
    {
      item: 101,
      level: 'MUST',
      slow: true,
      title: 'back to top is a link that moves the focus',
      run: (sheet) =>
        sheet.visit(PAGES.article, {}, async (page) => {
          await page.locator('a[href="#top"]').last().click();
          return expectSame(
            'focus',
            await page.evaluate('document.activeElement.id + document.activeElement.tagName'),
            'topBODY',
          );
        }),
    },
  ],
  absent: [
    {
      item: 87,
      level: 'MUST',
      title: 'the seed builds to label, headline, six paragraphs and one pull quote, without furniture',
      state: 'tested elsewhere',
      reason: 'tests/extract: 180 texts with furniture, the shapes of the seed among them.',
    },
  ],
};
