/**
 * Bytes of unknown origin → text. In this order: byte order mark, strict UTF-8, UTF-16 by the place of its zero bytes,
 * then letter statistics among the one-byte code pages of Arabic, Hebrew and Latin text. Nothing is guessed silently:
 * the answer names the encoding, and a text that cannot be decided upon is refused.
 */
import { LETTERS } from '../languages/letters.js';
import { CODE_PAGES, type CodePage, decodeCodePage } from './codepages.js';
import { FORBIDDEN, survey } from './survey.js';
import { decodeUtf7 } from './utf7.js';
import { decodeUtf8 } from './utf8.js';

/** `text` is null when no encoding fits; then `encoding` names the likeliest one, if any. */
export interface Decoded {
  readonly text: string | null;
  /** WHATWG label. */
  readonly encoding: string;
  /** How it is known: stated by a mark, proven by its form, or guessed. */
  readonly how: 'mark' | 'form' | 'guess';
  /** What the text holds (`survey.ts`); 0 without a text. */
  readonly bits: number;
}

/** Decodes a whole file, byte order mark removed. Linear; UTF-8 takes the fast way out. */
export function decode(bytes: Uint8Array): Decoded {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return found(decodeUtf16(bytes.subarray(2), true), 'utf-16le', 'mark');
  if (a === 0xfe && b === 0xff) return found(decodeUtf16(bytes.subarray(2), false), 'utf-16be', 'mark');
  const marked = a === 0xef && b === 0xbb && c === 0xbf;
  const utf8 = decodeUtf8(marked ? bytes.subarray(3) : bytes);
  if (marked) return { text: utf8?.text ?? null, encoding: 'utf-8', how: 'mark', bits: utf8?.bits ?? 0 };
  // Text in UTF-16 that happens to be UTF-8 as well is full of zeros.
  const order = utf8 === null || (utf8.bits & FORBIDDEN) !== 0 ? byteOrder(bytes, utf8?.text ?? null) : null;
  if (order !== null) return found(decodeUtf16(bytes, order === 'le'), `utf-16${order}`, 'form');
  const utf7 = utf8 === null || utf8.text.length !== bytes.length ? null : decodeUtf7(utf8.text);
  if (utf7 !== null) return found(utf7, 'utf-7', 'form');
  return utf8 === null ? guessCodePage(bytes) : { ...utf8, encoding: 'utf-8', how: 'form' };
}

function found(text: string | null, encoding: string, how: Decoded['how']): Decoded {
  return { text, encoding, how, bits: text === null ? 0 : survey(text) };
}

function decodeUtf16(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  const even = bytes.length - (bytes.length % 2);
  for (let start = 0; start < even; start += 8192) {
    const units: number[] = [];
    for (let at = start; at < Math.min(start + 8192, even); at += 2)
      units.push(view.getUint16(at, littleEndian));
    parts.push(String.fromCharCode(...units));
  }
  // Half a character at the end or a lone surrogate is damage: it shows as U+FFFD and is reported with its line.
  return parts.join('').toWellFormed() + (even < bytes.length ? '\uFFFD' : '');
}

/**
 * UTF-16 without a mark. Its spaces, digits, line ends and Latin letters have a zero in the upper byte, and the letters
 * of one script share an upper byte (06 Arabic, 05 Hebrew, 07 Thaana), so one side of each pair is nearly constant.
 */
function byteOrder(bytes: Uint8Array, utf8: string | null): 'le' | 'be' | null {
  if (bytes.length < 4 || bytes.length % 2 === 1) return null;
  if (utf8 !== null && !utf8.includes('\0')) return null;
  const end = Math.min(bytes.length, 4096) & ~1;
  const upper = { le: 0, be: 0 };
  for (let at = 0; at < end; at += 2) {
    if (isUpper(bytes[at + 1] ?? 0xff, bytes[at] ?? 0)) upper.le += 1;
    if (isUpper(bytes[at] ?? 0xff, bytes[at + 1] ?? 0)) upper.be += 1;
  }
  const need = (end / 2) * 0.95;
  if (upper.le >= need && upper.le > upper.be) return 'le';
  if (upper.be >= need && upper.be > upper.le) return 'be';
  return null;
}

/** Whether the pair is a character of running text: blocks 05 to 08, 20, FB to FE, or ASCII and Latin-1 letters. */
function isUpper(high: number, low: number): boolean {
  if (high === 0) return low >= 0x20 || low === 0x0a || low === 0x0d || low === 0x09;
  return (high >= 0x05 && high <= 0x08) || high === 0x20 || high >= 0xfb;
}

const CANDIDATES: readonly { readonly page: CodePage; readonly script: keyof typeof LETTERS }[] = [
  { page: 'windows-1256', script: 'arabic' },
  { page: 'iso-8859-6', script: 'arabic' },
  { page: 'windows-1255', script: 'hebrew' },
  { page: 'iso-8859-8', script: 'hebrew' },
  { page: 'windows-1252', script: 'latin' },
];

/**
 * Chooses the code page under which the upper half of the bytes reads most like running text: mean logarithm of the
 * letters' frequencies, a heavy price for bytes without a meaning and for control characters.
 */
function guessCodePage(bytes: Uint8Array): Decoded {
  const counts = new Uint32Array(256);
  for (const byte of bytes) counts[byte] = (counts[byte] ?? 0) + 1;
  const scored = CANDIDATES.map(({ page, script }) => ({ page, score: readability(counts, page, script) }));
  scored.sort((x, y) => y.score - x.score);
  const [best, next] = scored;
  if (best === undefined || next === undefined) return found(null, 'unknown', 'guess');
  if (!isText(counts) || best.score < ACCEPT) return found(null, 'unknown', 'guess');
  const text = decodeCodePage(bytes, best.page);
  // A byte without a meaning in the page proves the guess wrong: digits and letters would be lost in silence.
  if (MEANINGLESS.test(text)) return found(null, best.page, 'guess');
  // Two pages that give the same letters differ in a few signs only: the first of the list is the common one.
  const doubtful =
    best.score - next.score < MARGIN && letters(text) !== letters(decodeCodePage(bytes, next.page));
  return found(doubtful ? null : text, best.page, 'guess');
}

function letters(text: string): string {
  return text.replace(/\P{L}/gu, '');
}

const MEANINGLESS = /[\u0080-\u009f\ufffd]/;

/** Mean log likelihood a letter below which no candidate is believed, and the lead the best one must have. */
const ACCEPT = -5.5;
const MARGIN = 0.25;
const UNSEEN = Math.log(0.0002);
const IMPOSSIBLE = Math.log(0.000001);

function readability(counts: Uint32Array, page: CodePage, script: keyof typeof LETTERS): number {
  const frequencies = LETTERS[script];
  const table = CODE_PAGES[page];
  let sum = 0;
  let high = 0;
  // Latin text is mostly ASCII: a text of upper bytes is in a code page that is not among these.
  if (script === 'latin' && upperShare(counts) > 0.5) return Number.NEGATIVE_INFINITY;
  for (let byte = 0x80; byte < 0x100; byte += 1) {
    const count = counts[byte] ?? 0;
    if (count === 0) continue;
    const character = table.charAt(byte - 0x80);
    const frequency = frequencies[character];
    if (frequency !== undefined) sum += count * Math.log(frequency / 1000);
    else if (character === '\uFFFD' || character < '\u00a0') sum += count * IMPOSSIBLE;
    else if (PUNCTUATION.has(character)) sum += count * Math.log(0.02);
    else sum += count * UNSEEN;
    high += count;
  }
  return high === 0 ? Number.NEGATIVE_INFINITY : sum / high;
}

/** Bytes of the upper half for each ASCII letter. */
function upperShare(counts: Uint32Array): number {
  let upper = 0;
  let ascii = 0;
  for (let byte = 0x41; byte < 0x100; byte += 1) {
    const count = counts[byte] ?? 0;
    if (byte >= 0x80) upper += count;
    else if (/[a-z]/iu.test(String.fromCharCode(byte))) ascii += count;
  }
  return upper / Math.max(1, ascii);
}

const PUNCTUATION = new Set([
  ...'«»“”‘’–—…•،؛؟\u00a0\u200c\u200e\u200f\u0640\u064b\u064e\u064f\u0650\u0651\u0652©®',
]);

/** Text has few control characters besides line ends and tabs. */
function isText(counts: Uint32Array): boolean {
  let controls = 0;
  let all = 0;
  for (let byte = 0; byte < 256; byte += 1) {
    const count = counts[byte] ?? 0;
    all += count;
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) controls += count;
  }
  return controls * 200 <= all;
}
