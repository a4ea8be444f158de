import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card, StoredBody } from '../../src/model.js';
import { type Entry, Store } from '../../src/shell/store.js';
import { freshFolder } from '../folder.js';

function card(path: string, title: string): Card {
  return {
    path,
    digest: title,
    lang: 'ar',
    dir: 'rtl',
    section: null,
    title,
    titled: true,
    deck: null,
    byline: [],
    dateline: null,
    published: null,
    updated: null,
    tags: [],
    summary: '',
    words: 1,
    slug: null,
    draft: false,
    picture: null,
    breakingUntil: null,
    readAlso: [],
  };
}

function put(store: Store, path: string, text: string): Entry {
  const body = JSON.stringify({ segments: [{ kind: 'prose', html: text }] });
  const made = {
    card: JSON.stringify(card(path, text)),
    body,
    diagnostics: '[]',
    pictures: '[]',
    letters: '""',
    terms: '',
  };
  return store.put(path, `s-${text}`, `k-${text}`, made);
}

function plain(store: Store, path: string): string | undefined {
  const entry = store.get(path);
  return entry && printed(store.body(entry));
}

function printed(body: StoredBody | null): string | undefined {
  const first = body?.segments[0];
  return first?.kind === 'prose' ? first.html : undefined;
}

test('what was put is there in the next session, the last one of a path counts', () => {
  const folder = freshFolder();
  const store = new Store(folder, 'p1');
  put(store, 'a.txt', 'خبر');
  expect(plain(store, 'a.txt')).toBe('خبر');
  put(store, 'b.txt', 'واحد');
  const second = put(store, 'a.txt', 'خبر آخر');
  store.touch(second, 'seen again');
  store.close();
  const next = new Store(folder, 'p1');
  expect(next.get('a.txt')).toMatchObject({
    signature: 'seen again',
    key: 'k-خبر آخر',
    card: { title: 'خبر آخر' },
  });
  expect([plain(next, 'a.txt'), plain(next, 'b.txt')]).toEqual(['خبر آخر', 'واحد']);
  next.close();
});

test('another version of the program starts afresh, and leaves nothing of the old one', () => {
  const folder = freshFolder();
  const store = new Store(folder, 'p1');
  put(store, 'a.txt', 'x');
  store.close();
  const next = new Store(folder, 'p2');
  expect(next.get('a.txt')).toBeUndefined();
  next.close();
  expect(readdirSync(folder).sort()).toEqual(['bodies-2', 'cards']);
});

test('cut at any byte or damaged anywhere, every entry is whole or missing', () => {
  const texts = ['أول', 'ثان', 'ثالث', 'رابع'];
  fc.assert(
    fc.property(
      fc.constantFrom('cards', 'bodies-1'),
      fc.nat(),
      fc.boolean(),
      fc.nat(255),
      (name, where, cut, byte) => {
        const folder = freshFolder();
        const store = new Store(folder, 'p');
        for (const [index, text] of texts.entries()) put(store, `${index}.txt`, text);
        store.close();
        const file = join(folder, name);
        const at = where % statSync(file).size;
        if (cut) truncateSync(file, at);
        else {
          const bytes = readFileSync(file);
          bytes[at] = byte;
          writeFileSync(file, bytes);
        }
        const next = new Store(folder, 'p');
        for (const [index, text] of texts.entries()) {
          const entry = next.get(`${index}.txt`);
          if (entry === undefined) continue;
          expect(entry.card?.title).toBe(text);
          expect([text, undefined]).toContain(printed(next.body(entry)));
        }
        put(next, 'new.txt', 'جديد');
        next.close();
        const last = new Store(folder, 'p');
        expect(plain(last, 'new.txt')).toBe('جديد');
        last.close();
      },
    ),
    { numRuns: 100 },
  );
});

test('a torn last line is overwritten, not built upon', () => {
  const folder = freshFolder();
  const store = new Store(folder, 'p');
  put(store, 'a.txt', 'x');
  store.close();
  appendFileSync(join(folder, 'cards'), '1234abcd ["torn');
  const next = new Store(folder, 'p');
  put(next, 'b.txt', 'y');
  next.close();
  const last = new Store(folder, 'p');
  expect([plain(last, 'a.txt'), plain(last, 'b.txt')]).toEqual(['x', 'y']);
  last.close();
});

test('waste is bounded: what nobody uses goes when it outgrows the rest', () => {
  const folder = freshFolder();
  const store = new Store(folder, 'p');
  const long = 'ط'.repeat(1 << 20);
  for (let round = 0; round < 24; round++) put(store, 'a.txt', long);
  put(store, 'gone.txt', long);
  put(store, 'small.txt', 'x');
  store.compact(new Set(['a.txt', 'small.txt']));
  expect(store.get('gone.txt')).toBeUndefined();
  expect([plain(store, 'a.txt'), plain(store, 'small.txt')]).toEqual([long, 'x']);
  store.close();
  const next = new Store(folder, 'p');
  expect([plain(next, 'a.txt'), plain(next, 'small.txt')]).toEqual([long, 'x']);
  next.close();
  const size = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(size).toBeLessThan(16 << 20);
});

test('a session notices that another one wrote', () => {
  const folder = freshFolder();
  const store = new Store(folder, 'p');
  put(store, 'a.txt', 'x');
  store.flush();
  expect(store.isStale()).toBe(false);
  const other = new Store(folder, 'p');
  put(other, 'b.txt', 'y');
  other.close();
  expect(store.isStale()).toBe(true);
  store.close();
});
