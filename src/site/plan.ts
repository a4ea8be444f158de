/**
 * Site → Page[]: which files there are, under which keys, and how each is made. Pages are light; their views are built
 * when they are rendered. A key is a digest of exactly what the page shows: same key, same bytes.
 */
import type { Config } from '../config.js';
import { string } from '../locales/strings/index.js';
import type { Page, PageKind } from '../model.js';
import { articleView, litePath, liteView, shortPath } from './article-view.js';
import type { Context, Frame } from './context.js';
import { ARCHIVE, createContext, FEED, NOT_FOUND, UNDATED } from './context.js';
import type { Feed } from './feeds.js';
import { ATOM, JSON_FEED, printAtom, printJsonFeed, printRss, sectionFeedPath } from './feeds.js';
import type { StoryList } from './list-views.js';
import { composeFront, frontView, listView, notFoundStories, notFoundView } from './list-views.js';
import { paginate } from './paginate.js';
import { printRedirect } from './redirect.js';
import type { Section, Site, Story } from './site.js';
import type { Address } from './sitemap.js';
import {
  articleAddress,
  MOST_ADDRESSES,
  NEWS_SITEMAP,
  newsStories,
  printNewsSitemap,
  printRobots,
  printSitemap,
  printSitemapIndex,
  SITEMAP,
} from './sitemap.js';
import { stamp, stamps } from './story-view.js';
import type { Digest, Pictures, TemplateName, ThemeInfo } from './theme-info.js';

/** So many pages from the newest, a page of a list shows nothing that depends on how many there are. */
const FAR = 4;

/** All pages, in no order that matters. `pictures` finds the published file of a picture. */
export function plan(
  site: Site,
  config: Config,
  theme: ThemeInfo,
  digest: Digest,
  pictures: Pictures = () => null,
): Page[] {
  const context = createContext(site, config, theme, digest, pictures);
  const lists = storyLists(context);
  const pages: Page[] = [planFront(context), planNotFound(context)];
  for (const list of lists) planList(context, list, pages);
  for (const story of site.stories) planArticle(context, story, pages);
  planFeeds(context, pages);
  planForRobots(context, lists, pages);
  return pages;
}

function planFront(context: Context): Page {
  const frame = context.frame(context.site.lang, 'index.html', null, context.site.stories[0] ?? null);
  const content = composeFront(context);
  const shown = [
    ...[content.breaking, content.lead].flatMap((story) => story ?? []),
    ...content.secondary,
    ...content.latest,
    ...[...content.blocks, content.opinion].flatMap((block) => block?.stories ?? []),
  ];
  const shape = JSON.stringify([
    content.breaking?.path,
    content.secondary.length,
    content.latest.length,
    [...content.blocks, content.opinion].map((block) => [block?.section.folder, block?.stories.length]),
  ]);
  return {
    path: 'index.html',
    kind: 'front',
    key: pageKey(context, frame, 'front', shape + stamps(context, shown)),
    article: null,
    render: () => context.theme.render('front', frontView(context, frame, content)),
  };
}

function planNotFound(context: Context): Page {
  const frame = context.frame(context.site.lang, NOT_FOUND, null, context.site.stories[0] ?? null);
  return {
    path: NOT_FOUND,
    kind: 'not-found',
    key: pageKey(context, frame, 'not-found', stamps(context, notFoundStories(context.site))),
    article: null,
    render: () => context.theme.render('not-found', notFoundView(context, frame, NOT_FOUND)),
  };
}

/** Sections, the archive of everything, and what has no date. Undated stories never move the numbered pages. */
function storyLists(context: Context): StoryList[] {
  const { site } = context;
  const undated = site.stories.slice(site.dated);
  const { locale } = context.frame(site.lang, 'index.html', null, null);
  const own = { section: null, lang: site.lang, description: null, feed: null };
  const lists = site.sections.flatMap((section) => sectionLists(section));
  if (site.dated > 0) {
    lists.push({
      ...own,
      kind: 'section',
      name: string(locale, 'archive'),
      stories: site.stories.slice(0, site.dated),
      pathOf: pathsIn(ARCHIVE),
      continued: undated.length > 0 ? `${UNDATED}/index.html` : null,
    });
  }
  if (undated.length > 0) {
    const name = string(locale, 'undatedArticles');
    lists.push({
      ...own,
      kind: 'undated',
      name,
      stories: undated,
      pathOf: pathsIn(UNDATED),
      continued: null,
    });
  }
  return lists;
}

/** The dated stories of a section, then on pages of their own those without a date. */
function sectionLists(section: Section): StoryList[] {
  const { folder, name, lang, description } = section;
  const common = { section, name, lang, description, feed: sectionFeedPath(folder) };
  const undated = section.stories.slice(section.dated);
  const rest: StoryList = {
    ...common,
    kind: 'section',
    stories: undated,
    pathOf: section.dated === 0 ? pathsIn(folder) : undatedPathsIn(folder),
    continued: null,
  };
  if (section.dated === 0) return [rest];
  const dated: StoryList = {
    ...common,
    kind: 'section',
    stories: section.stories.slice(0, section.dated),
    pathOf: pathsIn(folder),
    continued: undated.length > 0 ? rest.pathOf({ number: 1, total: 1 }) : null,
  };
  return undated.length > 0 ? [dated, rest] : [dated];
}

function pathsIn(folder: string): StoryList['pathOf'] {
  return ({ number, total }) => `${folder}/${number === total ? 'index' : `page-${number}`}.html`;
}

function undatedPathsIn(folder: string): StoryList['pathOf'] {
  return ({ number, total }) => `${folder}/${number === total ? 'undated' : `undated-${number}`}.html`;
}

function planList(context: Context, list: StoryList, pages: Page[]): void {
  const lang = context.pageLang(list.lang);
  for (const page of paginate(list.stories.length, context.config.build.pageSize)) {
    const path = list.pathOf(page);
    const frame = context.frame(lang, path, list.section, list.stories[page.start] ?? null);
    const { number, total } = page;
    const place = [
      number,
      Math.min(total - number, FAR),
      number === total ? total : null,
      number === 1 ? list.continued : null,
    ];
    const parts = [list.name, list.description, list.lang, ...place].join('\t');
    const shown = stamps(context, list.stories.slice(page.start, page.end));
    pages.push({
      path,
      kind: list.kind,
      key: pageKey(context, frame, list.kind, `${parts}\n${shown}`),
      article: null,
      render: () => context.theme.render(list.kind, listView(context, frame, list, page)),
    });
  }
}

function planArticle(context: Context, story: Story, pages: Page[]): void {
  const { card, path, section, related, readAlso, ordinal, shortId } = story;
  const lang = context.pageLang(card.lang);
  const frame = context.frame(lang, path, section, story);
  let own = `${ordinal} ${shortId}\n`;
  for (const source of card.bodyPictures ?? []) own += `${JSON.stringify(context.pictures(source))}\n`;
  for (const other of readAlso)
    own += other === null ? '-\n' : `${other.path} ${other.card.title} ${other.card.lang}\n`;
  own += stamp(context, story);
  pages.push({
    path,
    kind: 'article',
    key: pageKey(context, frame, 'article', own + stamps(context, related)),
    article: card.path,
    render: (body) => context.theme.render('article', articleView(context, frame, story, body(card.path))),
  });
  if (context.config.lite) {
    const lite = litePath(path);
    const liteFrame = context.frame(lang, lite, section, story);
    pages.push({
      path: lite,
      kind: 'lite',
      key: pageKey(context, liteFrame, 'lite', own),
      article: card.path,
      render: (body) => context.theme.render('lite', liteView(context, liteFrame, story, body(card.path))),
    });
  }
  if (shortId !== null) {
    pages.push({
      path: shortPath(shortId),
      kind: 'redirect',
      key: context.digest(['redirect', context.settingsKey, lang, path, card.dir, card.title].join('\n')),
      article: null,
      render: () => printRedirect(context, story),
    });
  }
}

function planFeeds(context: Context, pages: Page[]): void {
  const { site, config } = context;
  const { items } = config.feeds;
  const whole = {
    home: 'index.html',
    title: site.name,
    description: site.tagline ?? site.name,
    lang: site.lang,
    stories: site.stories.slice(0, items),
  };
  const add = (feed: Feed, print: typeof printRss): void => {
    const { path, home, title, description, lang, stories } = feed;
    const parts = [path, home, title, description, lang, JSON.stringify(config.feeds), context.settingsKey];
    const pictures = stories.flatMap(({ card }) => card.bodyPictures ?? []).map(context.pictures);
    pages.push({
      path,
      kind: 'feed',
      key: context.digest(`${parts.join('\n')}\n${JSON.stringify(pictures)}\n${stamps(context, stories)}`),
      article: null,
      render: (bodies) => print(context, feed, bodies),
    });
  };
  add({ ...whole, path: FEED }, printRss);
  add({ ...whole, path: ATOM }, printAtom);
  add({ ...whole, path: JSON_FEED }, printJsonFeed);
  for (const section of site.sections) {
    add(
      {
        path: sectionFeedPath(section.folder),
        home: `${section.folder}/index.html`,
        title: `${section.name} | ${site.name}`,
        description: section.description ?? section.name,
        lang: context.pageLang(section.lang),
        stories: section.stories.slice(0, items),
      },
      printRss,
    );
  }
}

/** Sitemaps and robots.txt. Old sitemaps stay as they are: articles are split from the oldest. */
function planForRobots(context: Context, lists: readonly StoryList[], pages: Page[]): void {
  const { site, config, digest } = context;
  const { baseUrl } = config.site;
  const add = (
    path: string,
    kind: PageKind,
    parts: readonly (string | null)[],
    render: () => string,
  ): void => {
    pages.push({ path, kind, key: digest([path, baseUrl, ...parts].join('\n')), article: null, render });
  };
  const listed: Address[] = [
    { path: 'index.html', modified: null },
    ...lists.flatMap((list) =>
      paginate(list.stories.length, config.build.pageSize).map((page) => ({
        path: list.pathOf(page),
        modified: null,
      })),
    ),
  ];
  const articles = site.stories.map((story) => articleAddress(context, story)).reverse();
  const addMap = (path: string, addresses: readonly Address[]): void => {
    const parts = addresses.map(({ path: address, modified }) => `${address} ${modified}`);
    add(path, 'sitemap', parts, () => printSitemap(context, addresses));
  };
  if (listed.length + articles.length <= MOST_ADDRESSES) {
    addMap(SITEMAP, [...listed, ...articles]);
  } else {
    const maps: string[] = [];
    for (const [name, addresses] of [['lists', listed] as const, ['articles', articles] as const]) {
      for (let start = 0; start < addresses.length; start += MOST_ADDRESSES) {
        const path = `sitemap-${name}-${start / MOST_ADDRESSES + 1}.xml`;
        maps.push(path);
        addMap(path, addresses.slice(start, start + MOST_ADDRESSES));
      }
    }
    add(SITEMAP, 'sitemap', maps, () => printSitemapIndex(context, maps));
  }
  if (config.newsSitemap) {
    const news = newsStories(context);
    add(NEWS_SITEMAP, 'sitemap', [site.name, site.timeZone, stamps(context, news)], () =>
      printNewsSitemap(context, news),
    );
  }
  add('robots.txt', 'robots', [String(config.newsSitemap)], () => printRobots(context));
}

function pageKey(context: Context, frame: Frame, template: TemplateName, shown: string): string {
  return context.digest(`${frame.key(template)}\n${shown}`);
}
