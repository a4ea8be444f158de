import type { PluralCategory, StringsLang } from './types.js';

interface PluralRule {
  readonly categories: readonly PluralCategory[];
  readonly of: (n: number) => PluralCategory;
}

const whole = Number.isInteger;

const singular: PluralRule = { categories: ['one', 'other'], of: (n) => (n === 1 ? 'one' : 'other') };

/** The cardinal rules of CLDR 48. */
const RULES: Readonly<Record<StringsLang, PluralRule>> = {
  ar: {
    categories: ['zero', 'one', 'two', 'few', 'many', 'other'],
    of: (n) => {
      if (n === 0) return 'zero';
      if (n === 1) return 'one';
      if (n === 2) return 'two';
      if (!whole(n)) return 'other';
      const tail = n % 100;
      return tail >= 3 && tail <= 10 ? 'few' : tail >= 11 ? 'many' : 'other';
    },
  },
  he: {
    categories: ['one', 'two', 'other'],
    of: (n) => (n === 1 || (n > 0 && n < 1) ? 'one' : n === 2 ? 'two' : 'other'),
  },
  fa: { categories: ['one', 'other'], of: (n) => (n >= 0 && n <= 1 ? 'one' : 'other') },
  ckb: singular,
  dv: singular,
  en: singular,
  ps: singular,
  sd: singular,
  ug: singular,
  ur: singular,
  yi: singular,
};

/** Which form of a counted noun goes with `n` (its sign does not matter). */
export function plural(lang: StringsLang, n: number): PluralCategory {
  return RULES[lang].of(Math.abs(n));
}

/** The forms a language has. */
export function pluralCategories(lang: StringsLang): readonly PluralCategory[] {
  return RULES[lang].categories;
}
