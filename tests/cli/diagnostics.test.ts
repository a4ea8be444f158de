import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatCounts, formatDiagnostic, sortDiagnostics } from '../../src/shell/report.js';

const ROOT = join(import.meta.dirname, '../..');

test('every id that the source names is explained in docs/diagnostics.md, and no other', () => {
  const page = readFileSync(join(ROOT, 'docs/diagnostics.md'), 'utf8');
  const missing = new Set<string>();
  let source = '';
  for (const name of readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.ts')) continue;
    const text = readFileSync(join(ROOT, 'src', name), 'utf8');
    source += text;
    const literal =
      /\bid: '([a-z]+(?:-[a-z]+)+)',\s*severity|(?:say|refuse|fault|warn|fail|fileDiagnostic)\([^'`)]*'([a-z]+(?:-[a-z]+)+)',\s*['`"]/g;
    for (const [, field, argument] of text.matchAll(literal)) {
      const id = field ?? argument ?? '';
      if (!page.includes(`\`${id}\``)) missing.add(`${id} (${name})`);
    }
  }
  expect([...missing]).toEqual([]);
  const explained = [...page.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, id = '']) => id);
  expect(explained.filter((id) => !source.includes(`'${id}'`))).toEqual([]);
});

test('one problem is one line, with nothing in it that a terminal acts upon', () => {
  const one = {
    id: 'x-y',
    severity: 'warning',
    file: 'articles/أ\n\u202e.txt',
    line: 3,
    column: 7,
    message: 'a\rb\u001b[2J',
    excerpt: 'نص\u0007',
  } as const;
  expect(formatDiagnostic(one, false)).toBe(
    'articles/أ\\u000a\\u202e.txt:3:7 warning x-y  a\\u000db\\u001b[2J\n    نص\\u0007\n',
  );
  expect(formatDiagnostic({ ...one, line: null, column: null, excerpt: '' }, false)).toMatch(
    /^[^\n]* warning x-y {2}[^\n]*\n$/,
  );
  expect(formatDiagnostic(one, true)).toContain('\u001b[33mwarning\u001b[0m');
});

test('problems are in the order of files and lines, the same one once', () => {
  const make = (file: string, line: number | null, id = 'a') => ({
    id,
    severity: 'info' as const,
    file,
    line,
    column: null,
    message: 'm',
  });
  const sorted = sortDiagnostics([
    make('b', 2),
    make('a', 10),
    make('a', 9),
    make('a', 9),
    make('a', null),
    make('a', 9, 'b'),
  ]);
  expect(sorted.map(({ file, line, id }) => [file, line, id])).toEqual([
    ['a', null, 'a'],
    ['a', 9, 'a'],
    ['a', 9, 'b'],
    ['a', 10, 'a'],
    ['b', 2, 'a'],
  ]);
});

test('the summary adds up', () => {
  expect(formatCounts({ read: 34, published: 30, withheld: { draft: 2, empty: 1 }, failed: 1 })).toBe(
    '34 articles read = 30 published + 3 withheld (2 draft, 1 empty) + 1 failed',
  );
  expect(formatCounts({ read: 1, published: 1, withheld: { draft: 0 }, failed: 0 })).toBe(
    '1 article read = 1 published + 0 withheld + 0 failed',
  );
});
