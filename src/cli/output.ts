/** Printing to a person or a pipe. */

import { visible } from '../shell/visible.js';
import { systemCode } from '../system-error.js';
import type { Options } from './arguments.js';

/** A closed pipe (`warraq … | head`) must neither print a trace nor stop a build. It is told by an event, not by a throw. */
export function survivePipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      // Nobody reads any more: there is no one to tell about another kind of failure either.
      const code = systemCode(error);
      if (code !== '' && code !== 'EPIPE') process.exitCode = 1;
    });
  }
}

/** One line about what went wrong with the command as a whole. */
export function printError(message: string): void {
  process.stderr.write(`warraq: ${visible(message)}\n`);
}

/** Colour is for a terminal, unless `--no-color` or NO_COLOR (https://no-color.org) says otherwise. */
export function wantsColour(options: Options, stream: { readonly isTTY?: boolean }): boolean {
  return stream.isTTY === true && !options.has('no-color') && !process.env.NO_COLOR;
}
