/** `warraq fix [FILE…]`: the visible repairs as a patch on stdout. No file is changed; the editor applies what is right. */
import { realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ArticleFile } from '../read/find.js';
import { UsageError } from '../shell/failure.js';
import { counted } from '../shell/report.js';
import { openSite, readArticle } from '../shell/review/reading.js';
import { proposeRepairs } from '../shell/review/repairs.js';
import { type Arguments, textOf } from './arguments.js';
import { rootOf } from './options.js';
import { printError } from './output.js';

/** Runs `warraq fix`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { operands, options } = args;
  const site = openSite(rootOf(args), textOf(options, 'config'));
  const files = choose(site.listing.articles, operands);
  const ids: Record<string, number> = {};
  let lines = 0;
  let changed = 0;
  for (const file of files) {
    const repairs = proposeRepairs(readArticle(file, site.rules), file.path);
    if (repairs.refused !== null) printError(`${file.path}: no patch, ${repairs.refused}.`);
    if (repairs.patch === '') continue;
    changed++;
    lines += repairs.lines;
    for (const [id, count] of Object.entries(repairs.ids)) ids[id] = (ids[id] ?? 0) + count;
    if (options.has('json')) {
      const { refused: _, ...answer } = repairs;
      process.stdout.write(`${JSON.stringify({ file: file.path, ...answer })}\n`);
    } else process.stdout.write(repairs.patch);
  }
  if (options.has('quiet') || options.has('json')) return 0;
  const kinds = Object.entries(ids)
    .sort(([, a], [, b]) => b - a)
    .map(([id, count]) => `${count} ${id}`);
  process.stderr.write(
    `${counted(files.length, 'article')} read, ${counted(lines, 'line')} to repair in ${counted(changed, 'file')}\n`,
  );
  if (kinds.length > 0) {
    process.stderr.write(`${kinds.join(', ')}\n`);
    process.stderr.write(
      'Nothing was changed. Read the patch, then: warraq fix > repairs.patch && git apply repairs.patch\n',
    );
  }
  return 0;
}

/** The files that are named, as the listing knows them; all when none is. */
function choose(articles: readonly ArticleFile[], operands: readonly string[]): readonly ArticleFile[] {
  if (operands.length === 0) return articles;
  const known = new Map(articles.map((file) => [resolve(file.file), file]));
  return operands.map((name) => {
    const file = known.get(resolve(name)) ?? known.get(follow(name));
    if (file === undefined) throw new UsageError(`${name} is no article of this site (articles/ of --root).`);
    return file;
  });
}

function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
