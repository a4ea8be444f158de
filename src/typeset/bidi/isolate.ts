/**
 * Isolation of foreign runs in plain strings. A right-to-left line shows a Latin name, a telephone number or a signed
 * number in the right order only when the run is isolated; everything else is left to the browser.
 */
import { escapeText } from '../../html.js';
import type { Direction } from '../../model.js';
import { LTR } from './chars.js';
import { findRtlSpans } from './ltr-base.js';
import { findSpans, type Span } from './runs.js';

/** A part of a string. `tag` null: as it is; else an element that isolates it, with this `dir` if one is stated. */
export interface Run {
  readonly text: string;
  readonly dir: Direction | null;
  readonly tag: 'bdi' | 'bdo' | null;
}

export type { Span };

/** Needs a closer look: a Latin letter, a sign, a mark of handles, sums and addresses. */
const SUSPECT = 1;
/** Needs an escape in HTML. */
const ESCAPED = 2;
/** A line end, or a control that is taken out. */
export const UNWANTED = 4;
const DIGITS = 8;

/** What a code unit asks for; most letters of the press ask for nothing. */
const FLAGS: Uint8Array = buildFlags();

function buildFlags(): Uint8Array {
  const flags = new Uint8Array(0x10000);
  const letter = new RegExp(`[${LTR}@#+−±$€£¥₪₹=×÷<>\\\\_~^|*]`, 'u');
  for (let code = 0; code < 0x3000; code++) if (letter.test(String.fromCharCode(code))) flags[code] = SUSPECT;
  // Beyond: rare enough that each is looked at, but for the presentation forms of Hebrew and Arabic.
  flags.fill(SUSPECT, 0x3000, 0xfb1d);
  flags.fill(SUSPECT, 0xff00, 0x10000);
  for (const zero of [0x30, 0x660, 0x6f0]) flags.fill(DIGITS, zero, zero + 10);
  for (const char of '<&') flags[char.charCodeAt(0)] = (flags[char.charCodeAt(0)] as number) | ESCAPED;
  flags.fill(UNWANTED, 0x202a, 0x202f);
  flags.fill(UNWANTED, 0x2066, 0x206a);
  for (const char of '\n\r\u2028\u2029') flags[char.charCodeAt(0)] = UNWANTED;
  return flags;
}

/** Flags of a text in one pass: 0 for most paragraphs, which on a right-to-left line are their own HTML. */
export function scan(text: string): number {
  let found = 0;
  for (let index = 0; index < text.length; index++) {
    const flag = FLAGS[text.charCodeAt(index)] as number;
    if (flag === 0) continue;
    // A digit is suspect behind a sign, and before another group of digits.
    if (flag === DIGITS) {
      if (found & SUSPECT) continue;
      const before = index > 0 ? text.charCodeAt(index - 1) : 0;
      const after = index + 2 < text.length ? text.charCodeAt(index + 1) : 0;
      if (before === 0x2d || before === 0x2013 || before === 0x2e) found |= SUSPECT;
      else if (after === 0x20 || after === 0xa0 || after === 0x28) {
        const next = text.charCodeAt(index + 2);
        if (FLAGS[next] === DIGITS || next === 0x28) found |= SUSPECT;
      }
    } else found |= flag;
  }
  return found;
}

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
  if (base === 'rtl') return scan(text) & SUSPECT ? findSpans(text) : NONE;
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
