/** The site as a graph: every article in its place. Made by `gather`, read by `plan`; no bodies in it. */
import type { Card, Direction, Lang } from '../model.js';

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
  readonly sections: readonly Section[];
}

/** An article in the site. */
export interface Story {
  readonly card: Card;
  /** Relative to `dist/`: `2019/06/hadath.html`. */
  readonly path: string;
  /** Minutes since 1970; null when undated. */
  readonly time: number | null;
  readonly section: Section | null;
  /** 1, or more when older stories have the same title: the document title then carries the number. */
  readonly ordinal: number;
  /** Older stories only. */
  readonly related: readonly Story[];
  /** What the read-also lines of the card lead to, one for each; null when the site has no such title. */
  readonly readAlso: readonly (Story | null)[];
  /** Name of its short address; null when they are off. */
  readonly shortId: string | null;
}

export interface Section {
  readonly name: string;
  /** Its folder in `dist/`. */
  readonly folder: string;
  /** Language of the name. */
  readonly lang: Lang;
  readonly dir: Direction;
  readonly opinion: boolean;
  readonly description: string | null;
  /** Whether the menu shows it. */
  readonly inMenu: boolean;
  /** In the order of `Site.stories`. */
  readonly stories: readonly Story[];
  readonly dated: number;
}
