import { describe, expect, test } from 'vitest';
import type { Card } from '../../../src/model.js';
import type { MonthsView, MonthView, SectionView } from '../../../src/site/views.js';
import { build, card, SITE } from '../make.js';

const story = (index: number, published: string | null, more: Partial<Card> = {}): Card =>
  card(`articles/s${index}.txt`, { published, title: `خبر ${index}`, ...more });
const CARDS = [
  story(1, '2019-06-30'),
  story(2, '2019-06-30T23:30+00:00'),
  story(3, '2019-06-02'),
  story(4, '2018-12-31'),
  story(5, null),
];
const paths = (made: ReturnType<typeof build>): string[] =>
  [...made.byPath.keys()].filter((path) => /^archive\/(?:\d|months)/.test(path)).sort();
const month = (made: ReturnType<typeof build>, path: string) => JSON.parse(made.print(path)) as MonthView;

describe('a page for each month that has a story', () => {
  const made = build(CARDS);

  test('by the day in the zone of the site', () => {
    // 23:30 in Greenwich is the next day, and the next month, in Tripoli.
    expect(paths(made)).toEqual([
      'archive/2018/12.html',
      'archive/2019/06.html',
      'archive/2019/07.html',
      'archive/months.html',
    ]);
    const { name, days, newer, older, documentTitle } = month(made, 'archive/2019/06.html');
    expect(name).toBe('أرشيف يونيو 2019');
    expect(documentTitle).toContain('أرشيف يونيو 2019');
    expect(days.map(({ date, stories }) => [date.iso, stories.map(({ text }) => text)])).toEqual([
      ['2019-06-30', ['خبر 1']],
      ['2019-06-02', ['خبر 3']],
    ]);
    expect([newer?.href, older?.href]).toEqual(['../../archive/2019/07.html', '../../archive/2018/12.html']);
    expect(month(made, 'archive/2019/07.html').newer).toBeNull();
  });

  test('found from the archive by its years, and named in the sitemap', () => {
    const archive = JSON.parse(made.print('archive/index.html')) as SectionView;
    expect(archive.years.map(({ text, href }) => [text, href])).toEqual([
      ['2019', '../archive/months.html#y-2019'],
      ['2018', '../archive/months.html#y-2018'],
    ]);
    const { calendars, name } = JSON.parse(made.print('archive/months.html')) as MonthsView;
    expect(name).toBe('أرشيف 2018–2019');
    expect(calendars[0]?.years.map(({ id, months }) => [id, months.map(({ text }) => text)])).toEqual([
      ['y-2019', ['يونيو', 'يوليو']],
      ['y-2018', ['ديسمبر']],
    ]);
    expect(made.print('sitemap.xml')).toContain('https://news.example/archive/2019/06.html');
    expect((JSON.parse(made.print('ليبيا/index.html')) as SectionView).years).toEqual([]);
  });
});

test('the second calendar has its months where dates show it, moved as the moon was seen', () => {
  const settings = (dates: object) => ({ ...SITE, dates: { secondCalendar: true, ...dates } });
  const cards = [story(1, '2019-06-03')];
  // 3 June 2019 was the last day of Ramadan by the tables of Umm al-Qura.
  expect(paths(build(cards, settings({})))).toContain('archive/1440/09.html');
  expect(paths(build(cards, settings({ hijriOffset: 1 })))).toContain('archive/1440/10.html');
  expect(month(build(cards, settings({})), 'archive/1440/09.html').name).toBe('أرشيف رمضان 1440 هـ');
  const persian = build(cards, { site: { ...SITE.site, lang: 'fa-IR' } });
  expect(paths(persian)).toEqual(['archive/1398/03.html', 'archive/2019/06.html', 'archive/months.html']);
  const hebrew = build([story(1, '2019-03-20')], { site: { ...SITE.site, lang: 'he-IL' } });
  expect(month(hebrew, 'archive/5779/07.html').name).toContain('אדר');
});

test('a new story touches its month; an edited text touches none', () => {
  const keys = (cards: readonly Card[]) =>
    new Map(
      build(cards)
        .pages.filter(({ path }) => /^archive\/(?:\d|months)/.test(path))
        .map((page) => [page.path, page.key]),
    );
  const before = keys(CARDS);
  const changed = (cards: readonly Card[]) =>
    [...keys(cards)].filter(([path, key]) => before.get(path) !== key).map(([path]) => path);
  expect(changed([...CARDS, story(6, '2019-06-15')])).toEqual(['archive/2019/06.html']);
  expect(changed(CARDS.map((one) => ({ ...one, digest: `${one.digest}!` })))).toEqual([]);
  expect(changed([...CARDS, story(6, '2019-08-01')]).sort()).toEqual([
    'archive/2019/07.html',
    'archive/2019/08.html',
    'archive/months.html',
  ]);
});

test('a month of very many stories has several pages, counted from the oldest', () => {
  const many = Array.from({ length: 600 }, (_, index) =>
    story(index, `2019-06-${String(1 + (index % 28)).padStart(2, '0')}`),
  );
  const made = build(many);
  expect(paths(made)).toEqual(['archive/2019/06-1.html', 'archive/2019/06.html', 'archive/months.html']);
  const newest = month(made, 'archive/2019/06.html');
  expect(newest.pagination?.next).toBe('../../archive/2019/06-1.html');
  expect(newest.days.flatMap(({ stories }) => stories)).toHaveLength(350);
  expect(month(made, 'archive/2019/06-1.html').documentTitle).not.toBe(newest.documentTitle);
});

test('without dates there is none', () => {
  expect(paths(build([story(1, null)]))).toEqual([]);
});
