/**
 * Joins pieces to the runs that are isolated: a Latin name of several words with the brackets and quotation marks inside
 * it is one run; a list of names is as many runs as names; sentence punctuation stays outside.
 */
import { CLOSER, DIGIT, LTR, QUOTE, RTL, SPACE } from './chars.js';
import { COMMA_SUFFIX, COUNTED, LAST_MEMBER, RELEASE, UNITS, ZONE_OFFSET } from './names.js';
import { findPieces, type Piece } from './pieces.js';

/**
 * Where a run stands in its text, the direction that its element states (null: the browser finds it), and whether the
 * element overrides: Arabic-Indic digits in several groups keep running from the right in a left-to-right isolate.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly dir: 'ltr' | null;
  readonly tag: 'bdi' | 'bdo';
}

const BREAK = new RegExp(`[${RTL}]`, 'u');
const SPACES = new RegExp(`^[\\s${SPACE}]+$`, 'u');
const ONE_SPACE = new RegExp(`^[${SPACE}]$`, 'u');
const OPENER_BEFORE = new RegExp(`[${QUOTE}'](?=[^\\s${RTL}${LTR}${DIGIT}]*$)`, 'u');
const JOINING = /^\s*[&+×→⟶←↔⇒=≈≠~@•·?!]?\s*$/u;
const PLAIN_NAME = new RegExp(`^[${LTR}](?:[${LTR}${DIGIT}\\s.,:;!?'’&+\\-‐-―()"“”‘…®™©°′″²³₀-₉]*)$`, 'u');
const LOWER_WORD = /^\p{Ll}{2,}$/u;
const SUM_GAP = /^\s*[-+−×÷*=≠≈≤≥]\s*$/u;
const SUM_MARK = /[+×÷=≠≈≤≥]/u;
/** A passage of at least so many words, half of them in lower case, is foreign prose and stays whole. */
const PROSE_WORDS = 6;

/** Runs to isolate in a right-to-left text, in order, not overlapping. Linear in the length of the text. */
export function findSpans(text: string): Span[] {
  const pieces = findPieces(text);
  const spans: Span[] = [];
  const quotes = new QuoteFinder(text);
  for (let first = 0; first < pieces.length; ) {
    let last = first;
    while (last + 1 < pieces.length && !BREAK.test(gap(text, pieces, last))) last++;
    readStretch(text, pieces, first, last, quotes, spans);
    first = last + 1;
  }
  return spans;
}

function gap(text: string, pieces: readonly Piece[], index: number): string {
  return text.slice((pieces[index] as Piece).end, (pieces[index + 1] as Piece).start);
}

/** Finds closing marks; asks the text once for each kind, so that hostile openers cost nothing. */
class QuoteFinder {
  private readonly next = new Map<string, number>();
  private readonly text: string;
  private zone = -1;

  constructor(text: string) {
    this.text = text;
  }

  /** Index of the closing mark before the next right-to-left letter; -1 when there is none. */
  closing(opener: string, from: number): number {
    const mark = CLOSER[opener] as string;
    let at = this.next.get(mark) ?? -1;
    if (at < from) {
      at = this.text.indexOf(mark, from);
      while (at >= 0 && mark.match(/['’]/) && /\p{L}/u.test(this.text.charAt(at + 1)))
        at = this.text.indexOf(mark, at + 1);
      if (at < 0) at = Number.POSITIVE_INFINITY;
      this.next.set(mark, at);
    }
    if (at === Number.POSITIVE_INFINITY) return -1;
    if (this.zone < from) {
      ZONE.lastIndex = from;
      this.zone = ZONE.exec(this.text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return at < this.zone ? at : -1;
  }
}
const ZONE = new RegExp(`[${RTL}]`, 'gu');

/** The pieces `first..last` have no right-to-left letter between them. */
function readStretch(
  text: string,
  pieces: readonly Piece[],
  first: number,
  last: number,
  quotes: QuoteFinder,
  spans: Span[],
): void {
  const prose = isProse(text, pieces, first, last);
  for (let index = first; index <= last; ) {
    const piece = pieces[index] as Piece;
    const quoted = readQuotation(text, pieces, index, last, quotes, spans);
    if (quoted > index) {
      index = quoted;
      continue;
    }
    if (piece.kind === 'word')
      index = prose
        ? readProse(text, pieces, index, last, spans)
        : readName(text, pieces, index, last, spans);
    else if (piece.kind === 'number' || piece.kind === 'other')
      index = readNumber(text, pieces, index, last, spans);
    else {
      const unit = SIGNED.test(text.charAt(piece.start)) && hasUnit(text, pieces, index, last);
      if (unit) index++;
      pushNumber(text, piece.start, (pieces[index] as Piece).end, spans);
      index++;
    }
  }
}

/** A quotation that is Latin from mark to mark is one run, its own punctuation included. */
function readQuotation(
  text: string,
  pieces: readonly Piece[],
  index: number,
  last: number,
  quotes: QuoteFinder,
  spans: Span[],
): number {
  const piece = pieces[index] as Piece;
  const from = index > 0 ? (pieces[index - 1] as Piece).end : 0;
  const before = text.slice(Math.max(from, piece.start - 8), piece.start);
  const opener = OPENER_BEFORE.exec(before);
  if (!opener) return index;
  const start = piece.start - before.length + opener.index + 1;
  const previous = text.charAt(start - 2);
  if (opener[0] === "'" && previous && !/[\s([]/.test(previous)) return index;
  const close = quotes.closing(opener[0], start);
  if (close < piece.end) return index;
  let end = index;
  let latin = false;
  while (end <= last && (pieces[end] as Piece).end <= close) {
    latin ||= (pieces[end] as Piece).kind === 'word';
    end++;
  }
  if (!latin || (end <= last && (pieces[end] as Piece).start < close)) return index;
  let stop = close;
  while (stop > start && /\s/.test(text.charAt(stop - 1))) stop--;
  push(text, start, stop, spans);
  return end;
}

/** Foreign prose: many words, most of them in lower case. */
function isProse(text: string, pieces: readonly Piece[], first: number, last: number): boolean {
  if (last - first + 1 < PROSE_WORDS) return false;
  let lower = 0;
  let words = 0;
  for (let index = first; index <= last; index++) {
    const piece = pieces[index] as Piece;
    if (piece.kind !== 'word') continue;
    words++;
    if (piece.end - piece.start < 20 && LOWER_WORD.test(text.slice(piece.start, piece.end))) lower++;
  }
  return words >= PROSE_WORDS && lower * 2 >= words;
}

function readProse(
  text: string,
  pieces: readonly Piece[],
  index: number,
  last: number,
  spans: Span[],
): number {
  const start = (pieces[index] as Piece).start;
  let end = (pieces[last] as Piece).end;
  const inner = /[.!?]["”’)]?\s/.test(text.slice(start, end));
  let depth = bracketDepth(text, start, end);
  for (; end < text.length && depth > 0 && text.charAt(end) === ')'; end++) depth--;
  if (inner) while (end < text.length && /[.!?…]/.test(text.charAt(end))) end++;
  push(text, start, end, spans);
  return last + 1;
}

function bracketDepth(text: string, from: number, to: number): number {
  let depth = 0;
  for (let index = from; index < to; index++) {
    const mark = text.charAt(index);
    if (mark === '(') depth++;
    else if (mark === ')') depth--;
  }
  return depth;
}

const SIGNED = /[+\-−±]/;
const POINT = /^[NSEWCF]$/;

/** Whether the piece after a number is its unit: `85 km/h`, `−20 °C`, `13.2° E`, `14:05 GMT+2`. */
function hasUnit(text: string, pieces: readonly Piece[], index: number, last: number): boolean {
  const next = index < last ? (pieces[index + 1] as Piece) : null;
  if (next?.kind !== 'word' || next.end - next.start > 10) return false;
  const between = gap(text, pieces, index);
  const word = text.slice(next.start, next.end);
  if (ONE_SPACE.test(between) && (UNITS.has(word) || ZONE_OFFSET.test(word))) return true;
  return POINT.test(word) && /°\s?$/.test(text.slice(next.start - 2, next.start));
}

/** A number with the unit behind it, or a sum; a plain number alone needs nothing. */
function readNumber(
  text: string,
  pieces: readonly Piece[],
  index: number,
  last: number,
  spans: Span[],
): number {
  const piece = pieces[index] as Piece;
  if (hasUnit(text, pieces, index, last)) {
    pushNumber(text, piece.start, (pieces[index + 1] as Piece).end, spans);
    return index + 2;
  }
  if (piece.kind === 'other') return index + 1;
  let end = index;
  let sum = false;
  while (end < last && (pieces[end + 1] as Piece).kind === 'number' && SUM_GAP.test(gap(text, pieces, end))) {
    sum ||= SUM_MARK.test(gap(text, pieces, end));
    end++;
  }
  const stop = (pieces[end] as Piece).end;
  if (sum && !ARABIC_DIGIT.test(text.slice(piece.start, stop))) pushNumber(text, piece.start, stop, spans);
  return end + 1;
}

/** Brackets and marks open at once inside a name; more is no name, and would be read again and again. */
const DEPTH = 3;

interface Opened {
  readonly mark: string;
  /** Index of the last piece before the mark. */
  readonly before: number;
}

/** A Latin name: words, one number after each word, brackets and quotation marks that close inside it. */
function readName(
  text: string,
  pieces: readonly Piece[],
  first: number,
  last: number,
  spans: Span[],
): number {
  const open: Opened[] = [];
  let index = first;
  while (index < last) {
    const next = pieces[index + 1] as Piece;
    const between = gap(text, pieces, index);
    if (next.kind === 'atom') break;
    if (next.kind === 'other' && !RELEASE.test(text.slice(next.start, Math.min(next.end, next.start + 24))))
      break;
    if (next.kind !== 'word' && !takesNumber(text, pieces, index, between, open.length > 0)) break;
    if (!joins(text, between, next, index, open)) break;
    index++;
  }
  let end = (pieces[index] as Piece).end;
  while (open.length > 0) {
    const { mark, before } = open[open.length - 1] as Opened;
    if (text.charAt(end) === CLOSER[mark]) {
      end++;
      open.pop();
      continue;
    }
    // A bracket that closes behind Arabic words is not part of the name.
    const outer = open[0] as Opened;
    index = outer.before;
    end = (pieces[index] as Piece).end;
    open.length = 0;
    if (before < first) return first + 1;
  }
  push(text, (pieces[first] as Piece).start, end, spans);
  return index + 1;
}

/** Whether a number belongs to the name before it: `iPhone 15`, `Oppenheimer (2023)`; not `Windows 11 | 2024`. */
function takesNumber(
  text: string,
  pieces: readonly Piece[],
  index: number,
  between: string,
  inside: boolean,
): boolean {
  const word = pieces[index] as Piece;
  const number = pieces[index + 1] as Piece;
  const following = pieces[index + 2];
  if (word.kind !== 'word') return false;
  const bracketed = /^\s\($/.test(between) && text.charAt(number.end) === ')';
  if (bracketed || inside || /^\s*[=≈≠]\s*$/.test(between)) return true;
  if (!SPACES.test(between) || HAS_DIGIT.test(text.slice(word.start, word.end))) return false;
  if (COUNTED.test(text.slice(number.end, number.end + 16))) return false;
  if (following?.kind === 'word' && ONE_SPACE.test(text.slice(number.end, following.start))) {
    return !UNITS.has(text.slice(following.start, following.end));
  }
  return true;
}
const HAS_DIGIT = new RegExp(`[${DIGIT}]`, 'u');

/** Whether what stands between two pieces keeps them in one name; keeps the account of open brackets and marks. */
function joins(text: string, between: string, next: Piece, index: number, open: Opened[]): boolean {
  if (between.length > 24) return false;
  let rest = '';
  for (let at = 0; at < between.length; at++) {
    const mark = between.charAt(at);
    const current = open[open.length - 1];
    if (current && mark === CLOSER[current.mark]) open.pop();
    else if (CLOSER[mark] && mark !== "'" && mark !== '”') {
      const before = between.charAt(at - 1);
      if ((at > 0 && !/[\s([]/.test(before)) || open.length >= DEPTH) return false;
      open.push({ mark, before: index });
    } else if (/[)\]}”»]/.test(mark)) return false;
    else if (mark === '’' || mark === "'") continue;
    else rest += mark;
  }
  if (open.length > 0) return true;
  if (JOINING.test(rest) && !/[?!]/.test(rest)) return true;
  if (/^:\s+$/.test(rest)) return true;
  if (!/^,\s+$/.test(rest)) return false;
  // `Tesla, Inc.` and `The Good, the Bad and the Ugly` are one name; a list of names has capitals.
  const word = text.slice(next.start, Math.min(next.end + 1, next.start + 20));
  if (COMMA_SUFFIX.test(word) || /^\p{Ll}{2,}[\s,.]/u.test(word)) return true;
  return LAST_MEMBER.test(latinFrom(text, next.start));
}

/** Up to the next right-to-left letter or the end of a sentence. */
function latinFrom(text: string, start: number): string {
  const part = text.slice(start, start + 80);
  const stop = part.search(STOP);
  return stop < 0 ? part : part.slice(0, stop);
}
const STOP = new RegExp(`[${RTL}.!?;]`, 'u');

function push(text: string, start: number, end: number, spans: Span[]): void {
  const run = end - start < 400 ? text.slice(start, end) : text.slice(start, start + 400);
  spans.push({ start, end, dir: PLAIN_NAME.test(run) && !CODE_CALL.test(run) ? null : 'ltr', tag: 'bdi' });
}

const ARABIC_DIGIT = /[٠-٩]/;
const ARABIC_GROUPS = /[٠-٩][^٠-٩.,٫٬/:]+[٠-٩]/;

function pushNumber(text: string, start: number, end: number, spans: Span[]): void {
  const short = end - start < 64 ? text.slice(start, end) : '';
  spans.push({ start, end, dir: 'ltr', tag: ARABIC_GROUPS.test(short) ? 'bdo' : 'bdi' });
}
const CODE_CALL = /\w\(/;
