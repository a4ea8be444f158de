import type { Page } from 'playwright-core';
import { pluralString, string } from '../../../src/locales/strings/index.js';
import { ask } from '../../search/ask.js';
import { atMost, expectSame, type Section } from '../check.js';
import type { Sheet } from '../sheet.js';

const SEARCH = 'search/index.html';

const onPage = <T>(sheet: Sheet, act: (page: Page) => Promise<T>): Promise<T> => sheet.visit(SEARCH, {}, act);

/** The longest word of the headline. */
function wordOf(sheet: Sheet): string {
  const words = sheet.texts.headline.match(/[\p{L}\p{M}\u200c]+/gu) ?? [];
  return words.reduce((a, b) => (b.length > a.length ? b : a), '');
}

/** The same word as others would type it: stretched, with a mark of vowel, with a mark that is not seen. */
function spellings(word: string): string[] {
  const [first = '', ...rest] = word;
  const others = rest.join('');
  if (/\p{Script=Arabic}/u.test(word))
    return [`${first}\u0640${others}`, `${first}\u064e${others}`, `\u200f${word}`];
  if (/\p{Script=Hebrew}/u.test(word)) return [`${first}\u05b8${others}`, `\u200f${word}`];
  return [`\u200f${word}`];
}

export const search: Section = {
  name: 'K. Search',
  checks: [
    {
      item: 125,
      level: 'MUST',
      slow: true,
      title: 'folding of letters, marks and digits',
      note: 'Every letter of the basic plane, in the index and in the browser: tests/search/words.test.ts.',
      run: (sheet) =>
        onPage(sheet, async (page) => {
          const word = wordOf(sheet);
          const faults: string[] = [];
          for (const query of [word, ...spellings(word)]) {
            const { titles } = await ask(page, query);
            if (!titles.includes(sheet.texts.headline)) faults.push(`${query}: ${titles.join(', ')}`);
          }
          return faults;
        }),
    },
    {
      item: 127,
      level: 'MUST',
      slow: true,
      title: 'highlights on the letters of the original',
      run: (sheet) =>
        onPage(sheet, async (page) => {
          const { marks } = await ask(page, wordOf(sheet));
          if (marks.length === 0) return ['nothing is marked'];
          const shown = marks.map(({ before, text, behind }) => `${before}|${text}|${behind}`);
          return shown.filter(
            (mark) => !/^[^\p{L}\p{M}]?\|[\p{L}\p{M}\p{N}\u200c\u0640'’]+\|[^\p{L}\p{M}]?$/u.test(mark),
          );
        }),
    },
    {
      item: 128,
      level: 'MUST',
      slow: true,
      title: 'pull quotes, furniture and menus are not in the index',
      run: (sheet) =>
        onPage(sheet, async (page) => {
          const words = ['networkWhatsApp', 'backToTop', 'skipToContent'] as const;
          const faults: string[] = [];
          for (const key of words) {
            const query = string(sheet.locale, key);
            const { titles } = await ask(page, query);
            if (titles.length > 0) faults.push(`${query}: ${titles.join(', ')}`);
          }
          return faults;
        }),
    },
    {
      item: 129,
      level: 'SHOULD',
      slow: true,
      title: 'index fetched on first use; what one query fetches, 60 kB at most',
      note: 'Its share of the text is in docs/search.md: 8 % and less from some thousand articles on, more on small sites.',
      run: async (sheet) => {
        const fetched: string[] = [];
        return onPage(sheet, async (page) => {
          page.on('request', (request) => fetched.push(request.url().slice(sheet.site.address.length)));
          const early = await page.evaluate(
            `performance.getEntriesByType('resource').filter((one) => one.name.endsWith('.json')).map((one) => one.name)`,
          );
          await ask(page, wordOf(sheet));
          const bytes = fetched.reduce((sum, path) => sum + sheet.weight(path), 0);
          const { faults, ...rest } = atMost(bytes / 1024, 60, 'kB', 'one query');
          return { ...rest, faults: [...faults, ...expectSame('before the first query', early, [])] };
        });
      },
    },
    {
      item: 130,
      level: 'SHOULD',
      slow: true,
      title: 'search field with a label, direction of what is typed, live region with the plural of results',
      run: (sheet) =>
        onPage(sheet, async (page) => {
          const field = await page.evaluate(
            `(() => { const one = document.querySelector('[type=search]'); const label = one.labels[0].getBoundingClientRect();
              return [one.form.getAttribute('role'), label.height > 10, document.querySelector('[data-found]').getAttribute('role')]; })()`,
          );
          await page.fill('[type=search]', 'Nadia');
          const latin = await page.evaluate(
            `getComputedStyle(document.querySelector('[type=search]')).direction`,
          );
          const { titles, said } = await ask(page, sheet.texts.headline);
          const counts = Array.from({ length: 50 }, (_, n) => pluralString(sheet.locale, 'searchCount', n));
          return [
            ...expectSame('field', field, ['search', true, 'status']),
            ...expectSame('direction of Latin', latin, 'ltr'),
            // Ten are shown at once; more may be counted.
            ...(counts.slice(titles.length).includes(said) ? [] : [`said: ${said}`]),
          ];
        }),
    },
    {
      item: 131,
      level: 'SHOULD',
      slow: true,
      title: 'without script',
      run: (sheet) =>
        sheet.visit(SEARCH, { javaScriptEnabled: false }, async (page) => {
          await page.fill('[type=search]', wordOf(sheet));
          await page.press('[type=search]', 'Enter');
          await page.waitForURL(/\/archive\//);
          return (await page.locator('main a').count()) > 3
            ? []
            : ['the form leads to a page without stories'];
        }),
    },
  ],
  absent: [
    {
      item: 126,
      level: 'MUST',
      title: 'pairs of queries that find each other',
      state: 'tested elsewhere',
      reason: 'tests/search/browser.test.ts: the pairs of the checklist, in a real browser.',
    },
  ],
};
