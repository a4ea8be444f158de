import { describe, expect, test } from 'vitest';
import { alphabet } from '../../src/locales/alphabet.js';
import { locale, locales } from '../../src/locales/locale.js';
import { placeOf, zonesWithNames } from '../../src/locales/places.js';
import { pluralCategories } from '../../src/locales/plural.js';
import {
  type CountKey,
  isCountKey,
  isTextKey,
  pluralParts,
  pluralString,
  string,
  stringParts,
  strings,
  type TextKey,
} from '../../src/locales/strings/index.js';
import type { StringsLang } from '../../src/locales/types.js';

const langs = Object.keys(strings) as StringsLang[];
const textKeys = Object.keys(strings.en.texts) as TextKey[];
const countKeys = Object.keys(strings.en.counts) as CountKey[];

/** Names that stay in Latin letters in every language. */
const BRANDS = /RSS/g;

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '').sort();
}

/** Every string of a language, by name. */
function all(lang: StringsLang): [string, string][] {
  const { texts, counts } = strings[lang];
  const counted = countKeys.flatMap((key) =>
    Object.entries(counts[key]).map(([form, text]): [string, string] => [`${key}.${form}`, text]),
  );
  return [...textKeys.map((key): [string, string] => [key, texts[key]]), ...counted];
}

function bare(text: string): string {
  return text.replace(/\{\w+\}/g, '').replace(BRANDS, '');
}

describe.each(langs)('%s', (lang) => {
  const own = locales.find((each) => each.lang === lang) ?? locale('en');

  test('has the keys and placeholders of every other language', () => {
    expect(Object.keys(strings[lang].texts).sort()).toEqual([...textKeys].sort());
    expect(Object.keys(strings[lang].counts).sort()).toEqual([...countKeys].sort());
    for (const key of textKeys) {
      expect([key, placeholders(strings[lang].texts[key])]).toEqual([
        key,
        placeholders(strings.en.texts[key]),
      ]);
    }
  });

  test('has every plural form, with its number unless the form stands for one number alone', () => {
    const alone = new Set(lang === 'ar' || lang === 'he' ? ['zero', 'one', 'two'] : ['one']);
    if (lang === 'fa') alone.clear();
    for (const key of countKeys) {
      const forms = strings[lang].counts[key];
      expect(Object.keys(forms).sort()).toEqual([...pluralCategories(lang)].sort());
      for (const [form, text] of Object.entries(forms)) {
        if (alone.has(form) && placeholders(text).length === 0) continue;
        expect([key, form, placeholders(text)]).toEqual([key, form, ['n']]);
      }
    }
  });

  test('has whole strings: none empty, none starting with punctuation, no stray spaces, NFC', () => {
    for (const [name, text] of all(lang)) {
      expect([name, text]).toEqual([name, text.trim().normalize('NFC')]);
      expect([name, /^[.،,:؟?!)؛;]/.test(text)]).toEqual([name, false]);
      expect([name, text.length > 0 && !text.includes('  ')]).toEqual([name, true]);
    }
  });

  test('keeps to its own letters, digits and marks', () => {
    const known = new Set(`${alphabet(lang)}\n`);
    for (const [name, text] of all(lang)) {
      const foreign = [...bare(text)].filter((letter) => !known.has(letter));
      expect([name, foreign.join('')]).toEqual([name, '']);
    }
    expect([...own.quotes].filter((mark) => !known.has(mark))).toEqual([]);
  });

  test('is written in its own script alone, but for brands', () => {
    const foreign = lang === 'en' ? /[^\p{Script=Latin}\p{Script=Common}]/u : /\p{Script=Latin}/u;
    for (const [name, text] of all(lang)) {
      expect([name, foreign.test(bare(text))]).toEqual([name, false]);
    }
  });

  test('draws quotations with the marks of its locale', () => {
    const marks = new Set<string>(own.quotes);
    for (const [name, text] of all(lang)) {
      const used = text.match(/[«»“”„‹›]/g) ?? [];
      expect([name, used.filter((mark) => !marks.has(mark))]).toEqual([name, []]);
    }
  });
});

test('no two languages share a sentence', () => {
  const seen = new Map<string, string>();
  for (const lang of langs) {
    for (const [name, text] of all(lang)) {
      if (bare(text).trim().split(' ').length < 3) continue;
      const id = `${lang}.${name.split('.')[0]}`;
      const other = seen.get(text) ?? id;
      expect([text, other]).toEqual([text, id]);
      seen.set(text, id);
    }
  }
});

test('Persian and Dari have no Arabic yeh, kaf or teh marbuta anywhere', () => {
  const tables = JSON.stringify(locales.filter((each) => each.lang === 'fa'));
  expect(JSON.stringify(strings.fa) + tables).not.toMatch(/[يكة]/);
});

describe('names in the tables', () => {
  test.each(locales.map((each) => each.tag))('%s keeps to its own letters', (tag) => {
    const table = locale(tag);
    const known = new Set(alphabet(tag));
    const names = [
      ...Object.values(table.months).flat(),
      ...table.weekdays,
      ...table.clock.periods.map(([, name]) => name),
      ...Object.values(table.zone),
      ...Object.values(table.list),
      table.native,
      table.fullDate,
      table.patterns.first.date,
      table.patterns.second.date,
      table.patterns.first.month,
      ...Object.values(table.punctuation),
      ...Object.values(table.signs),
      ...zonesWithNames.map((zone) => placeOf(zone, table.lang, 1) ?? ''),
      placeOf('UTC', table.lang, 0) ?? '',
    ];
    const foreign = names.flatMap((name) =>
      [...name.replace(/\{\w+\}/g, '')].filter((letter) => !known.has(letter)).map((letter) => name + letter),
    );
    // Malé is spelt with its accent in English.
    expect(foreign.filter((name) => !name.startsWith('Malé'))).toEqual([]);
    for (const name of names) expect(name).toBe(name.normalize('NFC'));
  });
});

describe('string', () => {
  test('puts values in, numbers in the digits of the locale', () => {
    expect(string(locale('ar-EG'), 'pageXofY', { x: 2, y: 19 })).toBe('صفحة ٢ من ١٩');
    expect(string(locale('ar'), 'searchNone', { q: 'CNN' })).toBe('لا نتائج لـ«CNN»');
    expect(string(locale('fa'), 'copyright', { year: 2026, site: '{year}' })).toBe(
      '© ۲۰۲۶ {year}. همهٔ حقوق محفوظ است',
    );
    expect(string(locale('fr'), 'home')).toBe('Home');
  });

  test('keeps a placeholder without its value in sight', () => {
    expect(string(locale('en'), 'byAuthor')).toBe('By {author}');
    expect(string(locale('en'), 'byAuthor', { constructor: 'x' })).toBe('By {author}');
  });

  test('comes in pieces, so that values can be isolated', () => {
    expect(stringParts(locale('ug'), 'pageXofY')).toEqual([
      'جەمئىي ',
      { placeholder: 'y' },
      ' بەتنىڭ ',
      { placeholder: 'x' },
      '-بېتى',
    ]);
    expect(stringParts(locale('ur'), 'shareOn')).toEqual([{ placeholder: 'network' }, ' پر شیئر کریں']);
    expect(pluralParts(locale('ar'), 'storyCount', 2)).toEqual(['خبران']);
  });

  test('knows its keys', () => {
    expect(isTextKey('home') && isCountKey('readingTime')).toBe(true);
    expect(isTextKey('toString') || isTextKey('readingTime') || isCountKey('constructor')).toBe(false);
  });
});

test('Arabic counts have their six forms', () => {
  const shown = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103, 1000].map((n) =>
    pluralString(locale('ar-LY'), 'searchCount', n),
  );
  expect(shown).toEqual([
    'لا نتائج',
    'نتيجة واحدة',
    'نتيجتان',
    '3 نتائج',
    '10 نتائج',
    '11 نتيجة',
    '99 نتيجة',
    '100 نتيجة',
    '102 نتيجة',
    '103 نتائج',
    '1.000 نتيجة',
  ]);
  expect(pluralString(locale('ar-EG'), 'readingTime', 3)).toBe('مدة القراءة: ٣ دقائق');
  expect([1, 2, 5].map((n) => pluralString(locale('he'), 'minutes', n))).toEqual([
    'דקה אחת',
    'שתי דקות',
    '5 דקות',
  ]);
});
