/**
 * The floor under the quality of extraction: figures of the corpus' own scorer on the development set must not fall.
 * `UPDATE_FLOORS=1 npx vitest run tests/extract/quality` writes the present figures as the new floors.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { read } from './sources.js';

const corpus = fileURLToPath(new URL('../../../shared/corpus/', import.meta.url));
const folder = `${corpus}extraction/`;
const floorsFile = fileURLToPath(new URL('floors.json', import.meta.url));

interface Floors {
  readonly corpus: string;
  readonly figures: Record<string, number>;
}

interface Group {
  readonly headline_exact: number;
  readonly lang_accuracy: number;
  readonly macro_f1: number;
  readonly leak: { readonly of_furniture_lines: number };
  readonly roles: Record<string, { readonly f1: number }>;
}

function fingerprint(files: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(readFileSync(folder + file));
  return hash.digest('hex').slice(0, 16);
}

function score(files: readonly string[]): Record<string, Group> {
  const predictions = files.map((file) => {
    const { article, roles } = read(readFileSync(folder + file, 'utf8'));
    return JSON.stringify({ file, lang: article.lang, dir: article.dir, lines: roles });
  });
  const run = spawnSync('python3', [`${corpus}score.py`, folder, '-', '--json'], {
    input: predictions.join('\n'),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  expect(run.stderr).toBe('');
  return (JSON.parse(run.stdout) as { groups: Record<string, Group> }).groups;
}

const ROLES = ['section', 'byline', 'dateline', 'body', 'pullquote', 'readalso', 'furniture'] as const;

/** Higher is better, so the leak is counted as what does not leak. */
function figuresOf(groups: Record<string, Group>): Record<string, number> {
  const figures: Record<string, number> = {};
  for (const name of ['real', 'semi']) {
    const group = groups[name];
    if (group === undefined) throw new Error(`the scorer has no group ${name}`);
    figures[`${name} headline exact`] = group.headline_exact;
    figures[`${name} language`] = group.lang_accuracy;
    figures[`${name} macro`] = group.macro_f1;
    figures[`${name} without leak`] = 1 - group.leak.of_furniture_lines;
    for (const role of ROLES) figures[`${name} ${role}`] = group.roles[role]?.f1 ?? 0;
  }
  return Object.fromEntries(
    Object.entries(figures).map(([key, value]) => [key, Math.floor(value * 1000) / 1000]),
  );
}

describe.skipIf(!existsSync(folder))('quality floors (skipped where ../shared is absent)', () => {
  test('no figure of the development set falls', () => {
    const files = readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const now: Floors = { corpus: fingerprint(files), figures: figuresOf(score(files)) };
    if (process.env.UPDATE_FLOORS === '1') writeFileSync(floorsFile, `${JSON.stringify(now, null, 2)}\n`);
    const floors = JSON.parse(readFileSync(floorsFile, 'utf8')) as Floors;
    expect(now.corpus, 'the corpus has changed: look at the figures, then raise the floors').toBe(
      floors.corpus,
    );
    const fallen = Object.entries(floors.figures).filter(([key, floor]) => (now.figures[key] ?? 0) < floor);
    expect(fallen).toEqual([]);
  });
});
