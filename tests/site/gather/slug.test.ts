import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/model.js';
import { Addresses, comparable, folderName } from '../../../src/site/gather/permalink.js';
import { slugify, withMark } from '../../../src/site/gather/slug.js';
import { hrefOf, rootOf, urlPath } from '../../../src/site/urls.js';
import { card } from '../make.js';

function permalinks(cards: readonly Card[]) {
  const addresses = new Addresses();
  const made = cards.map((each) => addresses.add(each));
  return {
    paths: made.map(({ path }) => path),
    collisions: made.flatMap(({ collision }) => collision ?? []),
  };
}

const address = (path: string, slug: string | null = null) => permalinks([card(path, { slug })]).paths[0];

describe('a part of an address', () => {
  test.each([
    ['hadath-2019', 'hadath-2019'],
    ['Hadath  2019!', 'hadath-2019'],
    ['الحكومة تُعلِنُ عن خطّة', 'الحكومة-تعلن-عن-خطة'],
    ['أخبـــار', 'أخبار'],
    ['إعلان آخر، ؤئ', 'إعلان-آخر-ؤئ'],
    ['می\u200cشود', 'می-شود'],
    ['\u202bنص\u202c \u200fآخر', 'نص-آخر'],
    ['٣٠ يونيو ۲۰۱۹', '30-يونيو-2019'],
    ['צה"ל שָׁלוֹם', 'צהל-שלום'],
    ["don't", 'dont'],
    ['ދިވެހި', 'ދިވެހި'],
    ['Cafe\u0301', 'café'],
    ['--a--b--', 'a-b'],
    ['../../etc/passwd', 'etc-passwd'],
    ['<script>', 'script'],
    ['?!', ''],
    ['\ud800', ''],
  ])('%s → %s', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test('is cut at a word and fits a file name', () => {
    const long = slugify('كلمة '.repeat(40));
    expect(long).toBe('كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة-كلمة');
    expect([...slugify('ا'.repeat(500))]).toHaveLength(60);
    expect(withMark('ا'.repeat(60), 'k3x9a2')).toBe(`${'ا'.repeat(53)}-k3x9a2`);
  });

  test('any text gives letters, digits and single hyphens within limits, and stays the same when done again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const slug = slugify(text);
        expect(slug).toMatch(/^(?:[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]*(?:-[\p{L}\p{M}\p{Nd}]+)*)?$/u);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(200);
        expect([...slug].length).toBeLessThanOrEqual(60);
        expect(slug).toBe(slug.normalize('NFC'));
        expect(slugify(slug)).toBe(slug);
        expect(slug).not.toMatch(/[\u0660-\u0669\u06f0-\u06f9]/);
      }),
    );
  });
});

describe('the address of an article', () => {
  test('is the path of its file', () => {
    expect(address('articles/2019/06/hadath.txt')).toBe('2019/06/hadath.html');
    expect(address('articles/خبر.md')).toBe('خبر.html');
    expect(address('articles/a.b.txt')).toBe('a-b.html');
  });

  test('ends with the slug that the editor states', () => {
    expect(address('articles/2019/x.txt', 'ميناء طرابلس')).toBe('2019/ميناء-طرابلس.html');
    expect(address('articles/2019/x.txt', '../../x/y')).toBe('2019/x-y.html');
    expect(address('articles/2019/x.txt', '***')).toBe('2019/x.html');
  });

  test('avoids our own names and those of devices', () => {
    for (const name of ['index', '404', 'page-3', 'CON', 'aux', 'lpt1', 'undated', 'undated-2']) {
      expect(address(`articles/${name}.txt`)).toMatch(
        new RegExp(`^${name.toLowerCase()}-[a-z0-9]{6}\\.html$`),
      );
    }
    for (const name of ['lite', 's', 'assets', 'archive', 'nul']) {
      expect(address(`articles/${name}/x.txt`)).toMatch(new RegExp(`^${name}-[a-z0-9]{6}/x\\.html$`));
      expect(folderName(name)).toMatch(new RegExp(`^${name}-[a-z0-9]{6}$`));
    }
    expect(address('articles/2019/s/x.txt')).toBe('2019/s/x.html');
    expect(address('articles/؟؟.txt')).toMatch(/^[a-z0-9]{6}\.html$/);
  });

  test('is the oldest article’s when two want one, and both are named', () => {
    const old = card('articles/خبر!.txt', { published: '2018-01-01' });
    const young = card('articles/خبر.md', { published: '2019-01-01' });
    const { paths, collisions } = permalinks([old, young]);
    expect(paths[0]).toBe('خبر.html');
    expect(paths[1]).toMatch(/^خبر-[a-z0-9]{6}\.html$/);
    expect(collisions).toEqual([{ path: 'خبر.html', keeper: old, moved: young }]);
  });

  test('is unique under case folding and composition, and within the limits of file systems', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }),
      fc.constantFrom(
        'a',
        'A',
        'ﬁ',
        'fi',
        'FI',
        'ß',
        'ss',
        'İ',
        'i̇',
        'é',
        'é',
        'خبر',
        'خبـر',
        'خَبَر',
        'con',
        'index',
      ),
    );
    const path = fc.tuple(name, name).map((parts) => `articles/${parts.join('/')}.txt`);
    fc.assert(
      fc.property(fc.uniqueArray(path, { maxLength: 30 }), (files) => {
        const { paths } = permalinks(files.map((file) => card(file)));
        expect(new Set(paths.map(comparable)).size).toBe(files.length);
        for (const each of paths.flatMap((made) => made.split('/'))) {
          expect(Buffer.byteLength(each)).toBeLessThanOrEqual(225);
          expect([...each.replace(/\.html$/, '')].length).toBeLessThanOrEqual(60);
          expect(each).not.toMatch(/^\.*$|^(?:con|aux|nul|prn|com\d|lpt\d)(?:\.|$)/i);
        }
      }),
    );
  });
});

test('addresses are encoded in one way', () => {
  expect(rootOf('index.html')).toBe('');
  expect(rootOf('2019/06/a.html')).toBe('../../');
  expect(urlPath('ليبيا/index.html', 'clean')).toBe('%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/');
  expect(urlPath('ليبيا/index.html', 'portable')).toBe('%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/index.html');
  expect(hrefOf('', 'index.html', 'clean')).toBe('./');
  expect(hrefOf('../', 'index.html', 'clean')).toBe('../');
});
