/**
 * What Warraq knows about a language in order to *understand* its news texts. Plain data; the engine in
 * `src/extract/` never names a language. Words are written as an editor would; they are folded when loaded.
 */
import type { Direction } from '../model.js';

/**
 * What a known phrase says about its line. The first group is furniture of a page, the second belongs to an article.
 */
export const CUES = [
  // furniture
  'nav',
  'share',
  'print',
  'related',
  'popular',
  'latest',
  'tags',
  'comments',
  'form',
  'subscribe',
  'follow',
  'app',
  'legal',
  'contact',
  'ad',
  'poll',
  'account',
  'search',
  'top',
  'close',
  'more',
  'pager',
  'read-time',
  'counter',
  'code',
  'report',
  'player',
  'ticker',
  'topic',
  'staff',
  'weather',
  'end',
  // article
  'read-also',
  'published',
  'updated',
  'by',
  'agency',
  'section',
  'credit',
  'caption',
  'source',
  'note',
  'embed',
  'place',
] as const;
/** See `CUES`. */
export type Cue = (typeof CUES)[number];

/** What is known of a language in order to understand texts in it. */
export interface Language {
  /** BCP 47. */
  readonly code: string;
  /** In the language itself. */
  readonly name: string;
  readonly dir: Direction;
  /** Letters that tell this language from others of its script; one that others use too may be listed by several. */
  readonly letters: string;
  /** Letters of the same script that this language never uses in its own words. */
  readonly foreign: string;
  /** Frequent small words, separated by spaces. */
  readonly words: string;
  /**
   * Phrases by cue, one a line. `phrase` is the whole line (decoration, counters and a colon with a value after it
   * allowed), `phrase…` begins it, `…phrase` ends it, `…phrase…` stands anywhere in a line that is no paragraph.
   */
  readonly cues: Partial<Readonly<Record<Cue, string>>>;
  /** Words of buttons, forms and notices, rare in prose: they betray furniture that nobody listed. */
  readonly furnitureWords: string;
  /** Names of months in all calendars in use, weekdays, words between the numbers of a date or time. */
  readonly months: string;
  readonly weekdays: string;
  readonly dateWords: string;
  /** Words of relative dates: "hours ago". */
  readonly relative: string;
  /** Verbs and conjunctions that begin a sentence of a report and never a headline. */
  readonly openers: string;
}
