/**
 * Text → the words that it is found by: folded, marks off, without what joins them to the sentence. The script of the
 * search page (`templates/assets/search.js`) does the same to a query with the tables of `settings.ts`.
 */
import { COMPATIBILITY, foldUnit } from '../fold.js';
import { LEADING, TRAILING } from './affixes.js';
import { addToHash, type Vocabulary } from './vocabulary.js';

/** Longer ones are no words. */
export const LONGEST = 40;
/** Letters of the shortest word that is found. */
export const SHORTEST = 2;

const UNKNOWN = 0;
const DROPPED = 1;
const SPACE = 2;
const QUOTE = 3;
const OTHER = 4;
/** From here on: the folded unit of a letter or a digit. */
const LETTER = 0x30;
/** By code unit: one of these, or what it is folded to. */
const table = new Uint16Array(0x10000);

function kindOf(unit: number): number {
  const folded = foldUnit(unit);
  let kind = OTHER;
  if (folded === 0) kind = DROPPED;
  else if (folded === 0x20) kind = SPACE;
  else if (folded === 0x22 || folded === 0x27) kind = QUOTE;
  else if (/^[\p{L}\p{N}\p{M}]$/u.test(String.fromCharCode(folded))) kind = folded;
  table[unit] = kind;
  return kind;
}

const units = new Uint16Array(LONGEST);
const leading = new Set(LEADING);
const trailing = new Set(TRAILING);
const LONGEST_PARTICLE = Math.max(...[...LEADING, ...TRAILING].map((word) => word.length));

/**
 * Calls `take` with the number of every word of a text, in order. Words that stand for one (`می شود`) come as one, too,
 * after their parts.
 */
export function eachWord(text: string, vocabulary: Vocabulary, take: (number: number) => void): void {
  const source = COMPATIBILITY.test(text) ? text.normalize('NFKC') : text;
  const { length } = source;
  /** The word before, when nothing but a space lies between; and whether that space was there. */
  let before = -1;
  let spaced = false;
  let at = 0;
  while (at < length) {
    const first = kindAt(source, at);
    if (first < LETTER) {
      at++;
      if (first === SPACE && !spaced) spaced = true;
      else if (first !== DROPPED && first !== SPACE) before = -1;
      continue;
    }
    let count = 0;
    let hash = 0;
    for (; at < length; at++) {
      const kind = kindAt(source, at);
      if (kind >= LETTER) {
        if (count < LONGEST) units[count] = kind;
        hash = addToHash(hash, kind);
        count++;
      } else if (kind === DROPPED) continue;
      // Inside a word a quotation mark is part of it: צה״ל, d’Oran.
      else if (kind !== QUOTE || !goesOn(source, at + 1)) break;
    }
    if (count < SHORTEST || count > LONGEST) {
      before = -1;
    } else {
      const number = vocabulary.find(units, count, hash);
      take(number);
      if (before >= 0 && spaced) takePair(vocabulary, before, number, take);
      before = number;
    }
    spaced = false;
  }
}

/** Whether a letter comes next, marks apart. */
function goesOn(text: string, from: number): boolean {
  let at = from;
  while (at < text.length && kindAt(text, at) === DROPPED) at++;
  return at < text.length && kindAt(text, at) >= LETTER;
}

function takePair(vocabulary: Vocabulary, one: number, two: number, take: (number: number) => void): void {
  const { words } = vocabulary;
  const [first = '', second = ''] = [words[one], words[two]];
  if (first.length > LONGEST_PARTICLE && second.length > LONGEST_PARTICLE) return;
  if (leading.has(first) || trailing.has(second)) take(vocabulary.findWord(first + second));
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const kind = table[unit] as number;
  return kind === UNKNOWN ? kindOf(unit) : kind;
}
