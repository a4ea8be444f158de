/**
 * What a language writes around and inside dates. Plain data, one file a language; the engine (`src/extract/dates/dates.ts`)
 * folds it when loaded, so case, harakat, alef, ya, kaf and ha forms need no extra spelling. A phrase may have several
 * words; a full stop inside an abbreviation may be left out.
 */
import type { Calendar } from '../../calendar.js';

/** Twelve entries (thirteen in the Hebrew calendar), each with every spelling of that month, separated by `|`. */
export type MonthNames = readonly string[];

/** The words of one language. */
export interface DateWords {
  /** Families of names by calendar; the first family of a calendar is the usual one. */
  readonly months: readonly { readonly calendar: Calendar; readonly names: MonthNames }[];
  /** Days of the month as words, from the first, spellings separated by `|`. */
  readonly ordinals?: readonly string[];
  /** From Sunday, spellings separated by `|`. */
  readonly weekdays: readonly string[];
  /** Phrases that say when it was first published. */
  readonly published: readonly string[];
  readonly updated: readonly string[];
  /** Words between the parts of a date: `of`, `month`, `at the hour`. */
  readonly joints: readonly string[];
  /** Words that may stand before a clock time: `at`, `o'clock`. */
  readonly clock: readonly string[];
  readonly am: readonly string[];
  readonly pm: readonly string[];
  /** Parts of the day that lie on both sides of midnight: 11 is 23, 1 is 1. */
  readonly night: readonly string[];
  /** Words after a year. */
  readonly eras: Readonly<Partial<Record<Calendar, readonly string[]>>>;
  /** Zone names whose offset never changed: phrase → `+03:00`. */
  readonly zones: Readonly<Record<string, string>>;
  /** Whole expressions for a day seen from the day of reading: today, yesterday, an hour ago. */
  readonly relativeDays: readonly string[];
  /** Words that make a relative date with a unit: before it (`منذ`) or after it (`ago`). */
  readonly ago: readonly string[];
  readonly units: readonly string[];
  /** Letters that may be glued to the front or the end of a month, weekday or year. */
  readonly prefixes: readonly string[];
  readonly suffixes: readonly string[];
  /** Calendar of years 1300 to 1499 that name no era. */
  readonly lowYears: Calendar;
}
