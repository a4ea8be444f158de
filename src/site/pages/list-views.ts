/** Pages that list stories: front page, section, archive, undated, not found. */
import { digits } from '../../locales/numbers.js';
import { string } from '../../locales/strings/index.js';
import type { Lang } from '../../model.js';
import type { Context, Frame } from '../context.js';
import { timeOf } from '../moment.js';
import { FRONT } from '../paths.js';
import type { Section, SectionStories, Site, Story } from '../site.js';
import type { FrontView, LinkView, NotFoundView, PaginationView, SectionView } from '../views.js';
import { pageView } from './head.js';
import { siteJsonLd } from './json-ld.js';
import type { ListPage } from './paginate.js';
import { neighbours } from './paginate.js';
import { sectionBlockView, storyLink, storyView } from './story-view.js';

/** What the front page shows: all that its key and its view need. */
export interface FrontContent {
  readonly breaking: Story | null;
  readonly lead: Story | null;
  readonly secondary: readonly Story[];
  readonly latest: readonly Story[];
  readonly blocks: readonly { readonly section: Section; readonly stories: readonly Story[] }[];
  readonly opinion: { readonly section: Section; readonly stories: readonly Story[] } | null;
}

/** How many stories the 404 page offers. */
const NOT_FOUND_STORIES = 6;

/**
 * The newest stories lead, opinion apart; `latest` goes on in time; blocks leave out what stands above.
 * A breaking story is shown while its moment lies after the newest story: a static page has no clock.
 */
export function composeFront({ site, config }: Context): FrontContent {
  const { secondary, latest, blocks, blockStories } = config.front;
  const top: Story[] = [];
  for (const story of site.stories) {
    if (top.length > secondary) break;
    if (story.section?.opinion !== true) top.push(story);
  }
  const shown = new Set(top);
  const after: Story[] = [];
  for (const story of site.stories) {
    if (after.length >= latest) break;
    if (!shown.has(story)) after.push(story);
  }
  const block = ({ section, stories: all }: SectionStories) => {
    const stories: Story[] = [];
    for (const story of all) {
      if (stories.length >= blockStories) break;
      if (!shown.has(story)) stories.push(story);
    }
    return { section, stories };
  };
  const filled = (each: { stories: Story[] }): boolean => each.stories.length > 0;
  const opinion = site.sections.find(({ section }) => section.opinion);
  const news = site.sections.filter(({ section, inMenu }) => !section.opinion && inMenu);
  const opinionBlock = opinion === undefined ? null : block(opinion);
  return {
    breaking: breakingStory(site),
    lead: top[0] ?? null,
    secondary: top.slice(1),
    latest: after,
    blocks: evened(news.map(block).filter(filled).slice(0, blocks)),
    opinion: opinionBlock !== null && filled(opinionBlock) ? opinionBlock : null,
  };
}

/** How many blocks stand beside each other, below the first. */
const ROW = 3;

/** No block of a row hangs far below its neighbours: it has one story more than the shortest at most. */
function evened<Block extends { readonly stories: readonly Story[] }>(blocks: readonly Block[]): Block[] {
  const rowOf = (index: number): number => Math.floor((index + ROW - 1) / ROW);
  const least = new Map<number, number>();
  for (const [index, { stories }] of blocks.entries()) {
    const row = rowOf(index);
    least.set(row, Math.min(least.get(row) ?? stories.length, stories.length));
  }
  return blocks.map((block, index) => ({
    ...block,
    stories: block.stories.slice(0, (least.get(rowOf(index)) ?? 0) + 1),
  }));
}

function breakingStory(site: Site): Story | null {
  const newest = site.stories[0]?.time ?? null;
  for (const story of site.stories) {
    const { breakingUntil } = story.card;
    if (breakingUntil === null) continue;
    const until = timeOf(breakingUntil, site.timeZone);
    if (until !== null && (newest === null || until > newest)) return story;
  }
  return null;
}

/** What the template of the front page sees. */
export function frontView(context: Context, frame: Frame, content: FrontContent): FrontView {
  const { site } = context;
  const newest = site.stories[0];
  const view = (story: Story) => storyView(context, frame, story);
  const { breaking } = content;
  return {
    ...pageView(context, frame, {
      kind: 'front',
      title: null,
      path: FRONT,
      description: site.tagline,
      index: true,
      og: [{ property: 'og:type', content: 'website' }],
      jsonLdHtml: siteJsonLd(context),
    }),
    edition:
      newest === undefined || newest.time === null || newest.card.published === null
        ? null
        : frame.date(newest.card.published),
    breaking:
      breaking === null
        ? null
        : {
            ...storyLink(context, frame, breaking),
            until: frame.date(breaking.card.breakingUntil ?? '').iso,
          },
    lead: content.lead === null ? null : view(content.lead),
    secondary: content.secondary.map(view),
    latest: content.latest.map(view),
    blocks: content.blocks.map(({ section, stories }) => sectionBlockView(context, frame, section, stories)),
    opinion:
      content.opinion === null
        ? null
        : sectionBlockView(context, frame, content.opinion.section, content.opinion.stories),
  };
}

/** A list on several pages: where it lies, what it is called, and what follows its oldest page. */
export interface ListInfo {
  readonly kind: 'section' | 'undated';
  /** null: archive and undated list. */
  readonly section: Section | null;
  readonly name: string;
  readonly lang: Lang;
  readonly description: string | null;
  /** The stories of a section that have no date, on pages beside its numbered ones. */
  readonly aside: boolean;
  /** Path of a page by its number; the newest is the index. */
  readonly pathOf: (page: { readonly number: number; readonly total: number }) => string;
  /** Path of the page that goes on where the oldest ends; null when nothing does. */
  readonly continued: string | null;
  readonly feed: string | null;
  /** Links to the years of the archive, on its newest page. */
  readonly years: (frame: Frame) => readonly LinkView[];
}

/** What the template of a page of a list sees. `stories`: those of this page, newest first. */
export function listView(
  context: Context,
  frame: Frame,
  list: ListInfo,
  page: ListPage,
  stories: readonly Story[],
): SectionView {
  const pagination = paginationView(frame, list, page);
  const isNewest = page.number === page.total;
  const number = isNewest ? '' : ` – ${printNumber(frame, page.number)}`;
  const part = list.aside ? ` – ${string(frame.locale, 'undatedArticles')}` : '';
  const withKicker = list.section === null;
  const [first, ...rest] = stories.map((story) => storyView(context, frame, story, withKicker));
  return {
    ...pageView(context, frame, {
      kind: list.kind,
      title: list.name + part + number,
      path: list.pathOf(page),
      description: isNewest ? list.description : null,
      index: true,
      og: [{ property: 'og:type', content: 'website' }],
      previous: pagination?.previous ?? null,
      next: pagination?.next ?? null,
    }),
    name: list.name,
    feedHref: list.feed === null ? null : frame.href(list.feed),
    lead: isNewest && first !== undefined ? first : null,
    stories: isNewest || first === undefined ? rest : [first, ...rest],
    pagination,
    years: isNewest ? list.years(frame) : [],
  };
}

/** Links from a page of a list to the others; null when there are none. */
export function paginationView(
  frame: Frame,
  list: Pick<ListInfo, 'pathOf' | 'continued'>,
  page: ListPage,
): PaginationView | null {
  const { number, total } = page;
  if (total === 1 && list.continued === null) return null;
  const href = (other: number): string => frame.href(list.pathOf({ number: other, total }));
  const isNewest = number === total;
  const shown = neighbours(page);
  return {
    current: number,
    total: isNewest ? total : null,
    label: isNewest ? string(frame.locale, 'pageXofY', { x: number, y: total }) : printNumber(frame, number),
    previous: isNewest ? null : href(number + 1),
    next: number > 1 ? href(number - 1) : list.continued === null ? null : frame.href(list.continued),
    pages: shown.map((other, index) => ({
      // The number of the newest page grows: older pages name it by what it is.
      label: other === total && !isNewest ? string(frame.locale, 'latest') : printNumber(frame, other),
      href: href(other),
      current: other === number,
      gap: index > 0 && (shown[index - 1] ?? other) > other + 1,
    })),
  };
}

function printNumber(frame: Frame, number: number): string {
  return digits(String(number), frame.locale.numbering);
}

/** The stories that the 404 page offers. */
export function notFoundStories(site: Site): readonly Story[] {
  return site.stories.slice(0, NOT_FOUND_STORIES);
}

/** What the template of the 404 page sees. */
export function notFoundView(context: Context, frame: Frame, path: string): NotFoundView {
  return {
    ...pageView(context, frame, {
      kind: 'not-found',
      title: string(frame.locale, 'notFoundTitle'),
      path,
      description: null,
      index: false,
      og: [],
    }),
    canonical: null,
    latest: notFoundStories(context.site).map((story) => storyView(context, frame, story)),
  };
}
