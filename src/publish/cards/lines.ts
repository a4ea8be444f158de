/** Breaks a text into lines of nearly equal length, in the largest size that a box allows. Knows widths, no fonts. */

/** What may stand together on a line; never broken inside. */
export interface Word {
  /** Where it stands in the text. */
  readonly start: number;
  readonly end: number;
}

/** Room for a text. Sizes in pixels. */
export interface Box {
  readonly width: number;
  readonly height: number;
  readonly most: number;
  /** Largest and smallest size. */
  readonly largest: number;
  readonly smallest: number;
  /** Distance of baselines, in em. */
  readonly leading: number;
}

/** How a text is set: its size in pixels and where its lines begin. */
export interface Setting {
  readonly size: number;
  /** Index of the first word of each line. */
  readonly starts: readonly number[];
}

/** Words of a text: broken at spaces only; a dash, an ellipsis or a closing mark alone stays with the word before it. */
export function findWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: found, index } of text.matchAll(/[^ \t\n]+/g)) {
    const end = index + found.length;
    const before = words.at(-1);
    if (before !== undefined && !/[\p{L}\p{N}]/u.test(found))
      words[words.length - 1] = { start: before.start, end };
    else words.push({ start: index, end });
  }
  return words;
}

/**
 * The setting in the largest size; of two in one size, that with fewer lines.
 * @param widths of the words, and of a space, in em
 * @returns null when even the smallest size is too large
 */
export function setLines(widths: readonly number[], space: number, box: Box): Setting | null {
  let best: Setting | null = null;
  for (let lines = 1; lines <= Math.min(box.most, widths.length); lines++) {
    const { starts, widest } = partition(widths, space, lines);
    const size = Math.min(box.largest, box.width / widest, box.height / (lines * box.leading));
    if (size >= box.smallest && (best === null || size > best.size + 0.5)) best = { size, starts };
  }
  return best;
}

/** So many lines that the widest is as narrow as can be. */
function partition(
  widths: readonly number[],
  space: number,
  lines: number,
): { readonly starts: readonly number[]; readonly widest: number } {
  const ends = [0];
  for (const width of widths) ends.push((ends.at(-1) ?? 0) + width + space);
  const widthOf = (from: number, to: number): number => (ends[to] ?? 0) - (ends[from] ?? 0) - space;
  // best[to]: the widest line when the first `to` words are on `line` lines; from[line][to]: where the last begins.
  let best = widths.map((_, index) => widthOf(0, index + 1));
  best.unshift(0);
  const from: number[][] = [[]];
  for (let line = 2; line <= lines; line++) {
    const next: number[] = new Array(widths.length + 1).fill(Number.POSITIVE_INFINITY);
    const begins: number[] = [];
    for (let to = line; to <= widths.length; to++) {
      for (let at = line - 1; at < to; at++) {
        const widest = Math.max(best[at] ?? 0, widthOf(at, to));
        if (widest < (next[to] ?? 0)) {
          next[to] = widest;
          begins[to] = at;
        }
      }
    }
    best = next;
    from.push(begins);
  }
  const starts: number[] = [];
  for (let line = lines, to = widths.length; line > 1; line--) {
    to = from[line - 1]?.[to] ?? 0;
    starts.unshift(to);
  }
  return { starts: [0, ...starts], widest: Math.max(best[widths.length] ?? 0, Number.EPSILON) };
}
