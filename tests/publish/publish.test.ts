import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MANIFEST } from '../../src/publish/manifest.js';
import { publish } from '../../src/publish/publish.js';
import type { OutputRecord, Publication } from '../../src/publish/types.js';
import { freshFolder, put, snapshot } from '../folder.js';
import { outputs } from './outputs.js';

const METHODS = ['tree', 'files'] as const;

function run(
  out: string,
  files: Record<string, string>,
  method: 'tree' | 'files' | 'auto',
  record: OutputRecord = new Map(),
): Promise<Publication> {
  return publish({ out, files: outputs(files), record, method, breathe: () => null });
}

describe.each(METHODS)('publishing by %s', (method) => {
  test('writes, changes and removes what differs, and nothing else', async () => {
    const out = join(freshFolder(), 'dist');
    const first = await run(out, { 'index.html': 'one', '2019/06/a.html': 'a', 'b.html': 'b' }, method);
    expect(first.added).toEqual(['2019/06/a.html', 'b.html', 'index.html']);
    const before = statSync(join(out, 'b.html'));
    const second = await run(
      out,
      { 'index.html': 'two', 'b.html': 'b', 'c/d.html': 'd' },
      method,
      first.record,
    );
    expect(second).toMatchObject({
      added: ['c/d.html'],
      changed: ['index.html'],
      removed: ['2019/06/a.html'],
      unchanged: 1,
    });
    expect(snapshot(out)).toEqual({ 'index.html': 'two', 'b.html': 'b', 'c/d.html': 'd' });
    expect(existsSync(join(out, '2019'))).toBe(false);
    const after = statSync(join(out, 'b.html'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
    const third = await run(
      out,
      { 'index.html': 'two', 'b.html': 'b', 'c/d.html': 'd' },
      method,
      second.record,
    );
    expect(third.method).toBe('none');
    expect(readdirSync(join(out, '..'))).toEqual(['dist']);
  });

  test('keeps foreign files, folders and links', async () => {
    const out = join(freshFolder(), 'dist');
    put(out, { CNAME: 'news.example', '2019/notes.txt': 'mine', '.git/HEAD': 'ref', '.well-known/x': 'x' });
    mkdirSync(join(out, 'empty'));
    const first = await run(out, { '2019/a.html': 'a' }, method);
    await run(out, { 'b.html': 'b' }, method, first.record);
    expect(snapshot(out)).toEqual({
      CNAME: 'news.example',
      '2019/notes.txt': 'mine',
      '.git/HEAD': 'ref',
      '.well-known/x': 'x',
      'b.html': 'b',
    });
    expect(statSync(join(out, 'empty')).isDirectory()).toBe(true);
  });

  test('does not replace what it did not make', async () => {
    const out = join(freshFolder(), 'dist');
    put(out, { 'index.html': 'by hand', 'same.html': 'same', '2019': 'a file', 'd.html/x': 'in a folder' });
    const done = await run(
      out,
      { 'index.html': 'ours', 'same.html': 'same', '2019/a.html': 'a', 'd.html': 'd' },
      method,
    );
    expect(done.diagnostics.map((one) => [one.id, one.file])).toEqual([
      ['output-taken', 'index.html'],
      ['output-taken', '2019/a.html'],
      ['output-taken', 'd.html'],
    ]);
    expect(snapshot(out)).toMatchObject({
      'index.html': 'by hand',
      'same.html': 'same',
      '2019': 'a file',
      'd.html/x': 'in a folder',
    });
  });

  test('repairs tampered output, also when the record of what was written is lost', async () => {
    const out = join(freshFolder(), 'dist');
    const site = { 'a.html': 'a', 'b.html': 'b', 'c.html': 'c' };
    const first = await run(out, site, method);
    writeFileSync(join(out, 'a.html'), 'x');
    rmSync(join(out, 'b.html'));
    rmSync(join(out, 'c.html'));
    symlinkSync('/etc/hostname', join(out, 'c.html'));
    const second = await run(out, site, method, first.record);
    expect(snapshot(out)).toEqual(site);
    expect(lstatSync(join(out, 'c.html')).isFile()).toBe(true);
    writeFileSync(join(out, 'a.html'), 'y');
    await run(out, site, method);
    expect(snapshot(out)).toEqual(site);
    rmSync(join(out, MANIFEST));
    expect(
      (await run(out, { 'a.html': 'new' }, method, second.record)).diagnostics.length,
    ).toBeLessThanOrEqual(1);
  });

  test('without its manifest, what is exactly as we left it is still ours', async () => {
    const out = join(freshFolder(), 'dist');
    const first = await run(out, { 'a.html': 'a', 'b.html': 'b' }, method);
    rmSync(join(out, MANIFEST));
    const second = await run(out, { 'a.html': 'new' }, method, first.record);
    expect(second.diagnostics).toEqual([]);
    expect(snapshot(out)).toEqual({ 'a.html': 'new' });
  });

  test('a manifest that lost some names is made whole again', async () => {
    const out = join(freshFolder(), 'dist');
    const site = { 'a.html': 'a', 'b.html': 'b' };
    const first = await run(out, site, method);
    writeFileSync(join(out, MANIFEST), '{"warraq":1,"files":["a.html"]}');
    const second = await run(out, site, method, first.record);
    expect(second.diagnostics).toEqual([]);
    await run(out, { 'a.html': 'a' }, method, second.record);
    expect(snapshot(out)).toEqual({ 'a.html': 'a' });
  });

  test('an error while a file is made leaves the old site', async () => {
    const out = join(freshFolder(), 'dist');
    const first = await run(out, { 'a.html': 'a' }, method);
    const broken = () => {
      throw new Error('template');
    };
    await expect(
      publish({
        out,
        method,
        record: first.record,
        breathe: () => null,
        files: [...outputs({ 'b.html': 'b' }), { path: 'c.html', key: 'c', content: broken }],
      }),
    ).rejects.toThrow('template');
    expect(snapshot(out)).toEqual({ 'a.html': 'a' });
    expect(readdirSync(join(out, '..'))).toEqual(['dist']);
  });

  test('a file becomes a folder and a folder a file', async () => {
    const out = join(freshFolder(), 'dist');
    const first = await run(out, { a: 'file', 'b/c': 'in folder' }, method);
    await run(out, { 'a/x': 'in folder', b: 'file' }, method, first.record);
    expect(snapshot(out)).toEqual({ 'a/x': 'in folder', b: 'file' });
  });
});

test('any sequence of sites, published by any method, ends as if published once', async () => {
  const name = fc.constantFrom('index.html', 'a.html', 'x/a.html', 'x/b.html', 'x/y/c.html', 'z/d.html');
  const site = fc.dictionary(name, fc.constantFrom('1', '2', '3'), { noNullPrototype: true });
  const step = fc.tuple(site, fc.constantFrom('tree', 'files', 'auto'), fc.boolean());
  const root = freshFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
      const out = join(root, String(round++));
      put(out, { 'x/foreign.txt': 'stays' });
      let record: OutputRecord = new Map();
      for (const [files, method, forget] of steps) {
        record = (await run(out, files, method, forget ? new Map() : record)).record;
        expect(snapshot(out)).toEqual({ ...files, 'x/foreign.txt': 'stays' });
      }
    }),
    { numRuns: 60 },
  );
});

test('a folder full of files that nobody knows is named once', async () => {
  const out = join(freshFolder(), 'dist');
  const names = Array.from({ length: 30 }, (_, index) => `p${index}.html`);
  put(out, Object.fromEntries(names.map((name) => [name, 'by hand'])));
  const { diagnostics } = await run(out, Object.fromEntries(names.map((name) => [name, 'ours'])), 'auto');
  expect(diagnostics).toEqual([
    expect.objectContaining({
      id: 'output-taken',
      file: 'dist',
      message: expect.stringMatching(/^30 files .*p0\.html/),
    }),
  ]);
});
