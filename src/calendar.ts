/**
 * Calendar arithmetic of our own, so that a date is the same on every runtime. A day is its number: 0 is 1970-01-01,
 * 1 the day after. Every calendar turns year, month and day into that number and back.
 *
 * Months count from 1. Hebrew months count from Tishri; month 6 (Adar I) exists in leap years only and 7 is Adar, in
 * leap years Adar II, so that 8 is Nisan in every year.
 */

/** The calendars that dates are printed in; CLDR names. */
export const CALENDARS = ['gregory', 'islamic-umalqura', 'islamic-civil', 'persian', 'hebrew'] as const;
/** A calendar by its CLDR name. */
export type Calendar = (typeof CALENDARS)[number];

/** A day of some calendar. Months count from 1. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** Day number of a date, or null when there is no such day (31 June, 30 Sha'ban of a short year). */
export function dayNumber(calendar: Calendar, date: CalendarDate): number | null {
  const length = monthLength(calendar, date.year, date.month);
  if (!Number.isInteger(date.day) || date.day < 1 || date.day > length) return null;
  return monthStart(calendar, date.year, date.month) + date.day - 1;
}

/** The date of a day number. */
export function calendarDate(calendar: Calendar, dayNumber: number): CalendarDate {
  const mean = MEAN_YEARS[calendar];
  let year = Math.floor((dayNumber - mean.epoch) / mean.days) + 1;
  while (monthStart(calendar, year, 1) > dayNumber) year -= 1;
  while (monthStart(calendar, year + 1, 1) <= dayNumber) year += 1;
  let month = 12;
  if (calendar === 'hebrew') month = 13;
  while (
    month > 1 &&
    (monthLength(calendar, year, month) === 0 || monthStart(calendar, year, month) > dayNumber)
  ) {
    month -= 1;
  }
  return { year, month, day: dayNumber - monthStart(calendar, year, month) + 1 };
}

/** The same day in another calendar; null when there is no such day. */
export function convert(date: CalendarDate, from: Calendar, to: Calendar): CalendarDate | null {
  const number = dayNumber(from, date);
  return number === null ? null : calendarDate(to, number);
}

/** 0 is Sunday. */
export function weekday(dayNumber: number): number {
  return (((dayNumber + 4) % 7) + 7) % 7;
}

/** Days of a month; 0 when the year has no such month. */
export function monthLength(calendar: Calendar, year: number, month: number): number {
  if (!Number.isInteger(year) || !Number.isInteger(month) || year < 1 || year > 9999 || month < 1) return 0;
  if (month > (calendar === 'hebrew' ? 13 : 12)) return 0;
  switch (calendar) {
    case 'gregory':
      return month === 2
        ? isGregorianLeap(year)
          ? 29
          : 28
        : month === 4 || month === 6 || month === 9 || month === 11
          ? 30
          : 31;
    case 'persian':
      return month < 7 ? 31 : month < 12 || isPersianLeap(year) ? 30 : 29;
    case 'islamic-civil':
      return month % 2 === 1 || (month === 12 && isCivilLeap(year)) ? 30 : 29;
    case 'islamic-umalqura':
      if (!inTable(year)) return monthLength('islamic-civil', year, month);
      return 29 + ((lengthBits(year) >> (month - 1)) & 1);
    case 'hebrew':
      return hebrewMonthLength(year, month);
  }
}

/** Whether the Hebrew year has two Adars. */
export function isHebrewLeap(year: number): boolean {
  return (7 * year + 1) % 19 < 7;
}

/** Day number of the first of 1 and mean length of a year, to find the neighbourhood of a year. */
const MEAN_YEARS: Readonly<Record<Calendar, { readonly epoch: number; readonly days: number }>> = {
  gregory: { epoch: -719162, days: 365.2425 },
  'islamic-umalqura': { epoch: -492148, days: 354.36667 },
  'islamic-civil': { epoch: -492148, days: 354.36667 },
  persian: { epoch: -492268, days: 365.2422 },
  hebrew: { epoch: -2092590, days: 365.2468 },
};

function monthStart(calendar: Calendar, year: number, month: number): number {
  switch (calendar) {
    case 'gregory':
      return gregorianStart(year, month);
    case 'persian': {
      const before = month <= 7 ? 31 * (month - 1) : 30 * (month - 1) + 6;
      return (
        MEAN_YEARS.persian.epoch +
        365 * (year - 1) +
        Math.floor((8 * year + 21) / 33) -
        lateLeap(year) +
        before
      );
    }
    case 'islamic-civil':
      return (
        MEAN_YEARS['islamic-civil'].epoch +
        354 * (year - 1) +
        Math.floor((3 + 11 * year) / 30) +
        Math.ceil(29.5 * (month - 1))
      );
    case 'islamic-umalqura': {
      if (!inTable(year)) return monthStart('islamic-civil', year, month);
      let start = yearStarts()[year - FIRST_YEAR] ?? 0;
      for (let m = 1; m < month; m += 1) start += monthLength(calendar, year, m);
      return start;
    }
    case 'hebrew': {
      let start = hebrewStart(year);
      for (let m = 1; m < month; m += 1) start += hebrewMonthLength(year, m);
      return start;
    }
  }
}

function isGregorianLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function gregorianStart(year: number, month: number): number {
  const years = year - 1;
  const before = Math.floor((367 * month - 362) / 12) + (month <= 2 ? 0 : isGregorianLeap(year) ? -1 : -2);
  return (
    -719162 + 365 * years + Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400) + before
  );
}

/**
 * The 33-year cycle agrees with the spring equinox at Tehran from 1178 to 1501; in 1502 (2124 CE) it is one year early.
 * Later years are far from news and follow the cycle.
 */
function isPersianLeap(year: number): boolean {
  if (year === 1502) return false;
  return year === 1503 || (25 * year + 11) % 33 < 8;
}

function lateLeap(year: number): number {
  return year === 1503 ? 1 : 0;
}

function isCivilLeap(year: number): boolean {
  return (14 + 11 * year) % 30 < 11;
}

/** Hebrew calendar: mean conjunctions and the four postponements. */
function hebrewElapsed(year: number): number {
  const months = Math.floor((235 * year - 234) / 19);
  const parts = 12084 + 13753 * months;
  const days = 29 * months + Math.floor(parts / 25920);
  return (3 * (days + 1)) % 7 < 3 ? days + 1 : days;
}

function hebrewStart(year: number): number {
  const elapsed = hebrewElapsed(year);
  const next = hebrewElapsed(year + 1) - elapsed;
  const previous = elapsed - hebrewElapsed(year - 1);
  return MEAN_YEARS.hebrew.epoch + elapsed + (next === 356 ? 2 : previous === 382 ? 1 : 0);
}

function hebrewMonthLength(year: number, month: number): number {
  const days = hebrewStart(year + 1) - hebrewStart(year);
  if (month === 2) return days % 10 === 5 ? 30 : 29;
  if (month === 3) return days % 10 === 3 ? 29 : 30;
  if (month === 6) return isHebrewLeap(year) ? 30 : 0;
  return month === 1 || month === 5 || month === 8 || month === 10 || month === 12 ? 30 : 29;
}

/**
 * Umm al-Qura, 1300 to 1600 AH (1882 to 2174): three hexadecimal digits a year, bit 0 is Muharram, 1 means 30 days.
 * The official calendar of Saudi Arabia as published by its makers and by Unicode; other years use the civil calendar.
 */
const FIRST_YEAR = 1300;
const FIRST_DAY = -31826;
const MONTH_BITS =
  '5552ab9372b657636cb55aaa95649e95d2ba5b53aab4ba9652e2ad56db5a752f25e8ad16a56ab56b4da9b92b2564ba9b35a' +
  '6d95d4da5d4aa955369752f46e96d46a953525d4bd9ba3b4b69b2aa554ada5d2da6d9eaae94d2ac564aea6d56ad55d4aa93' +
  '52ba5b53a6b5ea9d52d29a554ad56daea6e4ed1da2aaa95a2da5b9bb27646c95552ab4dbaba5b4da9d52aa592d26d8ed2da' +
  'ad5aa5a4b4979372b6975d69d52c9592b25b4db9d55d2da5d4aa9554daad3aabd2bc4b89a9552d5adb6a6d4dc9d92aa6956' +
  '2ae56d36ab55aaa94d49d95d2ba5b55aad55a9a92e26e55dada6d46a5b27a4d4ad56db5a754f49e92d26a563566b5baab92' +
  'b2568ba9b55aada5b4da9b52a9a536276575af26d46a95552ad4bd9ba574b69b52a9552da5d4daad96b2e95e2ac9692eaad' +
  '56ad65d4ad1562bc5b53a6b5db2d64d29a554ad96daea6e8ed1da4d4aa6a2da5b9b72b686d16554ab95b2ba5b5da9d52ca6' +
  '94e46e95d4daad5aaaa4d49b9374b6975d6ad52aa594b2ab55bad95d2dc5d92b25555ab55b4ba97a2745593aab4d69d65d2' +
  'ba5b4aa954ad15d2dd9da5b45a952d25b8b717656db6aacaa9652b15b2bb5b6daab94d46a8d52da9d55a755749f13e4aa96' +
  '5566b5baab94';

function inTable(year: number): boolean {
  return year >= FIRST_YEAR && year < FIRST_YEAR + MONTH_BITS.length / 3;
}

function lengthBits(year: number): number {
  const at = (year - FIRST_YEAR) * 3;
  return Number.parseInt(MONTH_BITS.slice(at, at + 3), 16);
}

let starts: readonly number[] | null = null;

function yearStarts(): readonly number[] {
  if (starts !== null) return starts;
  const found: number[] = [];
  let start = FIRST_DAY;
  for (let year = FIRST_YEAR; inTable(year); year += 1) {
    found.push(start);
    for (let bits = lengthBits(year), month = 0; month < 12; month += 1) start += 29 + ((bits >> month) & 1);
  }
  starts = found;
  return found;
}
