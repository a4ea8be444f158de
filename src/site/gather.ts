/** Cards → Site: drafts out, sections resolved, sorted, addressed, related. Pure; the order of the input is no matter. */
import type { Config } from '../config.js';
import { fold, trimEdges } from '../extract/fold.js';
import { direction } from '../locales/direction.js';
import { locale } from '../locales/locale.js';
import { string } from '../locales/strings/index.js';
import type { Card, Diagnostic, Lang } from '../model.js';
import { shortHash } from './hash.js';
import type { Entry } from './order.js';
import { Order } from './order.js';
import { pageLang } from './page-lang.js';
import type { Collision } from './permalink.js';
import { Addresses } from './permalink.js';
import { Relations } from './related.js';
import type { SectionDraft } from './sections.js';
import { assignSections } from './sections.js';
import type { Section, SectionStories, Site, Story, Target } from './site.js';

export interface GatherOptions {
  /** Publish drafts, too. */
  readonly drafts?: boolean;
  /**
   * For a series of sites (watching): null for the first one, then the one before, made with the same config object.
   * Where cards are the same objects as then, their work is not done again; the result is the same as without it.
   * A site can be followed by one other, and its pages may not be rendered after that. Left out: nothing is remembered.
   */
  readonly previous?: Site | null;
}

const SHORT_ID = 8;
const CONFIG_FILE = 'warraq.config.json';

export function gather(
  cards: readonly Card[],
  config: Config,
  options: GatherOptions = {},
): { site: Site; diagnostics: Diagnostic[] } {
  const published = options.drafts === true ? cards : cards.filter((card) => !card.draft);
  const lang = config.site.lang ?? mostCommonLang(published);
  const memory = recall(options.previous, config, lang);
  const stories = memory.place(published);
  const site: Site = {
    name: config.site.name ?? string(locale(lang), 'frontPage'),
    tagline: config.site.tagline,
    lang,
    dir: direction(lang),
    timeZone: memory.timeZone,
    stories,
    dated: stories.length - memory.undated,
    sections: memory.fillSections(stories),
  };
  if (options.previous !== undefined) memories.set(site, memory);
  return { site, diagnostics: [...memory.collisions.map(reportCollision), ...reportMissing(config, site)] };
}

const memories = new WeakMap<Site, Memory>();

/** Something that is the same for all sites of a series; null when the site is not one of a series. */
export function seriesOf(site: Site): object | null {
  return memories.get(site) ?? null;
}

function recall(previous: Site | null | undefined, config: Config, lang: Lang): Memory {
  const memory = previous ? memories.get(previous) : undefined;
  if (!previous || memory?.config !== config || previous.lang !== lang) return new Memory(config, lang);
  memories.delete(previous);
  return memory;
}

/** What is worked out from the oldest story on. Each part can forget its newest stories and go on from there. */
class Memory {
  readonly config: Config;
  readonly timeZone: string;
  undated = 0;
  collisions: Collision[] = [];
  readonly #lang: Lang;
  readonly #order: Order;
  readonly #addresses = new Addresses();
  readonly #titles = new Map<string, number>();
  readonly #shortIds = new Set<string>();
  readonly #relations = { undated: new Relations(), dated: new Relations() };
  #sections: readonly { readonly draft: SectionDraft; readonly section: Section }[] = [];
  /** Oldest first. */
  #entries: readonly Entry[] = [];
  #stories: Story[] = [];

  constructor(config: Config, lang: Lang) {
    this.config = config;
    this.timeZone = config.site.timeZone ?? 'UTC';
    this.#lang = lang;
    this.#order = new Order(this.timeZone);
  }

  /** Newest first. */
  place(cards: readonly Card[]): Story[] {
    const same = this.#order.update(cards);
    this.#forget(same);
    const { entries } = this.#order;
    const ordered = entries.map(({ card }) => card);
    const { sections, of } = assignSections(ordered, this.config, this.#lang, isOpinion);
    this.#renewSections(sections);
    const sectionOf = new Map(this.#sections.map(({ draft, section }) => [draft, section]));

    const before = this.#stories;
    this.#stories = entries.map((entry, index) => {
      const draft = of[index] ?? null;
      const section = draft === null ? null : (sectionOf.get(draft) ?? null);
      const old = before[index];
      if (old !== undefined && old.card === entry.card && old.section === section) return old;
      return old === undefined ? this.#tell(entry, section) : { ...old, card: entry.card, section };
    });
    this.#entries = entries;
    this.#linkByTitle();
    this.undated = entries.findIndex(({ time }) => time !== null);
    if (this.undated === -1) this.undated = entries.length;
    return [...this.#stories].reverse();
  }

  fillSections(stories: readonly Story[]): SectionStories[] {
    const lists = this.#sections.map(({ draft, section }, position) => ({
      section,
      inMenu: draft.rank !== null || position < this.config.site.menu,
      stories: [] as Story[],
      dated: 0,
    }));
    const bySection = new Map(lists.map((list) => [list.section, list]));
    for (const story of stories) {
      const list = story.section === null ? undefined : bySection.get(story.section);
      if (list === undefined) continue;
      list.stories.push(story);
      if (story.time !== null) list.dated++;
    }
    return lists;
  }

  /** Goes back to the first `same` stories. */
  #forget(same: number): void {
    if (this.collisions.length > 0) {
      const forgotten = new Set(this.#stories.slice(same).map(({ card }) => card.path));
      this.collisions = this.collisions.filter(({ moved }) => !forgotten.has(moved.path));
    }
    for (let index = same; index < this.#stories.length; index++) {
      const { title } = this.#entries[index] ?? { title: '' };
      const count = (this.#titles.get(title) ?? 1) - 1;
      if (count === 0) this.#titles.delete(title);
      else this.#titles.set(title, count);
      const shortId = this.#stories[index]?.shortId ?? null;
      if (shortId !== null) this.#shortIds.delete(shortId);
    }
    this.#stories.length = Math.min(same, this.#stories.length);
    this.#addresses.truncate(same);
    const undated = Math.min(same, this.undated);
    this.#relations.undated.truncate(undated);
    this.#relations.dated.truncate(same - undated);
  }

  /** Everything about a story that depends on it and on older ones. */
  #tell({ card, time, title }: Entry, section: Section | null): Story {
    const { path, collision } = this.#addresses.add(card);
    if (collision !== null) this.collisions.push(collision);
    const ordinal = (this.#titles.get(title) ?? 0) + 1;
    this.#titles.set(title, ordinal);
    const relations = time === null ? this.#relations.undated : this.#relations.dated;
    const related = relations.add({ title, tags: card.tags.map(fold), section: section?.folder ?? '' });
    const shortId = this.config.shortLinks ? this.#giveShortId(path) : null;
    return { card, path, time, section, ordinal, related, readAlso: [], shortId };
  }

  /** The oldest story keeps an id that two would have. */
  #giveShortId(path: string): string {
    let id = shortHash(path, SHORT_ID);
    for (let round = 1; this.#shortIds.has(id); round++) id = shortHash(`${path}\n${round}`, SHORT_ID);
    this.#shortIds.add(id);
    return id;
  }

  /** A section that is as it was stays the same object. */
  #renewSections(drafts: readonly SectionDraft[]): void {
    const before = new Map(this.#sections.map(({ section }) => [section.folder, section]));
    this.#sections = drafts.map((draft) => {
      const { name, folder, opinion, description } = draft;
      const lang = pageLang(draft.lang, this.#lang);
      const section: Section = { name, folder, lang, dir: direction(lang), opinion, description };
      const old = before.get(folder);
      return { draft, section: old !== undefined && equal(old, section) ? old : section };
    });
  }

  /** Finds the stories that read-also lines mean: the oldest of that title. */
  #linkByTitle(): void {
    if (this.#stories.every(({ card }) => card.readAlso.length === 0)) return;
    const oldest = new Map<string, Story>();
    for (const [index, story] of this.#stories.entries()) {
      if (story.ordinal === 1) oldest.set(titleKey(this.#entries[index]?.title ?? ''), story);
    }
    for (const [index, story] of this.#stories.entries()) {
      if (story.card.readAlso.length === 0) continue;
      const readAlso = story.card.readAlso.map((title): Target | null => {
        const found = oldest.get(titleKey(fold(title)));
        if (found === undefined || found.card === story.card) return null;
        return { title: found.card.title, path: found.path, lang: found.card.lang };
      });
      if (!equal(readAlso, story.readAlso)) this.#stories[index] = { ...story, readAlso };
    }
  }
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Marks and quotation marks at the ends do not tell titles apart; the first letters do. */
function titleKey(folded: string): string {
  return trimEdges(folded.slice(0, 300));
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

function reportCollision({ path, keeper, moved }: Collision): Diagnostic {
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
