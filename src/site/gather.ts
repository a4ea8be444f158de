/** Cards → Site: drafts out, sections resolved, sorted, addressed, related. Pure; the order of the input is no matter. */
import type { Config } from '../config.js';
import { fold, trimEdges } from '../extract/fold.js';
import { direction } from '../locales/direction.js';
import { locale } from '../locales/locale.js';
import { string } from '../locales/strings/index.js';
import type { Card, Diagnostic, Lang } from '../model.js';
import { shortHash } from './hash.js';
import { timeOf } from './moment.js';
import { pageLang } from './page-lang.js';
import { permalinks } from './permalink.js';
import { relate } from './related.js';
import { assignSections } from './sections.js';
import type { Site, Story } from './site.js';

export interface GatherOptions {
  /** Publish drafts, too. */
  readonly drafts?: boolean;
}

type Draft<T> = { -readonly [K in keyof T]: T[K] };

const SHORT_ID = 8;
const CONFIG_FILE = 'warraq.config.json';
const NONE: readonly never[] = [];

export function gather(
  cards: readonly Card[],
  config: Config,
  options: GatherOptions = {},
): { site: Site; diagnostics: Diagnostic[] } {
  const timeZone = config.site.timeZone ?? 'UTC';
  const timed = cards
    .filter((card) => options.drafts === true || !card.draft)
    .map((card) => ({ card, time: card.published === null ? null : timeOf(card.published, timeZone) }))
    .sort(byAge);
  const ordered = timed.map(({ card }) => card);
  const lang = config.site.lang ?? mostCommonLang(ordered);
  const { paths, collisions } = permalinks(ordered);
  const assigned = assignSections(ordered, config, lang, isOpinion);
  const sections = assigned.sections.map((draft, position) => ({
    name: draft.name,
    folder: draft.folder,
    lang: pageLang(draft.lang, lang),
    dir: direction(draft.lang),
    opinion: draft.opinion,
    description: draft.description,
    inMenu: draft.rank !== null || position < config.site.menu,
    stories: [] as Story[],
    dated: 0,
  }));
  const positions = new Map(assigned.sections.map((draft, position) => [draft, position]));
  const sectionNumbers = assigned.of.map((draft) => (draft === null ? -1 : (positions.get(draft) ?? -1)));

  const stories: Draft<Story>[] = timed.map(({ card, time }, index) => ({
    card,
    time,
    path: paths[index] ?? '',
    section: sections[sectionNumbers[index] ?? -1] ?? null,
    ordinal: 1,
    related: NONE,
    readAlso: NONE,
    shortId: null,
  }));
  const titles = stories.map(({ card }) => fold(card.title));
  linkByTitle(stories, titles);
  const undated = stories.findIndex(({ time }) => time !== null);
  linkRelated(stories, titles, sectionNumbers, 0, undated === -1 ? stories.length : undated);
  if (undated !== -1) linkRelated(stories, titles, sectionNumbers, undated, stories.length);
  if (config.shortLinks) giveShortIds(stories);

  stories.reverse();
  sectionNumbers.reverse();
  for (const [index, story] of stories.entries()) {
    const section = sections[sectionNumbers[index] ?? -1];
    if (section === undefined) continue;
    section.stories.push(story);
    if (story.time !== null) section.dated++;
  }
  const site: Site = {
    name: config.site.name ?? string(locale(lang), 'frontPage'),
    tagline: config.site.tagline,
    lang,
    dir: direction(lang),
    timeZone,
    stories,
    dated: undated === -1 ? 0 : stories.length - undated,
    sections,
  };
  return { site, diagnostics: [...collisions.map(reportCollision), ...reportMissing(config, site)] };
}

/** Undated stories first, by path; then oldest first, and by path where the time is the same. */
function byAge(a: { card: Card; time: number | null }, b: { card: Card; time: number | null }): number {
  if (a.time !== b.time) {
    if (a.time === null) return -1;
    if (b.time === null) return 1;
    return a.time - b.time;
  }
  return a.card.path < b.card.path ? -1 : a.card.path > b.card.path ? 1 : 0;
}

/** Whether a label is the word for opinion in its language. */
function isOpinion(folded: string, lang: Lang): boolean {
  return folded === fold(string(locale(lang), 'opinion'));
}

/** Of most articles; of two equally frequent ones the first by tag. Arabic when there is no article. */
function mostCommonLang(cards: readonly Card[]): Lang {
  const counts = new Map<Lang, number>();
  for (const { lang } of cards) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? 'ar';
}

/** Counts stories of one title, and finds the stories that read-also lines mean: the oldest of that title. */
function linkByTitle(stories: readonly Draft<Story>[], titles: readonly string[]): void {
  const counts = new Map<string, number>();
  for (const [index, story] of stories.entries()) {
    const title = titles[index] ?? '';
    story.ordinal = (counts.get(title) ?? 0) + 1;
    counts.set(title, story.ordinal);
  }
  const linking = stories.filter(({ card }) => card.readAlso.length > 0);
  if (linking.length === 0) return;
  const oldest = new Map<string, Story>();
  for (const [index, story] of stories.entries()) {
    if (story.ordinal === 1) oldest.set(titleKey(titles[index] ?? ''), story);
  }
  for (const story of linking) {
    story.readAlso = story.card.readAlso.map((title) => {
      const found = oldest.get(titleKey(fold(title)));
      return found === undefined || found === story ? null : found;
    });
  }
}

/** Marks and quotation marks at the ends do not tell titles apart; the first letters do. */
function titleKey(folded: string): string {
  return trimEdges(folded.slice(0, 300));
}

function linkRelated(
  stories: readonly Draft<Story>[],
  titles: readonly string[],
  sections: readonly number[],
  from: number,
  to: number,
): void {
  const subjects = stories.slice(from, to).map(({ card }, index) => ({
    title: titles[from + index] ?? '',
    tags: card.tags.map(fold),
    section: sections[from + index] ?? -1,
  }));
  for (const [index, found] of relate(subjects).entries()) {
    const story = stories[from + index];
    if (story === undefined || found.length === 0) continue;
    story.related = found.flatMap((other) => stories[from + other] ?? []);
  }
}

/** The oldest story keeps an id that two would have. */
function giveShortIds(stories: readonly Draft<Story>[]): void {
  const taken = new Set<string>();
  for (const story of stories) {
    let id = shortHash(story.path, SHORT_ID);
    for (let round = 1; taken.has(id); round++) id = shortHash(`${story.path}\n${round}`, SHORT_ID);
    taken.add(id);
    story.shortId = id;
  }
}

function reportCollision({ path, keeper, moved }: { path: string; keeper: Card; moved: Card }): Diagnostic {
  return {
    id: 'address-taken',
    severity: 'warning',
    file: moved.path,
    line: null,
    column: null,
    message: `${keeper.path} has the address ${path} already, so this article got another. Rename the file or give it a slug.`,
  };
}

/** One line on what is missing for publication. */
function reportMissing(config: Config, site: Site): Diagnostic[] {
  const missing: string[] = [];
  if (config.site.name === null) missing.push(`site.name (now “${site.name}”)`);
  if (config.site.baseUrl === null) missing.push('site.baseUrl (feeds and sitemap have no host)');
  if (config.site.timeZone === null) missing.push('site.timeZone (now UTC)');
  if (missing.length === 0) return [];
  const message = `Before you publish, set ${missing.join(', ')}.`;
  return [
    { id: 'not-ready-to-publish', severity: 'info', file: CONFIG_FILE, line: null, column: null, message },
  ];
}
