import { describe, expect, test } from 'vitest';
import {
  CALENDARS,
  type Calendar,
  calendarDate,
  convert,
  dayNumber,
  monthLength,
  weekday,
} from '../src/calendar.js';

/** What ICU says of a day, as numbers. Hebrew month names become our numbers (Adar of a common year is 7). */
function intlReader(calendar: Calendar): (day: number) => string {
  const format = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    timeZone: 'UTC',
    year: 'numeric',
    month: calendar === 'hebrew' ? 'long' : 'numeric',
    day: 'numeric',
  });
  const hebrew = 'Tishri Heshvan Kislev Tevet Shevat Adar_I Adar Nisan Iyar Sivan Tamuz Av Elul'.split(' ');
  return (day) => {
    const found: Record<string, string> = {};
    for (const part of format.formatToParts(day * 86_400_000)) found[part.type] = part.value;
    const name = (found.month ?? '').replace(' II', '').replace(' ', '_');
    const month = calendar === 'hebrew' ? hebrew.indexOf(name) + 1 : Number(name);
    return `${Number.parseInt(found.year ?? found.relatedYear ?? '', 10)}-${month}-${found.day}`;
  };
}

describe.each(CALENDARS)('%s', (calendar) => {
  test('every day from 1937 to 2077 agrees with ICU', () => {
    const intl = intlReader(calendar);
    const first = Date.UTC(1937, 0, 1) / 86_400_000;
    const last = Date.UTC(2077, 11, 31) / 86_400_000;
    const wrong: string[] = [];
    for (let day = first; day <= last; day += 1) {
      const date = calendarDate(calendar, day);
      const ours = `${date.year}-${date.month}-${date.day}`;
      if (ours !== intl(day)) wrong.push(`${day}: ${ours} / ${intl(day)}`);
      if (dayNumber(calendar, date) !== day) wrong.push(`${day}: ${ours} does not lead back`);
    }
    expect(wrong.slice(0, 5)).toEqual([]);
  });
});

test('every day of the Umm al-Qura table agrees with ICU, and a little beyond on both sides', () => {
  const intl = intlReader('islamic-umalqura');
  const wrong: string[] = [];
  for (let day = -33_000; day <= 76_000; day += 1) {
    const date = calendarDate('islamic-umalqura', day);
    const ours = `${date.year}-${date.month}-${date.day}`;
    // A year outside the table is the civil one; where the two meet, a day may be missing or double.
    if (Math.abs(day + 31_826) < 2 || Math.abs(day - 74_839) < 2) continue;
    if (ours !== intl(day)) wrong.push(`${day}: ${ours} / ${intl(day)}`);
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('the Persian calendar agrees with ICU until the cycle is corrected in 1502', () => {
  const intl = intlReader('persian');
  const wrong: string[] = [];
  for (let day = -60_000; day <= 56_900; day += 1) {
    const date = calendarDate('persian', day);
    if (`${date.year}-${date.month}-${date.day}` !== intl(day))
      wrong.push(`${day}: ${date.year} / ${intl(day)}`);
  }
  expect(wrong.slice(0, 5)).toEqual([]);
});

test('30 June 2019 in every calendar', () => {
  const day = { year: 2019, month: 6, day: 30 };
  expect(convert(day, 'gregory', 'islamic-umalqura')).toEqual({ year: 1440, month: 10, day: 27 });
  expect(convert(day, 'gregory', 'persian')).toEqual({ year: 1398, month: 4, day: 9 });
  expect(convert(day, 'gregory', 'hebrew')).toEqual({ year: 5779, month: 10, day: 27 });
  expect(weekday(dayNumber('gregory', day) ?? Number.NaN)).toBe(0);
});

test('days that do not exist are refused', () => {
  expect(dayNumber('gregory', { year: 2019, month: 6, day: 31 })).toBeNull();
  expect(dayNumber('gregory', { year: 2019, month: 2, day: 29 })).toBeNull();
  expect(dayNumber('persian', { year: 1398, month: 12, day: 30 })).toBeNull();
  expect(dayNumber('persian', { year: 1399, month: 12, day: 30 })).not.toBeNull();
  expect(dayNumber('hebrew', { year: 5779, month: 6, day: 30 })).not.toBeNull();
  expect(dayNumber('hebrew', { year: 5780, month: 6, day: 1 })).toBeNull();
  expect(dayNumber('gregory', { year: 2019, month: 13, day: 1 })).toBeNull();
  expect(dayNumber('gregory', { year: 2019, month: 1.5, day: 1 })).toBeNull();
  expect(monthLength('gregory', 2020, 2)).toBe(29);
});
