/**
 * Scores extraction on the annotated development set: writes the predictions and calls the corpus' own scorer.
 *
 *   node scripts/score.mjs [--errors N] [--json] [--only GLOB] [--corpus DIR] [--lib DIR]
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const lib = resolve(option('lib', new URL('../lib', import.meta.url).pathname));
const corpus = resolve(option('corpus', new URL('../../shared/corpus', import.meta.url).pathname));
const { extract } = await import(join(lib, 'extract/extract.js'));
const { NO_RULES } = await import(join(lib, 'extract/rules/rules.js'));

const folder = join(corpus, 'extraction');
const predictions = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .sort()
  .map((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').replace(/\n$/, '').split('\n');
    const source = {
      path: file,
      format: 'text',
      encoding: 'utf-8',
      lines,
      header: {},
      headerLines: 0,
      sideCar: {},
      diagnostics: [],
    };
    const { article, roles } = extract(source, NO_RULES);
    return JSON.stringify({ file, lang: article.lang, dir: article.dir, lines: roles });
  });
const own = new Set(['--lib', '--corpus']);
const rest = process.argv.slice(2).filter((value, index, all) => !own.has(value) && !own.has(all[index - 1]));
const run = spawnSync('python3', [join(corpus, 'score.py'), folder, '-', ...rest], {
  input: predictions.join('\n'),
  encoding: 'utf8',
});
process.stdout.write(run.stdout);
process.stderr.write(run.stderr);
process.exitCode = run.status ?? 1;
