/**
 * Arabic presentation forms (U+FB50–FDFF, FE70–FEFC) → letters. Old systems and PDFs write the shapes instead of the
 * letters, PDFs also in the order of the screen. Words that are one sign (ﷲ, ﷺ, ﷼, ﴾ ﴿) stay as they are.
 */

/** Forms that are replaced; the ligatures FDF0–FDFF and the ornate brackets are left out. */
const FORM = /[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc\ufb1d-\ufb4f]/u;
const FORMS = new RegExp(FORM.source, 'gu');
const RUN = /[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc\u064b-\u0652]+/gu;

export function hasForms(text: string): boolean {
  return FORM.test(text);
}

/** Letters instead of forms, in reading order. */
export function unform(text: string): string {
  const logical = isReversed(text) ? reverse(text) : text;
  return logical
    .replace(FORMS, (form) => form.normalize('NFKC').replace(/^[ ـ](?=\p{M})/u, ''))
    .normalize('NFC');
}

type Shape = 'isolated' | 'final' | 'initial' | 'medial';

/** Which shape a form is, by the order in its block; null where the order does not tell. */
function shapeOf(character: string): Shape | null {
  const code = character.charCodeAt(0);
  if (code >= 0xfe80 && code <= 0xfefc) return SHAPES[code - 0xfe80] ?? null;
  if (code >= 0xfb50 && code <= 0xfbb1) return LATE_SHAPES[code - 0xfb50] ?? null;
  return null;
}

/** Letters from hamza (FE80) to ya (FEF4), then lam-alef: how many shapes each has, in the order of the block. */
const FORM_COUNTS = [
  1,
  2,
  2,
  2,
  2,
  4,
  2,
  4,
  2,
  ...Array.from({ length: 5 }, () => 4),
  4,
  2,
  2,
  2,
  2,
  ...Array.from({ length: 12 }, () => 4),
  4,
  2,
  2,
  4,
  2,
  2,
  2,
  2,
];
const LATE_COUNTS = [
  2,
  ...Array.from({ length: 13 }, () => 4),
  2,
  2,
  2,
  2,
  2,
  2,
  4,
  4,
  4,
  4,
  2,
  4,
  2,
  4,
  4,
  2,
  2,
];
const SHAPES = expand(FORM_COUNTS);
const LATE_SHAPES = expand(LATE_COUNTS);

function expand(counts: readonly number[]): readonly Shape[] {
  const all: readonly Shape[] = ['isolated', 'final', 'initial', 'medial'];
  return counts.flatMap((count) => all.slice(0, count));
}

/**
 * Whether the words stand in the order of the screen: a word then begins with a final form and ends with an initial
 * one. Said only when several words agree and none objects.
 */
function isReversed(text: string): boolean {
  let backward = 0;
  for (const [word] of text.matchAll(RUN)) {
    const letters = [...word].map(shapeOf).filter((shape) => shape !== null);
    if (letters.length < 2) continue;
    const first = letters[0];
    const last = letters.at(-1);
    if (first === 'initial' || last === 'final') return false;
    if (first === 'final' || last === 'initial') backward += 1;
  }
  return backward >= 2;
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};
const LEFT_TO_RIGHT =
  /[0-9A-Za-z\u0660-\u0669\u06f0-\u06f9\u00c0-\u024f](?:[0-9A-Za-z\u0660-\u0669\u06f0-\u06f9\u00c0-\u024f.,:/%@_+-]*[0-9A-Za-z\u0660-\u0669\u06f0-\u06f9\u00c0-\u024f])?|\P{M}\p{M}*/gu;

/** Turns a line round; numbers and Latin words keep their own order, brackets are mirrored back. */
function reverse(text: string): string {
  const pieces = text.match(LEFT_TO_RIGHT) ?? [];
  return pieces
    .map((piece) => MIRRORED[piece] ?? piece)
    .reverse()
    .join('');
}
