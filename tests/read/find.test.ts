import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { listArticles } from '../../src/read/find.js';
import { LARGEST_ARTICLE, openArticle } from '../../src/read/open.js';

let root = '';
beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'warraq-find-')));
});
afterEach(() => {
  rmSync(root, { recursive: true, force: true });
});

function put(path: string, text = 'نص'): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}
const paths = (): readonly string[] => listArticles(root).articles.map(({ path }) => path);
const ids = (): readonly string[] => listArticles(root).diagnostics.map(({ id, file }) => `${id} ${file}`);

describe('what is an article', () => {
  test('three endings at any depth, sorted by code unit whatever the order of creation', () => {
    for (const name of ['ي.txt', 'b.md', 'a/z.markdown', 'B.TXT', 'a.txt', 'أ/ب/ت.txt', 'notes.doc'])
      put(`articles/${name}`);
    expect(paths()).toEqual(
      ['B.TXT', 'a.txt', 'a/z.markdown', 'b.md', 'أ/ب/ت.txt', 'ي.txt'].map((name) => `articles/${name}`),
    );
  });

  test.each([
    '.hidden.txt',
    '_draft.txt',
    '~$word.txt',
    '#auto#.txt',
    '#lock.txt',
    'a.txt~',
    'a.txt.bak',
    'a.txt.swp',
    'a.bak.txt',
    'a.txt.tmp',
    'a.orig',
    'a.txt.orig',
    '.git/a.txt',
    '_old/a.txt',
    'a.txt.part',
    'a.md#',
  ])('never: %s', (name) => {
    put(`articles/${name}`);
    expect(listArticles(root)).toMatchObject({ articles: [], diagnostics: [] });
  });

  test.runIf(process.platform === 'linux')('a name that is no UTF-8 is said to be damaged', () => {
    put('articles/good.txt');
    const name = Buffer.concat([
      Buffer.from(join(root, 'articles/')),
      Buffer.from([0xe3, 0xff]),
      Buffer.from('.txt'),
    ]);
    writeFileSync(name, 'نص');
    expect(paths()).toEqual(['articles/good.txt']);
    const [problem] = listArticles(root).diagnostics;
    expect(problem).toMatchObject({
      id: 'file-unreadable',
      message: expect.stringMatching(/name is damaged.*Rename it/),
    });
  });

  test('paths are composed, the file keeps its own spelling', () => {
    put('articles/cafe\u0301.txt');
    const [article] = listArticles(root).articles;
    expect(article?.path).toBe('articles/caf\u00e9.txt');
    expect(article === undefined ? null : openArticle(article).ok).toBe(true);
  });

  test('side-cars and pictures go with their articles', () => {
    put('articles/a.txt');
    put('articles/a.meta.json', '{}');
    put('articles/lost.meta.json', '{}');
    put('articles/port.jpg');
    const listing = listArticles(root);
    expect(listing.articles[0]?.sideCar?.path).toBe('articles/a.meta.json');
    expect(listing.pictures.map(({ path }) => path)).toEqual(['articles/port.jpg']);
    expect(listing.orphans.map(({ path }) => path)).toEqual(['articles/lost.meta.json']);
    expect(ids()).toEqual(['side-car-orphan articles/lost.meta.json']);
  });

  test.skipIf(process.platform === 'win32')('a side-car that cannot be read stays with its article', () => {
    for (const name of ['a', 'b', 'c']) put(`articles/${name}.txt`);
    execFileSync('mkfifo', [join(root, 'articles/a.meta.json')]);
    symlinkSync('/etc/hostname', join(root, 'articles/b.meta.json'));
    symlinkSync('nowhere', join(root, 'articles/c.meta.json'));
    for (const { sideCar } of listArticles(root).articles) {
      expect(sideCar === null ? null : openArticle(sideCar)).toMatchObject({ ok: false });
    }
  });

  test('no folder articles', () => {
    expect(listArticles(root)).toMatchObject({
      articles: [],
      diagnostics: [{ id: 'articles-missing', severity: 'error' }],
    });
    put('articles');
    expect(ids()).toEqual(['articles-missing articles']);
  });
});

describe('links and special files', () => {
  test('a link is followed only inside articles/', () => {
    put('articles/a/real.txt');
    put('secret.txt');
    put('articles-2/b.txt');
    symlinkSync(join(root, 'articles/a/real.txt'), join(root, 'articles/alias.txt'));
    symlinkSync(join(root, 'secret.txt'), join(root, 'articles/secret.txt'));
    symlinkSync(join(root, 'articles-2'), join(root, 'articles/next'));
    symlinkSync('/etc', join(root, 'articles/etc'));
    symlinkSync(join(root, 'nowhere.txt'), join(root, 'articles/broken.txt'));
    expect(paths()).toEqual(['articles/a/real.txt', 'articles/alias.txt']);
    expect(ids()).toEqual([
      'link-broken articles/broken.txt',
      'link-outside articles/etc',
      'link-outside articles/next',
      'link-outside articles/secret.txt',
    ]);
  });

  test('a link to a hidden file inside is not followed', () => {
    put('articles/.drafts/a.txt');
    symlinkSync(join(root, 'articles/.drafts/a.txt'), join(root, 'articles/a.txt'));
    expect(paths()).toEqual([]);
  });

  test('loops of links end', () => {
    put('articles/a/b/c.txt');
    symlinkSync(join(root, 'articles'), join(root, 'articles/a/b/up'));
    symlinkSync(join(root, 'articles/a'), join(root, 'articles/side'));
    symlinkSync('self', join(root, 'articles/self'));
    expect(paths()).toEqual(['articles/a/b/c.txt', 'articles/side/b/c.txt']);
  });

  test('a pipe is never opened', () => {
    put('articles/a.txt');
    execFileSync('mkfifo', [join(root, 'articles/pipe.txt')]);
    expect(paths()).toEqual(['articles/a.txt']);
    expect(ids()).toEqual(['not-a-file articles/pipe.txt']);
    const opened = openArticle({ path: 'articles/pipe.txt', file: join(root, 'articles/pipe.txt') });
    expect(opened).toMatchObject({ ok: false, diagnostic: { id: 'not-a-file' } });
  });

  test.skipIf(process.getuid?.() === 0)(
    'a folder that cannot be read is named, the rest goes on (skipped for the superuser)',
    () => {
      put('articles/a.txt');
      put('articles/closed/b.txt');
      chmodSync(join(root, 'articles/closed'), 0);
      expect(paths()).toEqual(['articles/a.txt']);
      expect(ids()).toEqual(['folder-unreadable articles/closed']);
      chmodSync(join(root, 'articles/closed'), 0o700);
    },
  );
});

describe('opening', () => {
  test('what became a link since the listing is not read', () => {
    put('articles/a.txt');
    put('secret.txt');
    const [article] = listArticles(root).articles;
    rmSync(join(root, 'articles/a.txt'));
    symlinkSync(join(root, 'secret.txt'), join(root, 'articles/a.txt'));
    expect(article === undefined ? null : openArticle(article)).toMatchObject({
      ok: false,
      diagnostic: { id: 'file-unreadable' },
    });
  });

  test('a vanished file and one too large are named', () => {
    put('articles/a.txt');
    const [article] = listArticles(root).articles;
    expect(article).toBeDefined();
    if (article === undefined) return;
    expect(openArticle(article, 3)).toMatchObject({
      ok: false,
      diagnostic: { id: 'file-too-large', file: 'articles/a.txt' },
    });
    rmSync(article.file);
    expect(openArticle(article)).toMatchObject({ ok: false, diagnostic: { id: 'file-unreadable' } });
    expect(LARGEST_ARTICLE).toBe(8_388_608);
  });

  test('gives the bytes', () => {
    put('articles/a.txt', 'خبر');
    const [article] = listArticles(root).articles;
    const opened = article === undefined ? null : openArticle(article);
    expect(opened?.ok === true ? new TextDecoder().decode(opened.bytes) : null).toBe('خبر');
  });
});
