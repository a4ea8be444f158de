/**
 * "Did you mean …?": the known name that is nearest to one that was mistyped.
 * Used for commands, options, config keys, template names and theme fields.
 */

/** Longer names are not typing errors of any name that we know. */
const LONGEST = 64;

/**
 * Edits that lead from `a` to `b`: insert, delete, replace a letter, or swap two neighbours
 * (the restricted Damerau-Levenshtein distance). Letters are code points.
 */
export function distance(a: string, b: string): number {
  const left = [...a];
  const right = [...b];
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, j) => j);
  for (let i = 1; i <= left.length; i++) {
    const row = [i];
    for (let j = 1; j <= right.length; j++) {
      const same = left[i - 1] === right[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, right.length);
}

/**
 * The nearest of the `known` names, or null when none is near enough to be meant: at most one edit in three letters.
 * Upper and lower case, `-` and `_` count as equal (`base-url` is `baseUrl`). On a tie the first one named wins.
 */
export function nearest(name: string, known: Iterable<string>): string | null {
  const wanted = plain(name);
  if (wanted.length > LONGEST) return null;
  let best: string | null = null;
  let least = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of known) {
    const found = plain(candidate);
    if (Math.abs(found.length - wanted.length) >= least) continue;
    const edits = distance(wanted, found);
    if (edits < least) {
      least = edits;
      best = candidate;
    }
  }
  return best;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '').replaceAll('_', '');
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}
