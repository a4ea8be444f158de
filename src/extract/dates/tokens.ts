/** A line → tokens for reading dates: numbers of any digits, words and phrases with what they can mean, punctuation. */

import { fold } from '../../fold.js';
import type { Lexicon, Phrase, Sense } from './lexicon.js';

/** A part of a line: from `start` up to `end`, in UTF-16 units. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  /** Folded word, or the mark; digits in ASCII. */
  readonly text: string;
  /** Of a number; NaN otherwise. */
  readonly value: number;
  readonly senses: readonly Sense[];
  readonly start: number;
  readonly end: number;
}

const PIECE =
  /([0-9\u0660-\u0669\u06f0-\u06f9]+)|((?:[\p{L}\p{M}\u0640\u200c\u200d]|(?<=[\u05d0-\u05ea])["'\u05f3\u05f4\u2019\u201d](?=[\u05d0-\u05ea])|(?<=[\u05d0-\u05ea])['\u05f3])+)|[^\s\u200b-\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]/gu;

/** Tokens of a line; spaces and invisible marks are left out. Phrases of several words become one token. */
export function tokenize(line: string, lexicon: Lexicon): readonly Token[] {
  const plain: Token[] = [];
  for (const match of line.matchAll(PIECE)) {
    const [text, digits, word] = match;
    const start = match.index;
    const end = start + text.length;
    if (digits !== undefined) {
      const ascii = fold(digits);
      plain.push({ kind: 'number', text: ascii, value: Number(ascii), senses: [], start, end });
    } else {
      plain.push({
        kind: word === undefined ? 'mark' : 'word',
        text: fold(text),
        value: Number.NaN,
        senses: [],
        start,
        end,
      });
    }
  }
  return joinPhrases(plain, lexicon);
}

function joinPhrases(plain: readonly Token[], lexicon: Lexicon): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < plain.length; ) {
    const token = plain[at];
    if (token === undefined) break;
    const found = token.kind === 'word' ? findPhrase(plain, at, lexicon) : null;
    if (found === null) {
      tokens.push(token);
      at += 1;
    } else {
      tokens.push({ ...token, senses: found.senses, end: plain[found.next - 1]?.end ?? token.end });
      at = found.next;
    }
  }
  return tokens;
}

interface Found {
  readonly senses: readonly Sense[];
  readonly next: number;
}

function findPhrase(tokens: readonly Token[], at: number, lexicon: Lexicon): Found | null {
  const word = tokens[at]?.text ?? '';
  const whole = longest(tokens, at, word, lexicon);
  if (whole !== null) return whole;
  for (const prefix of lexicon.prefixes) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 2) continue;
    const rest = named(longest(tokens, at, word.slice(prefix.length), lexicon));
    if (rest !== null) return rest;
  }
  for (const suffix of lexicon.suffixes) {
    if (!word.endsWith(suffix) || word.length < suffix.length + 2) continue;
    const rest = named(longest(tokens, at, word.slice(0, -suffix.length), lexicon));
    if (rest !== null) return rest;
  }
  return null;
}

/** Letters may be glued to names only: months and weekdays. */
function named(found: Found | null): Found | null {
  const names =
    found?.senses.filter(({ kind }) => kind === 'month' || kind === 'month-word' || kind === 'weekday') ?? [];
  return found === null || names.length === 0 ? null : { senses: names, next: found.next };
}

function longest(tokens: readonly Token[], at: number, first: string, lexicon: Lexicon): Found | null {
  for (const phrase of lexicon.phrases.get(first) ?? []) {
    const next = matches(phrase, tokens, at, lexicon.suffixes);
    if (next !== null) return { senses: phrase.senses, next };
  }
  return null;
}

/** The index after the phrase, full stops of an abbreviation passed over; null when it does not stand here. */
function matches(
  phrase: Phrase,
  tokens: readonly Token[],
  at: number,
  suffixes: readonly string[],
): number | null {
  let next = at + 1;
  for (const [index, word] of phrase.words.entries()) {
    if (index === 0) continue;
    if (tokens[next]?.text === '.') next += 1;
    const token = tokens[next];
    if (token?.kind !== 'word') return null;
    const last = index === phrase.words.length - 1;
    if (token.text !== word && !(last && suffixes.some((suffix) => token.text === word + suffix)))
      return null;
    next += 1;
  }
  return next;
}

/** The first sense of a kind that a token has. */
export function sense<Kind extends Sense['kind']>(
  token: Token | undefined,
  kind: Kind,
): Extract<Sense, { kind: Kind }> | undefined {
  return token?.senses.find(
    (candidate): candidate is Extract<Sense, { kind: Kind }> => candidate.kind === kind,
  );
}
