import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Body } from '../../../src/model.js';
import { absoluteHtml } from '../../../src/site/feeds/absolute-html.js';
import { cpuTime } from '../../cpu-time.js';
import { build, card, SITE } from '../make.js';

const RLI = '\u2067';
const PDI = '\u2069';

/** Fails on XML that is not well-formed: tags must nest, text may hold neither `<` nor a bare `&`. */
function checkXml(xml: string): void {
  expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what XML 1.0 forbids
  expect(xml).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  const open: string[] = [];
  const rest = xml
    .slice(xml.indexOf('\n'))
    .replace(
      /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"<]*")*)\s*(\/?)>/g,
      (_tag, closing: string, name: string, attributes: string, single: string) => {
        if (closing) expect(open.pop()).toBe(name);
        else if (!single) open.push(name);
        return attributes;
      },
    );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<]|&(?!(?:#x[\dA-F]+|amp|lt|gt|quot);)/);
}

const unescaped = (text: string) =>
  text.replace(/&#x([\dA-F]+);/g, (_all, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));

const articles = [
  card('articles/a.txt', {
    title: 'CNN: الرئيس يعلن',
    byline: ['Tom & Jerry'],
    published: '2019-06-30T14:05',
    summary: 'سطر <b>',
    picture: { path: 'articles/p.jpg', alt: 'ميناء "طرابلس"', caption: null, credit: null },
  }),
  card('articles/b.txt', { title: 'خبر بلا تاريخ', published: null }),
  card('articles/c.txt', {
    title: 'English story',
    lang: 'en',
    dir: 'ltr',
    published: '2019-06-29',
    section: null,
  }),
];
const body = (path: string): Body => ({
  segments: [
    { kind: 'prose', html: `<p id="p-1">نص ${path} <a href="../x.html?a=1&#x26;b=2">رابط</a> href="y"</p>` },
    { kind: 'pull-quote', html: 'اقتباس', text: 'اقتباس', anchor: 'p-1', fragment: null, attribution: null },
    { kind: 'read-also', label: null, titles: ['خبر بلا تاريخ'] },
    {
      kind: 'figure',
      picture: { path: 'articles/q.jpg', alt: 'س', caption: null, credit: null },
      captionHtml: '<em>تعليق</em>',
      credit: null,
    },
    { kind: 'figure', picture: null, captionHtml: 'تعليق بلا صورة', credit: null },
  ],
  plain: '',
});
const pictures = (source: string) => ({
  path: source.replace('articles/', 'pictures/'),
  width: 1200,
  height: 800,
});
const made = build(articles, SITE, pictures);

describe('RSS', () => {
  const rss = made.print('feed.xml', body);

  test('is well-formed, in the language of the site, with dates for machines', () => {
    checkXml(rss);
    expect(rss).toContain('<language>ar-LY</language>');
    expect(rss).toContain('<pubDate>Sun, 30 Jun 2019 14:05:00 +0200</pubDate>');
    expect(rss).toContain(
      '<atom:link rel="self" type="application/rss+xml" href="https://news.example/feed.xml"/>',
    );
    expect(rss.match(/<item>/g)).toHaveLength(3);
    expect(rss.match(/<pubDate>/g)).toHaveLength(2);
    expect(rss).toContain('<dc:creator>Tom &#x26; Jerry</dc:creator>');
  });

  test('keeps the order of a title in a reader that is laid out from the left', () => {
    expect(rss).toContain(`<title>${RLI}CNN: الرئيس يعلن${PDI}</title>`);
    expect(rss).toContain('<title>English story</title>');
  });

  test('holds the whole article in one element with its direction, and nothing that is not the article', () => {
    const contents = [...rss.matchAll(/<content:encoded>([^<]*)<\/content:encoded>/g)].map(([, text]) =>
      unescaped(text ?? ''),
    );
    expect(contents[0]).toBe(
      '<div lang="ar-LY" dir="rtl">' +
        '<img src="https://news.example/pictures/p.jpg" alt="ميناء &#x22;طرابلس&#x22;" width="1200" height="800">' +
        '<p id="p-1">نص articles/a.txt <a href="https://news.example/x.html?a=1&#x26;b=2">رابط</a> href="y"</p>' +
        '<figure><img src="https://news.example/pictures/q.jpg" alt="س" width="1200" height="800"><figcaption><em>تعليق</em></figcaption></figure>' +
        '</div>',
    );
    expect(contents[1]).toMatch(/^<div lang="en" dir="ltr">/);
  });

  test('of a section has its stories only', () => {
    const section = made.print('ليبيا/feed.xml', body);
    checkXml(section);
    expect(section).toContain('<link>https://news.example/%D9%84%D9%8A%D8%A8%D9%8A%D8%A7/</link>');
    expect(section).not.toContain('English story');
  });

  test('may hold beginnings only', () => {
    const short = build(articles, { ...SITE, feeds: { content: 'summary', items: 1 } }).print(
      'feed.xml',
      () => {
        throw new Error('a body was loaded');
      },
    );
    expect(short).not.toContain('content:encoded>');
    expect(short.match(/<item>/g)).toHaveLength(1);
  });
});

test('Atom has dated stories only, with absolute ids', () => {
  const atom = made.print('atom.xml', body);
  checkXml(atom);
  expect(atom).toContain('<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar-LY">');
  expect(atom.match(/<entry /g)).toHaveLength(2);
  expect(atom).toContain('<updated>2019-06-30T14:05:00+02:00</updated>');
  expect(atom).toContain('<id>https://news.example/a.html</id>');
});

test('JSON Feed is JSON with the language of each story', () => {
  const feed = JSON.parse(made.print('feed.json', body));
  expect(feed).toMatchObject({
    version: 'https://jsonfeed.org/version/1.1',
    home_page_url: 'https://news.example/',
    feed_url: 'https://news.example/feed.json',
    language: 'ar-LY',
  });
  expect(feed.items.map((item: { language: string }) => item.language)).toEqual(['ar-LY', 'en', 'ar-LY']);
  expect(feed.items[2]).not.toHaveProperty('date_published');
});

test('the sitemap lists every page that may be indexed, once', () => {
  const { print, pages } = build(articles, { ...SITE, lite: true, shortLinks: true, newsSitemap: true });
  const map = print('sitemap.xml');
  checkXml(map);
  const listed = [...map.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url]) => url);
  const kinds = ['front', 'section', 'article', 'undated', 'months', 'month'];
  const indexed = pages.filter(({ kind }) => kinds.includes(kind));
  expect(listed).toHaveLength(indexed.length);
  expect(new Set(listed).size).toBe(listed.length);
  expect(map).toContain(
    '<url><loc>https://news.example/a.html</loc><lastmod>2019-06-30T14:05:00+02:00</lastmod></url>',
  );
  expect(map).toContain('<url><loc>https://news.example/b.html</loc></url>');
  const news = print('news-sitemap.xml');
  checkXml(news);
  expect(news.match(/<news:news>/g)).toHaveLength(2);
  expect(news).toContain('<news:language>en</news:language>');
  expect(print('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://news.example/sitemap.xml\nSitemap: https://news.example/news-sitemap.xml\n',
  );
});

test('a large sitemap is split, and the part of the oldest stories does not change', () => {
  const cards = Array.from({ length: 5010 }, (_, i) =>
    card(`articles/${i}.txt`, { digest: String(i), title: 'عنوان', section: null }),
  );
  const before = build(cards);
  const paths = [...before.byPath.keys()].filter((path) => path.includes('sitemap')).sort();
  expect(paths).toEqual([
    'sitemap-articles-1.xml',
    'sitemap-articles-2.xml',
    'sitemap-lists-1.xml',
    'sitemap.xml',
  ]);
  expect(before.print('sitemap.xml').match(/<sitemap>/g)).toHaveLength(3);
  expect(before.print('sitemap-articles-1.xml').match(/<url>/g)).toHaveLength(5000);
  const after = build([...cards, card('articles/new.txt', { published: '2020-01-01' })]);
  const key = 'sitemap-articles-1.xml';
  expect(after.byPath.get(key)?.key).toBe(before.byPath.get(key)?.key);
});

test('XML stays well-formed whatever the texts are', () => {
  const text = fc.string({ unit: 'binary', maxLength: 30 });
  fc.assert(
    fc.property(text, text, text, text, (title, author, section, summary) => {
      const { print } = build([
        card('articles/a.txt', { title, byline: [author], section, summary, tags: [author] }),
      ]);
      checkXml(print('feed.xml'));
      checkXml(print('atom.xml'));
      JSON.parse(print('feed.json'));
    }),
  );
});

describe('links of an article, read elsewhere', () => {
  const base = 'https://news.example/2019/06/a.html';
  test.each([
    ['#fn-1', 'https://news.example/2019/06/a.html#fn-1'],
    ['b.html', 'https://news.example/2019/06/b.html'],
    ['./b.html', 'https://news.example/2019/06/b.html'],
    ['../b.html', 'https://news.example/2019/b.html'],
    ['../../../../b.html', 'https://news.example/b.html'],
    ['/b.html', 'https://news.example/b.html'],
    ['https://other.example/', 'https://other.example/'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
  ])('%s → %s', (from, to) => {
    expect(absoluteHtml(`<a href="${from}">x</a>`, base)).toBe(`<a href="${to}">x</a>`);
  });

  test('text is never touched, and hostile input takes no time', () => {
    const html = '<p title="a > b">he wrote href="x.html" and src="y"</p>';
    expect(absoluteHtml(html, base)).toBe(html);
    const start = cpuTime();
    for (const piece of ['<', '<a href="', '"', 'href="x" ', '<a>']) absoluteHtml(piece.repeat(20_000), base);
    expect(cpuTime() - start).toBeLessThan(2000);
  });
});
