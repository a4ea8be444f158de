/** Share cards in whole builds, by the compiled program. */
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, put, snapshot } from '../../folder.js';
import { article, run } from '../../program.js';

const CONFIG = JSON.stringify({
  site: { name: 'الورّاق', lang: 'ar', timeZone: 'UTC', baseUrl: 'https://news.example/' },
});

function cards(root: string): string[] {
  return readdirSync(join(root, 'dist/cards')).sort();
}

test('cards come, stay and go with their articles, whatever the way of the build', () => {
  const root = freshFolder();
  put(root, { 'warraq.config.json': CONFIG });
  for (let index = 1; index <= 3; index++)
    put(root, { [`articles/a${index}.txt`]: article(`خبر رقم ${index}`) });
  const { out, code } = run(root, 'build', '--json');
  expect(code).toBe(0);
  const first = cards(root);
  expect(first).toHaveLength(3);
  expect(JSON.parse(out).publication.added).toEqual(
    expect.arrayContaining(first.map((name) => `cards/${name}`)),
  );
  const manifest = readFileSync(join(root, 'dist/.warraq-manifest.json'), 'utf8');
  for (const name of first) expect(manifest).toContain(`cards/${name}`);
  const page = readFileSync(join(root, 'dist/a1.html'), 'utf8');
  const named = /og:image" content="https:\/\/news\.example\/cards\/([^"]+)"/.exec(page)?.[1];
  expect(first).toContain(named);
  expect(run(root, 'build').err).toContain('0 added, 0 changed, 0 removed');

  // A corrected headline: one card goes, one comes.
  put(root, { 'articles/a1.txt': article('خبر مصحح') });
  const changed = JSON.parse(run(root, 'build', '--json').out).publication;
  expect(changed.removed).toEqual([`cards/${named}`]);
  expect(changed.added).toHaveLength(1);

  // A preview or a killed build has published without its cards: the next one completes the site.
  rmSync(join(root, '.warraq/share-cards'), { recursive: true });
  rmSync(join(root, '.warraq/built'));
  rmSync(join(root, 'articles/a2.txt'));
  expect(run(root, 'build').code).toBe(0);
  expect(cards(root)).toHaveLength(2);
  const grown = snapshot(join(root, 'dist'));
  rmSync(join(root, 'dist'), { recursive: true });
  rmSync(join(root, '.warraq'), { recursive: true });
  run(root, 'build');
  expect(snapshot(join(root, 'dist'))).toEqual(grown);
});
