/**
 * The phrases of all languages, folded once and indexed, so that a line costs a handful of look-ups. One table for all
 * languages: pages mix them, and a line must not be lost because the language of its article was guessed wrong.
 */

import { fold, lineKey, trimEdges } from '../../fold.js';
import { CUES, type Cue, languages } from '../../languages/index.js';
import { INTERVIEW_WORDS } from '../../languages/reports.js';
import { TOPIC_WORDS } from '../../languages/topics.js';

/** How a phrase was found in a line. */
export interface CueMatch {
  /** The line is the phrase (decoration and counters aside). */
  readonly whole: readonly Cue[];
  /** The line begins with the phrase and a colon; a value follows. */
  readonly label: readonly Cue[];
  /** The line begins with a phrase that may begin a line. */
  readonly start: readonly Cue[];
  /** The line ends with such a phrase, or contains it. */
  readonly inside: readonly Cue[];
}

/** Cues that stand for furniture of a page; the others belong to an article. */
export const FURNITURE_CUES: ReadonlySet<Cue> = new Set(CUES.slice(0, CUES.indexOf('read-also')));

interface Index {
  readonly whole: Map<string, Cue[]>;
  readonly start: Map<string, Cue[]>;
  /** By the first word of the phrase. */
  readonly inside: Map<string, { readonly words: readonly string[]; readonly cue: Cue }[]>;
  /** By the last word of the phrase. */
  readonly end: Map<string, { readonly words: readonly string[]; readonly cue: Cue }[]>;
  /** Most words that a phrase at the start has. */
  readonly startWords: number;
  /** First words of the phrases in `start` and in `whole`: nearly every line is told from them by its first word. */
  readonly startFirst: Set<string>;
  readonly wholeFirst: Set<string>;
}

const MAX_LABEL = 60;

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
}

function buildIndex(): Index {
  const index: Index = {
    whole: new Map(),
    start: new Map(),
    inside: new Map(),
    end: new Map(),
    startWords: 0,
    startFirst: new Set(),
    wholeFirst: new Set(),
  };
  let startWords = 0;
  for (const language of Object.values(languages)) {
    for (const cue of CUES) {
      for (const phrase of (language.cues[cue] ?? '').split('\n')) {
        const open = phrase.startsWith('…');
        const tail = phrase.endsWith('…');
        const folded = fold(phrase.replaceAll('…', ' '));
        const key = open || tail ? folded.replaceAll("'", '').replaceAll('"', '').trim() : lineKey(folded);
        if (key === '') continue;
        const words = tokens(key);
        if (words.length === 0 && !key.includes('©')) continue;
        if (open && tail) put(index.inside, words[0] ?? '', { words, cue });
        else if (open) put(index.end, words.at(-1) ?? '', { words, cue });
        else if (tail) {
          const start = trimEdges(key) === '' ? key : trimEdges(key);
          put(index.start, start, cue);
          index.startFirst.add(trimEdges(start.split(' ', 1)[0] ?? ''));
          startWords = Math.max(startWords, words.length);
        } else {
          put(index.whole, key, cue);
          index.wholeFirst.add(trimEdges(words[0] ?? ''));
        }
      }
    }
  }
  return { ...index, startWords };
}

const INDEX = buildIndex();
const NONE: readonly never[] = [];
/** A line without a known phrase. */
export const NO_MATCH: CueMatch = { whole: NONE, label: NONE, start: NONE, inside: NONE };

/** Test hook of the training script: hides phrases so that a model learns to live without them. */
let hidden: ((phrase: string) => boolean) | null = null;
/** Hides phrases and words for which `hide` says so; null: none. For training alone. */
export function hidePhrases(hide: ((phrase: string) => boolean) | null): void {
  hidden = hide;
}

/** The rule that hides phrases now: what was made under another one must be made anew. */
export function phrasesInUse(): unknown {
  return hidden;
}

function find(map: Map<string, Cue[]>, key: string): readonly Cue[] {
  const found = map.get(key);
  if (found === undefined || hidden?.(key)) return NONE;
  return found;
}

function matchesAt(words: readonly string[], at: number, phrase: readonly string[]): boolean {
  if (at < 0 || at + phrase.length > words.length) return false;
  for (let index = 0; index < phrase.length; index++) {
    if (words[at + index] !== phrase[index]) return false;
  }
  return true;
}

function join(a: readonly Cue[], b: readonly Cue[]): readonly Cue[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  return [...a, ...b.filter((cue) => !a.includes(cue))];
}

/**
 * Finds the phrases in a folded line. A paragraph (`paragraph` true) is asked only how it begins: words of buttons
 * occur in sentences too.
 */
export function matchCues(folded: string, words: readonly string[], paragraph: boolean): CueMatch {
  const clean = folded.includes("'") || folded.includes('"') ? folded.replace(/['"]/g, '') : folded;
  const head = paragraph ? clean.slice(0, 80) : clean;
  let whole: readonly Cue[] = NONE;
  let label: readonly Cue[] = NONE;
  let inside: readonly Cue[] = NONE;
  // a line with quotation marks in its words or a counter before them is looked up in full
  const telling = clean === folded && !folded.includes('(') && !folded.includes('[');
  if (!paragraph && (!telling || INDEX.wholeFirst.has(trimEdges(words[0] ?? '')))) {
    whole = find(INDEX.whole, lineKey(clean));
  }
  const colon = head.indexOf(':');
  if (colon > 0 && colon <= MAX_LABEL) label = find(INDEX.whole, lineKey(head.slice(0, colon)));
  else if (colon < 0) label = findCommaLabel(head);
  const begin = skipEdge(head);
  let start: readonly Cue[] = NONE;
  let at = begin;
  for (let count = 0; count < INDEX.startWords && at < head.length; count++) {
    let next = head.indexOf(' ', at);
    if (next < 0) next = head.length;
    const phrase = trimEdges(head.slice(begin, next));
    if (count === 0 && !INDEX.startFirst.has(phrase)) break;
    const found = find(INDEX.start, phrase);
    if (found.length > 0) start = join(found, start);
    at = next + 1;
  }
  if (head.startsWith('©')) start = join(start, find(INDEX.start, '©'));
  for (let position = 0; position < words.length; position++) {
    for (const phrase of INDEX.inside.get(words[position] as string) ?? NONE) {
      if (matchesAt(words, position, phrase.words) && !hidden?.(phrase.words.join(' '))) {
        inside = join(inside, [phrase.cue]);
      }
    }
  }
  if (!paragraph) {
    for (const phrase of INDEX.end.get(words.at(-1) ?? '') ?? NONE) {
      const from = words.length - phrase.words.length;
      if (from > 0 && matchesAt(words, from, phrase.words) && !hidden?.(phrase.words.join(' '))) {
        inside = join(inside, [phrase.cue]);
      }
    }
  }
  if (whole.length + label.length + start.length + inside.length === 0) return NO_MATCH;
  return { whole, label, start, inside };
}

/** Labels that some broadcasters part from their value by a comma: "Author, …", "Image source, …". */
const COMMA_LABELS: readonly Cue[] = ['by', 'credit', 'caption', 'source'];
const MAX_COMMA_LABEL = 24;

function findCommaLabel(head: string): readonly Cue[] {
  const comma = head.indexOf(',');
  if (comma <= 0 || comma > MAX_COMMA_LABEL) return NONE;
  const found = find(INDEX.whole, lineKey(head.slice(0, comma)));
  return found.some((cue) => COMMA_LABELS.includes(cue)) ? found : NONE;
}

/** The words of a folded text: runs without a space, punctuation at their ends off. */
export function tokens(folded: string): string[] {
  const words: string[] = [];
  let at = 0;
  while (at < folded.length) {
    let end = folded.indexOf(' ', at);
    if (end < 0) end = folded.length;
    let from = at;
    let to = end;
    while (from < to && !isWordUnit(folded.charCodeAt(from))) from++;
    while (to > from && !isWordUnit(folded.charCodeAt(to - 1))) to--;
    if (to > from) words.push(folded.slice(from, to));
    at = end + 1;
  }
  return words;
}

/** Index of the first letter or digit (or of the copyright sign's neighbour). */
function skipEdge(text: string): number {
  for (let index = 0; index < text.length && index < 12; index++) {
    if (isWordUnit(text.charCodeAt(index))) return index;
  }
  return 0;
}

function isWordUnit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code < 0x2000);
}

/** Kinds of single words, as bits. */
export const Word = {
  furniture: 1,
  month: 2,
  weekday: 4,
  date: 8,
  relative: 16,
  opener: 32,
  topic: 64,
  interview: 128,
} as const;

const WORD_LISTS = [
  ['furnitureWords', Word.furniture],
  ['months', Word.month],
  ['weekdays', Word.weekday],
  ['dateWords', Word.date],
  ['relative', Word.relative],
  ['openers', Word.opener],
] as const;

/** Small words glued to the next one: article and conjunctions, Arabic and Hebrew. */
const PREFIXES = ['وال', 'و', 'بال', 'ب', 'لل', 'ال', 'ל', 'ה', 'ו', 'ב'];

/** Folded word → kinds. Words of buttons and sections stand here with what may be glued to them, too. */
const WORDS: ReadonlyMap<string, number> = (() => {
  const map = new Map<string, number>();
  const add = (words: string, bit: number) => {
    for (const word of words.split(' ')) {
      const folded = tokens(fold(word))[0] ?? '';
      if (folded !== '') map.set(folded, (map.get(folded) ?? 0) | bit);
    }
  };
  for (const language of Object.values(languages)) {
    for (const [list, bit] of WORD_LISTS) add(language[list], bit);
    add((language.cues.section ?? '').replaceAll('\n', ' '), Word.topic);
  }
  for (const words of Object.values(TOPIC_WORDS)) add(words, Word.topic);
  for (const words of Object.values(INTERVIEW_WORDS)) add(words ?? '', Word.interview);
  for (const [word, kinds] of [...map]) {
    const carried = kinds & (Word.furniture | Word.topic);
    if (carried === 0 || word.length < 3) continue;
    for (const prefix of PREFIXES) {
      const glued = prefix + word;
      if (sameScript(prefix, word) && !map.has(glued)) map.set(glued, carried);
    }
  }
  return map;
})();

function sameScript(a: string, b: string): boolean {
  return a.charCodeAt(0) < 0x600 === b.charCodeAt(0) < 0x600;
}

/** Kinds of a folded word; a word of buttons or of sections is found with what is glued to it, too. */
export function wordKinds(word: string): number {
  const kinds = WORDS.get(word) ?? 0;
  return hidden?.(word) ? kinds & ~(Word.furniture | Word.topic) : kinds;
}

/** Is the folded word the name of a month, in any calendar and language? */
export const isMonth = (word: string): boolean => ((WORDS.get(word) ?? 0) & Word.month) !== 0;

/** Is it a word that names of sections are made of? */
export const isTopicWord = (word: string): boolean => (wordKinds(word) & Word.topic) !== 0;

/** Is it a word by which a text says that it is an interview? */
export const isInterviewWord = (word: string): boolean => ((WORDS.get(word) ?? 0) & Word.interview) !== 0;
