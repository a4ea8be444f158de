import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { formatManifest, MANIFEST, parseManifest } from '../../src/publish/manifest.js';
import { resolveOutput } from '../../src/publish/output.js';
import { freshFolder, put, snapshot } from '../folder.js';

function makeSite(): { root: string; home: string; base: string } {
  const base = freshFolder();
  const root = join(base, 'home/papers/news');
  put(root, {
    'articles/a.txt': 'a',
    'templates/x.hbs': 'x',
    'static/y': 'y',
    '.git/HEAD': 'ref',
    '.warraq/z': 'z',
    file: 'f',
  });
  put(base, {
    'elsewhere/precious.txt': 'p',
    'ours/index.html': 'i',
    [`ours/${MANIFEST}`]: formatManifest(['index.html']),
  });
  mkdirSync(join(base, 'empty'));
  symlinkSync(join(root, 'articles'), join(root, 'link'));
  symlinkSync(join(base, 'elsewhere'), join(root, 'away'));
  return { root, home: join(base, 'home'), base };
}

describe('output folders', () => {
  test.each([
    '.',
    '..',
    '../..',
    '/',
    'articles',
    'articles/',
    'articles/../articles',
    'articles/sub/deep',
    'templates',
    'templates/dist',
    'static',
    'static/x',
    '.git',
    '.git/objects',
    '.warraq',
    '.warraq/cache',
    '../../../elsewhere',
    'link',
    'link/new',
    'away',
    'file',
    'file/below',
    '',
    '  ',
    'dist\0x',
  ])('%j is refused, nothing is touched', (out) => {
    const { root, home, base } = makeSite();
    const before = snapshot(base);
    expect(resolveOutput(root, out, home)).toHaveProperty('refused');
    expect(snapshot(base)).toEqual(before);
  });

  test('the home folder is refused even when it is not above the site', () => {
    const { root, base } = makeSite();
    expect(resolveOutput(root, '../../../empty', join(base, 'empty'))).toHaveProperty('refused');
  });

  test.each(['dist', 'public/site', '../../../empty', '../../../ours', '../../../new/folder', './articles2'])(
    '%j is taken',
    (out) => {
      const { root, home } = makeSite();
      expect(resolveOutput(root, out, home)).toEqual({ path: join(root, out) });
      expect(existsSync(join(root, 'dist'))).toBe(false);
    },
  );
});

test('a manifest that leads out of its folder is none', () => {
  for (const path of ['../x', '/etc/passwd', 'a/../../b', '', 'a//b', 'a\\b', '.']) {
    expect(parseManifest(JSON.stringify({ warraq: 1, files: [path] }))).toBe(null);
  }
  expect(parseManifest(formatManifest(['b', 'a/خبر.html']))).toEqual(new Set(['a/خبر.html', 'b']));
  for (const text of ['', '[]', 'null', '{"warraq":1}', '{"warraq":2,"files":[]}'])
    expect(parseManifest(text)).toBe(null);
});
