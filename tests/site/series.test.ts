import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Card } from '../../src/model.js';
import { gather } from '../../src/site/gather.js';
import { plan } from '../../src/site/plan.js';
import type { Site } from '../../src/site/site.js';
import { body, card, config, digest, SITE, theme } from './make.js';

const settings = config({ ...SITE, build: { pageSize: 5 }, lite: true, shortLinks: true, newsSitemap: true });
const words = ['ميناء', 'طرابلس', 'سفينة', 'مدرسة', 'بطولة', 'كتاب'];

const anyCard = fc
  .record({
    file: fc.constantFrom(
      'a',
      'A',
      'b',
      'c',
      'd-e',
      'd e',
      'index',
      'x/a',
      'x/b',
      'X/b',
      'y/1',
      'y/2',
      'y/3',
      'z',
    ),
    extension: fc.constantFrom('txt', 'md'),
    title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 }).map((all) => all.join(' ')),
    section: fc.constantFrom('ليبيا', 'رياضة', 'رأي', 'علوم!', 'علوم', null),
    lang: fc.constantFrom('ar', 'ar', 'fa'),
    published: fc.constantFrom(
      '2019-01-01',
      '2019-01-02',
      '2019-01-02T10:00',
      '2019-02-01',
      '2020-01-01',
      null,
    ),
    readAlso: fc.array(fc.constantFrom(...words), { maxLength: 1 }),
    tags: fc.array(fc.constantFrom('وسم', 'آخر'), { maxLength: 1 }),
    slug: fc.constantFrom(null, null, 'a', 'خبر'),
    draft: fc.boolean(),
    deck: fc.constantFrom(null, 'سطر', 'آخر'),
  })
  .map(({ file, extension, ...rest }) => card(`articles/${file}.${extension}`, rest));

/** Each step puts some cards into the folder (in the place of those of the same path) and takes some away. */
const steps = fc.array(
  fc.record({ put: fc.array(anyCard, { maxLength: 12 }), drop: fc.array(fc.nat(40), { maxLength: 3 }) }),
  { minLength: 1, maxLength: 6 },
);

const pagesOf = (site: Site) =>
  plan(site, settings, theme, digest)
    .map((page) => ({
      path: page.path,
      kind: page.kind,
      key: page.key,
      article: page.article,
      text: page.render(body),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

test('after any edits a site that goes on from the one before equals one made anew', () => {
  fc.assert(
    fc.property(steps, (edits) => {
      const folder = new Map<string, Card>();
      let site: Site | null = null;
      for (const { put, drop } of edits) {
        for (const each of put) folder.set(each.path, each);
        for (const at of drop) folder.delete([...folder.keys()][at] ?? '');
        const cards = [...folder.values()];
        const next = gather(cards, settings, { previous: site });
        const anew = gather(cards, settings);
        expect(next).toEqual(anew);
        expect(pagesOf(next.site)).toEqual(pagesOf(anew.site));
        site = next.site;
      }
    }),
    { numRuns: 30 },
  );
});

test('one edit in an archive of thousands makes a handful of pages, the others are the same objects', () => {
  const cards = Array.from({ length: 3000 }, (_, i) =>
    card(`articles/${i}.txt`, {
      title: `${words[i % 6]} ${words[(i * 7) % 5]} رقم${i}`,
      section: i % 2 === 0 ? 'ليبيا' : 'رياضة',
      published: new Date(Date.UTC(2015, 0, 1) + i * 36e5).toISOString().slice(0, 16),
      digest: String(i),
    }),
  );
  let site = gather(cards, settings, { previous: null }).site;
  let pages = new Set(plan(site, settings, theme, digest));
  const isKept = (kind: string): boolean => ['article', 'lite', 'section', 'undated'].includes(kind);
  const edited = cards.map((each, i) =>
    i === 1500 ? card(each.path, { ...each, deck: 'جديد', digest: 'x' }) : each,
  );
  const objects = (now: readonly Card[]): number => {
    const before = pages;
    site = gather(now, settings, { previous: site }).site;
    pages = new Set(plan(site, settings, theme, digest));
    return [...pages].filter((page) => isKept(page.kind) && !before.has(page)).length;
  };
  expect(objects(cards)).toBe(0);
  expect(objects([...cards, card('articles/new.txt', { published: '2024-01-01' })])).toBeLessThanOrEqual(5);
  expect(objects(cards)).toBeLessThanOrEqual(3);
  expect(objects(edited)).toBeLessThanOrEqual(20);
});
