/** The rules of docs/architecture.md that a machine can check: read the imports, and the words that would betray an effect. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const pure = [
  'model.ts',
  'nearest.ts',
  'html.ts',
  'language-tag.ts',
  'system-error.ts',
  'diagnostic.ts',
  'prepare.ts',
  'config',
  'extract',
  'languages',
  'locales',
  'typeset',
  'site',
  'render',
  'search',
];

const files = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => join(entry.parentPath, entry.name).slice(source.length).replaceAll('\\', '/'))
  .sort();

const inPureRoom = (file: string) =>
  pure.some((room) => file === room || file === `${room}.ts` || file.startsWith(`${room}/`));

function importsOf(file: string): string[] {
  const text = readFileSync(join(source, file), 'utf8');
  return [...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}

describe('the middle is pure', () => {
  test('every room is there', () => {
    for (const room of ['extract', 'languages', 'locales', 'typeset', 'site', 'render']) {
      expect(
        files.some((file) => file.startsWith(`${room}/`)),
        room,
      ).toBe(true);
    }
  });

  test.each(files.filter(inPureRoom))('%s imports no effect', (file) => {
    const forbidden = importsOf(file).filter((name) =>
      /^node:|\/(?:shell|cli|publish)\/|^(?:chokidar|subset-font)$/.test(name),
    );
    expect(forbidden).toEqual([]);
  });

  test.each(files.filter(inPureRoom))('%s reads no clock and no dice', (file) => {
    const code = readFileSync(join(source, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    expect(
      code.match(/\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bperformance\./g),
    ).toBeNull();
  });
});

test('only the shell and the command line know the shell and the command line', () => {
  const inner = files.filter(
    (file) => !/^(?:shell|cli)\//.test(file) && !['build.ts', 'index.ts'].includes(file),
  );
  const wrong = inner.flatMap((file) =>
    importsOf(file)
      .filter((name) => /\/(?:shell|cli)\//.test(name))
      .map((name) => `${file} imports ${name}`),
  );
  expect(wrong).toEqual([]);
});

test('no file has two jobs by its size', () => {
  const long = files
    // Tables of words and dates are as long as their language.
    .filter((file) => !/^(?:languages|locales)\//.test(file) && !/weights|table/.test(file))
    .map((file) => ({ file, lines: readFileSync(join(source, file), 'utf8').split('\n').length }))
    .filter(({ lines }) => lines > 380);
  expect(long).toEqual([]);
});
