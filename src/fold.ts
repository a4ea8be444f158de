/**
 * Folding makes two spellings of one phrase equal, for comparing only: what is printed is never folded.
 *
 * Presentation forms become letters; harakat, niqqud, tatweel, bidi controls and zero-width marks go away; the forms
 * of alef, ya, kaf and heh become one; digits become ASCII; quotation marks and dashes become one of each; Latin
 * becomes lower case; white space becomes single spaces.
 */

const SPACE = 0x20;
const DROP = 0;

/** Code unit → folded code unit; DROP for marks that vanish. */
const TABLE: Uint16Array = buildTable();

/** Presentation forms, ligatures and full-width forms: these need Unicode's own compatibility tables first. */
export const COMPATIBILITY = /[\uf900-\ufdff\ufe30-\ufefe\uff01-\uffef\u2100-\u214f\u2460-\u24ff]/;

function buildTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  const drop = (from: number, to = from) => table.fill(DROP, from, to + 1);
  const map = (from: string, to: string) => {
    for (const char of from) table[char.charCodeAt(0)] = to.charCodeAt(0);
  };
  drop(0x0300, 0x036f); // combining marks
  drop(0x0591, 0x05bd); // Hebrew accents and niqqud
  map('\u05be', '-'); // maqaf
  drop(0x05bf);
  drop(0x05c1, 0x05c2);
  drop(0x05c4, 0x05c5);
  drop(0x05c7);
  drop(0x0610, 0x061a); // Arabic honorific and small marks
  drop(0x061c);
  drop(0x0640); // tatweel
  drop(0x064b, 0x065f); // harakat
  drop(0x0670);
  drop(0x06d6, 0x06dc);
  drop(0x06df, 0x06e4);
  drop(0x06e7, 0x06e8);
  drop(0x06ea, 0x06ed);
  drop(0x08d3, 0x08ff);
  drop(0x00ad);
  drop(0x200b, 0x200f);
  drop(0x202a, 0x202e);
  drop(0x2060, 0x206f);
  drop(0xfe00, 0xfe0f);
  drop(0xfeff);
  drop(0x1dc0, 0x1dff);
  drop(0x20d0, 0x20ff);
  map('\u0622\u0623\u0625\u0671\u0672\u0673\u0675', 'ا');
  map('\u0649\u06cc\u06cd\u06d0\u0626\u0678\u06d2\u06d3\u06ce\u06d1', 'ي');
  map('\u0643\u06a9\u06aa\u063b\u063c', 'ك');
  map('\u0629\u06c0\u06c1\u06c2\u06c3\u06d5\u06be\u06ff', 'ه');
  map('\u0624\u0676\u0677', 'و');
  for (let digit = 0; digit < 10; digit++) {
    table[0x0660 + digit] = 0x30 + digit;
    table[0x06f0 + digit] = 0x30 + digit;
  }
  map('\u066b', '.');
  map('\u066c\u060c\u201a\u3001', ',');
  map('\u061b', ';');
  map('\u061f', '?');
  map('\u06d4', '.');
  map('\u066a', '%');
  map('\u066d', '*');
  map('\u201c\u201d\u201e\u201f\u00ab\u00bb\u05f4\u2033\u275d\u275e', '"');
  map('\u2018\u2019\u201b\u05f3\u2032\u2039\u203a\u00b4\u0060\u275b\u275c', "'");
  map('\u2010\u2011\u2012\u2013\u2014\u2015\u2212', '-');
  for (const space of [0x09, 0x0a, 0x0b, 0x0c, 0x0d, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]) {
    table[space] = SPACE;
  }
  table.fill(SPACE, 0x2000, 0x200b);
  for (let code = 0x41; code <= 0x5a; code++) table[code] = code + 32;
  for (let code = 0xc0; code <= 0x24f; code++) {
    const plain = String.fromCharCode(code).toLowerCase().normalize('NFD').charCodeAt(0);
    if (code !== 0xd7 && code !== 0xf7) table[code] = plain;
  }
  return table;
}

let buffer = new Uint16Array(4096);
const CHUNK = 8192;

function decode(units: Uint16Array, length: number): string {
  if (length <= CHUNK)
    return String.fromCharCode.apply(null, units.subarray(0, length) as unknown as number[]);
  let text = '';
  for (let at = 0; at < length; at += CHUNK) {
    const piece = units.subarray(at, Math.min(length, at + CHUNK));
    text += String.fromCharCode.apply(null, piece as unknown as number[]);
  }
  return text;
}

/** Folds a text for comparing: same phrase, same string. Trimmed, single spaces. */
export function fold(text: string): string {
  const source = COMPATIBILITY.test(text) ? text.normalize('NFKC') : text;
  if (buffer.length < source.length) buffer = new Uint16Array(source.length * 2);
  let length = 0;
  let space = true;
  let differs = 0;
  for (let index = 0; index < source.length; index++) {
    const unit = source.charCodeAt(index);
    const code = TABLE[unit] as number;
    differs |= code ^ unit;
    if (code === DROP) continue;
    if (code === SPACE) {
      if (space) continue;
      space = true;
    } else space = false;
    buffer[length++] = code;
  }
  if (length > 0 && buffer[length - 1] === SPACE) length--;
  // many words are spelt as they fold: nothing to build
  const folded = differs === 0 && length === source.length ? source : decode(buffer, length);
  if (buffer.length > 1 << 20) buffer = new Uint16Array(4096);
  return folded;
}

/** A folded text and, for every unit of it, where it came from. */
export interface FoldedText {
  readonly text: string;
  /** `offsets[i]` is the index in the original of folded unit `i`; one more entry holds the original's length. */
  readonly offsets: Uint32Array;
}

/** Folds and remembers where every unit stood, so that a match in the folded text can be shown in the original. */
export function foldWithOffsets(text: string): FoldedText {
  const offsets = new Uint32Array(text.length * 18 + 1);
  const pieces: string[] = [];
  let length = 0;
  let space = true;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charAt(index);
    const wide = COMPATIBILITY.test(unit) ? unit.normalize('NFKC') : unit;
    for (let at = 0; at < wide.length; at++) {
      const code = TABLE[wide.charCodeAt(at)] as number;
      if (code === DROP || (code === SPACE && space)) continue;
      space = code === SPACE;
      pieces.push(String.fromCharCode(code));
      offsets[length++] = index;
    }
  }
  if (length > 0 && space) {
    length--;
    pieces.pop();
  }
  offsets[length] = text.length;
  return { text: pieces.join(''), offsets: offsets.slice(0, length + 1) };
}

/** Folded code unit of one code unit, 0 for a mark that vanishes. Presentation forms are left as they are. */
export function foldUnit(code: number): number {
  return TABLE[code] as number;
}

const COUNTER = /[([]\s*\d[\d,.]*\s*[)\]]/g;

/**
 * The key of a line that is a label or a button: folded, decoration at both ends and counters in brackets off.
 * `« مقالات ذات صلة (5) »` → `مقالات ذات صله`. Meant for lines of at most a few hundred characters.
 */
export function lineKey(folded: string): string {
  const counted = folded.includes('(') || folded.includes('[') ? folded.replace(COUNTER, ' ') : folded;
  const key = trimEdges(counted);
  return key.includes("'") || key.includes('"') ? key.replaceAll("'", '').replaceAll('"', '') : key;
}

const EDGE = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** What is known of a code unit: nothing yet, a letter or digit, neither, half of a pair. */
const UNKNOWN = 0;
const INNER = 1;
const EDGE_UNIT = 2;
const SURROGATE = 3;
const known = new Uint8Array(0x10000).fill(SURROGATE, 0xd800, 0xe000);

function kindOf(code: number): number {
  const kind = known[code] as number;
  if (kind !== UNKNOWN) return kind;
  const found = LETTER_OR_DIGIT.test(String.fromCharCode(code)) ? INNER : EDGE_UNIT;
  known[code] = found;
  return found;
}

/** Takes off what is neither letter nor digit at both ends. */
export function trimEdges(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end) {
    const kind = kindOf(text.charCodeAt(start));
    if (kind === SURROGATE) return text.replace(EDGE, '');
    if (kind === INNER) break;
    start++;
  }
  while (end > start) {
    const kind = kindOf(text.charCodeAt(end - 1));
    if (kind === SURROGATE) return text.replace(EDGE, '');
    if (kind === INNER) break;
    end--;
  }
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
