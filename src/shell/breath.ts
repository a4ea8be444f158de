/**
 * Long work in one thread must now and then let the rest of the program live: signals, the preview server, progress.
 * `breathe()` costs one look at the clock; every 40 ms it gives a promise to wait for. When the end was asked for, that
 * promise fails, and whoever is at work clears up and leaves.
 */
import type { Breathe } from '../publish/types.js';
import { Stopped } from './failure.js';

const INTERVAL_MS = 40;

/** The breath of one command. */
export class Breath {
  #last = performance.now();
  #stop: Stopped | null = null;

  /** Ends the work at its next breath, with this exit code. */
  stop(exitCode: number): void {
    this.#stop ??= new Stopped(exitCode);
  }

  readonly breathe: Breathe = () => (performance.now() - this.#last < INTERVAL_MS ? null : this.#pause());

  async #pause(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve));
    this.#last = performance.now();
    if (this.#stop !== null) throw this.#stop;
  }
}
