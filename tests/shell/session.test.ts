/** A site followed through random edits equals the same sources built from nothing. */
import { cpSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSite } from '../../src/index.js';
import { Breath } from '../../src/shell/breath.js';
import { DEFAULT_OPTIONS, Session } from '../../src/shell/session.js';
import { freshFolder, put, snapshot } from '../folder.js';
import { article } from '../program.js';

const NAMES = ['a.txt', '2024/b.txt', '2024/05/c.txt', 'd.md', '2024/e.txt'];
const WORDS = ['ميناء', 'جسر', 'مدرسة', 'سوق'];

type Edit =
  | { readonly kind: 'write'; readonly name: string; readonly word: string; readonly day: number }
  | { readonly kind: 'remove'; readonly name: string }
  | { readonly kind: 'move'; readonly name: string; readonly to: string }
  | { readonly kind: 'config'; readonly word: string }
  | { readonly kind: 'template'; readonly word: string }
  | { readonly kind: 'side-car'; readonly name: string; readonly word: string };

const name = fc.constantFrom(...NAMES);
const word = fc.constantFrom(...WORDS);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      name,
      word,
      day: fc.integer({ min: 1, max: 9 }),
    }),
  },
  fc.record({ kind: fc.constant('remove' as const), name }),
  fc.record({ kind: fc.constant('move' as const), name, to: name }),
  fc.record({ kind: fc.constant('config' as const), word }),
  fc.record({ kind: fc.constant('template' as const), word }),
  fc.record({ kind: fc.constant('side-car' as const), name, word }),
);

/** A session of many builds, as `watch` has it. */
function follow(root: string): Session {
  const options = { ...DEFAULT_OPTIONS, root };
  const session = new Session(options, new Breath(), { onWait: () => {}, onProgress: () => {} });
  session.following = true;
  return session;
}

/** Carries an edit out and says which file an event would name; null when anything may have changed. */
function apply(root: string, one: Edit): string | null {
  const at = (path: string): string => join(root, 'articles', path);
  switch (one.kind) {
    case 'write':
      put(root, { [`articles/${one.name}`]: article(`خبر ${one.word}`, `2024-05-0${one.day}`) });
      return at(one.name);
    case 'remove':
      rmSync(at(one.name), { force: true });
      return at(one.name);
    case 'move':
      put(root, { [`articles/${one.name}`]: article('خبر منقول') });
      mkdirSync(dirname(at(one.to)), { recursive: true });
      renameSync(at(one.name), at(one.to));
      return null;
    case 'config':
      put(root, {
        'warraq.config.json': JSON.stringify({ site: { name: one.word, sections: [one.word, 'أخبار'] } }),
      });
      return null;
    case 'template':
      put(root, { 'templates/partials/colophon.hbs': `<footer>${one.word}</footer>\n` });
      return null;
    case 'side-car':
      put(root, {
        [`articles/${one.name.replace(/\.\w+$/, '.meta.json')}`]: JSON.stringify({ section: one.word }),
      });
      return null;
  }
}

/** Share cards are drawn by `build`, not while following. */
function pages(root: string): Record<string, string> {
  const all = Object.entries(snapshot(join(root, 'dist')) ?? {});
  return Object.fromEntries(all.filter(([path]) => !path.startsWith('cards/')));
}

test('random edits, with the hints of events or without', { timeout: 120_000 }, async () => {
  const base = freshFolder();
  let round = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(edit, fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 6 }),
      async (steps) => {
        const root = join(base, String(round++));
        put(root, { 'articles/stays.txt': article('خبر باق', '2024-04-01') });
        const session = follow(root);
        await session.build();
        for (const [one, hinted, files] of steps) {
          session.method = files ? 'files' : 'auto';
          const path = apply(root, one);
          await session.build(hinted && path !== null ? new Set([path]) : null);
        }
        session.close();
        const clean = join(base, `${round}-clean`);
        cpSync(root, clean, { recursive: true, filter: (path) => !/[\\/](?:dist|\.warraq)$/.test(path) });
        await buildSite({ root: clean });
        expect(pages(root)).toEqual(pages(clean));
        const again = await buildSite({ root });
        expect([...(again.publication?.changed ?? []), ...(again.publication?.removed ?? [])]).toEqual([]);
      },
    ),
    { numRuns: 6 },
  );
});

test('an output that was tampered with is repaired at the next look', async () => {
  const root = freshFolder();
  put(root, { 'articles/a.txt': article('خبر') });
  const session = follow(root);
  await session.build();
  const good = pages(root);
  writeFileSync(join(root, 'dist/a.html'), 'hacked');
  await session.build();
  session.close();
  expect(pages(root)).toEqual(good);
});
