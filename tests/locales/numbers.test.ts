import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listParts } from '../../src/locales/list.js';
import { locale, locales, withNumbering } from '../../src/locales/locale.js';
import { counterStyle, digits, number, percent } from '../../src/locales/numbers.js';
import { plural, pluralCategories } from '../../src/locales/plural.js';
import { readingMinutes } from '../../src/locales/reading.js';

describe('digits', () => {
  test('of the three families become those of one', () => {
    const text = 'سنة 2019 و٢٠٢٠ و۲۰۲۱، ½';
    expect(digits(text, 'latn')).toBe('سنة 2019 و2020 و2021، ½');
    expect(digits(text, 'arab')).toBe('سنة ٢٠١٩ و٢٠٢٠ و٢٠٢١، ½');
    expect(digits(text, 'arabext')).toBe('سنة ۲۰۱۹ و۲۰۲۰ و۲۰۲۱، ½');
  });

  test('come back as they were', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('arab' as const, 'arabext' as const),
        (text, to) => {
          expect(digits(digits(text, to), 'latn')).toBe(digits(text, 'latn'));
        },
      ),
    );
  });
});

describe('numbers', () => {
  test('carry the signs of the newsroom', () => {
    const shown = (tag: string): string =>
      `${number(1234567.891, locale(tag))} ${percent(0.125, locale(tag))}`;
    expect(shown('ar')).toBe('1,234,567.891 12.5%');
    expect(shown('ar-LY')).toBe('1.234.567,891 12,5%');
    expect(shown('ar-MA')).toBe('1.234.567,891 12,5%');
    expect(shown('ar-EG')).toBe('١٬٢٣٤٬٥٦٧٫٨٩١ ١٢٫٥٪');
    expect(shown('fa-IR')).toBe('۱٬۲۳۴٬۵۶۷٫۸۹۱ ۱۲٫۵٪');
    expect(shown('he-IL')).toBe('1,234,567.891 12.5%');
    expect(number(1234.5, withNumbering(locale('ar-EG'), 'latn'))).toBe('1,234.5');
    expect(withNumbering(locale('ar-LY'), 'latn')).toBe(locale('ar-LY'));
    expect(withNumbering(locale('ar-LY'), 'arab')).toBe(withNumbering(locale('ar-LY'), 'arab'));
  });

  test('round to three decimals, keep zeros that count, survive extremes', () => {
    const en = locale('en');
    expect([0, 100, 1000, 999.9996, 0.0004, -3.5, -0, 2.5e-9].map((n) => number(n, en))).toEqual([
      '0',
      '100',
      '1,000',
      '1,000',
      '0',
      '\u22123.5',
      '0',
      '0',
    ]);
    expect(number(1e21, en)).toBe('1,000,000,000,000,000,000,000');
    expect(number(Number.POSITIVE_INFINITY, en)).toBe('Infinity');
  });
});

test('lists are numbered in the digits of the site', () => {
  const styles = ['ar-LY', 'ar-EG', 'fa', 'sd'].map((tag) => counterStyle(locale(tag).numbering));
  expect(styles).toEqual(['decimal', 'arabic-indic', 'persian', 'persian']);
});

describe('plural', () => {
  test('Arabic', () => {
    const numbers = [0, 1, 2, 3, 10, 11, 99, 100, 101, 102, 103, 111, 1000, 1003, 1.5];
    expect(numbers.map((n) => plural('ar', n)).join(' ')).toBe(
      'zero one two few few many many other other other few many other few other',
    );
  });

  test('the others', () => {
    const forms = (lang: 'he' | 'fa' | 'ur' | 'en'): string =>
      [0, 1, 2, 3, 10, 20, 1.5, -1].map((n) => plural(lang, n)).join(' ');
    expect(forms('he')).toBe('other one two other other other other one');
    expect(forms('fa')).toBe('one one other other other other other one');
    expect(forms('ur')).toBe('other one other other other other other one');
    expect(forms('en')).toBe('other one other other other other other one');
  });

  test('gives only the categories of the language', () => {
    fc.assert(
      fc.property(fc.constantFrom(...locales), fc.double({ noNaN: true }), ({ lang }, n) => {
        expect(pluralCategories(lang)).toContain(plural(lang, n));
      }),
    );
  });
});

describe('list', () => {
  test('joins as the language does', () => {
    const join = (items: readonly string[], lang: string): string =>
      listParts(items, locale(lang))
        .map((part) => ('text' in part ? part.text : items[part.item]))
        .join('');
    const two = ['أحمد', 'سالم'];
    const three = [...two, 'منى'];
    expect(join([], 'ar')).toBe('');
    expect(join(['أحمد'], 'ar')).toBe('أحمد');
    expect(join(two, 'ar')).toBe('أحمد وسالم');
    expect(join(three, 'ar')).toBe('أحمد، سالم ومنى');
    expect(join(three, 'fa')).toBe('أحمد، سالم و منى');
    expect(join(three, 'ur')).toBe('أحمد، سالم اور منى');
    expect(join(three, 'ckb')).toBe('أحمد، سالم و منى');
    expect(join(['דנה', 'רון'], 'he')).toBe('דנה ורון');
    expect(join(['דנה', 'CNN'], 'he')).toBe('דנה ו־CNN');
  });

  test('gives its pieces, so that names can be isolated', () => {
    expect(listParts(['AFP', 'Reuters'], locale('ar'))).toEqual([{ item: 0 }, { text: ' و' }, { item: 1 }]);
  });
});

test('reading takes at least a minute', () => {
  expect([0, 37, 370, 3700].map((words) => readingMinutes(words, 'ar'))).toEqual([1, 1, 2, 21]);
  expect(readingMinutes(3700, 'en')).toBe(16);
});
