/** Lines that a side-car names by their text: a correction that finds its line no more has to be said. */

import { fold } from '../../fold.js';
import type { SideCar } from '../../model.js';
import { wholeKey } from './rules.js';

/** Texts in `roles` and `drop` that none of the `lines` has, compared as `classify` compares them. */
export function missingLines(
  { roles = {}, drop = [] }: SideCar,
  lines: readonly string[],
): readonly string[] {
  const wanted = [...Object.keys(roles), ...drop];
  if (wanted.length === 0) return [];
  const there = new Set(lines.flatMap((line) => [fold(line), wholeKey(fold(line))]));
  return wanted.filter((text) => !there.has(fold(text)) && !there.has(wholeKey(fold(text))));
}
