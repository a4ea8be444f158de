import { compareNames } from '../../../src/locales/collate.js';
import { alphabets } from '../../../src/locales/tables/alphabets.js';
import { expectSame, type Section } from '../check.js';
import { PAGES, THEMED } from '../sheet.js';

interface Stop {
  readonly text: string;
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly hidden: boolean;
}
const FOCUS = `(() => { const one = document.activeElement; const box = one.getBoundingClientRect();
  return { text: one.innerText.trim(), id: one.id, x: box.right, y: Math.round(box.top + box.height / 2), hidden: !!one.closest('[aria-hidden=true]') }; })()`;

export const navigation: Section = {
  name: 'I. Navigation and lists of stories',
  checks: [
    {
      item: 102,
      level: 'MUST',
      slow: true,
      title: 'the tab key starts at the skip link and goes from right to left on a line',
      run: (sheet) =>
        sheet.visit(PAGES.front, { viewport: { width: 1280, height: 900 } }, async (page) => {
          const stops: Stop[] = [];
          for (let index = 0; index < 14; index++) {
            await page.keyboard.press('Tab');
            stops.push((await page.evaluate(FOCUS)) as Stop);
          }
          const skip = await page.locator('.skip').textContent();
          const faults = expectSame('first stop', stops[0]?.text, skip);
          const sections = stops.filter(({ text }) =>
            [sheet.texts.news, sheet.texts.culture, sheet.texts.opinion].includes(text),
          );
          for (const [index, stop] of sections.entries()) {
            const before = sections[index - 1];
            if (before && Math.abs(before.y - stop.y) < 3 && stop.x >= before.x)
              faults.push(`${stop.text} is right of ${before.text}`);
          }
          if (sections.length < 3) faults.push(`${sections.length} sections have the focus`);
          return [...faults, ...stops.filter(({ hidden }) => hidden).map(({ text }) => `hidden: ${text}`)];
        }),
    },
    {
      item: 103,
      level: 'MUST',
      slow: true,
      title: 'the skip link takes the focus to the content',
      run: (sheet) =>
        sheet.visit(PAGES.section, {}, async (page) => {
          await page.keyboard.press('Tab');
          await page.keyboard.press('Enter');
          return expectSame('focus', ((await page.evaluate(FOCUS)) as Stop).id, 'content');
        }),
    },
    {
      item: 104,
      level: 'MUST',
      title: 'the way to older stories lies on the left; no arrow could point the wrong way',
      note: 'Steps are words; the only pictures are a half disc, plus and minus, which are the same in both directions.',
      run: (sheet) =>
        sheet.faults(
          ['section', 'older'],
          `(() => {
            const next = document.querySelector('.pagination [rel=next]');
            const list = document.querySelector('.pagination ol');
            const found = /[←→‹›«»<>]/.test(document.querySelector('.pagination').innerText) ? ['an arrow'] : [];
            if (next && next.getBoundingClientRect().right > list.getBoundingClientRect().left + 1 && next.getBoundingClientRect().top < list.getBoundingClientRect().bottom - 1) found.push('next is on the right');
            return found;
          })()`,
        ),
    },
    {
      item: 106,
      level: 'MUST',
      title: 'pages of a list: aria-current, digits of the site, ASCII addresses, rel prev and next',
      run: async (sheet) => [
        ...(await sheet.faults(
          ['section', 'older'],
          `(() => {
            const nav = document.querySelector('nav.pagination');
            if (!nav) return ['there are no pages'];
            return [
              nav.querySelectorAll('[aria-current=page]').length === 1 ? '' : 'aria-current',
              [...nav.querySelectorAll('a')].every((one) => /^[\\x20-\\x7e]+$/.test(one.getAttribute('href'))) ? '' : 'addresses',
              nav.getAttribute('aria-label') ? '' : 'name',
            ].filter(Boolean);
          })()`,
        )),
        ...(await sheet.faults(
          ['section'],
          `document.querySelector('link[rel=next]') && document.querySelector('a[rel=next]') ? [] : ['no rel=next']`,
        )),
        ...(await sheet.faults(
          ['older'],
          `document.querySelector('link[rel=prev]') && document.querySelector('a[rel=prev]') ? [] : ['no rel=prev']`,
        )),
      ],
    },
    {
      item: 107,
      level: 'SHOULD',
      title: 'the headline is the link, one stop a story',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          `[...document.querySelectorAll('.story, .opinion-story')].filter((one) => one.querySelectorAll('a').length !== 1 || !one.querySelector('h3 > a')).map((one) => one.outerHTML.slice(0, 120))`,
        ),
    },
    {
      item: 108,
      level: 'SHOULD',
      slow: true,
      title: 'the menu works without script at 320 px and shows its right edge first',
      run: (sheet) =>
        sheet.visit(
          PAGES.front,
          { javaScriptEnabled: false, viewport: { width: 320, height: 600 } },
          async (page) => {
            const link = page.locator('.section-bar a').first();
            const box = await link.boundingBox();
            await link.click();
            const fine =
              box !== null && box.x >= 0 && box.x + box.width <= 320 && page.url().includes('/news/');
            return fine ? [] : [`${JSON.stringify(box)} ${page.url()}`];
          },
        ),
    },
    {
      item: 109,
      level: 'SHOULD',
      title: 'sections in the order of the config; one without a story has no page and no entry',
      run: async (sheet) => {
        const menu = await sheet.ask<string[]>(
          'front',
          `[...document.querySelectorAll('.section-bar a')].map((one) => one.innerText)`,
        );
        const { news, culture, opinion } = sheet.texts;
        return [
          ...expectSame('menu', menu, [news, culture, opinion]),
          ...sheet.paths('').filter((path) => path.startsWith('empty')),
        ];
      },
    },
    {
      item: 110,
      level: 'MUST',
      title: 'names are sorted in the order of the language',
      run: ({ locale }) => {
        const letters = alphabets[locale.lang].letters.filter((letter) => [...letter].length === 1);
        const sorted = [...letters].reverse().sort(compareNames(locale.lang));
        return { faults: expectSame('alphabet', sorted, letters), figure: letters.length, unit: 'letters' };
      },
    },
  ],
  absent: [
    {
      item: 105,
      level: 'MUST',
      title: 'breadcrumbs',
      state: 'not applicable',
      reason: 'Sections are one level deep: the label above the headline is the way back.',
    },
  ],
};
