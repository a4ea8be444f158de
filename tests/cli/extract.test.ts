import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, put } from '../folder.js';
import { article, run } from '../program.js';

describe('extract', () => {
  test('one JSON line a file, in the order of the arguments, also for what cannot be read', () => {
    const root = freshFolder();
    put(root, {
      'x/b.txt': article('الخبر باء'),
      'a.txt': article('الخبر ألف'),
      'empty.txt': '',
      'a.meta.json': '{"section":"رياضة"}',
    });
    writeFileSync(join(root, 'noise.txt'), Buffer.from([0xff, 0xfe, 0, 0xd8, 1, 2, 0, 0xdc]));
    mkdirSync(join(root, 'folder.txt'));
    execFileSync('mkfifo', [join(root, 'pipe.txt')]);
    symlinkSync(join(root, 'a.txt'), join(root, 'link.txt'));
    const names = [
      'x/b.txt',
      'a.txt',
      'empty.txt',
      'noise.txt',
      'folder.txt',
      'pipe.txt',
      'none.txt',
      'link.txt',
    ];
    const { out, code, err } = run(root, 'extract', '--json', ...names);
    expect([code, err]).toEqual([1, '']);
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map((line) => line.file)).toEqual([
      'b.txt',
      'a.txt',
      'empty.txt',
      'noise.txt',
      'folder.txt',
      'pipe.txt',
      'none.txt',
      'link.txt',
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual([
        'file',
        'lang',
        'dir',
        'encoding',
        'lines',
        'article',
        'evidence',
        'diagnostics',
      ]);
    }
    expect(lines[0]).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      encoding: 'utf-8',
      article: { headline: 'الخبر باء', section: 'أخبار' },
    });
    expect(lines[0].lines.slice(0, 5)).toEqual(['meta', 'meta', 'meta', null, 'body']);
    expect(lines[0].article.blocks[0]).toEqual({
      type: 'paragraph',
      text: expect.stringContaining('الخبر باء'),
      line: 5,
    });
    expect(lines[1].article.section).toBe('رياضة');
    expect(lines[6].diagnostics[0]).toMatchObject({ id: 'file-unreadable', severity: 'error' });
    expect(lines[7].article.headline).toBe('الخبر ألف');
    expect(readdirSync(root)).not.toContain('.warraq');
  });

  test('a person sees each line with its role and the reason', () => {
    const root = freshFolder();
    put(root, { 'a.txt': article('عنوان الخبر') });
    const { out, code } = run(root, 'extract', 'a.txt');
    expect(code).toBe(0);
    expect(out).toMatch(/^a\.txt\n {2}language {3}ar, rtl, utf-8\n/);
    expect(out).toMatch(/^ {2}headline {3}عنوان الخبر$/m);
    expect(out).toMatch(/^. {3}5 body {7}\S.* \(\d+ %, [a-z0-9-]+: .+\)$/m);
  });
});

describe('init and new', () => {
  test.each(['ar', 'fa-IR', 'he', 'ur-PK'])(
    'a new site in %s builds without a warning, and nothing is overwritten',
    (lang) => {
      const root = freshFolder();
      expect(run(root, 'init', 'paper', '--lang', lang).code).toBe(0);
      const site = join(root, 'paper');
      expect(readdirSync(site).sort()).toEqual(['.github', '.gitignore', 'articles', 'warraq.config.json']);
      const again = run(root, 'init', 'paper');
      expect([again.code, again.err]).toEqual([1, expect.stringContaining('nothing was written')]);
      const { code, err } = run(site, 'build');
      expect(code).toBe(0);
      expect(err).not.toMatch(/ (?:warning|error) /);
      expect(err).toContain('1 article read = 1 published');
    },
    60_000,
  );

  test('a project keeps its files, and its texts need no example', () => {
    const root = freshFolder();
    put(root, { '.gitignore': 'node_modules\n/dist/', 'articles/mine.txt': 'خبر' });
    const { code, out } = run(root, 'init');
    expect(code).toBe(0);
    expect(out).toMatch(/^warraq\.config\.json\n\.github\/workflows\/publish\.yml\n\.gitignore\n/);
    expect(readFileSync(join(root, '.gitignore'), 'utf8')).toBe(
      'node_modules\n/dist/\n/dist.warraq-*/\n/.warraq/\n/node_modules/\n',
    );
    expect(readdirSync(join(root, 'articles'))).toEqual(['mine.txt']);
  });

  test.each(['review', 'learn', 'fix', 'edition'])(
    '%s says where it is when there are no articles',
    (command) => {
      const root = freshFolder();
      const { code, err } = run(root, command);
      expect([code, err]).toEqual([
        1,
        expect.stringMatching(/^warraq: There is no folder articles\/ here\. .*--root/),
      ]);
    },
  );

  test('a new article has the form of the others and is dated', () => {
    const root = freshFolder();
    put(root, {
      'articles/2023/a.md': '---\ntitle: خبر\n---\n\nنص.\n',
      'articles/2024/b.md': '---\ntitle: خبر\n---\n\nنص.\n',
    });
    put(root, {
      'warraq.config.json': '{"site":{"lang":"ar-LY","timeZone":"Africa/Tripoli","sections":["محليات"]}}',
    });
    const { code, out } = run(root, 'new', 'افتتاح الميناء: «خطوة» كبيرة');
    expect(code).toBe(0);
    const year = new Date().getUTCFullYear();
    expect(out).toMatch(/^articles\/20\d\d\/افتتاح-الميناء-خطوة-كبيرة\.md\n$/);
    expect(out).toContain(String(year).slice(0, 3));
    const again = run(root, 'new', 'افتتاح الميناء: «خطوة» كبيرة').out.trim();
    expect(again).toMatch(/-2\.md$/);
    const [line] = run(root, 'extract', '--json', again).out.split('\n');
    const found = JSON.parse(line ?? '').article;
    expect(found).toMatchObject({ headline: 'افتتاح الميناء: «خطوة» كبيرة', section: 'محليات' });
    expect(found.published).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  test('plain sites get a label, the headline and the date as printed', () => {
    const root = freshFolder();
    put(root, { 'warraq.config.json': '{"site":{"lang":"ar-LY","sections":["أخبار"]}}' });
    const path = run(root, 'new', 'مجلس المدينة يقر خطة جديدة للنقل العام').out.trim();
    expect(path).toMatch(/^articles\/\d{4}\/\d\d\/مجلس-المدينة-يقر-خطة-جديدة-للنقل-العام\.txt$/);
    put(root, { 'more.txt': 'x' });
    expect(run(root, 'new', '   ').code).toBe(2);
  });
});
