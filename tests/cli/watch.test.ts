import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { freshFolder, put } from '../folder.js';
import { article, run, start } from '../program.js';

/** Starts a preview of a fresh site and waits until it answers. */
async function watching(): Promise<{
  root: string;
  url: string;
  child: ReturnType<typeof start>;
  said: () => string;
}> {
  const root = freshFolder();
  put(root, {
    'articles/2024/a.txt': article('الخبر الأول', '2024-05-01'),
    'articles/b.txt': article('الخبر الثاني', '2024-05-02'),
  });
  const child = start(root, ['watch', '--port', '0']);
  let text = '';
  const url = await new Promise<string>((resolve) => {
    child.stderr?.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      const found = /Preview: (\S+)/.exec(text)?.[1];
      if (found !== undefined) resolve(found);
    });
  });
  return { root, url, child, said: () => text };
}

/** Asks again and again until the page says it; fails with what it said last. */
async function until(url: string, path: string, wanted: (text: string) => boolean): Promise<string> {
  let text = '';
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    text = await (await fetch(new URL(path, url))).text();
    if (wanted(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  throw new Error(`Not seen within 10 s; the page is now: ${text.slice(0, 2000)}`);
}

test('every way to save is seen, mistakes are survived, and a signal ends it', {
  timeout: 90_000,
}, async () => {
  const { root, url, child, said } = await watching();
  const file = join(root, 'articles/2024/a.txt');
  const show = (title: string) => until(url, '/2024/a.html', (text) => text.includes(title));
  await show('الخبر الأول');
  expect(readFileSync(join(root, 'dist/2024/a.html'), 'utf8')).not.toContain('/.warraq/');

  // Written in place; written beside and renamed; deleted and made again.
  writeFileSync(file, article('كتابة مباشرة', '2024-05-01'));
  await show('كتابة مباشرة');
  writeFileSync(`${file}~tmp`, article('كتابة بالتبديل', '2024-05-01'));
  renameSync(`${file}~tmp`, file);
  await show('كتابة بالتبديل');
  rmSync(file);
  writeFileSync(file, article('حذف وإعادة', '2024-05-01'));
  await show('حذف وإعادة');

  // A broken template, then a broken config: the last good page stays.
  put(root, { 'templates/article.hbs': '{{#if}}' });
  for (const end = Date.now() + 10_000; !said().includes('templates/article.hbs') && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  expect(said()).toMatch(/templates\/article\.hbs:1/);
  await show('حذف وإعادة');
  rmSync(join(root, 'templates'), { recursive: true });
  put(root, { 'warraq.config.json': '{"site":{"nmae":"x"}}' });
  for (const end = Date.now() + 10_000; !said().includes('nmae') && Date.now() < end; ) {
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await show('حذف وإعادة');
  put(root, { 'warraq.config.json': '{"site":{"name":"صحيفة الاختبار"}}' });
  await show('صحيفة الاختبار');

  // The whole folder away and back.
  renameSync(join(root, 'articles'), join(root, 'elsewhere'));
  await new Promise((resolve) => setTimeout(resolve, 300));
  await show('حذف وإعادة');
  renameSync(join(root, 'elsewhere'), join(root, 'articles'));
  writeFileSync(file, article('بعد العودة', '2024-05-01'));
  await show('بعد العودة');
  put(root, { 'articles/new/folder/c.txt': article('مجلد جديد', '2024-06-01') });
  await until(url, '/new/folder/c.html', (text) => text.includes('مجلد جديد'));
  rmSync(join(root, 'articles/new'), { recursive: true });
  await until(url, '/new/folder/c.html', (text) => !text.includes('مجلد جديد'));

  const events = await fetch(new URL('/.warraq/events', url));
  expect(events.status).toBe(200);
  const since = Date.now();
  child.kill('SIGINT');
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(130);
  expect(Date.now() - since).toBeLessThan(5000);
  await events.body?.cancel();
  expect(existsSync(join(root, 'dist.warraq-new'))).toBe(false);
});

test('a port that is taken is said in one line', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const root = freshFolder();
  put(root, { 'articles/a.txt': article('خبر') });
  const { code, err } = run(root, 'watch', '--port', String(port));
  other.close();
  expect(code).toBe(1);
  expect(err).toBe(
    `warraq: Port ${port} is taken. Choose another with --port, or any free one with --port 0.\n`,
  );
});

test('a preview that others can reach says so', async () => {
  const root = freshFolder();
  put(root, { 'articles/a.txt': article('خبر') });
  const said = async (host: string): Promise<string> => {
    const child = start(root, ['watch', '--port', '0', '--host', host]);
    let err = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      err += chunk.toString();
    });
    await vi.waitFor(() => expect(err).toContain('Preview:'), { timeout: 30_000 });
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
    return err;
  };
  expect(await said('0.0.0.0')).toMatch(/Preview: [^\n]+\nIt is open to everyone/);
  expect(await said('127.0.0.1')).not.toContain('It is open');
});
