/** Pages that list stories: front, 404, sections, archive, undated. */
import { string } from '../../locales/strings/index.js';
import type { Page } from '../../model.js';
import type { Context } from '../context.js';
import { ARCHIVE, FRONT, NOT_FOUND, sectionFeedPath, UNDATED } from '../paths.js';
import type { Planner } from '../planner.js';
import type { SectionStories, Story } from '../site.js';
import type { ListInfo } from './list-views.js';
import { composeFront, frontView, listView, notFoundStories, notFoundView } from './list-views.js';
import { type Month, yearLinks } from './months.js';
import { paginate } from './paginate.js';
import { stamps } from './story-view.js';

/** A list and the stories on it, newest first. */
export interface StoryList {
  readonly info: ListInfo;
  readonly stories: readonly Story[];
}

const NO_YEARS = (): [] => [];

/** So many pages from the newest, a page of a list shows nothing that depends on how many there are. */
const FAR = 4;

/** The front page. */
export function planFront(context: Context): Page {
  const frame = context.frame(context.site.lang, FRONT, null, context.site.stories[0] ?? null);
  const content = composeFront(context);
  const blocks = [...content.blocks, content.opinion];
  const shown = [
    ...[content.breaking, content.lead].flatMap((story) => story ?? []),
    ...content.secondary,
    ...content.latest,
    ...blocks.flatMap((block) => block?.stories ?? []),
  ];
  const shape = JSON.stringify([
    content.breaking?.path,
    content.secondary.length,
    content.latest.length,
    blocks.map((block) => [block?.section.folder, block?.stories.length]),
  ]);
  return {
    path: FRONT,
    kind: 'front',
    key: context.digest(`${frame.key('front')}\n${shape}${stamps(context, shown)}`),
    article: null,
    render: () => context.theme.render('front', frontView(context, frame, content)),
  };
}

/** The page that a host shows for an address that does not exist. */
export function planNotFound(context: Context): Page {
  const frame = context.frame(context.site.lang, NOT_FOUND, null, context.site.stories[0] ?? null);
  return {
    path: NOT_FOUND,
    kind: 'not-found',
    key: context.digest(`${frame.key('not-found')}\n${stamps(context, notFoundStories(context.site))}`),
    article: null,
    render: () => context.theme.render('not-found', notFoundView(context, frame, NOT_FOUND)),
  };
}

/** Sections, the archive of everything, and what has no date. Undated stories never move the numbered pages. */
export function storyLists(context: Context, months: readonly Month[]): StoryList[] {
  const { site } = context;
  const undated = site.stories.slice(site.dated);
  const { locale } = context.frame(site.lang, FRONT, null, null);
  const own = {
    section: null,
    lang: site.lang,
    description: null,
    feed: null,
    aside: false,
    years: NO_YEARS,
  };
  const lists = site.sections.flatMap((one) => sectionLists(one, context.config.build.pageSize));
  if (site.dated > 0) {
    const continued = undated.length > 0 ? `${UNDATED}/index.html` : null;
    const name = string(locale, 'archive');
    lists.push({
      info: {
        ...own,
        kind: 'section',
        name,
        pathOf: pathsIn(ARCHIVE),
        continued,
        years: (frame) => yearLinks(context, frame, months),
      },
      stories: site.stories.slice(0, site.dated),
    });
  }
  if (undated.length > 0) {
    const name = string(locale, 'undatedArticles');
    lists.push({
      info: { ...own, kind: 'undated', name, pathOf: pathsIn(UNDATED), continued: null },
      stories: undated,
    });
  }
  return lists;
}

/** The dated stories of a section, then those without a date: on pages of their own, once one page does not hold them all. */
function sectionLists({ section, stories, dated }: SectionStories, pageSize: number): StoryList[] {
  const { folder, name, lang, description } = section;
  const common = {
    kind: 'section',
    section,
    name,
    lang,
    description,
    feed: sectionFeedPath(folder),
    aside: false,
    years: NO_YEARS,
  } as const;
  const undated = stories.slice(dated);
  const pathOf = dated === 0 ? pathsIn(folder) : undatedPathsIn(folder);
  const rest: StoryList = {
    info: { ...common, pathOf, continued: null, aside: dated > 0 },
    stories: undated,
  };
  if (dated === 0) return [rest];
  if (stories.length <= pageSize)
    return [{ info: { ...common, pathOf: pathsIn(folder), continued: null }, stories }];
  const continued = undated.length > 0 ? pathOf({ number: 1, total: 1 }) : null;
  const numbered: StoryList = {
    info: { ...common, pathOf: pathsIn(folder), continued },
    stories: stories.slice(0, dated),
  };
  return undated.length > 0 ? [numbered, rest] : [numbered];
}

function pathsIn(folder: string): ListInfo['pathOf'] {
  return ({ number, total }) => `${folder}/${number === total ? 'index' : `page-${number}`}.html`;
}

function undatedPathsIn(folder: string): ListInfo['pathOf'] {
  return ({ number, total }) => `${folder}/${number === total ? 'undated' : `undated-${number}`}.html`;
}

/** Adds the pages of a list. */
export function planList(planner: Planner, { info, stories }: StoryList, pages: Page[]): void {
  const { context } = planner;
  const lang = context.pageLang(info.lang);
  for (const page of paginate(stories.length, context.config.build.pageSize)) {
    const path = info.pathOf(page);
    const newest = stories[page.start] ?? null;
    const { number, total } = page;
    const place: (number | string | null)[] = [
      number,
      Math.min(total - number, FAR),
      number === total ? total : null,
      number === 1 ? info.continued : null,
    ];
    const frame = context.frame(lang, path, info.section, newest);
    if (number === total) place.push(JSON.stringify(info.years(frame)));
    const base = [frame.key(info.kind), info.name, info.description, info.lang, ...place].join('\n');
    const shown = stories.slice(page.start, page.end);
    const made = planner.page(path, base, shown, () => ({
      path,
      kind: info.kind,
      key: context.digest(`${base}\n${stamps(context, shown)}`),
      article: null,
      render: () => {
        const { context: now } = planner;
        const frameNow = now.frame(lang, path, info.section, newest);
        return now.theme.render(info.kind, listView(now, frameNow, info, page, shown));
      },
    }));
    pages.push(made);
  }
}
