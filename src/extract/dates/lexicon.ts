/** The vocabulary of dates of one language, ready for look-up by folded word; months of the other languages behind it. */

import type { Calendar } from '../../calendar.js';
import { fold } from '../../fold.js';
import { languageOf } from '../../language-tag.js';
import { DATE_WORDS } from '../../languages/dates/index.js';
import type { DateWords } from '../../languages/dates/words.js';

/** What a phrase can mean. One phrase may have several senses: `م` is "CE" after a year and "pm" after a time. */
export type Sense =
  | { readonly kind: 'month'; readonly calendar: Calendar; readonly month: number }
  /** Makes a month of the number before it: `3-ئاي`. */
  | { readonly kind: 'month-word'; readonly calendar: Calendar }
  /** A day of the month as a word: "second". */
  | { readonly kind: 'day'; readonly day: number }
  | { readonly kind: 'label'; readonly which: 'published' | 'updated' }
  | { readonly kind: 'era'; readonly calendar: Calendar }
  | { readonly kind: 'zone'; readonly offset: string }
  | { readonly kind: 'weekday' | 'joint' | 'clock' | 'am' | 'pm' | 'night' | 'today' | 'ago' | 'unit' };

/** Folded words that mean something in dates, and what they can mean. */
export interface Phrase {
  readonly words: readonly string[];
  readonly senses: Sense[];
}

/** What a language writes in dates, made ready to be looked up. */
export interface Lexicon {
  /** By first word, longest phrase first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  readonly lowYears: Calendar;
}

const built = new Map<string, Lexicon>();

/** The lexicon of a language; one that we have no table for gets the names of all others. */
export function dateLexicon(lang: string): Lexicon {
  const code = languageOf(lang).toLowerCase();
  const key = Object.hasOwn(DATE_WORDS, code) ? code : code === 'prs' ? 'fa' : '';
  let lexicon = built.get(key);
  if (lexicon === undefined) {
    lexicon = build(key);
    built.set(key, lexicon);
  }
  return lexicon;
}

function build(code: string): Lexicon {
  const phrases = new Map<string, Phrase[]>();
  const add = (text: string, sense: Sense): void => {
    const words = phraseWords(text);
    const [first] = words;
    if (first === undefined) return;
    const list = phrases.get(first) ?? [];
    const same = list.find((phrase) => phrase.words.join(' ') === words.join(' '));
    if (same === undefined) list.push({ words, senses: [sense] });
    else same.senses.push(sense);
    phrases.set(first, list);
  };
  const own = DATE_WORDS[code];
  if (own !== undefined) addAll(own, add);
  if (DATE_WORDS.en !== undefined && code !== 'en') addAll(DATE_WORDS.en, add);
  for (const [other, words] of Object.entries(DATE_WORDS)) {
    if (other === code || other === 'en') continue;
    addNames(words, add);
    if (own === undefined) addLabels(words, add);
  }
  for (const list of phrases.values()) list.sort((a, b) => b.words.length - a.words.length);
  return {
    phrases,
    prefixes: own?.prefixes.map(fold) ?? [],
    suffixes: own?.suffixes.map(fold) ?? [],
    lowYears: own?.lowYears ?? 'gregory',
  };
}

/** Folded words of a phrase; full stops of abbreviations part words. */
function phraseWords(text: string): readonly string[] {
  return fold(text.replaceAll('.', ' '))
    .split(' ')
    .filter((word) => word !== '');
}

type Add = (text: string, sense: Sense) => void;

function addAll(words: DateWords, add: Add): void {
  addNames(words, add);
  addLabels(words, add);
  for (const kind of ['clock', 'am', 'pm', 'night', 'ago'] as const)
    for (const word of words[kind]) add(word, { kind });
  for (const word of words.joints) add(word, { kind: 'joint' });
  words.ordinals?.forEach((spellings, index) => {
    for (const word of spellings.split('|')) add(word, { kind: 'day', day: index + 1 });
  });
  for (const word of words.units) add(word, { kind: 'unit' });
  for (const word of words.relativeDays) add(word, { kind: 'today' });
  for (const [word, offset] of Object.entries(words.zones)) add(word, { kind: 'zone', offset });
  for (const [calendar, eras] of Object.entries(words.eras)) {
    for (const word of eras ?? []) add(word, { kind: 'era', calendar: calendar as Calendar });
  }
}

function addLabels(words: DateWords, add: Add): void {
  for (const which of ['published', 'updated'] as const)
    for (const word of words[which]) add(word, { kind: 'label', which });
}

function addNames(words: DateWords, add: Add): void {
  for (const { calendar, names } of words.months) {
    names.forEach((spellings, index) => {
      for (const name of spellings.split('|')) {
        const numbered = /^\d+-(.+)$/u.exec(name)?.[1];
        if (numbered !== undefined) add(numbered, { kind: 'month-word', calendar });
        else add(name, { kind: 'month', calendar, month: index + 1 });
      }
    });
  }
  for (const names of words.weekdays) for (const name of names.split('|')) add(name, { kind: 'weekday' });
}
