/**
 * Part of an address, made from a file name or a label: letters, digits and single hyphens, in the script of the text.
 *
 * Vowel marks, tatweel, invisible marks and punctuation go; U+200C and spaces become a hyphen; hamza forms stay
 * (they are letters); Arabic and Persian digits become ASCII, so that no address has two spellings of a number.
 */

/** Letters of a part. Longer ones make addresses that no messenger shows whole. */
const MOST_LETTERS = 60;
/**
 * Bytes of a part in UTF-8. File systems take 255 for a name; `.html`, the mark of a collision and the mark of a
 * file that is being written come on top.
 */
const MOST_BYTES = 200;

const PLAIN = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** Arabic harakat and Quranic marks, Hebrew niqqud and accents, tatweel: not Thaana, whose vowels are marks, too. */
const VOWELS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08d3-\u08e1\u08e3-\u08ff]/g;
/** Apostrophes and quotation marks belong to the word: `don't`, `צה"ל`. Invisible marks are nothing at all. */
const INSIDE =
  /["'`\u00b4\u02b0-\u02ff\u05f3\u05f4\u2018-\u201f\u2032\u2033]|(?!\u200c)\p{Cf}|\p{Variation_Selector}/gu;
const BETWEEN = /[^\p{L}\p{M}\p{Nd}]+/gu;
const EASTERN_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;

/** The part for a text; empty when the text has neither letter nor digit. */
export function slugify(text: string): string {
  if (PLAIN.test(text) && text.length <= MOST_LETTERS) return text;
  const letters = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(INSIDE, '')
    .replace(VOWELS, '')
    .replace(EASTERN_DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(BETWEEN, '-')
    .normalize('NFC')
    .replace(/^[-\p{M}]+/u, '');
  return cut(letters, MOST_LETTERS).replace(/-+$/, '');
}

/** The part with a mark that tells it from another of the same name: `ahdath-k3x9a2`. */
export function withMark(part: string, mark: string): string {
  const room = MOST_LETTERS - mark.length - 1;
  const kept = cut(part, room).replace(/-+$/, '');
  return kept === '' ? mark : `${kept}-${mark}`;
}

/** At most so many letters and MOST_BYTES; at a hyphen when one is near the end. */
function cut(part: string, most: number): string {
  if (part.length <= Math.min(most, MOST_BYTES / 3)) return part;
  let letters = 0;
  let bytes = 0;
  let end = 0;
  for (const letter of part) {
    bytes += utf8Length(letter);
    if (++letters > most || bytes > MOST_BYTES) {
      const hyphen = part.lastIndexOf('-', end);
      return hyphen > end * 0.6 ? part.slice(0, hyphen) : part.slice(0, end);
    }
    end += letter.length;
  }
  return part;
}

function utf8Length(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
