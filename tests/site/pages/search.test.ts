import { expect, test } from 'vitest';
import type { Card, Page } from '../../../src/model.js';
import { gather } from '../../../src/site/gather.js';
import type { SearchSource } from '../../../src/site/pages/search.js';
import { plan } from '../../../src/site/plan.js';
import type { SearchView } from '../../../src/site/views.js';
import { body, build, card, config, digest, SITE, theme } from '../make.js';

const ON = { ...SITE, search: true };
const day = (index: number): string => new Date(Date.UTC(2015, 0, 1 + index)).toISOString().slice(0, 10);
const story = (index: number, more: Partial<Card> = {}): Card =>
  card(`articles/story-${String(index).padStart(4, '0')}.txt`, { published: day(index), ...more });
const archive = (count: number): Card[] => Array.from({ length: count }, (_, index) => story(index));

/** The words of an article are its path and what its digest says. */
function planned(cards: readonly Card[], asked: string[] = []): Map<string, Page> {
  const byPath = new Map(cards.map((one) => [one.path, one]));
  const search: SearchSource = {
    terms: (path) => {
      asked.push(path);
      return `${path.replace(/\W+/g, ' ').trim()} ${byPath.get(path)?.tags.join(' ')} مدينه`.replace(
        / +/g,
        ' ',
      );
    },
    keys: (_volume, make) => make().map((text) => digest(text)),
  };
  const made = config(ON);
  const pages = plan(gather(cards, made).site, made, theme, digest, undefined, undefined, search);
  return new Map(pages.filter(({ kind }) => kind === 'search').map((page) => [page.path, page]));
}

function changedFiles(before: Map<string, Page>, after: Map<string, Page>): string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path)?.key !== after.get(path)?.key);
}

const print = (pages: Map<string, Page>): Record<string, string> =>
  Object.fromEntries([...pages].map(([path, page]) => [path, page.render(body)]));

test('there is none unless it is asked for, and no page leads to it', () => {
  const { byPath, print: show } = build([card('articles/a.txt')]);
  expect([...byPath.keys()].filter((path) => path.startsWith('search/'))).toEqual([]);
  expect(JSON.parse(show('index.html')).site.searchHref).toBeNull();
});

test('a page that no engine lists, and an index that says how many articles there are', () => {
  const { print: show, byPath } = build(
    [card('articles/a.txt'), card('articles/b.txt', { published: null })],
    ON,
  );
  const view = JSON.parse(show('search/index.html')) as SearchView;
  expect(view).toMatchObject({ kind: 'search', robots: 'noindex', lang: 'ar-LY', action: '../archive/' });
  expect(JSON.parse(view.counts)).toMatchObject({ two: 'نتيجتان' });
  expect(JSON.parse(show('index.html')).site.searchHref).toBe('search/');
  expect(JSON.parse(show('search/index.json')).shelves).toEqual([
    { name: 'dated', count: 1 },
    { name: 'undated', count: 1 },
  ]);
  expect(show('sitemap.xml')).not.toContain('/search/');
  expect(byPath.has('search/dated-8-0.json')).toBe(true);
});

test('a result shows what a list would, headline and beginning isolated', () => {
  const { print: show } = build(
    [card('articles/a.txt', { title: 'شركة OpenHarbor تعلن', lang: 'fa' }), card('articles/b.txt')],
    ON,
  );
  const rows = JSON.parse(show('search/dated-sheet-0.json')) as string[][];
  const row = rows.find(([href]) => href === 'a.html') ?? [];
  expect(row[1]).toBe('شركة <bdi>OpenHarbor</bdi> تعلن');
  expect(row.slice(3)).toEqual(['ليبيا', '2019-06-30', '30 يونيو 2019', 'fa', 'rtl']);
  expect(rows.find(([href]) => href === 'b.html')?.slice(6)).toEqual(['', '']);
});

test('a new story changes a handful of files, whatever the size of the archive', () => {
  for (const count of [3, 70, 700]) {
    const before = planned(archive(count));
    const after = planned([...archive(count), story(count)]);
    expect(changedFiles(before, after).length, String(count)).toBeLessThanOrEqual(3);
  }
});

test('one without a date leaves the shelf of the others alone', () => {
  const changed = changedFiles(
    planned(archive(70)),
    planned([...archive(70), card('articles/x.txt', { published: null })]),
  );
  expect(changed.filter((path) => path.includes('/dated-'))).toEqual([]);
});

test('an edited article changes the files of its new words, and the sheet that shows it', () => {
  const cards = archive(600);
  const edited = cards.map((one, index) => (index === 200 ? story(200, { tags: ['زيتون'] }) : one));
  expect(changedFiles(planned(cards), planned(edited)).length).toBeLessThanOrEqual(3);
});

test('the same stories give the same bytes in any order, and only what is printed is read', () => {
  const cards = archive(90);
  expect(print(planned([...cards].reverse()))).toEqual(print(planned(cards)));
  const asked: string[] = [];
  const pages = planned(archive(20), asked);
  expect(asked).toEqual([]);
  pages.get('search/dated-8-1.json')?.render(body);
  expect(asked).toHaveLength(8);
});
