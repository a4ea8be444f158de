/** `warraq edition`: the stories of a day as one printed newspaper, right to left, ready for a printer. */
import { statSync } from 'node:fs';
import { relative } from 'node:path';
import { makeEdition } from '../shell/edition/edition.js';
import { UsageError } from '../shell/failure.js';
import type { Arguments } from './arguments.js';
import { textOf } from './arguments.js';
import { interruptible, rootOf } from './options.js';
import { Printer } from './printer.js';

/** Runs `warraq edition`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { options } = args;
  const printer = new Printer(options);
  const day = textOf(options, 'date');
  if (day !== null && !isDay(day)) throw new UsageError(`--date ${day} is not a day such as 2026-11-22.`);
  const out = textOf(options, 'out');
  if (out !== null && statSync(out, { throwIfNoEntry: false })?.isFile() === false)
    throw new UsageError(`--out ${out} is there already and is no file. Name a file such as today.pdf.`);
  const { breathe } = interruptible();
  const { path, stories, bytes, ...rest } = await makeEdition({
    root: rootOf(args),
    configFile: textOf(options, 'config'),
    day,
    out,
    breathe,
    onWait: printer.onWait,
  });
  if (options.has('json'))
    process.stdout.write(`${JSON.stringify({ command: 'edition', path, stories, bytes, ...rest })}\n`);
  else if (!options.has('quiet'))
    printer.line(`${relative('.', path)}: ${stories} stories, ${Math.round(bytes / 1024)} kB`);
  return 0;
}

function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
}
