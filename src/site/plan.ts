/**
 * Site → Page[]: which files there are, under which keys, and how each is made. Pages are light; their views are built
 * when they are rendered. A key is a digest of exactly what the page shows: same key, same bytes.
 */
import type { Config } from '../config.js';
import type { Digest, Page } from '../model.js';
import { createContext } from './context.js';
import { planFeeds } from './feeds/plan-feeds.js';
import { planForRobots } from './feeds/plan-robots.js';
import { monthsOf, planMonths } from './pages/months.js';
import { planOffline } from './pages/offline.js';
import { planArticle } from './pages/plan-articles.js';
import { planFront, planList, planNotFound, storyLists } from './pages/plan-lists.js';
import { planSearch, type SearchSource } from './pages/search.js';
import { NO_CARDS, type ShareCards } from './pages/share-card.js';
import { planWebManifest } from './pages/web-manifest.js';
import { plannerOf } from './planner.js';
import type { Site } from './site.js';
import type { Pictures, ThemeInfo } from './theme-info.js';

/** All pages, in no order that matters. `pictures` and `cards` find published pictures, `search` the words of articles. */
export function plan(
  site: Site,
  config: Config,
  theme: ThemeInfo,
  digest: Digest,
  pictures: Pictures = () => null,
  cards: ShareCards = NO_CARDS,
  search: SearchSource | null = null,
): Page[] {
  const context = createContext(site, config, theme, digest, pictures, cards);
  const planner = plannerOf(context);
  const months = monthsOf(context);
  const lists = storyLists(context, months);
  const pages: Page[] = [planFront(context), planNotFound(context)];
  for (const list of lists) planList(planner, list, pages);
  planMonths(planner, months, pages);
  for (const story of site.stories) planArticle(planner, story, pages);
  planOffline(context, pages);
  planWebManifest(context, pages);
  planFeeds(context, pages);
  if (config.search && search !== null) planSearch(planner, search, pages);
  planForRobots(planner, lists, months, pages);
  return pages;
}
