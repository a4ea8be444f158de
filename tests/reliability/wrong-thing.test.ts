/** Nothing garbled, nothing private, nothing withdrawn: what must never be read by anybody. */
import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Files, freshFolder, makeSite, put } from '../folder.js';
import { article, run } from '../program.js';
import { encodeAs, encodeUtf16 } from '../read/encode.js';
import { everything, published } from './site.js';

const TEXT = article('مجلس المدينة يقر ميزانية العام الجديد');
const HEBREW =
  'כותרת: מועצת העיר אישרה את התקציב החדש\nתאריך: 2024-05-01\n\nמועצת העיר אישרה אתמול את התקציב החדש לאחר דיון ארוך.\n';
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const join8 = (...parts: (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? utf8(part) : part)]));
const [before = '', after = ''] = TEXT.split('متحدث', 2);

/** Characters that no published file may hold. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufdd0-\ufdef\ufeff\ufffd-\uffff]|&#(?:0|x0|65533|xfffd);/iu;

test('every encoding is read rightly, or the file is named and left out', () => {
  const readable: Files = {
    'bom.txt': join8([0xef, 0xbb, 0xbf], TEXT),
    'cr.txt': TEXT.replaceAll('\n', '\r'),
    'crlf.txt': TEXT.replaceAll('\n', '\r\n'),
    'le-mark.txt': encodeUtf16(TEXT, true, true),
    'be-mark.txt': encodeUtf16(TEXT, false, true),
    'le.txt': encodeUtf16(TEXT, true, false),
    'be.txt': encodeUtf16(TEXT, false, false),
    'cp1256.txt': encodeAs(TEXT, 'windows-1256'),
    'iso6.txt': encodeAs(TEXT, 'iso-8859-6'),
    'zero.txt': TEXT.replace('متحدث', 'متح\0دث'),
    'nonchar.txt': TEXT.replace('متحدث', 'متح\ufffe\ufdd0دث'),
    'cp1255.txt': encodeAs(HEBREW, 'windows-1255'),
  };
  const lost: Files = {
    'invalid.txt': join8(before, [0xd8, 0xff, 0xd9], after),
    'overlong.txt': join8(before, [0xc0, 0xaf], after),
    'surrogate.txt': join8(before, [0xed, 0xa0, 0x80], after),
    // Arabic of DOS: a code page that is not offered must not come out as another one.
    'dos.txt': Uint8Array.from({ length: 900 }, (_, index) =>
      index % 6 === 0 ? 0x20 : 0x9f + ((index * 37) % 24),
    ),
  };
  const all = Object.entries({ ...readable, ...lost, 'plain.txt': TEXT, 'hebrew.txt': HEBREW });
  const root = makeSite(Object.fromEntries(all.map(([name, bytes]) => [`articles/${name}`, bytes])));
  const { code, err } = run(root, 'build');
  expect(code).toBe(1);
  const pages = published(root);
  const article8 = (name: string): string | undefined =>
    /<article[\s\S]*<\/article>/u
      .exec(pages.get(name) ?? '')?.[0]
      .replace(/(?:href|id|content)="[^"]*"/gu, '');
  for (const name of Object.keys(readable)) {
    const twin = name === 'cp1255.txt' ? 'hebrew.html' : 'plain.html';
    expect(article8(name.replace('.txt', '.html')), name).toBe(article8(twin));
  }
  for (const name of Object.keys(lost)) {
    expect(pages.has(name.replace('.txt', '.html')), name).toBe(false);
    expect(err).toMatch(new RegExp(`^articles/${name} error `, 'mu'));
  }
  for (const name of ['cp1256', 'iso6', 'zero', 'nonchar', 'le-mark'])
    expect(err).toMatch(new RegExp(`^articles/${name}\\.txt.*(?:converted|unprintable)`, 'mu'));
  for (const [name, page] of pages) expect(FORBIDDEN.exec(page), name).toBeNull();
});

test('drafts stay back, however they are said to be ones', () => {
  const secret = 'سر المهنة';
  const marks = [
    'draft: true',
    'Draft: yes',
    'draft: 1',
    'status: draft',
    'status: pending',
    'published: false',
  ];
  const files: Record<string, string> = { 'articles/open.txt': article('خبر منشور') };
  for (const [index, mark] of [...marks, 'publish: no', 'draft: perhaps'].entries()) {
    files[`articles/a${index}.md`] =
      `---\ntitle: ${secret}\n${mark}\n---\n\nقال متحدث إن ${secret} لم ينشر بعد.\n`;
    files[`articles/b${index}.txt`] = article(secret, '2024-05-01', `${mark}\n`);
  }
  for (const mark of ['مسودة: نعم', 'الحالة: مسودة', 'حالة النشر: قيد المراجعة'])
    files[`articles/${mark.length}.txt`] = article(secret, '2024-05-01', `${mark}\n`);
  files['articles/side.txt'] = article(secret);
  files['articles/side.meta.json'] = '{"draft": true}';
  files['articles/broken-side.txt'] = article(secret);
  files['articles/broken-side.meta.json'] = '{"draft": true';
  files['articles/toml.md'] = `+++\ntitle = "${secret}"\ndraft = true\n+++\n\n${secret}\n`;
  files['articles/script.md'] = `---js\n{title: "${secret}", draft: true}\n---\n\n${secret}\n`;
  files['articles/yaml.md'] = `---\ntitle: "${secret}\ndraft: true\n---\n\n${secret}\n`;
  const root = makeSite(files);
  const { out } = run(root, 'build', '--json');
  expect(JSON.parse(out).counts).toMatchObject({ published: 1, failed: 0 });
  expect(everything(root)).not.toContain(secret);
  run(root, 'build', '--drafts');
  expect(everything(root)).toContain(secret);
  run(root, 'build');
  expect(everything(root)).not.toContain(secret);
});

test('backups, hidden files, special files and links that lead out are never read', () => {
  const secret = 'نسخة خاصة';
  const names = [
    '.h.txt', '_d.txt', 'a.txt~', 'a~.txt', '~$a.txt', '~a.txt', '#a.txt#', '.a.txt.swp', 'a.bak.txt',
    'a.txt.orig', '.#a.txt', '._a.txt', '_drafts/x.txt', '.git/x.txt', '@eaDir/x.txt', '__MACOSX/x.txt',
    '#recycle/x.txt', '$RECYCLE.BIN/x.txt', 'a.tmp.txt', 'نسخة.txt~',
  ]; // biome-ignore format: a list
  const files: Record<string, string> = { 'articles/open.txt': article('خبر منشور') };
  for (const name of names) files[`articles/${name}`] = article(secret);
  const root = makeSite({
    ...files,
    'beside.txt': article(secret),
    'articles/pic.txt': article('صورة').replace('\n\n', '\nimage: ../beside.txt\n\n'),
  });
  const outside = freshFolder();
  put(outside, { 'secret.txt': article(secret), 'in/deep.txt': article(secret), 'p.jpg': secret });
  const articles = join(root, 'articles');
  symlinkSync(join(outside, 'secret.txt'), join(articles, 'link.txt'));
  symlinkSync(join(outside, 'in'), join(articles, 'folder'));
  symlinkSync('../beside.txt', join(articles, 'up.txt'));
  symlinkSync('.h.txt', join(articles, 'hidden.txt'));
  symlinkSync('loop.txt', join(articles, 'loop.txt'));
  symlinkSync('..', join(articles, 'parent'));
  symlinkSync(join(outside, 'p.jpg'), join(articles, 'p.jpg'));
  put(root, {
    'articles/shows.md': '# صورة أخرى\n\n![x](p.jpg) ![y](../beside.txt)\n\nنص الخبر هنا كامل للناس.\n',
  });
  if (process.platform !== 'win32') execFileSync('mkfifo', [join(articles, 'pipe.txt')]);
  const { code, err } = run(root, 'build');
  expect(code).toBe(0);
  expect(everything(root)).not.toContain(secret);
  for (const name of ['link.txt', 'folder', 'up.txt', 'hidden.txt', 'loop.txt', 'parent'])
    expect(err).toMatch(new RegExp(`^articles/${name} warning link-`, 'mu'));
});

test.skipIf(process.platform === 'win32')('a side-car that cannot be read keeps its article back', () => {
  const root = makeSite({ 'articles/a.txt': article('خبر'), 'articles/b.txt': article('سر') });
  execFileSync('mkfifo', [join(root, 'articles/b.meta.json')]);
  const { code, err } = run(root, 'build');
  expect(code).toBe(1);
  expect(err).toMatch(/^articles\/b\.meta\.json error not-a-file .* held back/mu);
  expect([published(root).has('a.html'), published(root).has('b.html')]).toEqual([true, false]);
});

test('a withdrawn story leaves no trace, in whatever way it goes', () => {
  const secret = 'فضيحة مسحوبة';
  const ways: ((root: string) => void)[] = [
    (root) => rmSync(join(root, 'articles/gone.txt')),
    (root) => put(root, { 'articles/gone.txt': article(secret, '2024-07-01', 'مسودة: نعم\n') }),
    (root) => put(root, { 'articles/gone.meta.json': '{"draft":true}' }),
    (root) => put(root, { 'articles/gone.txt': Uint8Array.from([0xff, 0xff, 0x80, 0x81]) }),
  ];
  for (const withdraw of ways) {
    const config = '{"site":{"name":"صحيفة","baseUrl":"https://news.example/"}}';
    const root = makeSite({
      'warraq.config.json': config,
      'articles/a.txt': article('خبر'),
      'articles/gone.txt': article(secret, '2024-07-01'),
    });
    run(root, 'build');
    expect([...published(root)].filter(([, page]) => page.includes(secret)).length).toBeGreaterThan(3);
    withdraw(root);
    run(root, 'build');
    expect(everything(root)).not.toContain(secret);
    expect(everything(root)).not.toContain('gone.html');
  }
});
