/**
 * How an index grows: as a shelf of volumes, counted from the oldest article. Large volumes are full and stay as they are;
 * behind them stand smaller ones, and the last holds the newest articles. So a new story changes one small file, and a
 * query still asks for few: one of each volume and word.
 */
export interface Volume {
  /** Articles `start` up to `end`. */
  readonly start: number;
  readonly end: number;
  /** How many articles it has when it is full. */
  readonly size: number;
  /** How many files its words are divided into. */
  readonly files: number;
}

/** Sizes and numbers of files; the browser knows them from the settings. */
export const SIZES: readonly (readonly [size: number, files: number])[] = [
  [4096, 64],
  [512, 16],
  [64, 4],
  [8, 1],
];

/** So many articles share a file that says what a result shows. */
export const SHEET = 32;

/** The volumes of so many articles, oldest first. */
export function volumesOf(count: number): Volume[] {
  const volumes: Volume[] = [];
  let start = 0;
  for (const [size, files] of SIZES) {
    for (; count - start >= size; start += size) volumes.push({ start, end: start + size, size, files });
  }
  const [size, files] = SIZES.at(-1) ?? [1, 1];
  if (start < count) volumes.push({ start, end: count, size, files });
  return volumes;
}
