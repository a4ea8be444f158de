/**
 * The order of names in lists. Runtimes have no order for Sorani, Sindhi and Dhivehi and change the others from version
 * to version, so the order is that of our own alphabets: digits, letters of the language, Latin letters, the rest.
 */
import { locale } from './locale.js';
import { digits } from './numbers.js';
import { alphabets, TWINS } from './tables/alphabets.js';
import type { StringsLang } from './types.js';

const SPACE = 1;
const DIGITS = 2;
const OWN = 0x100;
const LATIN = 0x800;
const OTHER = 0x1000;

interface Order {
  readonly ranks: ReadonlyMap<string, number>;
  readonly ignored: ReadonlySet<string>;
}

const orders = new Map<StringsLang, Order>();

function orderOf(lang: StringsLang): Order {
  const known = orders.get(lang);
  if (known !== undefined) return known;
  const { letters, variants, marks } = alphabets[lang];
  const ranks = new Map<string, number>();
  letters.forEach((letter, at) => {
    for (const shape of [letter, ...(variants[letter] ?? '')]) ranks.set(shape, OWN + at);
  });
  for (const family of TWINS) {
    const own = [...family].find((letter) => ranks.has(letter));
    const rank = own === undefined ? undefined : ranks.get(own);
    if (rank !== undefined) for (const letter of family) if (!ranks.has(letter)) ranks.set(letter, rank);
  }
  const order = { ranks, ignored: new Set(marks) };
  orders.set(lang, order);
  return order;
}

function sortKey(name: string, { ranks, ignored }: Order): readonly number[] {
  const letters = [...digits(name.normalize('NFC'), 'latn').toLowerCase()].filter(
    (each) => !ignored.has(each),
  );
  const key: number[] = [];
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters[at] ?? '';
    const pair = ranks.get(letter + (letters[at + 1] ?? ''));
    if (pair !== undefined && at + 1 < letters.length) {
      key.push(pair);
      at += 1;
    } else key.push(...rankOf(letter, ranks));
  }
  return key;
}

function rankOf(letter: string, ranks: ReadonlyMap<string, number>): readonly number[] {
  const own = ranks.get(letter);
  if (own !== undefined) return [own];
  if (/\s/u.test(letter)) return [SPACE];
  if (/[0-9]/.test(letter)) return [DIGITS + Number(letter)];
  const latin = /^[a-z]/.exec(letter.normalize('NFD'))?.[0];
  if (latin !== undefined) return [LATIN + latin.charCodeAt(0)];
  return /\p{L}/u.test(letter) ? [OTHER + (letter.codePointAt(0) ?? 0)] : [];
}

/**
 * Compares two names in the order of a language: word by word, vowel marks, punctuation and case put aside; names that
 * are equal so far by code point, so that the order is total.
 */
export function compareNames(lang: string): (a: string, b: string) => number {
  const order = orderOf(locale(lang).lang);
  const keys = new Map<string, readonly number[]>();
  const keyOf = (name: string): readonly number[] => {
    const key = keys.get(name) ?? sortKey(name, order);
    keys.set(name, key);
    return key;
  };
  return (a, b) => {
    const left = keyOf(a);
    const right = keyOf(b);
    const shared = Math.min(left.length, right.length);
    for (let at = 0; at < shared; at += 1) {
      const difference = (left[at] ?? 0) - (right[at] ?? 0);
      if (difference !== 0) return difference;
    }
    return left.length - right.length || a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
  };
}
