/** What a person sees of a build on stderr, or a script on stdout. */
import { formatChanges, formatCounts, formatDiagnostic, formatDuration } from '../shell/report.js';
import type { BuildResult, Listeners } from '../shell/session.js';
import type { Stopwatch } from '../shell/stopwatch.js';
import type { Options } from './arguments.js';
import { printError, wantsColour } from './output.js';

/** Short builds need no progress. */
const PROGRESS_AFTER_MS = 700;
const PROGRESS_EVERY_MS = 100;

/** Notes beyond this many of one kind are counted, not printed one by one. */
const NOTES_OF_A_KIND = 5;

/** Tells of builds in the way that the options ask for. */
export class Printer implements Listeners {
  readonly #json: boolean;
  readonly #quiet: boolean;
  readonly #colour: boolean;
  readonly #start = performance.now();
  #lastProgress = 0;
  #shown = false;

  constructor(options: Options) {
    this.#json = options.has('json');
    this.#quiet = options.has('quiet');
    this.#colour = wantsColour(options, process.stderr);
  }

  readonly onWait = (): void => {
    if (!this.#quiet) printError('Another warraq is building this site; waiting for it.');
  };

  /** One line that is overwritten, on a terminal only. */
  readonly onProgress = (stage: string, done: number, total?: number): void => {
    if (this.#quiet || process.stderr.isTTY !== true) return;
    const now = performance.now();
    if (now - this.#start < PROGRESS_AFTER_MS || now - this.#lastProgress < PROGRESS_EVERY_MS) return;
    this.#lastProgress = now;
    this.#shown = true;
    process.stderr.write(`\r\u001b[K${stage}: ${done}${total === undefined ? '' : ` of ${total}`}`);
  };

  /** Takes the progress line away. */
  clear(): void {
    if (this.#shown) process.stderr.write('\r\u001b[K');
    this.#shown = false;
  }

  /** One line for a person. */
  line(text: string): void {
    process.stderr.write(`${text}\n`);
  }

  result(command: string, result: BuildResult, out: string): void {
    this.clear();
    if (this.#json) process.stdout.write(`${toJson(command, result, out)}\n`);
    this.#diagnostics(result);
    if (this.#quiet || this.#json) return;
    const { counts, publication, exitCode, stopwatch } = result;
    if (exitCode === 2) {
      process.stderr.write('The config has mistakes; nothing was done.\n');
      return;
    }
    process.stderr.write(`${formatCounts(counts)}\n`);
    if (publication !== null) {
      process.stderr.write(`${formatChanges(out, publication)} (${formatDuration(stopwatch.total)})\n`);
    } else if (command === 'build') process.stderr.write(`${out} was left as it is.\n`);
  }

  /** One line a problem. A kind of note that fills the screen is counted after the first ones. */
  #diagnostics({ diagnostics }: BuildResult): void {
    if (this.#json) return;
    const notes = new Map<string, number>();
    let text = '';
    for (const one of diagnostics) {
      if (one.severity === 'info') {
        if (this.#quiet) continue;
        const count = (notes.get(one.id) ?? 0) + 1;
        notes.set(one.id, count);
        if (count > NOTES_OF_A_KIND) continue;
      }
      text += formatDiagnostic(one, this.#colour);
    }
    for (const [id, count] of notes) {
      if (count > NOTES_OF_A_KIND)
        text += `and ${count - NOTES_OF_A_KIND} more notes of the kind ${id} (--json lists them all)\n`;
    }
    process.stderr.write(text);
  }

  /** Where the time went. */
  profile(stopwatch: Stopwatch): void {
    const rows = Object.entries(stopwatch.stages()).map(
      ([name, ms]) => `${name.padEnd(24)}${ms.toFixed(1).padStart(10)} ms`,
    );
    const parts = stopwatch
      .parts()
      .map(
        ({ name, count, ms }) =>
          `${name.padEnd(24)}${ms.toFixed(1).padStart(10)} ms ${String(count).padStart(8)} times`,
      );
    const counts = Object.entries(stopwatch.counts()).map(
      ([name, count]) => `${name.padEnd(37)} ${String(count).padStart(8)} times`,
    );
    process.stderr.write(`${[...rows, '', ...counts, ...parts].join('\n')}\n`);
  }
}

function toJson(command: string, result: BuildResult, out: string): string {
  const { exitCode, counts, diagnostics, publication, stopwatch } = result;
  const timings = stopwatch.stages();
  return JSON.stringify({
    command,
    exitCode,
    out,
    counts,
    publication,
    timings,
    work: stopwatch.counts(),
    templates: stopwatch.parts(),
    diagnostics,
  });
}
