/** Which field a header word names, in any of the languages. Built once from the table. */
import { fold } from '../fold.js';
import { FIELDS, type Field, HEADER_WORDS } from '../languages/headers.js';

/** What a header word means. */
export interface KnownKey {
  readonly field: Field;
  /** Languages in which the word means this field. */
  readonly langs: readonly string[];
}

const KNOWN = new Map<string, { field: Field; langs: string[] }>();
for (const [lang, words] of Object.entries(HEADER_WORDS)) {
  for (const field of FIELDS) {
    for (const word of words[field] ?? []) {
      const key = foldKey(word);
      const known = KNOWN.get(key);
      // Where two languages disagree on a word, the first one in the table keeps it.
      if (known === undefined) KNOWN.set(key, { field, langs: [lang] });
      else if (known.field === field) known.langs.push(lang);
    }
  }
}
for (const field of FIELDS) {
  const key = foldKey(field);
  if (!KNOWN.has(key)) KNOWN.set(key, { field, langs: ['en'] });
}

/** One spelling of a key: folded, without spaces, hyphens and underscores. */
export function foldKey(key: string): string {
  return fold(key).replace(/[\s_-]+/gu, '');
}

/** Longest key worth looking up, in UTF-16 units. */
export const LONGEST_KEY = 40;

/** The field that a key names, however it is spelled; null when it names none. */
export function knownKey(key: string): KnownKey | null {
  if (key.length > LONGEST_KEY) return null;
  return KNOWN.get(foldKey(key)) ?? null;
}

/** Every word that is understood, folded: for finding the nearest one to a mistyped key. */
export function knownWords(): Iterable<string> {
  return KNOWN.keys();
}
