/** What one line says by itself: its shape, the phrases and the words in it, dates. Neighbours come in `features.ts`. */

import { fold } from '../../fold.js';
import type { Cue } from '../../languages/index.js';
import {
  type CueMatch,
  FURNITURE_CUES,
  isMonth,
  matchCues,
  phrasesInUse,
  tokens,
  Word,
  wordKinds,
} from './lexicon.js';
import { Recall, SHORT_LINE_KEPT } from './recall.js';
import { measure, type Shape } from './shape.js';

/** What is known of a line without its neighbours. */
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
  /** One to five words, all of which names of sections are made of. */
  readonly isTopic: boolean;
  /** Share of words that belong to a date, 0 to 1. */
  readonly dateShare: number;
  /** A day with its month, or numbers written as a date. */
  readonly hasDate: boolean;
  readonly hasTime: boolean;
  readonly isRelative: boolean;
  readonly startsWithOpener: boolean;
  /** An item of a list, a row of a table, a turn of a dialogue: short, and part of a text. */
  readonly isItem: boolean;
  /** It begins with a speaker and a colon. */
  readonly isTurn: boolean;
  /** Neither long nor with the look of a sentence. */
  readonly isShort: boolean;
  /** A paragraph: long, or one that ends like a sentence. */
  readonly isLong: boolean;
}

/** Lines longer than this are paragraphs: only their beginning is searched for phrases. */
const PARAGRAPH = 330;
/** So are shorter ones that end with a stop. */
const SENTENCE = 140;
const HEAD = 120;

const ITEM = /^(?:[•▪●◦‣⁃■□►▶✓✔➤*–-]\s*|[([]?[\d٠-٩۰-۹]{1,2}\s?[-.)\]–—۔:]\s*)\p{L}/u;
/** "Q: …", "س: …", "Name: …": questions, answers, dialogues. */
const TURN = /^[\p{L}\p{M}'".]{1,12}(?: [\p{L}\p{M}'".]{1,12})?\s*[:：]\s*\S/u;

function looksLikeItem(text: string, shape: Shape, isTurn: boolean): boolean {
  if (isTurn || (shape.startsWithDash && shape.words > 1) || text.includes('\t')) return true;
  const code = text.charCodeAt(0);
  const plain = (code >= 0x5d0 && code <= 0x65f) || (code >= 0x66e && code <= 0x6d5);
  return !plain && ITEM.test(text);
}

const NUMERIC_DATE = /\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}/;
const TIME = /\d{1,2}[:.]\d{2}/;
const NUMBER_TOKEN = /^\d[\d:./,+-]*\p{L}{0,3}$|^\d+-\p{L}{1,8}$/u;
/** Hebrew numerals of days and years: 11, 785. */
const HEBREW_NUMERAL = /^[\u05d0-\u05ea]{1,4}["'][\u05d0-\u05ea]?$/u;

const kept = new Recall<Observation>();
let keptUnder = phrasesInUse();

/** What a line says by itself. */
export function observe(text: string): Observation {
  if (keptUnder !== phrasesInUse()) {
    kept.forget();
    keptUnder = phrasesInUse();
  }
  return kept.take(text, look);
}

/** The phrases in a short text, whatever its line is. */
export function cuesOf(text: string): CueMatch {
  if (text.length <= SHORT_LINE_KEPT) return observe(text).cues;
  const folded = fold(text);
  return matchCues(folded, tokens(folded), false);
}

function look(text: string): Observation {
  const shape = measure(text);
  const paragraph =
    text.length > PARAGRAPH || (text.length > SENTENCE && shape.endsWithStop && !text.startsWith('©'));
  const folded = fold(paragraph ? text.slice(0, HEAD) : text);
  const words = tokens(folded);
  const cues = matchCues(folded, words, paragraph);
  let furniture = 0;
  let dates = 0;
  let months = 0;
  let numbers = 0;
  let relatives = 0;
  let topics = 0;
  const short = words.length <= 24 && !paragraph;
  const most = paragraph && text.length > 400 ? 0 : 30;
  for (let at = 0; at < words.length && at < most; at++) {
    const word = words[at] as string;
    const kinds = wordKinds(word);
    if (kinds & Word.furniture) furniture++;
    if (!short) continue;
    const code = word.charCodeAt(0);
    if (
      (code >= 0x30 && code <= 0x39 && NUMBER_TOKEN.test(word)) ||
      (code >= 0x5d0 && code <= 0x5ea && HEBREW_NUMERAL.test(word))
    ) {
      numbers++;
      dates++;
    } else if (kinds & Word.month) {
      months++;
      dates++;
    } else if (kinds & (Word.weekday | Word.date)) dates++;
    if (kinds & Word.relative) relatives++;
    if (kinds & Word.topic) topics++;
  }
  const numericDate = shape.digits >= 4 && !paragraph && NUMERIC_DATE.test(folded);
  const hasTime = shape.digits >= 3 && !paragraph && TIME.test(folded) && !numericDate;
  const glued = shape.digits >= 4 && words.length <= 12 ? gluedDate(words) : false;
  const isFurniture = hasFurniture(cues.whole) || hasFurniture(cues.label);
  const isTurn = shape.colon > 0 && shape.colon <= 28 && TURN.test(text);
  return {
    text,
    shape,
    folded,
    words,
    cues,
    isFurniture,
    isTurn,
    isItem: !isFurniture && shape.letters > 0 && looksLikeItem(text, shape, isTurn),
    furnitureCount: furniture,
    furnitureShare: words.length === 0 ? 0 : furniture / words.length,
    isTopic: topics > 0 && topics === words.length && topics <= 5 && shape.digits === 0,
    dateShare: words.length === 0 ? 0 : dates / words.length,
    hasDate: numericDate || glued || (months > 0 && numbers > 0),
    hasTime: hasTime || (numericDate && shape.digits >= 7 && TIME.test(folded.replace(NUMERIC_DATE, ' '))),
    isRelative: relatives >= 2 && words.length <= 6 && (numbers > 0 || relatives === words.length),
    startsWithOpener: words.length > 0 && (wordKinds(words[0] as string) & Word.opener) !== 0,
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
