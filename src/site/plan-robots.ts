/** Sitemaps and robots.txt. Articles are split from the oldest, so that full sitemaps stay as they are. */
import type { Page, PageKind } from '../model.js';
import type { Desk } from './desk.js';
import { paginate } from './paginate.js';
import type { StoryList } from './plan-lists.js';
import type { Story } from './site.js';
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
import { stamps } from './story-view.js';

export function planForRobots(desk: Desk, lists: readonly StoryList[], pages: Page[]): void {
  const { context } = desk;
  const { site, config } = context;
  const base = `${config.site.baseUrl}\n${site.timeZone}`;
  const listed = listAddresses(lists, config.build.pageSize);
  const oldestFirst = [...site.stories].reverse();
  const addMap = (path: string, more: readonly Address[], stories: readonly Story[]): void => {
    const addresses = () => [...more, ...stories.map((story) => articleAddress(desk.context, story))];
    const wholeBase = `${base}\n${more.map((address) => address.path).join('\n')}`;
    const page = desk.page(path, wholeBase, stories, () => ({
      path,
      kind: 'sitemap',
      key: context.digest(`${wholeBase}\n${addresses().map(describe).join('\n')}`),
      article: null,
      render: () => printSitemap(desk.context, addresses()),
    }));
    pages.push(page);
  };
  const add = (path: string, kind: PageKind, shown: string, render: () => string): void => {
    pages.push({ path, kind, key: context.digest(`${path}\n${base}\n${shown}`), article: null, render });
  };
  if (listed.length + oldestFirst.length <= MOST_ADDRESSES) {
    addMap(SITEMAP, listed, oldestFirst);
  } else {
    const maps: string[] = [];
    const nameMap = (kind: string, start: number): string => {
      const path = `sitemap-${kind}-${start / MOST_ADDRESSES + 1}.xml`;
      maps.push(path);
      return path;
    };
    for (let start = 0; start < listed.length; start += MOST_ADDRESSES) {
      addMap(nameMap('lists', start), listed.slice(start, start + MOST_ADDRESSES), []);
    }
    for (let start = 0; start < oldestFirst.length; start += MOST_ADDRESSES) {
      addMap(nameMap('articles', start), [], oldestFirst.slice(start, start + MOST_ADDRESSES));
    }
    add(SITEMAP, 'sitemap', maps.join('\n'), () => printSitemapIndex(context, maps));
  }
  if (config.newsSitemap) {
    const news = newsStories(context);
    add(NEWS_SITEMAP, 'sitemap', `${site.name}\n${stamps(context, news)}`, () =>
      printNewsSitemap(context, news),
    );
  }
  add('robots.txt', 'robots', String(config.newsSitemap), () => printRobots(context));
}

function listAddresses(lists: readonly StoryList[], pageSize: number): Address[] {
  const pages = lists.flatMap(({ info, stories }) => paginate(stories.length, pageSize).map(info.pathOf));
  return ['index.html', ...pages].map((path) => ({ path, modified: null }));
}

function describe({ path, modified }: Address): string {
  return `${path} ${modified}`;
}
