import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SETTINGS } from '../../src/search/settings.js';
import { stemOf } from '../../src/search/stem.js';
import { Vocabulary } from '../../src/search/vocabulary.js';
import { eachWord } from '../../src/search/words.js';
import { cpuTime } from '../cpu-time.js';

function wordsOf(text: string): string[] {
  const vocabulary = new Vocabulary();
  const words: string[] = [];
  eachWord(text, vocabulary, (number) => words.push(vocabulary.words[number] ?? ''));
  return words;
}

const stems = (text: string): string[] => [...new Set(wordsOf(text).map(stemOf))];

describe('words', () => {
  test.each([
    ['أحمد', 'احمد'],
    ['مُحمّد', 'محمد'],
    ['محـمد', 'محمد'],
    ['مَدْرَسَة', 'مدرسه'],
    ['على', 'علي'],
    ['٢٠١٩', '2019'],
    ['۲۰۱۹', '2019'],
    ['کتابی', 'كتابي'],
    ['שָׁלוֹם', 'שלום'],
    ['ﻣﺼﺮ', 'مصر'],
    ['ČESKÝ', 'cesky'],
    ['צה״ל', 'צהל'],
    ['ދިވެހި', 'ދިވެހި'],
  ])('%s is found as %s', (typed, word) => {
    expect(wordsOf(typed)).toEqual([word]);
  });

  test('end at what is no letter; marks of quotation at their ends are not theirs', () => {
    expect(wordsOf('قال: «ليبيا»، "مصر".')).toEqual(['قال', 'ليبيا', 'مصر']);
    expect(wordsOf('و«مصر»')).toEqual(['ومصر']);
    expect(wordsOf('كلمة\u200fثانية')).toEqual(['كلمهثانيه']);
    expect(wordsOf('')).toEqual([]);
    expect(wordsOf('a'.repeat(41))).toEqual([]);
  });

  test('that Persian writes in three ways have one form in common', () => {
    for (const typed of ['می‌شود', 'میشود', 'می شود']) expect(wordsOf(typed)).toContain('ميشود');
    for (const typed of ['کتاب‌ها', 'کتابها', 'کتاب ها']) expect(wordsOf(typed)).toContain('كتابها');
    expect(wordsOf('می، شود')).not.toContain('ميشود');
  });

  test.each([
    ['ليبيا', 'لليبيا', 'وليبيا', 'بليبيا', 'وبليبيا'],
    ['مدينة', 'المدينة', 'والمدينة', 'بالمدينة', 'للمدينة'],
    ['کتاب', 'کتاب‌ها', 'کتاب‌های'],
    ['ישראל', 'וישראל', 'בישראל', 'ולישראל'],
  ])('%s and its forms have one stem', (...forms) => {
    expect(new Set(forms.map((form) => wordsOf(form).map(stemOf).at(-1))).size).toBe(1);
  });

  test('that only look like others keep their stem', () => {
    expect(stems('كتاب ولد بيت')).toEqual(['كتاب', 'ولد', 'بيت']);
    expect(stemOf('بلديه')).not.toBe(stemOf('لديه'));
  });

  test('take time in proportion to the text', () => {
    const began = cpuTime();
    for (const piece of ['و', 'ال', 'می ', '" ', '\u064b', 'ب"', '\u200c'])
      wordsOf(piece.repeat(100_000 / piece.length));
    expect(cpuTime() - began).toBeLessThan(3000);
  });
});

/** The functions of the search page that take a text apart, run here. */
const script = readFileSync(new URL('../../templates/assets/search.js', import.meta.url), 'utf8');
const between = (from: string, to: string): string => script.slice(script.indexOf(from), script.indexOf(to));
interface Twin {
  readonly wordsOf: (text: string, whole: boolean) => { word: string; start: number; end: number }[];
  readonly stemOf: (word: string) => string;
}
const twin = new Function(
  'data',
  `let settings;
  const load = () => Promise.resolve(data);
  ${between('  const read = ', '  const load = ')}
  ${between('  // Presentation forms', '  // A word that is asked for')}
  settings = read(data);
  return { wordsOf, stemOf };`,
)(SETTINGS) as Twin;

describe('the script of the search page', () => {
  const letters = fc.constantFrom(
    ...'اأإآٱىيیۍئةهہھکكمنوؤلفبت\u064b\u0640\u200c\u200d\u05b8שלםןץ"\'״’ ٣۴5aÉéZ،.-\u200f',
  );
  const texts = fc.oneof(fc.string({ unit: letters, maxLength: 60 }), fc.string({ unit: 'grapheme' }));

  test('takes any text apart as the index does', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const source = text.normalize('NFKC').replace(/\p{Surrogate}|[\u{10000}-\u{10ffff}]|\0/gu, '');
        expect(twin.wordsOf(source, false).map(({ word }) => word)).toEqual(wordsOf(source));
      }),
      { numRuns: 2000 },
    );
  });

  test('folds every letter of the basic plane as the index does', () => {
    // Those that compatibility decomposition turns into letters are turned in the whole query first.
    const compatible = new RegExp(SETTINGS.compatibility);
    const differing: string[] = [];
    for (let unit = 1; unit < 0xd800; unit++) {
      if (compatible.test(String.fromCharCode(unit))) continue;
      const text = `ab${String.fromCharCode(unit)}cd`;
      const [one, other] = [wordsOf(text), twin.wordsOf(text, false).map(({ word }) => word)];
      if (one.join(' ') !== other.join(' ')) differing.push(`${unit.toString(16)}: ${one} ${other}`);
    }
    expect(differing).toEqual([]);
  });

  test('has the same stems', () => {
    const word = fc.string({ unit: fc.constantFrom(...'وفبكلاهيمنتשלבהוםabc'), minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(word, (one) => {
        expect(twin.stemOf(one)).toBe(stemOf(one));
      }),
      { numRuns: 3000 },
    );
  });

  test('knows where each word stands in what was typed', () => {
    const text = 'قال مُحمّد «ليبيا» كتاب‌ها';
    expect(twin.wordsOf(text, false).map(({ start, end }) => text.slice(start, end))).toEqual([
      'قال',
      'مُحمّد',
      'ليبيا',
      'كتاب‌ها',
    ]);
  });
});
