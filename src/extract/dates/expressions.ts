/** The written forms of one date, over tokens. Each reader says what it took, or null. */
import { type Calendar, dayNumber, isHebrewLeap } from '../../calendar.js';
import { hebrewNumeral } from './hebrew-numeral.js';
import type { Lexicon, Sense } from './lexicon.js';
import { sense, type Token } from './tokens.js';

/** A date in a line. */
export interface FoundDate {
  readonly calendar: Calendar;
  /** Days since 1970-01-01; null when there is no such day, or no year was written. */
  readonly day: number | null;
  readonly problem: 'incomplete' | 'impossible' | null;
  /** Index of the token after it. */
  readonly next: number;
}

type Tokens = readonly Token[];
type MonthSense = Extract<Sense, { kind: 'month' }>;

/** Years that news is dated with, by calendar. */
const PLAUSIBLE: Readonly<Record<Calendar, readonly [number, number]>> = {
  gregory: [1800, 2199],
  'islamic-umalqura': [1215, 1600],
  'islamic-civil': [1215, 1600],
  persian: [1179, 1579],
  hebrew: [5560, 5960],
};
/** The Kurdish solar year is that much ahead of the Persian one. */
const KURDISH_AHEAD = 1321;

/** Reads a date that begins at a token. */
export function dateAt(tokens: Tokens, at: number, lexicon: Lexicon): FoundDate | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') {
    return numeric(tokens, at, lexicon) ?? dayMonth(tokens, at, token.value) ?? yearFirst(tokens, at);
  }
  if (token.kind !== 'word') return null;
  const ordinal = sense(token, 'day');
  if (ordinal !== undefined) return dayMonth(tokens, at, ordinal.day);
  const numeral = hebrewNumeral(token.text);
  if (numeral !== null && numeral <= 30) {
    const found = dayMonth(tokens, at, numeral);
    if (found !== null) return found;
  }
  return sense(token, 'month') === undefined ? null : monthDay(tokens, at);
}

/** `2019-06-30`, `30/6/2019`, `30.06.19`: one separator twice, day first unless that cannot be. */
function numeric(tokens: Tokens, at: number, lexicon: Lexicon): FoundDate | null {
  const [a, mark, b, mark2, c] = [tokens[at], tokens[at + 1], tokens[at + 2], tokens[at + 3], tokens[at + 4]];
  if (a === undefined || b?.kind !== 'number' || c?.kind !== 'number' || mark === undefined) return null;
  if (!/^[/.\-\\]$/u.test(mark.text) || mark2?.text !== mark.text) return null;
  const after = tokens[at + 5];
  const before = tokens[at - 1];
  if (after?.text === mark.text && after.start === c.end && tokens[at + 6]?.start === after.end) return null;
  if (before?.text === mark.text && before.end === a.start) return null;
  const [first, second, third] = [a.text.length, b.text.length, c.text.length];
  if (second > 2 || first === 3 || third === 3 || first > 4 || third > 4 || first + third > 6) return null;
  const tight = c.end - a.start === first + second + third + 2 + (mark.end - mark.start - 1) * 2;
  const yearLeads = first === 4 || (third < 4 && a.value > 31);
  if (first < 4 && third < 4 && !(tight && first <= 2 && third === 2)) return null;
  const [year, x, y] = yearLeads ? [a, b.value, c.value] : [c, b.value, a.value];
  const era = sense(after, 'era');
  const next = era === undefined ? at + 5 : at + 6;
  const [calendar, full] = yearCalendar(year, era?.calendar ?? null, lexicon);
  if (calendar === null) return null;
  const asked = dayNumber(calendar, { year: full, month: x, day: y });
  // Month and day change places only where there is no other way to read them.
  const day = asked ?? (x > 12 ? dayNumber(calendar, { year: full, month: y, day: x }) : null);
  if (day === null && year.text.length < 4) return null;
  return { calendar, day, problem: day === null ? 'impossible' : null, next };
}

/** Calendar and full year of a number standing for a year. */
function yearCalendar(
  token: Token,
  era: Calendar | null,
  lexicon: Lexicon,
): readonly [Calendar | null, number] {
  const { value } = token;
  if (token.text.length <= 2) {
    const calendar = era ?? (lexicon.lowYears === 'persian' && value > 50 ? 'persian' : 'gregory');
    if (calendar === 'persian') return [calendar, value > 50 ? 1300 + value : 1400 + value];
    return calendar === 'gregory' ? [calendar, value >= 70 ? 1900 + value : 2000 + value] : [null, value];
  }
  if (era !== null) return plausible(era, value) ? [era, value] : [null, value];
  if (plausible('gregory', value)) return ['gregory', value];
  const low = lexicon.lowYears;
  return low !== 'gregory' && value >= 1300 && value < 1500 ? [low, value] : [null, value];
}

function plausible(calendar: Calendar, year: number): boolean {
  const [first, last] = PLAUSIBLE[calendar];
  return year >= first && year <= last;
}

/** `30 June 2019`, `30 حزيران/يونيو 2019`, `دوم آذر ۱۴۰۳`, `כ״ז בסיוון תשע״ט`; without a year it is incomplete. */
function dayMonth(tokens: Tokens, at: number, day: number): FoundDate | null {
  if (day < 1 || day > 31 || (tokens[at]?.text.length ?? 0) > 9) return null;
  let next = pass(tokens, at + 1, /^[-.,،/]$/u, 3);
  const months = monthSenses(tokens, next);
  if (months === null) return null;
  next = months.next;
  const yearAt = pass(tokens, next, /^[-,،./]$/u, 3);
  const year = yearValue(tokens, yearAt);
  if (year === null) return { calendar: months.senses[0].calendar, day: null, problem: 'incomplete', next };
  return resolve(months.senses, year.value, day, tokens, year.next);
}

/** `June 30, 2019`. */
function monthDay(tokens: Tokens, at: number): FoundDate | null {
  const months = monthSenses(tokens, at);
  if (months === null) return null;
  const dayAt = pass(tokens, months.next, /^[-,.،]$/u, 1);
  const day = tokens[dayAt];
  if (day?.kind !== 'number' || day.text.length > 2 || day.value < 1 || day.value > 31) return null;
  if (tokens[dayAt + 1]?.text === ':') return null;
  const yearAt = pass(tokens, dayAt + 1, /^[-,،.]$/u, 3);
  const year = yearValue(tokens, yearAt);
  if (year === null)
    return { calendar: months.senses[0].calendar, day: null, problem: 'incomplete', next: dayAt + 1 };
  return resolve(months.senses, year.value, day.value, tokens, year.next);
}

/** `2019-يىلى 30-ئىيۇن`, `۱۳۹۸ چنگاښ ۹`, `2019 June 30`. */
function yearFirst(tokens: Tokens, at: number): FoundDate | null {
  const year = tokens[at];
  if (year === undefined || year.text.length !== 4) return null;
  const next = pass(tokens, at + 1, /^[-,،/]$/u, 3);
  const token = tokens[next];
  const months = monthSenses(tokens, next);
  if (months !== null) {
    const dayAt = pass(tokens, months.next, /^[-,،/]$/u, 2);
    const day = tokens[dayAt];
    if (day?.kind !== 'number' || day.text.length > 2 || tokens[dayAt + 1]?.text === ':') return null;
    return resolve(months.senses, year.value, day.value, tokens, pass(tokens, dayAt + 1, /^[-]$/u, 2, true));
  }
  if (token?.kind !== 'number' || token.text.length > 2) return null;
  const monthAt = pass(tokens, next + 1, /^[-.,،/]$/u, 2);
  const named = monthSenses(tokens, monthAt);
  return named === null ? null : resolve(named.senses, year.value, token.value, tokens, named.next);
}

/** Passes over up to `most` joints and marks. With `joined`, stops before a mark that no joint follows. */
function pass(tokens: Tokens, at: number, marks: RegExp, most: number, joined = false): number {
  let next = at;
  while (next < at + most) {
    const token = tokens[next];
    if (token === undefined) break;
    const mark = token.kind === 'mark' && marks.test(token.text);
    if (mark && joined && sense(tokens[next + 1], 'joint') === undefined) break;
    if (!mark && sense(token, 'joint') === undefined) break;
    next += 1;
  }
  return next;
}

interface Months {
  readonly senses: readonly [MonthSense, ...MonthSense[]];
  readonly next: number;
}

/** One month under one or two names (`حزيران/يونيو`, `آب (أغسطس)`), or a numbered one (`6-ئاي`). */
function monthSenses(tokens: Tokens, at: number): Months | null {
  const token = tokens[at];
  if (token?.kind === 'number') {
    const wordAt = tokens[at + 1]?.text === '-' ? at + 2 : at + 1;
    const word = sense(tokens[wordAt], 'month-word');
    if (word === undefined || token.value < 1 || token.value > 12) return null;
    return { senses: [{ kind: 'month', calendar: word.calendar, month: token.value }], next: wordAt + 1 };
  }
  const [first, ...rest] = allMonths(token);
  if (first === undefined) return null;
  let next = at + 1;
  const opened = /^[/\-(]$/u.test(tokens[next]?.text ?? '');
  if (opened && allMonths(tokens[next + 1]).length > 0) {
    next += tokens[next]?.text === '(' && tokens[next + 2]?.text === ')' ? 3 : 2;
  }
  return { senses: [first, ...rest], next };
}

function allMonths(token: Token | undefined): readonly MonthSense[] {
  return token?.senses.filter((candidate): candidate is MonthSense => candidate.kind === 'month') ?? [];
}

/** A year of four digits, or Hebrew letters (`תשע״ט`, `ה'תשע"ט`); a number before a colon is an hour. */
function yearValue(tokens: Tokens, at: number): { readonly value: number; readonly next: number } | null {
  const token = tokens[at];
  if (token === undefined) return null;
  if (token.kind === 'number') {
    if (token.text.length !== 4 || tokens[at + 1]?.text === ':') return null;
    return { value: token.value, next: at + 1 };
  }
  const numeral = hebrewNumeral(token.text, true);
  if (numeral === null || numeral < 500) return null;
  return { value: numeral < 1000 ? numeral + 5000 : numeral, next: at + 1 };
}

/** The day that a month name, a year and perhaps an era mean together. */
function resolve(
  senses: Months['senses'],
  year: number,
  day: number,
  tokens: Tokens,
  next: number,
): FoundDate {
  const bracketed = tokens[next]?.text === '(' && tokens[next + 2]?.text === ')';
  const era = sense(tokens[bracketed ? next + 1 : next], 'era')?.calendar;
  const end = era === undefined ? next : bracketed ? next + 3 : next + 1;
  for (const month of senses) {
    const full = month.calendar === 'persian' && year > 2600 && year < 2900 ? year - KURDISH_AHEAD : year;
    if (!plausible(month.calendar, full)) continue;
    const number = dayNumber(month.calendar, { year: full, month: hebrewMonth(month, full), day });
    return {
      calendar: month.calendar,
      day: number,
      problem: number === null ? 'impossible' : null,
      next: end,
    };
  }
  return { calendar: senses[0].calendar, day: null, problem: 'impossible', next: end };
}

/** Plain Adar is month 7 in every year; an Adar I of a common year is simply Adar. */
function hebrewMonth(month: MonthSense, year: number): number {
  if (month.calendar !== 'hebrew' || month.month !== 6) return month.month;
  return isHebrewLeap(year) ? 6 : 7;
}
