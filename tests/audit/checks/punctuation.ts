import { expectSame, type Section } from '../check.js';
import { FAULTY } from '../newsroom/articles.js';

const JOINER = /\u200c/g;

export const punctuation: Section = {
  name: 'D. Punctuation and quotation marks',
  checks: [
    {
      item: 35,
      level: 'MUST',
      title: 'typed quotation marks stay as they are',
      run: async (sheet) => {
        const text = await sheet.ask<string>('article', `document.querySelector('#p-2').innerText`);
        return expectSame('paragraph', text, `${sheet.texts.says} «${sheet.texts.quote}».`.normalize('NFC'));
      },
    },
    {
      item: 36,
      level: 'MUST',
      title: 'drawn marks are those of the locale',
      run: async (sheet) => {
        const quotes = await sheet.ask<string>(
          'article',
          `getComputedStyle(document.querySelector('.pull-quote-text')).quotes`,
        );
        return expectSame(
          'quotes',
          [...quotes.matchAll(/"([^"]*)"/g)].map(([, mark]) => mark),
          sheet.locale.quotes,
        );
      },
    },
    {
      item: 37,
      level: 'MUST',
      title: 'a pull quote has one pair of marks',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `[...document.querySelectorAll('.pull-quote-text')].flatMap((one) => {
            const content = (pseudo) => getComputedStyle(one, pseudo).content;
            return /^["«»“”„]|["«»“”„]$/.test(one.textContent.trim()) || content('::before') !== 'open-quote' || content('::after') !== 'close-quote'
              ? [one.textContent] : [];
          }).concat(document.querySelector('.pull-quote') ? [] : ['there is no pull quote'])`,
        ),
    },
    {
      item: 38,
      level: 'MUST',
      title: 'a mark without its partner is reported with its line, and stays on the page',
      run: ({ site, texts }) => [
        ...(new RegExp(`${FAULTY}\\.txt:\\d+:\\d+ \\w+ unbalanced-quote`).test(site.said)
          ? []
          : ['nothing is said']),
        ...(site.files.get(`${FAULTY}.html`)?.toString().includes(`«${texts.quote}.`)
          ? []
          : ['the mark is gone']),
      ],
    },
    {
      item: 39,
      level: 'SHOULD',
      title: 'ASCII comma, semicolon and question mark between letters are reported',
      only: ({ locale }) => locale.script !== 'Hebr',
      run: ({ site }) => (/latin-punctuation/.test(site.said) ? [] : ['nothing is said']),
    },
    {
      item: 40,
      level: 'MUST',
      title: 'U+200C is kept',
      only: ({ texts }) => JOINER.test(texts.lead + texts.foreign + texts.end),
      run: async (sheet) => {
        const { lead, says, quote, foreign, end } = sheet.texts;
        const body = await sheet.ask<string>(
          'article',
          `[...document.querySelectorAll('.article-body > p')].map((one) => one.innerText).join('')`,
        );
        const typed = [lead, says, quote, foreign, end].join('').match(JOINER)?.length;
        return {
          faults: expectSame('joiners', body.match(JOINER)?.length, typed),
          figure: typed ?? 0,
          unit: 'of them',
        };
      },
    },
  ],
  absent: [
    {
      item: 41,
      level: 'SHOULD',
      title: 'tatweel kept in display, out of addresses and comparisons',
      state: 'tested elsewhere',
      reason: 'tests/site/slug.test.ts, tests/typeset/properties.test.ts',
    },
    {
      item: 42,
      level: 'MUST',
      title: 'no ellipsis or dash begins a line; clamped text ends at the left',
      state: 'not applicable',
      reason:
        'No text is clamped. Breaks in running text are the browser’s (UAX #14 keeps … and – with the word before).',
    },
  ],
};
