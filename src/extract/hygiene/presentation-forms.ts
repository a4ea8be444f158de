/**
 * Arabic presentation forms (U+FB50–FDFF, FE70–FEFC) → letters. Old systems and PDFs write the shapes instead of the
 * letters, PDFs also in the order of the screen (`visual-order.ts`). Words that are one sign (ﷲ, ﷺ, ﷼, ﴾ ﴿) stay as they are.
 */

/** Forms that are replaced; the ligatures FDF0–FDFF and the ornate brackets are left out. */
const FORM = /[\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc\ufb1d-\ufb4f]/u;
const FORMS = new RegExp(FORM.source, 'gu');

/** Does the text hold a form that stands for letters? */
export function hasForms(text: string): boolean {
  return FORM.test(text);
}

/** Letters instead of forms. */
export function unform(text: string): string {
  return text
    .replace(FORMS, (form) => form.normalize('NFKC').replace(/^[ ـ](?=\p{M})/u, ''))
    .normalize('NFC');
}

type Shape = 'isolated' | 'final' | 'initial' | 'medial';
/** The shape at the end of a word. */
export const FINAL = 'final' satisfies Shape;
/** The shape at the beginning of a word. */
export const INITIAL = 'initial' satisfies Shape;

/** Which shape a form is, by the order in its block; null where the order does not tell. */
export function shapeOf(character: string): Shape | null {
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
