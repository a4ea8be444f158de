/**
 * The optional header of `key: value` lines at the very beginning of a text, in English or in the article's language.
 * A headline such as `ليبيا: …` or a byline such as `كتب: …` must never be taken for one, so only a block of lines with
 * known keys counts: two of them, or one that nothing printed in a newspaper begins with (`title:`, `slug:` …).
 */
import { STRONG_FIELDS } from '../languages/headers.js';
import { nearest } from '../nearest.js';
import { foldKey, type KnownKey, knownKey, knownWords, LONGEST_KEY } from './fields.js';
import type { Entry } from './metadata.js';

/** The `key: value` lines at the head of a text. */
export interface HeaderBlock {
  readonly entries: readonly Entry[];
  /** Leading lines taken, the blank line after the block included. */
  readonly lines: number;
  /** Language of the keys; null when they are English or of no single language. */
  readonly lang: string | null;
}

const NONE: HeaderBlock = { entries: [], lines: 0, lang: null };

/** More lines than any header has: a longer block is a table or a list of the text. */
const MOST_LINES = 40;

/** Finds the header; `lines` 0 when there is none. */
export function readHeader(lines: readonly string[]): HeaderBlock {
  let at = 0;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  const fenced = lines[at]?.trim() === '---';
  if (fenced) at += 1;
  const entries: Entry[] = [];
  const keys: KnownKey[] = [];
  for (; at < lines.length && entries.length <= MOST_LINES; at += 1) {
    const entry = splitLine(lines[at] ?? '', at + 1);
    if (entry === null) break;
    const known = knownKey(entry.key);
    if (known !== null) keys.push(known);
    else if (!isMistyped(entry.key, lines[at + 1], fenced)) break;
    entries.push(entry);
  }
  if (entries.length > MOST_LINES) return NONE;
  if (fenced && lines[at]?.trim() !== '---') return NONE;
  if (fenced) at += 1;
  if (keys.length < 2 && !keys.some((key) => STRONG_FIELDS.has(key.field))) return NONE;
  if (at < lines.length && lines[at]?.trim() === '') at += 1;
  return { entries, lines: at, lang: commonLang(keys) };
}

/** `key: value`, colon ASCII or full width, the key at most 40 letters; the value is the rest, colons and all. */
function splitLine(line: string, number: number): Entry | null {
  const head = line.slice(0, LONGEST_KEY + 8);
  const colon = head.search(/[:：]/u);
  if (colon < 1) return null;
  const key = head.slice(0, colon).replace(/^[\s\u200e\u200f\ufeff]+|[\s\u200e\u200f]+$/gu, '');
  if (key === '' || key.length > LONGEST_KEY || /[.!؟?،,«“"]/u.test(key)) return null;
  return { key, value: line.slice(colon + 1).trim(), line: number };
}

/** An unknown key belongs to the block when it is nearly a known one, or when the block goes on after it. */
function isMistyped(key: string, next: string | undefined, fenced: boolean): boolean {
  if (fenced) return true;
  const following = next === undefined ? null : splitLine(next, 0);
  if (following !== null && knownKey(following.key) !== null) return true;
  const folded = foldKey(key);
  return /^[a-z][a-z ]*$/u.test(folded) && nearest(folded, knownWords()) !== null;
}

/** The language that all keys which have one share. */
function commonLang(keys: readonly KnownKey[]): string | null {
  const native = keys.filter((key) => !key.langs.includes('en'));
  const [first] = native;
  return first?.langs.find((lang) => native.every((key) => key.langs.includes(lang))) ?? null;
}
