/** `warraq check`: all that `build` does except writing. */
import { Session } from '../shell/session.js';
import type { Arguments } from './arguments.js';
import { buildOptions, interruptible } from './options.js';
import { Printer } from './printer.js';

/** Runs `warraq check`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  if (args.options.has('fix')) return (await import('./fix.js')).run(args);
  const printer = new Printer(args.options);
  const session = new Session(buildOptions(args, true), interruptible(), printer);
  try {
    const result = await session.build();
    printer.result('check', result, session.shown(result.out));
    return result.exitCode;
  } finally {
    printer.clear();
    session.close();
  }
}
