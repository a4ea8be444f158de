/**
 * Lists on several pages, numbered from the oldest: the newest page is the index of its folder and holds one to two
 * pages full, the others are full and stay as they are when stories are added. `page-1.html` is the oldest.
 */

/** One page of a list. */
export interface ListPage {
  /** From 1, the oldest. The newest is number `total`. */
  readonly number: number;
  readonly total: number;
  /** Positions in the list, newest first: from `start` up to `end`. */
  readonly start: number;
  readonly end: number;
}

/** Newest page first. An empty list has one empty page. */
export function paginate(count: number, size: number): ListPage[] {
  const total = Math.max(1, Math.floor(count / size));
  const pages: ListPage[] = [{ number: total, total, start: 0, end: count - (total - 1) * size }];
  for (let number = total - 1; number >= 1; number--) {
    const start = count - number * size;
    pages.push({ number, total, start, end: start + size });
  }
  return pages;
}

/** Numbers for the links of a page: itself, two on either side, the first and the last; newest first. */
export function neighbours({ number, total }: ListPage): number[] {
  const shown = new Set([total, 1]);
  for (let near = number - 2; near <= number + 2; near++) if (near >= 1 && near <= total) shown.add(near);
  return [...shown].sort((a, b) => b - a);
}
