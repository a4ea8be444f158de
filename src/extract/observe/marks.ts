/** Quotation marks and decoration at the ends of a line, taken off for what is published. */

const OPENING = /^[\s"'“”„‟«»‘’‚‹›״׳❝❞❮❯>*\u200e\u200f]+/u;
const CLOSING = /[\s"'“”„‟«»‘’‚‹›״׳❝❞\u200e\u200f]+$/u;
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '“',
  '«': '»',
  '"': '"',
  '‘': '’',
  '’': '‘',
  '„': '”',
  '״': '״',
};

/** A pull quote without the marks drawn around it; a quotation that opens and closes inside keeps its marks. */
export function withoutOuterMarks(line: string): string {
  const text = withoutOuterStop(line.trim());
  let bare = text.replace(OPENING, '').replace(CLOSING, '');
  // a mark taken off at one end belongs to a quotation inside when its partner is left without company
  const first = text.charAt(0);
  const last = text.at(-1) ?? '';
  const partner = PAIRS[first];
  if (
    partner !== undefined &&
    partner !== first &&
    count(bare, partner) > count(bare, first) &&
    !isMark(last)
  ) {
    bare = first + bare;
  }
  const opener = Object.keys(PAIRS).find((mark) => PAIRS[mark] === last && mark !== last);
  if (opener !== undefined && count(bare, opener) > count(bare, last) && !isMark(first)) bare += last;
  return bare;
}

/** `«…».` is a quotation with the sentence's stop behind its mark: the stop goes with the marks. */
function withoutOuterStop(text: string): string {
  const stop = text.at(-1) ?? '';
  const mark = text.at(-2) ?? '';
  return /[.،,۔]/.test(stop) && PAIRS[text.charAt(0)] === mark ? text.slice(0, -1) : text;
}

function isMark(char: string): boolean {
  return PAIRS[char] !== undefined || char === '»' || char === '”';
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++;
  return found;
}

const DECORATION = /^[\s|»«›‹<>\\/:•·▪*#=~_←→–—-]+|[\s|»«›‹<>\\/:•·▪*#=~_←→–—-]+$/gu;

/** A label without bullets, arrows, bars and colons at its ends. */
export function withoutDecoration(text: string): string {
  return text.replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '').replace(DECORATION, '');
}
