/**
 * Isolation of foreign runs in plain strings. A right-to-left line shows a Latin name, a telephone number or a signed
 * number in the right order only when the run is isolated; everything else is left to the browser.
 */
import { escapeText } from '../html.js';
import type { Direction } from '../model.js';
import { DIGIT, LTR } from './bidi-chars.js';
import { findRtlSpans } from './bidi-ltr-base.js';
import { findSpans, type Span } from './bidi-runs.js';

/** A part of a string. `tag` null: as it is; else an element that isolates it, with this `dir` if one is stated. */
export interface Run {
  readonly text: string;
  readonly dir: Direction | null;
  readonly tag: 'bdi' | 'bdo' | null;
}

export type { Span };

/**
 * One test tells most paragraphs of the press apart: only right-to-left letters, spaces, plain numbers and punctuation
 * that needs nothing. (A Latin letter, a sign, a mark of handles and addresses, or digits in groups: look closer.)
 */
const SUSPECT = new RegExp(
  `[${LTR}@#+−±$€£¥₪₹=×÷<>\\\\_~^|*]|[-–]\\.?[${DIGIT}]|[${DIGIT}][ \\u00a0(]\\(?[${DIGIT}]`,
  'u',
);

/** Embeddings, overrides and isolates typed into the text: they reorder what is read, and ours do their work. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const HAS_CONTROLS = /[\u202a-\u202e\u2066-\u2069]/;

/** Leaves out embedding, override and isolate controls; U+200E, U+200F, U+061C and joiners stay. */
export function dropControls(text: string): string {
  return HAS_CONTROLS.test(text) ? text.replace(CONTROLS, '') : text;
}

const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]|[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
const NONE: readonly Span[] = [];

/** A run that needs isolation: where, with which stated direction, by which element. */
export interface Isolate {
  readonly start: number;
  readonly end: number;
  readonly dir: Direction | null;
  readonly tag: 'bdi' | 'bdo';
}

/** Where the runs of a string are that need isolation on a line of this direction. In order, not overlapping. */
export function isolationSpans(text: string, base: Direction): readonly Isolate[] {
  if (base === 'rtl') return SUSPECT.test(text) ? findSpans(text) : NONE;
  return RTL_LETTER.test(text) ? findRtlSpans(text) : NONE;
}

/** Bidi runs of a plain string. Joined together their texts are the string again. Linear in its length. */
export function isolate(text: string, base: Direction): Run[] {
  const runs: Run[] = [];
  let at = 0;
  for (const { start, end, dir, tag } of isolationSpans(text, base)) {
    if (start > at) runs.push({ text: text.slice(at, start), dir: null, tag: null });
    runs.push({ text: text.slice(start, end), dir, tag });
    at = end;
  }
  if (at < text.length) runs.push({ text: text.slice(at), dir: null, tag: null });
  return runs;
}

/** Plain string → inline HTML with its runs isolated. */
export function isolateHtml(text: string, base: Direction): string {
  const spans = isolationSpans(text, base);
  if (spans.length === 0) return escapeText(text);
  let html = '';
  let at = 0;
  for (const { start, end, dir, tag } of spans) {
    html += escapeText(text.slice(at, start));
    html += dir ? `<${tag} dir="${dir}">` : `<${tag}>`;
    html += `${escapeText(text.slice(start, end))}</${tag}>`;
    at = end;
  }
  return html + escapeText(text.slice(at));
}
