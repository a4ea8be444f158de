import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite, understand } from '../src/index.js';
import { freshFolder, put } from './folder.js';
import { article } from './program.js';

test('a site is built from another program', async () => {
  const root = freshFolder();
  put(root, { 'articles/a.txt': article('خبر من برنامج آخر') });
  const checked = await buildSite({ root, dry: true });
  expect([checked.exitCode, checked.publication, existsSync(join(root, 'dist'))]).toEqual([0, null, false]);
  const built = await buildSite({ root, out: 'public' });
  expect(built.counts).toMatchObject({ read: 1, published: 1, failed: 0 });
  expect(built.publication?.added).toContain('a.html');
  expect(existsSync(join(root, 'public/a.html'))).toBe(true);
  await expect(buildSite({ root, out: 'articles' })).rejects.toThrow('refused');
});

test('a text is understood in memory', () => {
  const { article: found, roles, diagnostics } = understand('a.txt', Buffer.from(article('خبر في الذاكرة')));
  expect(found).toMatchObject({
    lang: 'ar',
    dir: 'rtl',
    headline: 'خبر في الذاكرة',
    section: 'أخبار',
    published: '2024-05-01',
  });
  expect(roles).toContain('body');
  expect(diagnostics).toEqual([]);
});
