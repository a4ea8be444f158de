/** `warraq theme check`: what is wrong with the site's templates and styles, with file, line and column. */
import { resolve } from 'node:path';
import { nearest } from '../nearest.js';
import { look } from '../publish/look.js';
import { loadTheme } from '../render/theme.js';
import { mergeThemes } from '../render/theme-files.js';
import { UsageError } from '../shell/failure.js';
import { readBuiltInTheme, readSiteTheme } from '../shell/inputs.js';
import { counted, formatDiagnostic, sortDiagnostics } from '../shell/report.js';
import type { Arguments } from './arguments.js';
import { rootOf } from './options.js';
import { wantsColour } from './output.js';

const ACTIONS = ['check'];

/** Runs `warraq theme check`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { operands, options } = args;
  const action = operands[0] ?? '';
  if (!ACTIONS.includes(action)) {
    const near = nearest(action, ACTIONS);
    throw new UsageError(
      `There is no "theme ${action}"${near === null ? '; it is "theme check".' : `; did you mean "theme ${near}"?`}`,
    );
  }
  const root = resolve(rootOf(args));
  if (look(root)?.isDirectory() !== true) throw new UsageError(`There is no folder ${rootOf(args)}.`);
  const own = readSiteTheme(root);
  const { diagnostics } = loadTheme(mergeThemes(readBuiltInTheme(), own));
  const sorted = sortDiagnostics(diagnostics);
  const exitCode = sorted.length > 0 ? 1 : 0;
  if (options.has('json')) {
    const answer = { command: 'theme check', exitCode, files: [...own.keys()], diagnostics: sorted };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return exitCode;
  }
  const colour = wantsColour(options, process.stderr);
  process.stderr.write(sorted.map((one) => formatDiagnostic(one, colour)).join(''));
  if (options.has('quiet')) return exitCode;
  const found = sorted.length === 0 ? 'no fault' : counted(sorted.length, 'fault');
  process.stderr.write(`The built-in theme with ${own.size} of your files in templates/: ${found}\n`);
  return exitCode;
}
