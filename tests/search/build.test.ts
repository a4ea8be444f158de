/** The index in whole builds. */
import { appendFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/index.js';
import { freshFolder, put, snapshot } from '../folder.js';
import { article } from '../program.js';

const config = (search: boolean): string =>
  JSON.stringify({ site: { name: 'الورّاق', lang: 'ar', timeZone: 'UTC' }, search });

async function changedBy(root: string): Promise<string[]> {
  const { exitCode, publication } = await buildSite({ root, jobs: 1 });
  expect(exitCode).toBe(0);
  const { added, changed, removed } = publication ?? { added: [], changed: [], removed: [] };
  return [...added, ...changed, ...removed].filter((path) => path.startsWith('search/'));
}

/** Forgets everything but the cut fonts, which take seconds. */
function forget(root: string): void {
  rmSync(join(root, 'dist'), { recursive: true });
  for (const name of readdirSync(join(root, '.warraq')))
    if (name !== 'fonts') rmSync(join(root, '.warraq', name), { recursive: true });
}

test('a build after an edit, a new story or a withdrawal gives the bytes of a clean one, and changes few files', async () => {
  const root = freshFolder();
  put(root, { 'warraq.config.json': config(true) });
  for (let index = 0; index < 70; index++) {
    const day = `2024-0${1 + Math.floor(index / 25)}-${String(1 + (index % 25)).padStart(2, '0')}`;
    put(root, { [`articles/n${index}.txt`]: article(`الخبر رقم ${index} من المدينة`, day) });
  }
  // Four files of 64 articles, one of the other six, three sheets, the page and the settings.
  expect(await changedBy(root)).toHaveLength(10);
  expect(await changedBy(root)).toEqual([]);

  appendFileSync(join(root, 'articles/n10.txt'), '\nوأضاف أن بستان الزيتون كبير.\n');
  expect((await changedBy(root)).length).toBeLessThanOrEqual(5);
  put(root, { 'articles/fresh.txt': article('خبر جديد يصل الآن', '2024-06-01') });
  expect((await changedBy(root)).sort()).toEqual([
    'search/dated-8-8.json',
    'search/dated-sheet-2.json',
    'search/index.json',
  ]);
  rmSync(join(root, 'articles/n69.txt'));
  rmSync(join(root, '.warraq/search.json'));
  expect((await changedBy(root)).length).toBeLessThanOrEqual(3);

  const grown = snapshot(join(root, 'dist'));
  forget(root);
  await changedBy(root);
  expect(snapshot(join(root, 'dist'))).toEqual(grown);

  put(root, { 'warraq.config.json': config(false) });
  await changedBy(root);
  expect(existsSync(join(root, 'dist/search/index.json'))).toBe(false);
  put(root, { 'warraq.config.json': config(true) });
  await changedBy(root);
  expect(snapshot(join(root, 'dist'))).toEqual(grown);
});
