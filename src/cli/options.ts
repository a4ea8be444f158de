/** Options of the command line → what a session is told. */
import { Breath } from '../shell/breath.js';
import type { BuildOptions } from '../shell/session.js';
import { type Arguments, numberOf, textOf } from './arguments.js';

/** Where the site is. */
export function rootOf({ options }: Arguments): string {
  return textOf(options, 'root') ?? '.';
}

/** `dry`: nothing is written to the output folder. */
export function buildOptions(args: Arguments, dry: boolean): BuildOptions {
  const { options } = args;
  return {
    root: rootOf(args),
    configFile: textOf(options, 'config'),
    out: textOf(options, 'out'),
    baseUrl: textOf(options, 'base-url'),
    drafts: options.has('drafts'),
    strict: options.has('strict'),
    allowEmpty: options.has('allow-empty'),
    fresh: options.has('no-cache'),
    jobs: numberOf(options, 'jobs'),
    dry,
  };
}

/** Signals that ask for the end, and what the shell expects the exit code to be: 128 and the signal's number. */
export const SIGNALS: Readonly<Partial<Record<NodeJS.Signals, number>>> = {
  SIGINT: 130,
  SIGTERM: 143,
  SIGHUP: 129,
};

/** A breath that ends the work when a signal comes. A second signal ends the process at once; the site stands that, too. */
export function interruptible(): Breath {
  const breath = new Breath();
  for (const [signal, exitCode] of Object.entries(SIGNALS)) {
    process.once(signal, () => breath.stop(exitCode));
  }
  return breath;
}
