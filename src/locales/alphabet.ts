import { locale } from './locale.js';
import { alphabets } from './tables/alphabets.js';

/** Spaces, European digits and the punctuation that every newspaper uses. */
const COMMON = ' \u00a00123456789.,:;!?\'"()[]/-–—…«»‹›“”‘’„‚%+−=×*&@#·•©®°€£|';

/**
 * Every character that running text of a language is made of: letters, vowel marks, joiners, digits, punctuation. No
 * Latin letters (but in English). A font cut to the letters of a site keeps these as well, so that the next article
 * does not lack one.
 */
export function alphabet(lang: string): string {
  const own = locale(lang).lang;
  const { letters, variants, marks, signs } = alphabets[own];
  const text = letters.join('') + Object.values(variants).join('') + marks + signs + COMMON;
  return [...new Set(own === 'en' ? text + text.toUpperCase() : text)].join('');
}

/**
 * Letters of neighbouring languages, which come with names and quotations. With them in the font, the first `گ` of an archive
 * does not change it, and with it every page.
 */
export function guests(lang: string): string {
  return alphabets[locale(lang).lang].guests;
}
