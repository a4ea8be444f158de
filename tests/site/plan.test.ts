import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Card, Page } from '../../src/model.js';
import { comparable } from '../../src/site/gather/permalink.js';
import type { ArticleView, FrontView, NotFoundView, PageView, SectionView } from '../../src/site/views.js';
import { body, build, card, SITE } from './make.js';

const withConfig = (more: object) => ({ ...SITE, ...more });
const read = <V extends PageView>(text: string): V => JSON.parse(text) as V;

/** A newspaper of `count` stories, one a day, in four sections and three folders. */
function newspaper(count: number): Card[] {
  const sections = ['ليبيا', 'اقتصاد', 'رياضة', 'رأي'];
  const places = ['طرابلس', 'بنغازي', 'مصراتة', 'سبها', 'درنة', 'البيضاء', 'زوارة'];
  return Array.from({ length: count }, (_, i) => {
    const day = new Date(Date.UTC(2015, 0, 1 + i)).toISOString().slice(0, 10);
    const title = `خبر رقم ${i} من ${places[i % 7]} عن ${places[(i * 3) % 7]}`;
    return card(`articles/${day.slice(0, 7)}/n${i}.txt`, {
      title,
      section: sections[i % 4] ?? null,
      published: `${day}T10:00`,
    });
  });
}

/** Paths of the pages whose key is new or different. */
function changed(before: readonly Page[], after: readonly Page[]): string[] {
  const keys = new Map(before.map(({ path, key }) => [path, key]));
  return after.filter(({ path, key }) => keys.get(path) !== key).map(({ path }) => path);
}

test('a small site has its front page, sections, articles, feeds, sitemap, robots and 404', () => {
  const { pages, diagnostics } = build([
    card('articles/2019/a.txt'),
    card('articles/2019/b.txt', { section: 'رياضة', published: '2019-07-01' }),
  ]);
  expect(pages.map(({ path, kind }) => `${kind} ${path}`).sort()).toEqual([
    'article 2019/a.html',
    'article 2019/b.html',
    'feed atom.xml',
    'feed feed.json',
    'feed feed.xml',
    'feed رياضة/feed.xml',
    'feed ليبيا/feed.xml',
    'front index.html',
    'manifest icon.svg',
    'manifest site.webmanifest',
    'month archive/2019/06.html',
    'month archive/2019/07.html',
    'month archive/months.html',
    'not-found 404.html',
    'robots robots.txt',
    'section archive/index.html',
    'section رياضة/index.html',
    'section ليبيا/index.html',
    'sitemap sitemap.xml',
  ]);
  expect(diagnostics).toEqual([]);
});

test('a site without any article still has a front page', () => {
  const { print, pages } = build([], {});
  const front = read<FrontView>(print('index.html'));
  expect(front.lead).toBeNull();
  expect(front.site.name).toBe('الصفحة الأولى');
  expect(front.lang).toBe('ar');
  expect(pages.some(({ kind }) => kind === 'section' || kind === 'undated')).toBe(false);
});

test('what is missing for publication is said once', () => {
  const { diagnostics, print } = build([card('articles/a.txt'), card('articles/b.txt')], {});
  expect(diagnostics.map(({ id, severity }) => `${severity} ${id}`)).toEqual(['info not-ready-to-publish']);
  expect(diagnostics[0]?.message).toContain('site.baseUrl');
  expect(print('feed.xml')).toContain('<link>/a.html</link>');
  expect(print('sitemap.xml')).toContain('<loc>/a.html</loc>');
  expect(read<ArticleView>(print('a.html')).canonical).toBeNull();
});

test('drafts are not published', () => {
  const { byPath } = build([card('articles/a.txt', { draft: true }), card('articles/b.txt')]);
  expect(byPath.has('a.html')).toBe(false);
  expect(byPath.has('b.html')).toBe(true);
});

describe('an article page', () => {
  const settings = withConfig({ lite: true, shortLinks: true });
  const made = build(
    [
      card('articles/2019/a.txt', {
        title: 'أ'.repeat(10) + ' كلمة'.repeat(20),
        byline: ['سالم'],
        published: '2019-06-30T14:05',
        updated: '2019-06-30T14:08',
        readAlso: ['«عنوان آخر»', 'لا وجود له'],
      }),
      card('articles/b.txt', { title: 'عنوان آخر', published: null, updated: '2020-01-02', section: null }),
      card('articles/c.txt', { lang: 'fa', title: 'CNN: خبر', published: '2020-01-01' }),
    ],
    settings,
  );

  test('shows the article in the language and region of the site', () => {
    const view = read<ArticleView>(made.print('2019/a.html'));
    expect(view).toMatchObject({
      kind: 'article',
      lang: 'ar-LY',
      dir: 'rtl',
      root: '../',
      canonical: 'https://news.example/2019/a.html',
      kicker: { text: 'ليبيا', href: '../%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/', lang: null },
      published: { iso: '2019-06-30T14:05+02:00' },
      updated: null,
      readingTime: 'مدة القراءة: دقيقتان',
      liteHref: '../lite/2019/a.html',
    });
    expect(view.site.stylesheetHref).toBe('../assets/theme.css');
    expect(view.site.sections.map(({ current }) => current)).toEqual([true]);
    const [title = '', brand] = view.documentTitle.split(' | ');
    expect(title).toMatch(/…$/);
    expect([...title].length).toBeLessThanOrEqual(65);
    expect(brand).toBe('الورّاق');
  });

  test('has valid structured data', () => {
    const view = read<ArticleView>(made.print('2019/a.html'));
    expect(JSON.parse(view.jsonLdHtml ?? '')).toMatchObject({
      '@type': 'NewsArticle',
      datePublished: '2019-06-30T14:05:00+02:00',
      dateModified: '2019-06-30T14:08:00+02:00',
      author: [{ '@type': 'Person', name: 'سالم' }],
      publisher: { name: 'الورّاق' },
      mainEntityOfPage: { '@id': 'https://news.example/2019/a.html' },
    });
  });

  test('resolves read-also titles, through quotation marks', () => {
    const view = read<ArticleView>(
      made.print('2019/a.html', () => ({
        segments: [{ kind: 'read-also', label: null, titles: ['«عنوان آخر»', 'لا وجود له'] }],
        plain: '',
      })),
    );
    expect(view.body).toEqual([
      {
        kind: 'read-also',
        label: 'اقرأ أيضًا',
        links: [
          { text: 'عنوان آخر', href: '../b.html', lang: null, dir: null },
          { text: 'لا وجود له', href: null },
        ],
      },
    ]);
  });

  test('invents no date', () => {
    const view = read<ArticleView>(made.print('b.html'));
    expect(view.published).toBeNull();
    expect(view.updated?.iso).toBe('2020-01-02');
    expect(JSON.parse(view.jsonLdHtml ?? '')).not.toHaveProperty('datePublished');
    expect(made.print('feed.xml')).toMatch(
      /<item>\n<title>[^<]*عنوان آخر[^<]*<\/title>(?:(?!<item>|pubDate)[\s\S])*<\/item>/,
    );
    expect(made.print('atom.xml')).not.toContain('عنوان آخر');
  });

  test('in another language has its own direction, and names the language of what is not in it', () => {
    const view = read<ArticleView>(made.print('c.html'));
    expect(view.lang).toBe('fa');
    expect(view.site.lang).toBe('ar-LY');
    expect(view.kicker?.lang).toBe('ar-LY');
    expect(view.documentTitle.startsWith('\u200fCNN')).toBe(true);
  });

  test('has a light twin and a short address', () => {
    const lite = read<ArticleView>(made.print('lite/2019/a.html'));
    expect(lite).toMatchObject({
      kind: 'lite',
      canonical: 'https://news.example/2019/a.html',
      robots: 'noindex',
    });
    expect(lite.fullHref).toBe('../../2019/a.html');
    const short = [...made.byPath.keys()].filter((path) => path.startsWith('s/'));
    expect(short).toHaveLength(3);
    for (const path of short) expect(path).toMatch(/^s\/[a-z0-9]{8}\.html$/);
    const share = read<ArticleView>(made.print('2019/a.html')).share;
    expect(share.map(({ network }) => network)).toContain('واتساب');
    expect(share[0]?.href).toContain(encodeURIComponent('https://news.example/s/'));
  });

  test('of a title that is there already carries a number', () => {
    const { print } = build([
      card('articles/a.txt', { title: 'حالة الطقس', published: '2019-01-01' }),
      card('articles/b.txt', { title: 'حالة الطقس', published: '2019-01-02' }),
    ]);
    expect(read<ArticleView>(print('a.html')).documentTitle).toBe('حالة الطقس | الورّاق');
    expect(read<ArticleView>(print('b.html')).documentTitle).toBe('حالة الطقس (2) | الورّاق');
  });
});

describe('the front page', () => {
  test('leads with the newest stories, opinion apart', () => {
    const { print } = build(
      newspaper(40),
      withConfig({ front: { secondary: 2, latest: 3, blockStories: 2 } }),
    );
    const view = read<FrontView>(print('index.html'));
    expect(view.lead?.text).toContain('رقم 38');
    expect(view.secondary.map(({ text }) => text.slice(0, 11))).toEqual(['خبر رقم 37 ', 'خبر رقم 36 ']);
    expect(view.latest.map(({ text }) => text.slice(0, 11))).toEqual([
      'خبر رقم 39 ',
      'خبر رقم 35 ',
      'خبر رقم 34 ',
    ]);
    expect(view.blocks.map(({ heading }) => heading.text).sort()).toEqual(['اقتصاد', 'رياضة', 'ليبيا']);
    expect(view.opinion?.heading.text).toBe('رأي');
    expect(view.edition?.iso).toContain('2015-02-09');
  });

  test('shows a breaking story until its moment has passed for the newest story', () => {
    const breaking = card('articles/b.txt', { published: '2019-06-01', breakingUntil: '2019-06-01T18:00' });
    const quiet = card('articles/q.txt', { published: '2019-06-01T17:00' });
    const later = card('articles/l.txt', { published: '2019-06-02' });
    const view = (cards: Card[]) => read<FrontView>(build(cards).print('index.html'));
    expect(view([breaking, quiet]).breaking).toMatchObject({
      href: 'b.html',
      until: '2019-06-01T18:00+02:00',
    });
    expect(view([breaking, quiet, later]).breaking).toBeNull();
  });
});

describe('lists', () => {
  const settings = withConfig({ build: { pageSize: 5 } });

  test('are numbered from the oldest', () => {
    const { byPath, print } = build(newspaper(68), settings);
    const paths = [...byPath.keys()].filter((path) => path.startsWith('ليبيا/') && path.endsWith('.html'));
    expect(paths.sort()).toEqual(['ليبيا/index.html', 'ليبيا/page-1.html', 'ليبيا/page-2.html']);
    const newest = read<SectionView>(print('ليبيا/index.html'));
    expect(newest.lead?.text).toContain('رقم 64');
    expect(newest.pagination).toMatchObject({ current: 3, total: 3, label: 'صفحة 3 من 3', previous: null });
    expect(newest.pagination?.next).toBe('../%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/page-2.html');
    const oldest = read<SectionView>(print('ليبيا/page-1.html'));
    expect(oldest.stories.at(-1)?.text).toContain('رقم 0 ');
    expect(oldest.pagination).toMatchObject({ current: 1, total: null, label: '1', next: null });
    expect(oldest.pagination?.pages.map(({ label }) => label)).toEqual(['آخر الأخبار', '2', '1']);
  });

  test('put undated stories on pages of their own', () => {
    const undated = Array.from({ length: 12 }, (_, i) =>
      card(`articles/u${i + 10}.txt`, { published: null }),
    );
    const { print, byPath } = build([...newspaper(8), ...undated], settings);
    expect(read<SectionView>(print('ليبيا/index.html')).pagination?.next).toContain('undated.html');
    expect(byPath.has('ليبيا/undated-1.html')).toBe(true);
    expect(read<SectionView>(print('undated/index.html'))).toMatchObject({
      kind: 'undated',
      name: 'مقالات بلا تاريخ',
    });
    const few = build([...newspaper(8), ...undated.slice(0, 1)], withConfig({ build: { pageSize: 30 } }));
    expect(read<SectionView>(few.print('ليبيا/index.html')).pagination).toBeNull();
    expect(few.byPath.has('ليبيا/undated.html')).toBe(false);
    const alone = build(undated, settings);
    expect(alone.byPath.has('ليبيا/undated.html')).toBe(false);
    expect(read<SectionView>(alone.print('ليبيا/index.html')).lead?.text).toContain('u21');
    expect(read<FrontView>(alone.print('index.html')).lead?.text).toContain('u21');
  });
});

test('the 404 page works at any address', () => {
  const { print } = build(newspaper(3), { site: { ...SITE.site, baseUrl: 'https://news.example/paper' } });
  const view = read<NotFoundView>(print('404.html'));
  expect(view.root).toBe('/paper/');
  expect(view.site.homeHref).toBe('/paper/');
  expect(view.latest[0]?.href).toBe('/paper/2015-01/n2.html');
  expect(view.robots).toBe('noindex');
});

describe('publishing one article', () => {
  const settings = withConfig({ site: { ...SITE.site, sections: ['ليبيا', 'اقتصاد', 'رياضة'] } });
  const before = build(newspaper(1000), settings).pages;

  test('touches a handful of pages, whatever the size of the archive', () => {
    const after = build(
      [...newspaper(1000), card('articles/new.txt', { published: '2019-01-01' })],
      settings,
    ).pages;
    expect(changed(before, after).sort()).toEqual([
      '404.html',
      // The first story of its month: the month, the one before it, and the page that leads to them.
      'archive/2017/09.html',
      'archive/2019/01.html',
      'archive/index.html',
      'archive/months.html',
      'atom.xml',
      'feed.json',
      'feed.xml',
      'index.html',
      'new.html',
      'sitemap.xml',
      'ليبيا/feed.xml',
      'ليبيا/index.html',
    ]);
  });

  test('without a date leaves all numbered pages alone', () => {
    const after = build([...newspaper(1000), card('articles/new.txt', { published: null })], settings).pages;
    const touched = changed(before, after);
    expect(touched.filter((path) => /page-\d/.test(path))).toEqual([
      'ليبيا/page-1.html',
      'archive/page-1.html',
    ]);
    expect(touched.length).toBeLessThan(10);
  });

  test('that fills a list touches one more page of it', () => {
    const cards = newspaper(1200);
    let most = 0;
    for (const count of [1019, 1020, 1049, 1079, 1080]) {
      const touched = changed(
        build(cards.slice(0, count), settings).pages,
        build(cards.slice(0, count + 1), settings).pages,
      );
      most = Math.max(most, touched.length);
    }
    expect(most).toBeLessThanOrEqual(20);
  });

  test('is undone by withdrawing it', () => {
    const cards = newspaper(50);
    const extra = card('articles/new.txt', { published: '2016-01-01', section: 'علوم' });
    build([...cards, extra]);
    expect(build(cards).pages.map(({ path, key }) => [path, key])).toEqual(
      build(cards).pages.map(({ path, key }) => [path, key]),
    );
  });
});

test('the same key means the same bytes, also where only one thing changes', () => {
  const cards = newspaper(60);
  const settings = withConfig({ build: { pageSize: 5 }, lite: true, shortLinks: true });
  const variants = [
    cards,
    [...cards].reverse(),
    cards.slice(1),
    cards.slice(0, -1),
    cards.slice(0, -9),
    cards.map((each, i) =>
      i === 30 ? card(each.path, { ...each, title: 'خبر طرابلس الجديد', digest: 'x' }) : each,
    ),
    cards.map((each, i) => (i === 30 ? card(each.path, { ...each, section: 'علوم', digest: 'y' }) : each)),
    cards.map((each, i) => (i === 30 ? card(each.path, { ...each, published: null, digest: 'z' }) : each)),
  ].map((each) => build(each, settings));
  const bytes = new Map<string, string>();
  for (const { pages } of variants) {
    for (const page of pages) {
      const text = page.render(body);
      const known = bytes.get(`${page.path} ${page.key}`);
      if (known !== undefined) expect(text).toBe(known);
      bytes.set(`${page.path} ${page.key}`, text);
    }
  }
});

describe('any set of cards', () => {
  const word = fc.constantFrom(
    'ليبيا',
    'طرابلس',
    'CNN',
    'خبر',
    'خَبر',
    'INDEX',
    'a/b',
    '...',
    '٢٠١٩',
    'index',
    's',
    '404',
  );
  const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const anyCard = fc.record({
    path: fc.tuple(fc.array(word, { maxLength: 2 }), text, fc.constantFrom('txt', 'md')),
    title: fc.oneof(text, fc.string({ unit: 'grapheme' })),
    section: fc.option(fc.oneof(text, fc.string({ unit: 'grapheme' }))),
    lang: fc.constantFrom('ar', 'fa', 'he', 'ur', 'en', 'dv', 'tlh'),
    published: fc.option(
      fc.constantFrom('2019-06-30', '2019-06-30T10:00', '2020-02-29T23:59+02:00', '2019-13-77'),
    ),
    tags: fc.array(word, { maxLength: 2 }),
    slug: fc.option(text),
    readAlso: fc.array(text, { maxLength: 2 }),
  });
  const site = fc.record({
    lite: fc.boolean(),
    shortLinks: fc.boolean(),
    newsSitemap: fc.boolean(),
    build: fc.record({ pageSize: fc.constant(5), links: fc.constantFrom('portable', 'clean') }),
  });
  const cardsOf = (found: readonly (Omit<Partial<Card>, 'path'> & { path: [string[], string, string] })[]) =>
    found.map(({ path: [folders, name, extension], ...rest }) =>
      card(
        `articles/${[...folders, name].map((part) => part.replaceAll('/', '_')).join('/')}.${extension}`,
        rest,
      ),
    );
  const unique = { maxLength: 25, selector: ({ path }: { path: unknown }) => JSON.stringify(path) };

  test('gives unique paths, and every link leads to a page', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCard, unique), site, (found, settings) => {
        const { pages } = build(cardsOf(found), { ...SITE, ...settings });
        const paths = new Set(pages.map(({ path }) => comparable(path)));
        expect(paths.size).toBe(pages.length);
        for (const page of pages) {
          for (const part of page.path.split('/')) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(225);
          const printed = page.render(body);
          if (!page.path.endsWith('.html') || page.kind === 'redirect') continue;
          for (const target of hrefs(JSON.parse(printed), page.path)) {
            if (!target.startsWith('assets/'))
              expect(paths, `${page.path} → ${target}`).toContain(comparable(target));
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  test('gives the same pages in any order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyCard, unique), fc.nat(), (found, seed) => {
        const cards = cardsOf(found);
        const shuffled = cards
          .map((each, i) => ({ each, at: ((i + 1) * (seed + 7919)) % 9973 }))
          .sort((a, b) => a.at - b.at);
        const print = (list: readonly Card[]) =>
          build(list)
            .pages.map((page) => [page.path, page.key, page.render(body)])
            .sort();
        expect(print(shuffled.map(({ each }) => each))).toEqual(print(cards));
      }),
      { numRuns: 30 },
    );
  });
});

/** Paths in `dist/` of all links of a view that stay inside the site. */
function hrefs(view: unknown, from: string): string[] {
  const base = new URL(from.split('/').map(encodeURIComponent).join('/'), 'https://news.example/');
  const found: string[] = [];
  const visit = (value: unknown, key: string): void => {
    if (typeof value === 'string' && /href$|^(?:previous|next|canonical)$/i.test(key)) {
      const url = new URL(value, base);
      if (url.host !== 'news.example') return;
      const path = decodeURIComponent(url.pathname.slice(1));
      found.push(path === '' || path.endsWith('/') ? `${path}index.html` : path);
    } else if (Array.isArray(value)) {
      for (const each of value) visit(each, key);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, each] of Object.entries(value)) visit(each, name);
    }
  };
  visit(view, '');
  return found;
}
