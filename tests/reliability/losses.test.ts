/** No story and no site is lost: to names, to a system at its limits, to an output folder that is not there. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeSite } from '../folder.js';
import { article, PROGRAM, run } from '../program.js';
import { everything, published } from './site.js';

test.skipIf(process.platform !== 'linux')('names that NFC makes one: a story left out is named', () => {
  const root = makeSite({
    'articles/caf\u00e9.txt': article('خبر أول'),
    'articles/cafe\u0301.txt': article('خبر ثان'),
    'articles/other.txt': article('خبر ثالث'),
  });
  const { code, err } = run(root, 'build');
  expect(code).toBe(1);
  expect(err).toMatch(/^articles\/caf\u00e9\.txt error same-name /mu);
  expect(everything(root)).toContain('خبر ثالث');
});

test.skipIf(process.platform !== 'linux')(
  'each of two names that differ in case has its own side-car',
  () => {
    const root = makeSite({
      'articles/A.txt': article('سر مكتوم'),
      'articles/A.meta.json': '{"draft":true}',
      'articles/a.txt': article('خبر منشور'),
      'articles/a.meta.json': '{"section":"رياضة"}',
    });
    const { code } = run(root, 'build');
    expect(code).toBe(0);
    expect(everything(root)).not.toContain('سر مكتوم');
    expect(everything(root)).toContain('خبر منشور');
  },
);

test.skipIf(process.platform === 'win32')('few open files take no story down', { timeout: 120_000 }, () => {
  const files: Record<string, string> = {};
  for (let index = 0; index < 600; index++)
    files[`articles/${index % 5}/${index}.txt`] = article(`خبر ${index}`);
  const root = makeSite(files);
  const command = `ulimit -n 64; exec "${process.execPath}" "${PROGRAM}" build --json --jobs 3`;
  const done = spawnSync('bash', ['-c', command], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  expect(done.stderr).toBe('');
  expect(JSON.parse(done.stdout)).toMatchObject({ exitCode: 0, counts: { published: 600, failed: 0 } });
});

test.skipIf(process.platform !== 'linux')('an output folder that nobody can make ends in one line', () => {
  const root = makeSite({ 'articles/a.txt': article('خبر') });
  const done = spawnSync(process.execPath, [PROGRAM, 'build', '--out', '/proc/nobody'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 45_000,
  });
  expect(done.status).toBe(1);
  expect(done.stderr).toMatch(/^warraq: [^\n]+\n$/u);
});

test.skipIf(process.platform === 'win32')('a pipe in the place of the config is not waited for', () => {
  const root = makeSite({ 'articles/a.txt': article('خبر') });
  execFileSync('mkfifo', [join(root, 'warraq.config.json')]);
  const done = spawnSync(process.execPath, [PROGRAM, 'build'], {
    cwd: root,
    encoding: 'utf8',
    timeout: 45_000,
  });
  expect(done.status).toBe(2);
  expect(done.stderr).toMatch(
    /^warraq: warraq\.config\.json cannot be read: it is not a regular file[^\n]+\n$/u,
  );
});

test('an output folder whose disk is missing is not replaced', () => {
  const root = makeSite({ 'articles/a.txt': article('خبر') });
  symlinkSync('mounted-elsewhere', join(root, 'dist'));
  const { code, err } = run(root, 'build');
  expect(code).toBe(2);
  expect(err).toContain('leads nowhere');
  expect(lstatSync(join(root, 'dist')).isSymbolicLink()).toBe(true);
  expect(existsSync(join(root, 'mounted-elsewhere'))).toBe(false);
  expect(readdirSync(root).filter((name) => name.startsWith('dist.'))).toEqual([]);
});

test('what readers of feeds take for HTML holds no markup of an article', () => {
  const canary = '<img src=x onerror=canary(1)>';
  const root = makeSite({
    'warraq.config.json': '{"site":{"name":"صحيفة","baseUrl":"https://news.example/"}}',
    'articles/a.txt': article('خبر').replace('متحدث', `متحدث ${canary}`),
    'articles/b.md': `# خبر ثان\n\nقال متحدث إن الخبر يهم الناس كلهم هنا.\n\n\`\`\`x\u202ey\ncode\n\`\`\`\n`,
  });
  expect(run(root, 'build').code).toBe(0);
  const pages = published(root);
  const unescapeOnce = (xml: string): string =>
    xml.replace(/&#x([0-9a-f]+);/giu, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
  const feeds = [...pages].filter(([name]) => name.endsWith('feed.xml'));
  expect(feeds.length).toBeGreaterThan(1);
  for (const [name, feed] of feeds) {
    const html = [...feed.matchAll(/<(description|content:encoded)>([\s\S]*?)<\/\1>/gu)]
      .map(([, , text]) => unescapeOnce(text ?? ''))
      .join('\n');
    expect(html, name).toContain('canary');
    expect(html, name).not.toContain('<img');
  }
  expect(pages.get('b.html')).not.toMatch(/class="[^"]*\u202e/u);
});
