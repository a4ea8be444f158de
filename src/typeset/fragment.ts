/**
 * The text fragment of a pull quote: a directive that makes the browser scroll to the sentence in the body.
 * Syntax: WICG Scroll To Text Fragment, `text=start,end`, percent-encoded where they are ASCII, with `-` and `,` encoded too.
 */
import { fold } from '../fold.js';

/** Quotations of at most so many words are given whole. */
const WHOLE = 6;
const START = 4;
const END = 3;

const GAP = /\s+/gu;
const EDGE_START = /^[^\p{L}\p{N}]+/u;
const EDGE_END = /[^\p{L}\p{N}\p{M}%٪]+$/u;
/** Keeps words apart while a whole text is folded at once. */
const BORDER = '\u0001';
const NO_WORD = new RegExp(`[^\\p{L}\\p{N}${BORDER}]+`, 'gu');

interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Directive for the passage of `body` (the paragraph that holds the sentence) that repeats `quote`; null when the quote's
 * words are not there. `before` gives the text of the article up to that paragraph: the start words are made unique
 * against it.
 */
export function textFragment(quote: string, body: string, before: () => string): string | null {
  const wanted = words(quote);
  const held = words(body);
  const place = locate(wanted, held);
  if (!place) return null;
  const { from, to } = place;
  const passage = (a: number, b: number) => trim(body.slice(held[a]?.start, held[b]?.end));
  if (to - from + 1 <= WHOLE) return directive([passage(from, to)]);
  const earlier = before();
  let length = START;
  while (length < to - from - END && earlier.includes(passage(from, from + length - 1))) length++;
  return directive([passage(from, from + length - 1), passage(to - END + 1, to)]);
}

function words(text: string): Word[] {
  const folded = fold(text.replace(GAP, BORDER)).replace(NO_WORD, '').split(BORDER);
  const found: Word[] = [];
  let start = 0;
  GAP.lastIndex = 0;
  for (const word of folded) {
    const gap = GAP.exec(text);
    const end = gap?.index ?? text.length;
    if (word) found.push({ folded: word, start, end });
    start = end + (gap?.[0].length ?? 0);
  }
  return found;
}

/** The words of the body that the quote repeats: exactly, or from its first three words to its last two. */
function locate(wanted: readonly Word[], held: readonly Word[]): { from: number; to: number } | null {
  if (wanted.length === 0) return null;
  const text = ` ${held.map((word) => word.folded).join(' ')} `;
  const find = (part: readonly Word[], after: number) => {
    const at = text.indexOf(` ${part.map((word) => word.folded).join(' ')} `, after);
    return at < 0 ? null : at;
  };
  const index = (at: number) => countSpaces(text, at);
  const whole = find(wanted, 0);
  if (whole !== null) return { from: index(whole), to: index(whole) + wanted.length - 1 };
  const head = find(wanted.slice(0, 3), 0);
  if (head === null) return null;
  const tail = find(wanted.slice(-2), head);
  const from = index(head);
  if (tail === null) return { from, to: Math.min(held.length - 1, from + 2) };
  const to = index(tail) + Math.min(2, wanted.length) - 1;
  return to - from < wanted.length * 2 + 8 ? { from, to } : { from, to: Math.min(held.length - 1, from + 2) };
}

function countSpaces(text: string, end: number): number {
  let spaces = 0;
  for (let at = text.indexOf(' '); at >= 0 && at < end; at = text.indexOf(' ', at + 1)) spaces++;
  return spaces;
}

/** Marks of quotation and sentence off, so that the browser's word boundaries fit. */
function trim(text: string): string {
  return text.replace(EDGE_START, '').replace(EDGE_END, '');
}

/** Letters beyond ASCII are left to the browser, which escapes them: a third of the bytes in the page. */
function encodeAscii(text: string): string {
  return text.replace(/[\0-\x7f]+/g, (ascii) => encodeURIComponent(ascii).replaceAll('-', '%2D'));
}

function directive(parts: readonly string[]): string | null {
  if (parts.some((part) => part === '')) return null;
  return `text=${parts.map((part) => encodeAscii(part.toWellFormed())).join(',')}`;
}
