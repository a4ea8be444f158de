/** A line about the author below the text begins with the name that signs it: "X is a writer in Y". */
import { fold } from '../../fold.js';
import { readByline } from '../bylines/byline.js';
import type { Observation } from '../observe/observe.js';
import { type Decoded, decode, type Model, pin } from './decode.js';
import { STATE_ROLES } from './states.js';

/** Why such a line is part of the byline. */
export const AUTHOR_LINE = {
  rule: 'author-line',
  because: 'it stands below the text and begins with the name of its author',
};

/** So many lines below the last of the body, and so long. */
const REACH = 3;
const LONGEST = 160;
const TEXT = new Set(['body', 'list', 'quote', 'pullquote', 'subhead', 'readalso']);

/** `free`: may the line get another role? `tell` is told which lines were settled. */
export function settleAuthorLines(
  model: Model,
  points: Float64Array,
  decoded: Decoded,
  seen: readonly Observation[],
  lang: string,
  free: (index: number) => boolean,
  tell: (index: number) => void,
): Decoded {
  const roles = [...decoded.states].map((state) => STATE_ROLES[state] ?? '');
  const last = roles.findLastIndex((role) => TEXT.has(role));
  let names: string[] | null = null;
  let changed = false;
  for (let index = last + 1; last > 0 && index <= last + REACH && index < seen.length; index++) {
    const line = seen[index] as Observation;
    if (roles[index] !== 'furniture' || line.shape.length > LONGEST || line.shape.words < 4 || !free(index))
      continue;
    if (line.cues.whole.length > 0 || line.dateShare > 0.3) continue;
    names ??= namesOf(seen, roles, last, lang);
    if (!names.some((name) => line.folded.startsWith(`${name} `))) continue;
    pin(points, index, 'byline');
    tell(index);
    changed = true;
  }
  return changed ? decode(model, points) : decoded;
}

/** The names of two words and more that the lines above the text sign with, folded. */
function namesOf(
  seen: readonly Observation[],
  roles: readonly string[],
  last: number,
  lang: string,
): string[] {
  return seen.flatMap(({ text }, index) => {
    if (index > last || roles[index] !== 'byline') return [];
    const found = readByline(text, lang);
    return [...(found?.authors ?? []), ...(found?.translators ?? [])]
      .map(fold)
      .filter((name) => name.includes(' '));
  });
}
