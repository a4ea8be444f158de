/**
 * Dates as newspapers write them. A line goes through a cheap test, then tokens, then the readers of one date and one
 * clock time; what they find is put together here. Nothing is ever invented: a day that does not exist, a date without
 * a year and "three hours ago" are recognised, said so, and give no moment.
 */

import { type Calendar, calendarDate } from '../../calendar.js';
import { DATE_WORDS } from '../../languages/dates/index.js';
import type { Moment } from '../../model.js';
import { type FoundTime, timeAt } from './clock-times.js';
import { dateAt, type FoundDate } from './expressions.js';
import { dateLexicon } from './lexicon.js';
import { sense, type Token, tokenize } from './tokens.js';

/** What a line says about dates. */
export interface DateReading {
  readonly published: Moment | null;
  readonly updated: Moment | null;
  /** The line dates itself from the day of reading only: "an hour ago", "yesterday". */
  readonly relative: boolean;
  /** Why a date in the line gave no moment: no such day, or no year. */
  readonly problem: 'incomplete' | 'impossible' | null;
  /** Calendar of the date that was used. A sighted Hijri date may differ by a day from the computed one. */
  readonly calendar: Calendar;
  /** Whether words such as "published" or "last update" stand with the date. */
  readonly labelled: boolean;
  /** The line without dates, times, weekdays and their labels; empty when it says nothing else. */
  readonly rest: string;
  /** UTF-16 range of the line from the first to the last part of the date. */
  readonly start: number;
  readonly end: number;
}

/** Longest line read, in UTF-16 units: a date line is short, and prose is not searched for dates. */
const LONGEST_DATE_LINE = 240;

/** "Three hours ago" dates a line only when the line says little else. */
const LONGEST_RELATIVE = 50;

const DIGITS = '[0-9\\u0660-\\u0669\\u06f0-\\u06f9]';
const DIGIT = new RegExp(DIGITS);
const SHAPE = new RegExp(
  `${DIGITS}{4}|${DIGITS} ?[/.:\\-\\\\] ?${DIGITS}|${DIGITS}[^0-9]{0,3}\\p{L}|\\p{L}[^0-9]{0,3}${DIGITS}`,
  'u',
);
const HEBREW_NUMBER = /[\u05d0-\u05ea]["\u05f4\u201d][\u05d0-\u05ea]/;
const RELATIVE = new RegExp(
  Object.values(DATE_WORDS)
    .flatMap((words) => [...words.ago, ...words.relativeDays])
    .join('|'),
);

/** Whether reading the line for a date can be worth while. Costs well under a microsecond on most lines. */
export function looksLikeDate(line: string): boolean {
  if (line.length > LONGEST_DATE_LINE || line.length < 3) return false;
  if (DIGIT.test(line) && SHAPE.test(line)) return true;
  return HEBREW_NUMBER.test(line) || (line.length < LONGEST_RELATIVE && RELATIVE.test(line));
}

interface Found {
  date: FoundDate;
  time: FoundTime | null;
  which: 'published' | 'updated' | null;
}

/** Reads the dates of a line in a language; null when it holds none. Linear in the length of the line. */
export function readDate(line: string, lang: string): DateReading | null {
  if (!looksLikeDate(line)) return null;
  const tokens = tokenize(line, dateLexicon(lang));
  const used = new Uint8Array(tokens.length);
  const scan = scanTokens(tokens, used, dateLexicon(lang));
  const relative = scan.found.length === 0 && line.length < LONGEST_RELATIVE && markRelative(tokens, used);
  if (scan.found.length === 0 && !relative && !(scan.time !== null && scan.labelled)) return null;
  const absolute = scan.found.filter(({ date }) => date.day !== null);
  const chosen = choose(absolute);
  const first = chosen.published ?? chosen.updated ?? scan.found[0];
  absorb(tokens, used);
  const indices = [...used.keys()].filter((index) => used[index] === 1);
  const problem =
    absolute.length > 0 ? null : (scan.found[0]?.date.problem ?? (relative ? null : 'incomplete'));
  return {
    published: chosen.published === null ? null : moment(chosen.published),
    updated: chosen.updated === null ? null : moment(chosen.updated),
    relative,
    problem,
    calendar: first?.date.calendar ?? 'gregory',
    labelled: scan.labelled,
    rest: restOf(line, tokens, used),
    start: tokens[indices[0] ?? 0]?.start ?? 0,
    end: tokens[indices.at(-1) ?? 0]?.end ?? 0,
  };
}

interface Scan {
  readonly found: readonly Found[];
  /** A clock time that belongs to no date. */
  readonly time: FoundTime | null;
  readonly labelled: boolean;
}

/** Finds all dates and times in order and gives each the label before it, or the one after the last. */
function scanTokens(
  tokens: readonly Token[],
  used: Uint8Array,
  lexicon: ReturnType<typeof dateLexicon>,
): Scan {
  const found: Found[] = [];
  let which: Found['which'] = null;
  let labelled = false;
  let pending: FoundTime | null = null;
  let open: Found | null = null;
  for (let at = 0; at < tokens.length; ) {
    const date = dateAt(tokens, at, lexicon);
    if (date !== null) {
      open = { date, time: pending, which };
      pending = null;
      found.push(open);
      used.fill(1, at, date.next);
      at = date.next;
      continue;
    }
    const time = timeAt(tokens, at);
    if (time !== null) {
      used.fill(1, at, time.next);
      if (sense(tokens[at - 1], 'zone') !== undefined) used[at - 1] = 1;
      if (open !== null && open.time === null) open.time = time;
      else if (open === null && which === 'updated' && found.length > 0) {
        // "30 June 2019, last update 14:00": the same day.
        const [last] = found.slice(-1);
        if (last !== undefined) found.push({ date: last.date, time, which });
      } else if (open === null) pending = time;
      at = time.next;
      continue;
    }
    const label = sense(tokens[at], 'label');
    if (label !== undefined && (label.which === 'updated' || nearDate(tokens, at, used))) {
      if (leadsToDate(tokens, at, lexicon)) {
        which = label.which;
        open = null;
        used[at] = 1;
        labelled = true;
      } else if (open !== null && open.which === null) {
        open.which = label.which;
        used[at] = 1;
        labelled = true;
      }
    }
    at += 1;
  }
  if (pending !== null && found[0] !== undefined && found[0].time === null) found[0].time = pending;
  return { found, time: pending, labelled };
}

/** How far a label may stand from its date, in tokens. */
const REACH = 6;

function nearDate(tokens: readonly Token[], at: number, used: Uint8Array): boolean {
  if (at > 0 && used.subarray(Math.max(0, at - REACH), at).includes(1)) return true;
  return tokens
    .slice(at + 1, at + 1 + REACH)
    .some((token) => token.kind === 'number' || token.senses.length > 0);
}

/** Whether a date or time follows a label, with nothing but joints, weekdays and punctuation between. */
function leadsToDate(tokens: readonly Token[], at: number, lexicon: ReturnType<typeof dateLexicon>): boolean {
  for (let next = at + 1; next < Math.min(tokens.length, at + 1 + REACH); next += 1) {
    if (dateAt(tokens, next, lexicon) !== null || timeAt(tokens, next) !== null) return true;
    const token = tokens[next];
    if (token?.kind === 'number' || (token?.kind === 'word' && !isFiller(token))) return false;
  }
  return false;
}

function isFiller(token: Token): boolean {
  return token.senses.some(({ kind }) => FILLERS.has(kind));
}

const FILLERS: ReadonlySet<string> = new Set([
  'joint',
  'weekday',
  'clock',
  'zone',
  'label',
  'era',
  'am',
  'pm',
  'night',
]);

/** Published and updated among the dates. The same day in a second calendar is not a second date: Gregorian wins. */
function choose(found: readonly Found[]): { published: Found | null; updated: Found | null } {
  let published: Found | null = null;
  let updated: Found | null = null;
  for (const item of found) {
    const present = item.which === 'updated' ? updated : published;
    const better = present === null || sameDay(present, item);
    if (!better) continue;
    const winner = present !== null && item.date.calendar !== 'gregory' ? present : item;
    const merged: Found = { ...winner, time: present?.time ?? item.time };
    if (item.which === 'updated') updated = merged;
    else published = merged;
  }
  return { published, updated };
}

/** Two calendars may disagree by a day or two about the moon. */
function sameDay(a: Found, b: Found): boolean {
  if (a.date.calendar === b.date.calendar || a.date.day === null || b.date.day === null) return false;
  return Math.abs(a.date.day - b.date.day) <= 2;
}

function moment({ date, time }: Found): Moment | null {
  if (date.day === null) return null;
  const { year, month, day } = calendarDate('gregory', date.day);
  const ymd = [
    String(year).padStart(4, '0'),
    String(month).padStart(2, '0'),
    String(day).padStart(2, '0'),
  ].join('-');
  return time === null ? ymd : `${ymd}T${time.clock}${time.offset ?? ''}`;
}

/** Marks "an hour ago", "منذ 3 ساعات", and a line that says little more than "yesterday". */
function markRelative(tokens: readonly Token[], used: Uint8Array): boolean {
  const short = tokens.filter((token) => token.kind === 'word').length <= 4;
  for (let at = 0; at < tokens.length; at += 1) {
    if (sense(tokens[at], 'unit') !== undefined) {
      const before = [at - 1, at - 2, at - 3].find((index) => sense(tokens[index], 'ago') !== undefined);
      const after = [at + 1, at + 2].find((index) => sense(tokens[index], 'ago') !== undefined);
      const from = before ?? (tokens[at - 1]?.kind === 'number' ? at - 1 : at);
      const counted =
        tokens.slice(Math.max(0, at - 2), at + 1).some((token) => token.kind === 'number') || short;
      if ((before !== undefined || after !== undefined) && counted) {
        used.fill(1, Math.max(0, from), (after ?? at) + 1);
        return true;
      }
    }
    if (
      short &&
      sense(tokens[at], 'today') !== undefined &&
      (at === 0 || sense(tokens[at - 1], 'label') !== undefined)
    ) {
      const alone = tokens.every((token, index) => index === at || token.kind !== 'word' || isFiller(token));
      if (!alone) continue;
      used[at] = 1;
      return true;
    }
  }
  return false;
}

/** Marks what belongs to a date though no reader took it: weekdays, joints, labels, brackets right beside it. */
function absorb(tokens: readonly Token[], used: Uint8Array): void {
  const takes = (token: Token | undefined): boolean =>
    token !== undefined && (token.kind === 'mark' || isFiller(token));
  for (const [index] of tokens.entries()) {
    if (used[index] !== 1) continue;
    for (const step of [-1, 1]) {
      let at = index + step;
      while (used[at] === 0 && takes(tokens[at])) at += step;
      // Marks and joints alone are left where they are; a weekday, a clock word or another part of the date is taken.
      for (at -= step; at !== index && !isStrong(tokens[at]) && used[at + step] !== 1; at -= step);
      for (; at !== index; at -= step) used[at] = 1;
    }
  }
}

function isStrong(token: Token | undefined): boolean {
  return ['weekday', 'label', 'clock', 'zone'].some(
    (kind) => token?.senses.some((other) => other.kind === kind) === true,
  );
}

const EDGES = /^[\s\-–—|,،:;؛/•·.()[\]\u200e\u200f]+|[\s\-–—|,،:;؛/•·([\u200e\u200f]+$/gu;

function restOf(line: string, tokens: readonly Token[], used: Uint8Array): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [index, token] of tokens.entries()) {
    if (used[index] !== 1) continue;
    if (token.start > from) pieces.push(line.slice(from, token.start));
    from = token.end;
  }
  pieces.push(line.slice(from));
  return pieces
    .join(' ')
    .replace(/\(\s*\)|\[\s*\]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(EDGES, '');
}
