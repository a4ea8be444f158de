/** What one line says by itself: its shape, the phrases and the words in it, dates. Neighbours come in `features.ts`. */

import type { Cue } from '../languages/index.js';
import { fold } from './fold.js';
import {
  type CueMatch,
  FURNITURE_CUES,
  isDateWord,
  isFurnitureWord,
  isMonth,
  isOpener,
  isRelative,
  isWeekday,
  matchCues,
  tokens,
} from './lexicon.js';
import { measure, type Shape } from './shape.js';

export interface Observation {
  readonly text: string;
  readonly shape: Shape;
  /** Folded text; of a long paragraph only its beginning. */
  readonly folded: string;
  /** Folded words, likewise. */
  readonly words: readonly string[];
  readonly cues: CueMatch;
  readonly isFurniture: boolean;
  /** Share of words of buttons and forms, 0 to 1. */
  readonly furnitureShare: number;
  /** Words of buttons and forms in the first two dozen words. */
  readonly furnitureCount: number;
  /** Share of words that belong to a date, 0 to 1. */
  readonly dateShare: number;
  /** A day with its month, or numbers written as a date. */
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly isRelative: boolean;
  readonly startsWithOpener: boolean;
  /** Neither long nor with the look of a sentence. */
  readonly isShort: boolean;
  /** A paragraph: long, or one that ends like a sentence. */
  readonly isLong: boolean;
}

/** Lines longer than this are paragraphs: only their beginning is searched for phrases. */
export const PARAGRAPH = 330;
const HEAD = 120;

const NUMERIC_DATE = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;
const TIME = /\d{1,2}[:.]\d{2}/;
const NUMBER_TOKEN = /^\d[\d:./,+-]*\p{L}{0,3}$|^\d+-\p{L}{1,8}$/u;
/** Hebrew numerals of days and years: 11, 785. */
const HEBREW_NUMERAL = /^[\u05d0-\u05ea]{1,4}["'][\u05d0-\u05ea]?$/u;

export function observe(text: string): Observation {
  const shape = measure(text);
  const paragraph = text.length > PARAGRAPH;
  const folded = fold(paragraph ? text.slice(0, HEAD) : text);
  const words = tokens(folded);
  const cues = matchCues(folded, words, paragraph);
  let furniture = 0;
  let dates = 0;
  let months = 0;
  let numbers = 0;
  let relatives = 0;
  const short = words.length <= 24 && !paragraph;
  for (let at = 0; at < words.length && at < 30; at++) if (isFurnitureWord(words[at] as string)) furniture++;
  if (short) {
    for (const word of words) {
      const code = word.charCodeAt(0);
      const number =
        (code >= 0x30 && code <= 0x39 && NUMBER_TOKEN.test(word)) ||
        (code >= 0x5d0 && code <= 0x5ea && HEBREW_NUMERAL.test(word));
      if (number) {
        numbers++;
        dates++;
      } else if (isMonth(word)) {
        months++;
        dates++;
      } else if (isWeekday(word) || isDateWord(word)) dates++;
      if (isRelative(word)) relatives++;
    }
  }
  const numericDate = shape.digits >= 4 && !paragraph && NUMERIC_DATE.test(folded);
  const hasTime = shape.digits >= 3 && !paragraph && TIME.test(folded) && !numericDate;
  const glued = shape.digits >= 4 && words.length <= 12 ? gluedDate(words) : false;
  return {
    text,
    shape,
    folded,
    words,
    cues,
    isFurniture: hasFurniture(cues.whole) || hasFurniture(cues.label),
    furnitureCount: furniture,
    furnitureShare: words.length === 0 ? 0 : furniture / words.length,
    dateShare: words.length === 0 ? 0 : dates / words.length,
    hasDate: numericDate || glued || (months > 0 && numbers > 0),
    hasTime: hasTime || (numericDate && shape.digits >= 7 && TIME.test(folded.replace(NUMERIC_DATE, ' '))),
    isRelative: relatives >= 2 && words.length <= 6 && (numbers > 0 || relatives === words.length),
    startsWithOpener: words.length > 0 && isOpener(words[0] as string),
    isShort: text.length < 90 && shape.innerStops === 0,
    isLong: text.length >= 170 || (text.length >= 80 && (shape.endsWithStop || shape.innerStops > 0)),
  };
}

/** "28آب" or "اغسطس/آب": months glued to numbers or to their other name. */
function gluedDate(words: readonly string[]): boolean {
  for (const word of words) {
    const slash = word.indexOf('/');
    if (slash > 0 && isMonth(word.slice(0, slash))) return true;
  }
  return false;
}

function hasFurniture(cues: readonly Cue[]): boolean {
  for (const cue of cues) if (FURNITURE_CUES.has(cue)) return true;
  return false;
}
