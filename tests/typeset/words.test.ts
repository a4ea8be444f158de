import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countWords } from '../../src/typeset/words.js';

/** What the platform counts: slow, and not the same on every version of it. */
function segmented(text: string, lang: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter(lang, { granularity: 'word' }).segment(text))
    if (isWordLike) words++;
  return words;
}

test.each([
  ['', 0],
  ['كلمة', 1],
  ['قال محمد: «نعم»، ثم مضى.', 5],
  ['مُحَمَّد رَسُول', 2],
  ['می‌شود کتاب‌ها', 2],
  ['צה"ל הודיע', 2],
  ["don't 3.5 10,000 U.S. a-b", 6],
  ['١٢٫٥ و٢٠١٩', 2],
  ['— … * 😀', 0],
])('%j has %i words', (text, count) => expect(countWords(text)).toBe(count));

describe('like the platform', () => {
  const { cases } = JSON.parse(
    readFileSync(new URL('../fixtures/bidi-cases.json', import.meta.url), 'utf8'),
  ) as {
    cases: { text: string; lang: string }[];
  };
  test('on sentences of ten languages, within one in fifty', () => {
    let ours = 0;
    let theirs = 0;
    for (const { text, lang } of cases) {
      ours += countWords(text);
      theirs += segmented(text, lang);
    }
    expect(Math.abs(ours - theirs) / theirs).toBeLessThan(0.02);
  });

  const word = fc.constantFrom(
    'كلمة',
    'كِتَاب',
    'שלום',
    'לִבְנוֹת',
    'خبر',
    '2019',
    '٣٫٥',
    'ټکی',
    'وشە',
    'ئىش',
    'word',
    "don't",
    '«قول»',
    '(نص)',
    '12%',
    'نعم،',
  );
  test('on made-up sentences, exactly', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 30 }),
        fc.constantFrom(' ', '  ', ' - ', '\n'),
        (words, gap) => {
          const text = words.join(gap);
          expect(countWords(text)).toBe(segmented(text, 'ar'));
        },
      ),
    );
  });
});
