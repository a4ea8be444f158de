/** The rules of docs/architecture.md that a machine can check: read the imports, and the words that would betray an effect. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const source = fileURLToPath(new URL('../src/', import.meta.url));
const pure = [
  'model.ts',
  'nearest.ts',
  'calendar.ts',
  'fold.ts',
  'json.ts',
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

/** The table of docs/architecture.md: for each room the rooms that it may import; `null`: all of them. */
function allowedImports(): Map<string, readonly string[] | null> {
  const page = readFileSync(join(source, '../docs/architecture.md'), 'utf8');
  const rows = [...page.matchAll(/^\| (`[^|]+`) \|[^|]+\| ([^|]+) \|$/gm)].map(
    ([, rooms = '', may = '']) => ({
      rooms: [...rooms.matchAll(/`([\w-]+)(?:\.ts|\/)`/g)].map(([, room = '']) => room),
      may: may.trim(),
    }),
  );
  const shared = rows[0]?.rooms ?? [];
  const allowed = new Map<string, readonly string[] | null>();
  for (const { rooms, may } of rows) {
    const named = may === '–' || may === 'each other' ? [] : may.split(', ');
    for (const room of rooms)
      allowed.set(room, may === 'everything' ? null : [...shared, ...rooms, ...named]);
  }
  return allowed;
}

const roomOf = (file: string): string => file.replace(/\/.*$/, '').replace(/\.ts$/, '');

test('rooms import what docs/architecture.md allows, and nothing else', () => {
  const allowed = allowedImports();
  expect([...allowed.keys()].sort()).toEqual([...new Set(files.map(roomOf))].sort());
  const wrong = files.flatMap((file) => {
    const may = allowed.get(roomOf(file)) ?? null;
    const rooms = importsOf(file)
      .filter((name) => name.startsWith('.'))
      .map((name) =>
        roomOf(
          relative(source, resolve(source, dirname(file), name))
            .replaceAll('\\', '/')
            .replace(/\.js$/, '.ts'),
        ),
      );
    return rooms
      .filter((room) => may !== null && !may.includes(room))
      .map((room) => `${file} imports ${room}`);
  });
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
