import { describe, expect, test } from 'vitest';
import type { Subject } from '../../src/site/gather/related.js';
import { Relations } from '../../src/site/gather/related.js';
import { gather } from '../../src/site/gather.js';
import { relatedStories } from '../../src/site/site.js';
import { card, config } from './make.js';

const gathered = (cards: Parameters<typeof gather>[0], settings = {}) => gather(cards, config(settings)).site;

describe('sections', () => {
  test('spellings that fold alike are one, named by the oldest', () => {
    const site = gathered([
      card('articles/a.txt', { section: 'أخبــار ليبيا', published: '2019-02-01' }),
      card('articles/b.txt', { section: 'أخبار ليبيا', published: '2019-01-01' }),
      card('articles/c.txt', { section: ' اخبار  ليبيا ', published: '2019-03-01' }),
    ]);
    expect(site.sections.map(({ section: { name, folder }, dated }) => [name, folder, dated])).toEqual([
      ['أخبار ليبيا', 'أخبار-ليبيا', 3],
    ]);
  });

  test('aliases of the config lead to one section, in the order of the config, empty ones left out', () => {
    const site = gathered(
      [
        card('articles/a.txt', { section: 'كرة القدم' }),
        card('articles/b.txt', { section: 'محليات' }),
        card('articles/c.txt', { section: 'محليّات' }),
        card('articles/d.txt', { section: 'طقس' }),
      ],
      {
        site: {
          sections: [
            { name: 'رياضة', slug: 'sport', aliases: ['كرة القدم'], description: 'ملاعب' },
            'لا شيء',
            { name: 'أخبار', aliases: ['محليات'] },
          ],
          menu: 2,
        },
      },
    );
    expect(site.sections.map(({ section: { name, folder }, inMenu }) => [name, folder, inMenu])).toEqual([
      ['رياضة', 'sport', true],
      ['أخبار', 'أخبار', true],
      ['طقس', 'طقس', false],
    ]);
    expect(site.sections[0]?.section.description).toBe('ملاعب');
  });

  test('a path of labels is the last section of it that the config knows', () => {
    const site = gathered(
      [
        card('articles/a.txt', { section: 'الرئيسية » رياضة » ألعاب قوى' }),
        card('articles/b.txt', { section: 'رياضة > سباحة' }),
        card('articles/c.txt', { section: 'ثقافة / كتب' }),
      ],
      { site: { sections: ['رياضة', 'الرئيسية'] } },
    );
    expect(site.sections.map(({ section, dated }) => [section.name, dated])).toEqual([
      ['رياضة', 2],
      ['ثقافة / كتب', 1],
    ]);
  });

  test('of names that make one folder get two', () => {
    const site = gathered([
      card('articles/a.txt', { section: 'C', published: '2018-01-01' }),
      card('articles/b.txt', { section: 'C++', published: '2019-01-01' }),
    ]);
    expect(site.sections.map(({ section }) => section.folder).sort()).toEqual([
      'c',
      expect.stringMatching(/^c-[a-z0-9]{6}$/),
    ]);
  });

  test('named opinion in their language are opinion', () => {
    const site = gathered([
      card('articles/a.txt', { section: 'رأي' }),
      card('articles/b.txt', { section: 'رياضة' }),
    ]);
    expect(site.sections.filter(({ section }) => section.opinion).map(({ section }) => section.name)).toEqual(
      ['رأي'],
    );
  });

  test('change their order only when one doubles', () => {
    const cards = (count: number) =>
      Array.from({ length: count }, (_, i) => card(`articles/${i}.txt`, { section: i < 5 ? 'ب' : 'أ' }));
    const order = (count: number) => gathered(cards(count)).sections.map(({ section }) => section.name);
    expect(order(7)).toEqual(['ب', 'أ']);
    expect(order(11)).toEqual(['أ', 'ب']);
    expect(order(12)).toEqual(['أ', 'ب']);
  });
});

test('stories are sorted by the moment, whatever the zone it is written in', () => {
  const site = gathered(
    [
      card('articles/a.txt', { published: '2019-06-30' }),
      card('articles/b.txt', { published: '2019-06-30T12:00' }),
      card('articles/c.txt', { published: '2019-06-30T12:00Z' }),
      card('articles/d.txt', { published: '2019-06-30T12:00+03:00' }),
      card('articles/e.txt', { published: '2019-06-30T12:00' }),
      card('articles/f.txt', { published: null }),
      card('articles/g.txt', { published: 'yesterday' }),
    ],
    { site: { timeZone: 'Africa/Tripoli' } },
  );
  expect(site.stories.map(({ card: { path } }) => path.slice(9, 10)).join('')).toBe('cebdagf');
  expect(site.dated).toBe(5);
});

test('the site speaks the language of most articles, unless the config says', () => {
  const cards = [
    card('articles/a.txt', { lang: 'fa' }),
    card('articles/b.txt', { lang: 'fa' }),
    card('articles/c.txt'),
  ];
  expect(gathered(cards)).toMatchObject({ lang: 'fa', dir: 'rtl' });
  expect(gathered(cards, { site: { lang: 'en' } })).toMatchObject({
    lang: 'en',
    dir: 'ltr',
    name: 'Front page',
  });
});

test('an address that two want is reported with both files; the older has it', () => {
  const { site, diagnostics } = gather(
    [card('articles/a.txt', { published: '2020-01-01' }), card('articles/b.txt', { slug: 'a' })],
    config({}),
  );
  expect(site.stories.find(({ path }) => path === 'a.html')?.card.path).toBe('articles/b.txt');
  expect(diagnostics[0]).toMatchObject({ id: 'address-taken', severity: 'warning', file: 'articles/a.txt' });
  expect(diagnostics[0]?.message).toContain('articles/b.txt has the address a.html already');
});

test.each([
  ['2019-01-01', '2020-01-01'],
  ['2020-01-01', '2019-01-01'],
  [null, null],
])('NAME.txt keeps its address when a NAME.md comes to lie beside it (%s, %s)', (text, markdown) => {
  const cards = [card('articles/a.md', { published: markdown }), card('articles/a.txt', { published: text })];
  const { site, diagnostics } = gather(cards, config({}));
  expect(site.stories.find(({ path }) => path === 'a.html')?.card.path).toBe('articles/a.txt');
  expect(diagnostics[0]).toMatchObject({ id: 'address-taken', file: 'articles/a.md' });
});

describe('related stories', () => {
  const subject = (title: string, section = 0, tags: string[] = []): Subject => ({
    title,
    tags,
    section: section === 0 ? '' : String(section),
  });
  const relate = (subjects: readonly Subject[]) => {
    const relations = new Relations();
    return subjects.map((each) => relations.add(each));
  };
  const common = Array.from({ length: 60 }, (_, i) => subject(`اخبار يوميه متفرقه رقم${i} كلمه${i}`));

  test('share rare words, not common ones', () => {
    const stories = [
      ...common,
      subject('افتتاح ميناء طرابلس الجديد'),
      subject('اخبار يوميه متفرقه عاجله'),
      subject('ميناء طرابلس يستقبل سفينه'),
    ];
    expect(relate(stories).at(-1)).toEqual([60]);
  });

  test('are filled up from the section, newest first', () => {
    const stories = [
      subject('واحد', 1),
      subject('اثنان', 2),
      subject('ثلاثه', 1),
      subject('اربعه', 1),
      subject('خمسه', 1),
    ];
    expect(relate(stories).at(-1)).toEqual([3, 2, 0]);
  });

  test('are older ones, and those of a story never change when newer ones come', () => {
    const words = 'ميناء طرابلس سفينه حكومه برلمان مدرسه زيتون مطار كتاب معرض لاعبون بطوله جامعه طلاب'.split(
      ' ',
    );
    const stories = Array.from({ length: 300 }, (_, i) =>
      subject(
        `${words[(i * 7) % 14]} ${words[(i * 5 + 3) % 14]} ${words[(i * i) % 14]} فريد${i % 40}`,
        i % 5,
        [`وسم${i % 9}`],
      ),
    );
    const all = relate(stories);
    for (const [position, related] of all.entries()) {
      expect(related.every((other) => other < position)).toBe(true);
      expect(new Set(related).size).toBe(related.length);
    }
    for (const count of [1, 17, 150, 299])
      expect(relate(stories.slice(0, count))).toEqual(all.slice(0, count));
  });

  test('of stories without a date are not mixed with the others', () => {
    const site = gathered([
      card('articles/a.txt', { published: null, title: 'ميناء طرابلس البحري' }),
      card('articles/b.txt', { published: null, title: 'ميناء طرابلس القديم' }),
      card('articles/c.txt', { title: 'ميناء طرابلس الجديد' }),
    ]);
    const of = (path: string) => {
      const story = site.stories.find((each) => each.card.path === path);
      return story === undefined ? null : relatedStories(site, story).map((other) => other.card.path);
    };
    expect(of('articles/b.txt')).toEqual(['articles/a.txt']);
    expect(of('articles/c.txt')).toEqual([]);
  });
});
