/** Feeds: RSS, Atom and JSON for the site, RSS for each section. */
import type { Page } from '../../model.js';
import type { Context } from '../context.js';
import { stamps } from '../pages/story-view.js';
import { ATOM, FEED, FRONT, JSON_FEED, sectionFeedPath } from '../paths.js';
import type { Feed } from './feeds.js';
import { printAtom, printJsonFeed, printRss } from './feeds.js';

/** Adds the feeds of the site and of its sections. */
export function planFeeds(context: Context, pages: Page[]): void {
  const { site, config } = context;
  const { items } = config.feeds;
  const whole = {
    home: FRONT,
    title: site.name,
    description: site.tagline ?? site.name,
    lang: site.lang,
    stories: site.stories.slice(0, items),
  };
  pages.push(planFeed(context, { ...whole, path: FEED }, printRss));
  pages.push(planFeed(context, { ...whole, path: ATOM }, printAtom));
  pages.push(planFeed(context, { ...whole, path: JSON_FEED }, printJsonFeed));
  for (const { section, stories } of site.sections) {
    const feed: Feed = {
      path: sectionFeedPath(section.folder),
      home: `${section.folder}/index.html`,
      title: `${section.name} | ${site.name}`,
      description: section.description ?? section.name,
      lang: context.pageLang(section.lang),
      stories: stories.slice(0, items),
    };
    pages.push(planFeed(context, feed, printRss));
  }
}

function planFeed(context: Context, feed: Feed, print: typeof printRss): Page {
  const { stories, ...head } = feed;
  const pictures = stories.flatMap(({ card }) => card.bodyPictures ?? []).map(context.pictures);
  const shown = JSON.stringify([head, context.config.feeds, pictures]);
  return {
    path: feed.path,
    kind: 'feed',
    key: context.digest(`${context.settingsKey}\n${shown}\n${stamps(context, stories)}`),
    article: null,
    render: (bodies) => print(context, feed, bodies),
  };
}
