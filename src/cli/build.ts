/** `warraq build` */
import { Session } from '../shell/session.js';
import type { Arguments } from './arguments.js';
import { textOf } from './arguments.js';
import { buildOptions, interruptible } from './options.js';
import { Printer } from './printer.js';

/** Runs `warraq build`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const printer = new Printer(args.options);
  const profile = textOf(args.options, 'cpu-profile');
  const finish =
    profile === null ? null : await (await import('../shell/cpu-profile.js')).startCpuProfile(profile);
  const session = new Session(buildOptions(args, false), interruptible(), printer);
  try {
    const result = await session.build();
    printer.result('build', result, session.shown(result.out));
    if (args.options.has('profile')) printer.profile(result.stopwatch);
    return result.exitCode;
  } finally {
    printer.clear();
    session.close();
    await finish?.();
  }
}
