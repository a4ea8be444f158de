/**
 * What a locale is: plain data. The tables are in `tables/`, one file a language; nothing in them comes from the
 * machine's own locale data, so the same page is printed on every Node version.
 */

import type { Calendar } from '../calendar.js';
import type { Direction } from '../model.js';

/** Languages with a full set of interface strings. */
export type StringsLang = 'ar' | 'ckb' | 'dv' | 'en' | 'fa' | 'he' | 'ps' | 'sd' | 'ug' | 'ur' | 'yi';

/** Digits: `latn` 0-9, `arab` U+0660-0669, `arabext` U+06F0-06F9. */
export type Numbering = 'latn' | 'arab' | 'arabext';

/** CLDR plural categories. */
export type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/** How a calendar's dates are written. `{d}` day, `{MMMM}` name of the month, `{y}` year. */
export interface DatePattern {
  readonly date: string;
  /** Month and year, for the heading of an archive. */
  readonly month: string;
  /** Added to the year (the Kurdish solar year is the Persian one plus 1321). */
  readonly yearOffset: number;
  /** `letters`: day and year in Hebrew letters. */
  readonly digits: 'digits' | 'letters';
}

/** How times of day are printed. */
export interface Clock {
  readonly hours: 12 | 24;
  /** `{h}` hour, `{mm}` minutes, `{period}` part of the day. */
  readonly pattern: string;
  /** First hour of each part of the day, and its name, in order. Empty with 24 hours. */
  readonly periods: readonly (readonly [fromHour: number, name: string])[];
}

/** How texts of the locale are set. */
export interface Typography {
  /** Font families for running text, headlines, instead of either, and on paper (letters copy out of the PDF). */
  readonly body: string;
  readonly headline: string;
  readonly alternative: string;
  readonly print: string;
  /** Family of the lite edition where the body face is heavy; null when the device's own will do. */
  readonly lite: string | null;
  /** Unitless. `vocalised`: for text with vowel marks. */
  readonly lineHeight: {
    readonly body: number;
    readonly bodyMin: number;
    readonly headline: number;
    readonly headlineMin: number;
    readonly vocalised: number;
  };
  /** CSS pixels. */
  readonly minBodyPx: number;
}

/** How a language is printed in a country. */
export interface Locale {
  /** BCP 47: `ar-LY`. `en` for the neutral one. */
  readonly tag: string;
  /** Which interface strings, plural rule, alphabet and zone names it uses. */
  readonly lang: StringsLang;
  /** Its name in itself. */
  readonly native: string;
  /** ISO 15924. */
  readonly script: string;
  readonly dir: Direction;
  readonly numbering: Numbering;
  readonly signs: { readonly decimal: string; readonly group: string; readonly percent: string };
  readonly calendars: {
    readonly first: Calendar;
    readonly second: Calendar | null;
    /** Whether newsrooms there usually print the second date. */
    readonly showSecond: boolean;
    /** The month begins when the moon is seen: the computed Hijri day can be off, and may be moved by config. */
    readonly sighted: boolean;
  };
  /** Names of the months: 12, or 14 for `hebrew` (Tishri … Elul with Adar I at 6, Adar at 7, then Adar II). */
  readonly months: Readonly<Partial<Record<Calendar, readonly string[]>>>;
  /** The Gregorian months by the other family of names in the language (`حزيران` beside `يونيو`); null: there is one. */
  readonly otherMonths: readonly string[] | null;
  readonly patterns: { readonly first: DatePattern; readonly second: DatePattern };
  /** Date with the day of the week: `{EEEE}` and `{date}`. */
  readonly fullDate: string;
  /** From Sunday. */
  readonly weekdays: readonly string[];
  /** 1 Monday … 7 Sunday. */
  readonly weekStart: number;
  readonly clock: Clock;
  /** How a clock time names its zone: `{time}`, `{place}`; `{offset}` when the zone has no name here. */
  readonly zone: { readonly named: string; readonly ahead: string; readonly behind: string };
  /** Marks for quotations that the site draws itself: outer pair, inner pair. */
  readonly quotes: readonly [open: string, close: string, innerOpen: string, innerClose: string];
  readonly punctuation: {
    readonly comma: string;
    readonly semicolon: string;
    readonly question: string;
    readonly stop: string;
  };
  /** Words between the items of a list. `andForeign` stands before an item in another script. */
  readonly list: { readonly comma: string; readonly and: string; readonly andForeign: string };
  readonly typography: Typography;
  /** For `og:locale`; null when no value is known. */
  readonly ogLocale: string | null;
}
