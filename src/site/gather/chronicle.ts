/**
 * What `gather` works out from the oldest story on: addresses, numbers of equal titles, relations. In a series of sites
 * each part forgets the stories from the first change on and goes on from there.
 */
import type { Config } from '../../config.js';
import { fold, trimEdges } from '../../fold.js';
import { direction } from '../../language-tag.js';
import { locale } from '../../locales/locale.js';
import { string } from '../../locales/strings/index.js';
import type { Card, Lang } from '../../model.js';
import { shortHash } from '../hash.js';
import { pageLang } from '../page-lang.js';
import type { Section, SectionStories, Story, Target } from '../site.js';
import type { Entry } from './order.js';
import { Order } from './order.js';
import type { Collision } from './permalink.js';
import { Addresses, findTwins } from './permalink.js';
import { Relations } from './related.js';
import type { SectionDraft } from './sections.js';
import { assignSections } from './sections.js';

const SHORT_ID = 8;

/** The stories of a site from the oldest on. */
export class Chronicle {
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
  #twins: ReadonlyMap<string, Card> = new Map();

  constructor(config: Config, lang: Lang) {
    this.config = config;
    this.timeZone = config.site.timeZone ?? 'UTC';
    this.#lang = lang;
    this.#order = new Order(this.timeZone);
  }

  /** Newest first. */
  place(cards: readonly Card[]): Story[] {
    const twins = findTwins(cards);
    const paired = sameKeys(twins, this.#twins);
    this.#twins = twins;
    const standing = this.#order.update(cards);
    // A twin that comes or goes may lead an old story to another address.
    const same = paired ? standing : 0;
    const forgotten = this.#forget(same);
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
      if (old !== undefined) return { ...old, card: entry.card, section };
      const story = this.#tell(entry, section);
      const twin = forgotten.get(entry.card);
      return twin !== undefined && isTwin(twin, story) ? twin : story;
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

  /** Goes back to the first `same` stories. Returns the others: most of them will come out as they were. */
  #forget(same: number): ReadonlyMap<Card, Story> {
    const forgotten = new Map(this.#stories.slice(same).map((story) => [story.card, story]));
    if (this.collisions.length > 0) {
      const paths = new Set([...forgotten.keys()].map(({ path }) => path));
      this.collisions = this.collisions.filter(({ moved }) => !paths.has(moved.path));
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
    return forgotten;
  }

  /** Everything about a story that depends on it and on older ones. */
  #tell({ card, time, title }: Entry, section: Section | null): Story {
    const { path, collision } = this.#addresses.add(card, this.#twins.get(card.path) ?? null);
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

/** Whether a story that was worked out again came out as before, read-also lines apart. */
function isTwin(old: Story, story: Story): boolean {
  return (
    old.path === story.path &&
    old.section === story.section &&
    old.ordinal === story.ordinal &&
    old.shortId === story.shortId &&
    old.related.length === story.related.length &&
    old.related.every((position, at) => position === story.related[at])
  );
}

function sameKeys(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a.size === b.size && [...a.keys()].every((key) => b.has(key));
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
