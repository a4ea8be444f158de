/**
 * Remembers what was made of short lines: labels, buttons and notices are the same in article after article. Bounded, and
 * without influence on any result.
 */
export const SHORT_LINE_KEPT = 48;
const MOST_KEPT = 2000;

/** What was made of short lines, for one kind of result. */
export class Recall<T> {
  readonly #made = new Map<string, T>();

  /** What was made of this line before, or what `make` makes of it now. Long lines are not kept. */
  take(line: string, make: (line: string) => T): T {
    if (line.length > SHORT_LINE_KEPT) return make(line);
    const known = this.#made.get(line);
    if (known !== undefined) return known;
    // a copy: a piece of an article's text would hold the whole of it in memory
    const own = ` ${line}`.slice(1);
    const made = make(own);
    if (this.#made.size >= MOST_KEPT) this.#made.clear();
    this.#made.set(own, made);
    return made;
  }

  forget(): void {
    this.#made.clear();
  }
}
