import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { planCards } from '../../../src/publish/cards/cards.js';
import { publishLate } from '../../../src/publish/cards/late.js';
import { publish } from '../../../src/publish/publish.js';
import type { OutputFile, PublishRequest } from '../../../src/publish/types.js';
import { gather } from '../../../src/site/gather.js';
import { plan } from '../../../src/site/plan.js';
import { freshFolder } from '../../folder.js';
import { body, card, config, digest, SITE, theme } from '../../site/make.js';
import { outputs } from '../outputs.js';

const CARDS = { ...SITE, cards: { articles: true, quotes: true } };
const breathe = () => null;
const quiet = () => undefined;

async function setUp(
  folder: string,
  titles: readonly string[],
  settings: object = CARDS,
  pullQuotes: readonly string[] = [],
) {
  const made = config(settings);
  const cards = titles.map((title, index) =>
    card(`articles/${index}.txt`, {
      title,
      pullQuotes: pullQuotes.map((text) => ({ text, attribution: null })),
    }),
  );
  const { site } = gather(cards, made);
  const planned = await planCards(site, made, () => null, folder, digest);
  return { ...planned, site, pages: plan(site, made, theme, digest, () => null, planned.cards) };
}

describe('planning', () => {
  test('names each picture in its page before anything is drawn', async () => {
    const folder = freshFolder();
    const { press, site, cards, pages } = await setUp(folder, ['خبر أول', 'خبر ثان'], CARDS, ['اقتباس']);
    expect(press?.missing).toBe(4 - 1); // the two stories have one quotation in common
    expect(press?.files()).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
    for (const story of site.stories) {
      const path = cards.article(story)?.path ?? '';
      expect(path).toMatch(/^cards\/[0-9a-f]{24}\.png$/);
      const page = pages.find((one) => one.path === story.path)?.render(body) ?? '';
      expect(page).toContain(`https://news.example/${path}`);
      expect(page).toContain('{"property":"og:image:width","content":"1200"}');
      expect(page).toContain('summary_large_image');
    }
  });

  test('a changed headline moves its own picture and no other; a changed colour moves all', async () => {
    const folder = freshFolder();
    const paths = async (titles: readonly string[], settings?: object) => {
      const { site, cards } = await setUp(folder, titles, settings);
      return new Map(site.stories.map((story) => [story.card.path, cards.article(story)?.path]));
    };
    const before = await paths(['خبر أول', 'خبر ثان']);
    const after = await paths(['خبر أول معدل', 'خبر ثان']);
    expect(after.get('articles/0.txt')).not.toBe(before.get('articles/0.txt'));
    expect(after.get('articles/1.txt')).toBe(before.get('articles/1.txt'));
    const blue = await paths(['خبر أول', 'خبر ثان'], { ...CARDS, theme: { accent: '#0b3d91' } });
    for (const [source, path] of before) expect(blue.get(source)).not.toBe(path);
  });

  test('there are none without an address, when they are off, and unasked on a large site', async () => {
    const folder = freshFolder();
    const { baseUrl: _, ...local } = SITE.site;
    expect((await setUp(folder, ['خبر'], { ...CARDS, site: local })).press).toBeNull();
    expect((await setUp(folder, ['خبر'], { ...SITE, cards: { articles: false } })).press).toBeNull();
    const many = Array.from({ length: 301 }, (_one, index) => `خبر ${index}`);
    expect((await setUp(folder, many, SITE)).press).toBeNull();
    expect((await setUp(folder, many.slice(1), SITE)).press?.missing).toBe(300);
    expect((await setUp(folder, many)).press?.missing).toBe(301);
  });

  test('a story with its own picture needs no other', async () => {
    const made = config(CARDS);
    const picture = { path: 'articles/a.jpg', alt: 'ميناء', caption: null, credit: null };
    const { site } = gather([card('articles/a.txt', { picture })], made);
    const file = { path: 'pictures/x.jpg', width: 800, height: 600 };
    const { press, cards } = await planCards(site, made, () => file, freshFolder(), digest);
    expect(press?.missing).toBe(0);
    expect(cards.article(site.stories[0] as (typeof site.stories)[0])).toBeNull();
  });
});

describe('drawing', () => {
  test('is done once for each card, and publishes after the site', async () => {
    const [folder, out] = [freshFolder(), join(freshFolder(), 'dist')];
    const pages = outputs({ 'index.html': 'front' });
    const request = (files: readonly OutputFile[], record: PublishRequest['record']): PublishRequest => ({
      out,
      files,
      record,
      method: 'auto',
      breathe,
    });

    const one = await setUp(folder, ['خبر أول', 'خبر ثان']);
    const first = await publish(request(pages, new Map()));
    const drawn = (await one.press?.draw(breathe, quiet)) ?? [];
    expect(drawn).toHaveLength(2);
    const whole = await publishLate(request(pages, new Map()), first, drawn);
    expect(whole.added).toEqual([...drawn.map((file) => file.path), 'index.html'].sort());
    expect(readdirSync(join(out, 'cards'))).toHaveLength(2);

    // The article is gone, and its picture with it; the other is not drawn again.
    const two = await setUp(folder, ['خبر أول']);
    expect(two.press?.missing).toBe(0);
    const next = await publish(request([...pages, ...(two.press?.files() ?? [])], whole.record));
    expect(next).toMatchObject({ added: [], changed: [], unchanged: 2 });
    expect(next.removed).toHaveLength(1);
    expect(readdirSync(join(out, 'cards'))).toHaveLength(1);
  });

  test('gives the same bytes again, and keeps nothing that no story shows', async () => {
    const folder = freshFolder();
    const draw = async (title: string) => {
      const { press } = await setUp(folder, [title]);
      return (await press?.draw(breathe, quiet))?.map((file) => file.content()) ?? [];
    };
    const [bytes] = await draw('خبر أول');
    await draw('خبر آخر');
    const cache = join(folder, 'share-cards');
    expect(readdirSync(cache).filter((name) => name.endsWith('.png'))).toHaveLength(1);
    rmSync(cache, { recursive: true });
    const [again] = await draw('خبر أول');
    expect(existsSync(cache)).toBe(true);
    expect(Buffer.from(again ?? []).equals(Buffer.from(bytes ?? []))).toBe(true);
    expect(
      Buffer.from(again ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
  });

  test('stops when it is told to, and goes on from there', async () => {
    const folder = freshFolder();
    const titles = Array.from({ length: 8 }, (_one, index) => `خبر رقم ${index}`);
    const { press } = await setUp(folder, titles);
    let breaths = 0;
    const stop = () => (++breaths > 2 ? Promise.reject(new Error('stop')) : null);
    await expect(press?.draw(stop, quiet)).rejects.toThrow('stop');
    await new Promise((resolve) => setTimeout(resolve, 500)); // those at work end
    const left = press?.missing ?? 0;
    expect(left).toBeGreaterThan(0);
    expect(left).toBeLessThan(8);
    await press?.draw(breathe, quiet);
    expect(press?.missing).toBe(0);
  });
});

test('a pull quote leads to its own picture', async () => {
  const { pages, site, cards } = await setUp(freshFolder(), ['خبر'], CARDS, ['اقتباس أول', 'اقتباس ثان']);
  const quote = (text: string) =>
    ({ kind: 'pull-quote', html: text, text, anchor: null, fragment: null, attribution: null }) as const;
  const segments = [quote('اقتباس أول'), { kind: 'prose', html: '<p>نص</p>' } as const, quote('اقتباس ثان')];
  const [story] = site.stories;
  if (story === undefined) throw new Error('The site has no story.');
  const printed =
    pages.find((page) => page.path === story.path)?.render(() => ({ segments, plain: 'نص' })) ?? '';
  const links = [...printed.matchAll(/"cardHref":"([^"]+)"/g)].map(([, href]) => href);
  const paths = [0, 1].map((index) => cards.quote(story, index)?.path);
  expect(new Set(paths).size).toBe(2);
  expect(links).toEqual(
    paths.map((path) => `../${path}`).map((href) => (story.path.includes('/') ? href : href.slice(3))),
  );
});
