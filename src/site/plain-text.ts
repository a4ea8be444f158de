/** Texts for places that hold no mark-up: document titles, attributes, feeds, JSON. */
import type { Direction } from '../model.js';

const RLM = '\u200f';
const RLI = '\u2067';
const PDI = '\u2069';
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g;
const LETTER = /\p{L}/u;
const RTL_LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Without embeddings, overrides and isolates: one that is left open would reorder what follows. */
export function withoutControls(text: string): string {
  return text.replace(CONTROLS, '');
}

/** Begins with U+200F where the text alone would be laid out from the left. */
export function titleText(text: string, dir: Direction): string {
  const plain = withoutControls(text);
  if (dir === 'ltr') return plain;
  const first = LETTER.exec(plain)?.[0];
  return first !== undefined && RTL_LETTER.test(first) ? plain : RLM + plain;
}

/** In isolates, so that it keeps its order in a list of the other direction. */
export function isolated(text: string, dir: Direction): string {
  return dir === 'rtl' ? RLI + withoutControls(text) + PDI : withoutControls(text);
}

/** At most so many letters, cut at a word, with `…` for what was cut. */
export function shorten(text: string, letters: number): string {
  if (text.length <= letters) return text;
  const points = [...text.slice(0, letters * 2 + 2)];
  if (points.length <= letters) return text;
  const cut = points.slice(0, letters - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,،;؛:.–—-]{1,8}$/u, '')}…`;
}
