/** The site as a graph: every article in its place. Made by `gather`, read by `plan`; no bodies in it. */
import type { Card, Direction, Lang } from '../model.js';

/** A newspaper before its pages are planned. */
export interface Site {
  readonly name: string;
  readonly tagline: string | null;
  readonly lang: Lang;
  readonly dir: Direction;
  /** IANA name; `UTC` when the config has none. */
  readonly timeZone: string;
  /** Newest first; after the dated ones those without a date, in the order of their paths, last path first. */
  readonly stories: readonly Story[];
  /** How many of `stories` have a date. */
  readonly dated: number;
  /** Sections that have a story, in the order of the menu. */
  readonly sections: readonly SectionStories[];
}

/** An article in the site. Stories that did not change are the same objects in the next site. */
export interface Story {
  readonly card: Card;
  /** Relative to `dist/`: `2019/06/hadath.html`. */
  readonly path: string;
  /** Minutes since 1970; null when undated. */
  readonly time: number | null;
  readonly section: Section | null;
  /** 1, or more when older stories have the same title: the document title then carries the number. */
  readonly ordinal: number;
  /** Older stories only, counted from the oldest of those that have a date, or of those that have none. */
  readonly related: readonly number[];
  /** What the read-also lines of the card lead to, one for each; null when the site has no such title. */
  readonly readAlso: readonly (Target | null)[];
  /** Name of its short address; null when they are off. */
  readonly shortId: string | null;
}

/** What a link to a story shows. */
export interface Target {
  readonly title: string;
  readonly path: string;
  readonly lang: Lang;
}

/** A section, the same object for all its stories. */
export interface Section {
  readonly name: string;
  /** Its folder in `dist/`. */
  readonly folder: string;
  /** Language of the name. */
  readonly lang: Lang;
  readonly dir: Direction;
  readonly opinion: boolean;
  readonly description: string | null;
}

/** A section with its stories. */
export interface SectionStories {
  readonly section: Section;
  /** Whether the menu shows it. */
  readonly inMenu: boolean;
  /** In the order of `Site.stories`. */
  readonly stories: readonly Story[];
  readonly dated: number;
}

/** The stories that `Story.related` counts. */
export function relatedStories(site: Site, { time, related }: Story): Story[] {
  const oldest = time === null ? site.stories.length - 1 : site.dated - 1;
  const found: Story[] = [];
  for (const position of related) {
    const other = site.stories[oldest - position];
    if (other !== undefined) found.push(other);
  }
  return found;
}
