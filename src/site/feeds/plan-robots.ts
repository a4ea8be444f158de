/** Sitemaps and robots.txt. Articles are split from the oldest, so that full sitemaps stay as they are. */
import type { Page, PageKind } from '../../model.js';
import type { Context } from '../context.js';
import { type Month, monthPages } from '../pages/months.js';
import { paginate } from '../pages/paginate.js';
import type { StoryList } from '../pages/plan-lists.js';
import { stamps } from '../pages/story-view.js';
import { FRONT, NEWS_SITEMAP, ROBOTS, SITEMAP } from '../paths.js';
import type { Planner } from '../planner.js';
import type { Story } from '../site.js';
import type { Address } from './sitemap.js';
import {
  articleAddress,
  MOST_ADDRESSES,
  newsStories,
  printNewsSitemap,
  printRobots,
  printSitemap,
  printSitemapIndex,
} from './sitemap.js';

/** Adds the sitemaps and robots.txt. `lists` and `months`: their pages are listed beside the articles. */
export function planForRobots(
  planner: Planner,
  lists: readonly StoryList[],
  months: readonly Month[],
  pages: Page[],
): void {
  const { context } = planner;
  const { site, config } = context;
  const base = `${config.site.baseUrl}\n${site.timeZone}`;
  const listed = listAddresses(context, lists, months);
  const oldestFirst = [...site.stories].reverse();
  const addMap = (path: string, more: readonly Address[], stories: readonly Story[]): void => {
    const addresses = () => [...more, ...stories.map((story) => articleAddress(planner.context, story))];
    const wholeBase = `${base}\n${more.map(describe).join('\n')}`;
    const page = planner.page(path, wholeBase, stories, () => ({
      path,
      kind: 'sitemap',
      key: context.digest(`${wholeBase}\n${addresses().map(describe).join('\n')}`),
      article: null,
      render: () => printSitemap(planner.context, addresses()),
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
  add(ROBOTS, 'robots', String(config.newsSitemap), () => printRobots(context));
}

/** A list is as new as the newest story on it. */
function listAddresses(context: Context, lists: readonly StoryList[], months: readonly Month[]): Address[] {
  const { site, config } = context;
  const address = (path: string, newest: Story | undefined): Address => ({
    path,
    modified: newest === undefined ? null : articleAddress(context, newest).modified,
  });
  const pages = lists.flatMap(({ info, stories }) =>
    paginate(stories.length, config.build.pageSize).map((page) =>
      address(info.pathOf(page), stories[page.start]),
    ),
  );
  const byMonth = monthPages(months).map(({ path, newest }) => address(path, newest));
  return [address(FRONT, site.stories[0]), ...pages, ...byMonth];
}

function describe({ path, modified }: Address): string {
  return `${path} ${modified}`;
}
