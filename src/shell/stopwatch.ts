/** Where the time goes: by stage, and inside them by what is counted (templates). */
export class Stopwatch {
  readonly #start = performance.now();
  readonly #stages = new Map<string, number>();
  readonly #parts = new Map<string, { count: number; ms: number }>();
  readonly #counts = new Map<string, number>();
  #since = 0;
  #stage: string | null = null;

  /** Everything until the next `begin` belongs to this stage. */
  begin(stage: string): void {
    this.end();
    this.#stage = stage;
    this.#since = performance.now();
  }

  end(): void {
    if (this.#stage === null) return;
    this.#stages.set(this.#stage, (this.#stages.get(this.#stage) ?? 0) + performance.now() - this.#since);
    this.#stage = null;
  }

  time<T>(stage: string, work: () => T): T {
    this.begin(stage);
    try {
      return work();
    } finally {
      this.end();
    }
  }

  /** Counts a call of a part, such as a template. */
  part<T>(name: string, work: () => T): T {
    const since = performance.now();
    const result = work();
    const part = this.#parts.get(name) ?? { count: 0, ms: 0 };
    part.count += 1;
    part.ms += performance.now() - since;
    this.#parts.set(name, part);
    return result;
  }

  /** Counts work that has no time of its own: texts understood. */
  count(name: string, amount: number): void {
    this.#counts.set(name, (this.#counts.get(name) ?? 0) + amount);
  }

  /** What was counted, by name. */
  counts(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }

  /** Milliseconds since this build began. */
  get total(): number {
    return performance.now() - this.#start;
  }

  /** Milliseconds by stage, in the order of the work, and the total. */
  stages(): Record<string, number> {
    const rounded = [...this.#stages].map(([name, ms]): [string, number] => [name, round(ms)]);
    return { ...Object.fromEntries(rounded), total: round(this.total) };
  }

  /** Calls and milliseconds by part, the costliest first. */
  parts(): { name: string; count: number; ms: number }[] {
    const parts = [...this.#parts].map(([name, { count, ms }]) => ({ name, count, ms: round(ms) }));
    return parts.sort((a, b) => b.ms - a.ms);
  }
}

function round(ms: number): number {
  return Math.round(ms * 100) / 100;
}
