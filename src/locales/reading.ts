import { locale } from './locale.js';
import type { StringsLang } from './types.js';

/**
 * Words a minute of silent reading, rounded. A meta-analysis of 190 studies (Brysbaert, 2019) gives 238 for English
 * non-fiction and clearly less for Arabic and Hebrew, whose words carry what other languages write as several.
 */
const WORDS_A_MINUTE: Readonly<Record<StringsLang, number>> = {
  ar: 180,
  ckb: 180,
  dv: 180,
  en: 238,
  fa: 200,
  he: 200,
  ps: 200,
  sd: 200,
  ug: 180,
  ur: 200,
  yi: 200,
};

/** Whole minutes to read so many words, at least one. */
export function readingMinutes(words: number, lang: string): number {
  return Math.max(1, Math.round(words / WORDS_A_MINUTE[locale(lang).lang]));
}
