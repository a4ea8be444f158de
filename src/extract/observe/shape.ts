/** What a line looks like, whatever its language: counted in one pass over its characters. */

/** Classes of characters that matter to the shape of a line. */
const Class = {
  other: 0,
  rtl: 1,
  latin: 2,
  digit: 3,
  space: 4,
  stop: 5,
  comma: 6,
  colon: 7,
  quote: 8,
  opening: 9,
  closing: 10,
  separator: 11,
  mark: 12,
  dash: 13,
  apostrophe: 14,
} as const;
type Class = (typeof Class)[keyof typeof Class];

const CLASSES: Uint8Array = buildClasses();

function buildClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000);
  const range = (from: number, to: number, value: Class) => classes.fill(value, from, to + 1);
  const set = (chars: string, value: Class) => {
    for (const char of chars) classes[char.charCodeAt(0)] = value;
  };
  range(0x41, 0x5a, Class.latin);
  range(0x61, 0x7a, Class.latin);
  range(0xc0, 0x24f, Class.latin);
  range(0x370, 0x52f, Class.latin);
  range(0x5d0, 0x5f2, Class.rtl);
  range(0x620, 0x64a, Class.rtl);
  range(0x66e, 0x6d5, Class.rtl);
  range(0x6ee, 0x6ef, Class.rtl);
  range(0x6fa, 0x6ff, Class.rtl);
  range(0x710, 0x7ff, Class.rtl);
  range(0x8a0, 0x8c7, Class.rtl);
  range(0xfb1d, 0xfdff, Class.rtl);
  range(0xfe70, 0xfefc, Class.rtl);
  range(0x30, 0x39, Class.digit);
  range(0x660, 0x669, Class.digit);
  range(0x6f0, 0x6f9, Class.digit);
  set(
    ' \t\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000',
    Class.space,
  );
  set('.!?\u061f\u06d4\u2026', Class.stop);
  set(',\u060c\u061b;\u066c', Class.comma);
  set(':', Class.colon);
  set('"\u201c\u201d\u201e\u201f\u00ab\u00bb\u05f4\u275d\u275e', Class.quote);
  set("'\u2018\u2019\u05f3\u2032`", Class.apostrophe);
  set('([{\ufd3f', Class.opening);
  set(')]}\ufd3e', Class.closing);
  set(
    '|<>/\\\u2022\u00b7\u203a\u2039\u2190\u2191\u2192\u2193\u25b6\u25ba\u25c4\u25cf\u25aa\u2043\u2502',
    Class.separator,
  );
  set('-\u2010\u2011\u2012\u2013\u2014\u2015_', Class.dash);
  range(0x300, 0x36f, Class.mark);
  range(0x591, 0x5c7, Class.mark);
  range(0x610, 0x61a, Class.mark);
  range(0x64b, 0x65f, Class.mark);
  range(0x200b, 0x200f, Class.mark);
  range(0x202a, 0x202e, Class.mark);
  range(0x2060, 0x206f, Class.mark);
  set('\u0640\u0670\u061c\u00ad\ufeff', Class.mark);
  range(0x6d6, 0x6ed, Class.mark);
  return classes;
}

/** Counts of what a line is made of. Lengths in UTF-16 units. */
export interface Shape {
  readonly length: number;
  readonly words: number;
  readonly letters: number;
  readonly latin: number;
  readonly digits: number;
  readonly commas: number;
  readonly quotes: number;
  readonly separators: number;
  readonly brackets: number;
  /** Stops with a space after them: sentences end inside the line. */
  readonly innerStops: number;
  /** The last letter-like thing is a stop, perhaps within closing marks. */
  readonly endsWithStop: boolean;
  readonly endsWithColon: boolean;
  readonly endsWithEllipsis: boolean;
  readonly endsWithQuestion: boolean;
  readonly startsWithQuote: boolean;
  readonly endsWithQuote: boolean;
  readonly startsWithDash: boolean;
  readonly startsWithBracket: boolean;
  readonly endsWithBracket: boolean;
  readonly startsWithDigit: boolean;
  /** Index of the first colon, -1 without one. */
  readonly colon: number;
}

/** Measures a line (white space at its ends off). */
export function measure(text: string): Shape {
  let words = 0;
  let letters = 0;
  let latin = 0;
  let digits = 0;
  let commas = 0;
  let quotes = 0;
  let separators = 0;
  let brackets = 0;
  let innerStops = 0;
  let colon = -1;
  let first: number = Class.mark;
  let last: number = Class.other;
  let stop = -1; // where the latest stop was, with nothing but closing marks since
  let stopCode = 0;
  let inWord = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const kind = CLASSES[code] as number;
    if (kind === Class.mark) continue;
    if (first === Class.mark && kind !== Class.space) first = kind;
    if (kind === Class.rtl || kind === Class.latin || kind === Class.digit) {
      if (kind === Class.digit) digits++;
      else {
        letters++;
        if (kind === Class.latin) latin++;
      }
      if (!inWord) {
        inWord = true;
        words++;
      }
      stop = -1;
    } else if (kind === Class.space) {
      inWord = false;
      if (last === Class.stop) innerStops++;
      continue;
    } else {
      switch (kind) {
        case Class.stop:
          stop = index;
          stopCode = code;
          break;
        case Class.comma:
          commas++;
          inWord = false;
          stop = -1;
          break;
        case Class.colon:
          if (colon < 0) colon = index;
          stop = -1;
          break;
        case Class.quote:
          quotes++;
          break;
        case Class.opening:
          brackets++;
          inWord = false;
          break;
        case Class.separator:
          separators++;
          inWord = false;
          stop = -1;
          break;
        case Class.dash:
          stop = -1;
          break;
        default:
          break;
      }
    }
    last = kind;
  }
  const lastCode = text.charCodeAt(text.length - 1);
  const ends = stop >= 0 && text.length - stop <= 6;
  const ellipsis = ends && (stopCode === 0x2026 || text.startsWith('...', stop - 2));
  return {
    length: text.length,
    words,
    letters,
    latin,
    digits,
    commas,
    quotes,
    separators,
    brackets,
    innerStops,
    endsWithStop: ends && !ellipsis,
    endsWithColon: last === Class.colon,
    endsWithEllipsis: ellipsis || lastCode === 0x2026,
    endsWithQuestion: ends && (stopCode === 0x3f || stopCode === 0x61f),
    startsWithQuote: first === Class.quote || first === Class.apostrophe,
    endsWithQuote: last === Class.quote || last === Class.apostrophe,
    startsWithDash: first === Class.dash,
    startsWithBracket: first === Class.opening,
    endsWithBracket: last === Class.closing,
    startsWithDigit: first === Class.digit,
    colon,
  };
}
