import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { freshFolder, put, snapshot } from '../folder.js';
import { article, PROGRAM, run, start } from '../program.js';

function site(count = 3): string {
  const root = freshFolder();
  for (let index = 1; index <= count; index++) {
    put(root, { [`articles/2024/a${index}.txt`]: article(`خبر رقم ${index}`, `2024-05-0${index}`) });
  }
  return root;
}

function pages(root: string): Record<string, string> {
  return snapshot(join(root, 'dist')) ?? {};
}

/** What a build from nothing makes of the same sources. */
function clean(root: string): Record<string, string> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  rmSync(join(root, '.warraq'), { recursive: true, force: true });
  expect(run(root, 'build').code).toBeLessThan(2);
  return pages(root);
}

describe('a build', () => {
  test('publishes, says so in numbers that add up, and leaves a record', () => {
    const root = site();
    put(root, {
      'articles/draft.txt': article('مسودة', '2024-06-01', 'مسودة: نعم\n'),
      'static/CNAME': 'news.example\n',
    });
    const { code, out, err } = run(root, 'build', '--json');
    const said = JSON.parse(out);
    expect(code).toBe(0);
    expect(err).toBe('');
    expect(said.counts).toEqual({ read: 4, published: 3, withheld: { draft: 1, empty: 0 }, failed: 0 });
    expect(Object.keys(pages(root))).toEqual(
      expect.arrayContaining(['index.html', '404.html', 'feed.xml', '2024/a1.html', 'CNAME']),
    );
    expect(JSON.stringify(pages(root))).not.toContain('مسودة');
    expect(JSON.stringify(pages(root))).not.toContain(root);
    const last = JSON.parse(readFileSync(join(root, '.warraq/last-build.json'), 'utf8'));
    expect(last.added).toEqual(Object.keys(pages(root)).sort());
    expect(last.counts).toEqual(said.counts);
    expect(run(root, 'build').err).toContain(
      '4 articles read = 3 published + 1 withheld (1 draft) + 0 failed\n',
    );
  });

  test('does nothing when nothing changed, and little when little changed', () => {
    const root = site();
    run(root, 'build');
    const before = statSync(join(root, 'dist/2024/a1.html'));
    const again = JSON.parse(run(root, 'build', '--json').out);
    expect(again.publication).toMatchObject({ method: 'none', added: [], changed: [], removed: [] });
    put(root, { 'articles/2024/a3.txt': article('خبر رقم 3', '2024-05-03').replace('لاحقاً', 'غداً') });
    const edited = JSON.parse(run(root, 'build', '--json').out);
    expect(edited.publication.changed).toContain('2024/a3.html');
    expect(edited.publication.changed).not.toContain('2024/a1.html');
    const after = statSync(join(root, 'dist/2024/a1.html'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  test('gives the same bytes as a clean build after every kind of edit', () => {
    const root = site(5);
    run(root, 'build');
    const edits: (() => void)[] = [
      () => put(root, { 'articles/2024/new.txt': article('خبر جديد', '2024-05-09') }),
      () => put(root, { 'articles/2024/a2.txt': article('عنوان مصحح', '2024-05-02') }),
      () => rmSync(join(root, 'articles/2024/a1.txt')),
      () => renameSync(join(root, 'articles/2024/a3.txt'), join(root, 'articles/2024/moved.txt')),
      () => put(root, { 'articles/2024/a4.meta.json': '{"section":"رياضة"}' }),
      () =>
        put(root, { 'warraq.config.json': '{"site":{"name":"صحيفة","baseUrl":"https://news.example/"}}' }),
      () => put(root, { 'templates/partials/colophon.hbs': '<footer>جديد</footer>\n' }),
      () =>
        put(root, {
          'static/a.css': 'a{}',
          'articles/2024/a5.md': '# خبر بماركداون\n\nنص الخبر كامل هنا وفيه جملة.\n',
        }),
      () => rmSync(join(root, 'templates'), { recursive: true }),
    ];
    for (const edit of edits) {
      edit();
      expect(run(root, 'build').code).toBe(0);
      const incremental = pages(root);
      expect(incremental).toEqual(clean(root));
    }
  }, 120_000);

  test('a withdrawn article is gone from every page', () => {
    const root = site();
    put(root, { 'articles/gone.txt': article('فضيحة مسحوبة', '2024-07-01') });
    run(root, 'build');
    expect(JSON.stringify(pages(root))).toContain('فضيحة');
    rmSync(join(root, 'articles/gone.txt'));
    run(root, 'build');
    expect(JSON.stringify(pages(root))).not.toContain('فضيحة');
  });

  test('an edit of the same length with the old time is seen', () => {
    const root = site(1);
    const file = join(root, 'articles/2024/a1.txt');
    const old = new Date('2024-01-01T00:00:00Z');
    utimesSync(file, old, old);
    run(root, 'build');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replaceAll('متحدث', 'مسؤول'));
    utimesSync(file, old, old);
    run(root, 'build');
    expect(pages(root)['2024/a1.html']).toContain('مسؤول');
  });

  test('tampered output is repaired', () => {
    const root = site();
    run(root, 'build');
    const good = pages(root);
    writeFileSync(join(root, 'dist/index.html'), 'hacked');
    rmSync(join(root, 'dist/2024/a1.html'));
    run(root, 'build');
    expect(pages(root)).toEqual(good);
  });
});

describe('what must not cost a newsroom its site', () => {
  test('no articles, a lost folder: nothing is taken down', () => {
    const root = site();
    run(root, 'build');
    const good = pages(root);
    renameSync(join(root, 'articles'), join(root, 'elsewhere'));
    expect(run(root, 'build')).toMatchObject({ code: 1, err: expect.stringContaining('articles-missing') });
    put(root, { 'articles/notes.pdf': 'x' });
    expect(run(root, 'build')).toMatchObject({ code: 1, err: expect.stringContaining('no-articles') });
    expect(pages(root)).toEqual(good);
    expect(run(root, 'build', '--allow-empty').code).toBe(0);
    expect(pages(root)['2024/a1.html']).toBeUndefined();
  });

  test('a mistake in the config: exit 2 and nothing done', () => {
    const root = site();
    run(root, 'build');
    const good = pages(root);
    for (const text of ['{', '{"site":{"nmae":"x"}}', '[]', '{"site":{"timeZone":"Mars/Olympus"}}']) {
      put(root, { 'warraq.config.json': text, 'articles/more.txt': article('المزيد') });
      const { code, err } = run(root, 'build');
      expect(code).toBe(2);
      expect(err).toMatch(/^warraq\.config\.json[^\n]* error /);
    }
    expect(pages(root)).toEqual(good);
    expect(run(root, 'build', '--config', 'none.json').code).toBe(2);
    expect(run(root, 'build', '--out', 'articles').code).toBe(2);
    expect(run(root, 'build', '--base-url', 'ftp:x').code).toBe(2);
  });

  test('a mistake in a template names file and line and leaves the old site', () => {
    const root = site();
    run(root, 'build');
    const good = pages(root);
    put(root, {
      'templates/article.hbs': '<main>\n{{#if}}\n{{nothing.known}}\n',
      'articles/more.txt': article('المزيد'),
    });
    const { code, err } = run(root, 'build');
    expect(code).toBe(1);
    expect(err).toMatch(/^templates\/article\.hbs:\d+/m);
    expect(pages(root)).toEqual(good);
  });

  test('--strict publishes nothing when there is a warning', () => {
    const root = site();
    put(root, { 'articles/odd.txt': article('خبر').replace('متحدث', '“متحدث') });
    expect(run(root, 'build', '--strict').code).toBe(1);
    expect(snapshot(join(root, 'dist'))).toBe(null);
    expect(run(root, 'build').code).toBe(0);
  });

  test('one file that cannot be read is named, the rest is published', () => {
    const root = site();
    put(root, { 'articles/binary.txt': '\u0000\u0001\u0002'.repeat(400) });
    writeFileSync(join(root, 'articles/large.txt'), 'ا'.repeat(5 << 20));
    const { code, err } = run(root, 'build');
    expect(code).toBe(1);
    expect(err).toContain('articles/large.txt error file-too-large');
    expect(err).toContain('5 articles read = 3 published + 0 withheld + 2 failed');
    expect(pages(root)['2024/a1.html']).toBeDefined();
  });

  test.skipIf(process.getuid?.() === 0)('a disk that cannot be written', () => {
    const root = site();
    chmodSync(root, 0o555);
    const { code, err } = run(root, 'build');
    chmodSync(root, 0o755);
    expect(code).toBe(1);
    expect(err).toMatch(/^warraq: Access is denied/);
  });

  test('damaged and deleted caches are no matter', () => {
    const root = site();
    run(root, 'build');
    const good = pages(root);
    const names = readdirSync(join(root, '.warraq')).filter((name) =>
      statSync(join(root, '.warraq', name)).isFile(),
    );
    expect(names).toContain('cards');
    for (const [index, name] of names.entries()) {
      const file = join(root, '.warraq', name);
      if (index % 2 === 0) writeFileSync(file, 'rubbish');
      else rmSync(file);
      put(root, { 'articles/2024/a1.txt': article('خبر رقم 1', '2024-05-01') });
      expect(run(root, 'build')).toMatchObject({ code: 0 });
      expect(pages(root)).toEqual(good);
    }
  }, 60_000);

  test('file names cannot forge lines or drive the terminal', () => {
    const root = site();
    put(root, { 'articles/a\u001b[31m\nforged.txt:1:1 error x.txt': 'x “ y' });
    const { err } = run(root, 'build');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
    expect(err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]|^forged/m);
  });
});

describe('several builds and sudden ends', () => {
  test('four builds at once end well, with one site', async () => {
    const root = site(30);
    const codes = await Promise.all(
      [1, 2, 3, 4].map(
        () =>
          new Promise((resolve) =>
            start(root, ['build', '--no-cache'], { stdio: 'ignore' }).on('exit', resolve),
          ),
      ),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readdirSync(root).sort()).toEqual(['.warraq', 'articles', 'dist']);
    const together = pages(root);
    expect(together).toEqual(clean(root));
  }, 60_000);

  test('killed at random moments, the site is the old or the new one after the next command', async () => {
    const root = site(30);
    run(root, 'build');
    const old = pages(root);
    const time = statSync(join(root, 'dist')).mtimeMs;
    expect(time).toBeGreaterThan(0);
    put(root, { 'warraq.config.json': '{"site":{"name":"اسم آخر"}}' });
    const news = new Set<string>();
    for (let round = 0; round < 20; round++) {
      const child = start(root, ['build', '--no-cache'], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, 60 + round * 35));
      child.kill('SIGKILL');
      if (child.exitCode === null && child.signalCode === null)
        await new Promise((resolve) => child.on('exit', resolve));
      const right = snapshot(join(root, 'dist'));
      if (right !== null) news.add(JSON.stringify(right));
    }
    run(root, 'build');
    const now = JSON.stringify(pages(root));
    for (const seen of news) expect([JSON.stringify(old), now]).toContain(seen);
    expect(readdirSync(root).sort()).toEqual(['.warraq', 'articles', 'dist', 'warraq.config.json']);
  }, 120_000);

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s ends a build with its code',
    async (signal, code) => {
      const root = site(9);
      for (let index = 0; index < 400; index++)
        put(root, { [`articles/b${index}.txt`]: article(`خبر ${index}`).repeat(20) });
      const child = start(root, ['build'], { stdio: 'ignore' });
      await new Promise((resolve) => setTimeout(resolve, 600));
      child.kill(signal);
      const ended = await new Promise((resolve) => child.on('exit', resolve));
      // null: the signal came before the program had its first line of code.
      expect([code, 0, null]).toContain(ended);
      expect(readdirSync(root).filter((name) => name.startsWith('dist.'))).toEqual([]);
    },
    30_000,
  );

  test('a closed pipe stops nothing', async () => {
    const root = site();
    const child = start(root, ['build', '--json']);
    child.stdout?.destroy();
    child.stderr?.destroy();
    expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(0);
    expect(pages(root)['index.html']).toBeDefined();
  });
});

test.skipIf(process.platform === 'win32')('a low limit of open files is enough', () => {
  const root = site(60);
  const done = spawnSync('sh', ['-c', `ulimit -n 64; exec "${process.execPath}" "${PROGRAM}" build`], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(done.stderr).toContain('60 articles read = 60 published');
  expect(done.status).toBe(0);
});

test('a full disk is named, and the old site stays', () => {
  const root = site(2);
  run(root, 'build');
  const good = pages(root);
  put(root, {
    'articles/big.txt': article('خبر طويل', '2024-05-09') + 'فقرة طويلة جداً تملأ الصفحة كلها. '.repeat(8000),
  });
  const limit = `ulimit -f 200; exec "${process.execPath}" "${PROGRAM}" build`;
  const done = spawnSync('sh', ['-c', limit], { cwd: root, encoding: 'utf8' });
  expect(done.status).toBe(1);
  expect(done.stderr).toMatch(/^warraq: The file is larger than this system allows.* \(EFBIG\)\.$/m);
  expect(pages(root)).toEqual(good);
  expect(readdirSync(root).sort()).toEqual(['.warraq', 'articles', 'dist']);
});

test('a cache that cannot be written costs the next build time, not the readers their site', () => {
  const root = site(400);
  const limit = `ulimit -f 400; exec "${process.execPath}" "${PROGRAM}" build`;
  const done = spawnSync('sh', ['-c', limit], { cwd: root, encoding: 'utf8' });
  expect(done.status).toBe(0);
  expect(done.stderr).toMatch(/^\.warraq warning cache-unwritable {2}The site is published;.*EFBIG/mu);
  const made = pages(root);
  expect(made['2024/a400.html']).toBeDefined();
  const next = run(root, 'build');
  expect([next.code, next.err.includes('0 added, 0 changed, 0 removed')]).toEqual([0, true]);
  expect(pages(root)).toEqual(made);
});

test('the same bytes with one, two and four threads, in any zone, language and folder', () => {
  const roots = [site(50), site(50), site(50)];
  for (const [index, root] of roots.entries()) {
    const env = {
      ...process.env,
      TZ: ['UTC', 'Asia/Tehran', 'America/St_Johns'][index],
      LC_ALL: ['C', 'ar_EG.UTF-8', 'tr_TR'][index],
    };
    spawnSync(process.execPath, [PROGRAM, 'build', '--root', root, '--jobs', String(2 ** index)], {
      cwd: tmpdir(),
      env,
    });
  }
  const [first, ...others] = roots.map(pages);
  expect(Object.keys(first ?? {}).length).toBeGreaterThan(50);
  for (const other of others) expect(other).toEqual(first);
});

describe('data files', () => {
  const config = JSON.stringify({ site: { name: 'جريدة' } });

  test('a byte order mark is no part of them', () => {
    const root = site(1);
    put(root, { 'warraq.config.json': `\ufeff${config}`, 'warraq.rules.json': '\ufeff{}' });
    expect(run(root, 'check', '--base-url', 'https://news.example/')).toMatchObject({ code: 0 });
  });

  test.each(['warraq.config.json', 'warraq.rules.json'])(
    '%s in another encoding is refused in words',
    (name) => {
      const root = site(1);
      writeFileSync(join(root, name), Buffer.from(`\ufeff${config}`, 'utf16le'));
      const { code, err } = run(root, 'build');
      expect([code, err]).toEqual([2, `warraq: ${name} is not UTF-8 text. Save it as UTF-8.\n`]);
    },
  );

  test.skipIf(process.platform === 'win32').each(['warraq.config.json', 'warraq.rules.json'])(
    '%s that is a pipe, or a link to nothing, is refused at once',
    (name) => {
      const root = site(1);
      execFileSync('mkfifo', [join(root, name)]);
      expect(run(root, 'build')).toMatchObject({
        code: 2,
        err: expect.stringContaining('not a regular file'),
      });
      rmSync(join(root, name));
      symlinkSync('nowhere', join(root, name));
      expect(run(root, 'build')).toMatchObject({ code: 2, err: expect.stringContaining('does not exist') });
    },
  );
});

describe.skipIf(process.platform === 'win32')('templates that are no files', () => {
  test.each([
    [
      'a link out of the folder',
      (path: string) => symlinkSync('/etc/hosts', path),
      /leads out of templates\//,
    ],
    ['a link to nothing', (path: string) => symlinkSync('nowhere', path), /does not exist/],
    ['a link to itself', (path: string) => symlinkSync('front.hbs', path), /round in a circle/],
    ['a pipe', (path: string) => execFileSync('mkfifo', [path]), /not a regular file/],
  ] as const)('%s stops the build, so that no page looks wrong', (_, make, said) => {
    const root = site(1);
    put(root, { 'templates/partials/mine.hbs': '' });
    make(join(root, 'templates/front.hbs'));
    const { code, err } = run(root, 'build');
    expect(code).toBeGreaterThan(0);
    expect(err).toMatch(said);
    expect(err).toContain('templates/front.hbs');
    expect(pages(root)).toEqual({});
  });
});
