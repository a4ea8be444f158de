/**
 * What stands in front of a word or behind it without being part of it, as data. The same table travels to the browser
 * with the index, so that a query is taken apart as the articles were. All is folded (see `fold.ts`).
 */

/** How words of a script come down to their stem. `(?=.{3})`: three letters have to remain. */
export interface Affixes {
  /** Regular expression: words that it is about, by their first letter. */
  readonly of: string;
  /** Regular expression: what is taken off at the end, once, before all else; empty: nothing. */
  readonly after: string;
  /** Regular expression: one particle at the beginning, taken off as often as there is one … */
  readonly before: string;
  /** … unless one of these would remain: they are words that only look like the rest of one. */
  readonly whole: readonly string[];
}

/** One entry a script. */
export const AFFIXES: readonly Affixes[] = [
  {
    of: '^[\u0600-\u06ff]',
    // The plural and the pronoun ها, which Persian writes in three ways.
    after: '(?<=.{3})(?:هايي|هاي|ها)$',
    // و ف ب ك ل and the article, joined to the word. The three prepositions begin many short words of their own.
    before: '^(?:(?:[وف]|ال)(?=.{3})|[بكل](?=.{4}))',
    whole: ['لدي', 'لديه', 'لديها', 'لديهم'],
  },
  { of: '^[\u0590-\u05ff]', after: '', before: '^[והבכלמש](?=.{3})', whole: [] },
];

/** Written joined, with a zero-width mark or apart: `می‌شود`, `میشود`, `می شود`. They go to the word after them … */
export const LEADING = ['مي', 'نمي'];
/** … or before them: `کتاب‌ها`, `کتاب ها`. */
export const TRAILING = ['ها', 'هاي', 'هايي', 'تر', 'ترين'];
