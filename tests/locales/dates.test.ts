import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDate, monthParts } from '../../src/locales/date.js';
import { hebrewNumeral } from '../../src/locales/hebrew.js';
import { locale, locales, withNumbering } from '../../src/locales/locale.js';
import { isTimeZone } from '../../src/locales/zones.js';
import { expected } from './expected-dates.js';

const utc = { timeZone: 'UTC' };
const tags = locales.map((each) => each.tag).filter((tag) => tag !== 'en');

test('there is a table for each of the 25 locales', () => {
  expect(tags).toHaveLength(25);
  expect(new Set(tags).size).toBe(25);
});

describe.each(Object.entries(expected))('%s', (day, byTag) => {
  test.each(tags)('%s', (tag) => {
    const { long, full, iso, time } = formatDate(day, locale(tag), utc);
    expect([long, full]).toEqual(byTag[tag]);
    expect(iso).toBe(day);
    expect(time).toBeNull();
  });
});

describe('the second calendar', () => {
  const second = (day: string, tag: string, hijriOffset = 0): string | null =>
    formatDate(day, locale(tag), { ...utc, second: true, hijriOffset }).second;

  test('30 June 2019 is 27 Shawwal 1440, 9 Tir 1398, 27 Sivan 5779', () => {
    expect(second('2019-06-30', 'ar')).toBe('27 شوال 1440 هـ');
    expect(second('2019-06-30', 'ar-SA')).toBe('٢٧ شوال ١٤٤٠ هـ');
    expect(second('2019-06-30', 'ur-PK')).toBe('27 شوال 1440 ہجری');
    expect(second('2019-06-30', 'sd-PK')).toBe('۲۷ شوال ۱۴۴۰ هجري');
    expect(second('2019-06-30', 'he-IL')).toBe('כ״ז בסיוון תשע״ט');
    expect(second('2019-06-30', 'yi')).toBe('כ״ז סיון תשע״ט');
    expect(second('2019-06-30', 'fa-IR')).toBe('۳۰ ژوئن ۲۰۱۹');
    expect(second('2019-06-30', 'prs')).toBe('۳۰ جون ۲۰۱۹');
    expect(second('2019-06-30', 'ps-AF')).toBe('۳۰ جون ۲۰۱۹');
    expect(second('2019-06-30', 'ckb-IQ')).toBe('٩ی پووشپەڕی ٢٧١٩ی کوردی');
    expect(second('2019-06-30', 'dv-MV')).toBe('26 ޝައްވާލު 1440');
    expect(formatDate('2019-06-30', locale('fa-IR'), utc).long).toBe('۹ تیر ۱۳۹۸');
  });

  test('both Adars of a leap year have their names', () => {
    expect(second('2024-02-29', 'he-IL')).toBe('כ׳ באדר א׳ תשפ״ד');
    expect(second('2024-03-20', 'he-IL')).toBe('י׳ באדר ב׳ תשפ״ד');
    expect(second('2025-03-20', 'he-IL')).toBe('כ׳ באדר תשפ״ה');
  });

  test('is left out where newsrooms do not print one, or the locale has none', () => {
    expect(formatDate('2019-06-30', locale('ar-LY'), utc).second).toBeNull();
    expect(formatDate('2019-06-30', locale('ar-SA'), utc).second).toBe('٢٧ شوال ١٤٤٠ هـ');
    expect(formatDate('2019-06-30', locale('ar-SA'), { ...utc, second: false }).second).toBeNull();
    expect(second('2019-06-30', 'ar-TN')).toBeNull();
    expect(second('2019-06-30', 'ug-CN')).toBeNull();
  });

  test('moves with the sighting of the moon, but not in Saudi Arabia and not by more than two days', () => {
    expect(second('2019-06-30', 'ar-MA', -1)).toBe('26 شوال 1440 هـ');
    expect(second('2019-06-30', 'ar-MA', 2)).toBe('29 شوال 1440 هـ');
    expect(second('2019-06-30', 'ar-MA', 99)).toBe('29 شوال 1440 هـ');
    expect(second('2019-06-30', 'ar-MA', Number.NaN)).toBe('27 شوال 1440 هـ');
    expect(second('2019-06-30', 'ar-SA', -1)).toBe('٢٧ شوال ١٤٤٠ هـ');
    expect(second('2019-06-30', 'fa-IR', 1)).toBe('۳۰ ژوئن ۲۰۱۹');
  });

  test('can come first', () => {
    const parts = formatDate('2019-06-30', locale('ar-SA'), { ...utc, calendar: 'second' });
    expect(parts.full).toBe('الأحد، ٢٧ شوال ١٤٤٠ هـ');
    expect(parts.second).toBe('٣٠ يونيو ٢٠١٩');
    expect(parts.iso).toBe('2019-06-30');
    expect(formatDate('2019-06-30', locale('ar-TN'), { ...utc, calendar: 'second' }).long).toBe(
      '30 جوان 2019',
    );
  });
});

test('months can have both of their Arabic names', () => {
  const dual = (day: string, tag: string): string =>
    formatDate(day, locale(tag), { ...utc, dualMonths: true }).full;
  expect(dual('2019-06-30', 'ar')).toBe('الأحد، 30 يونيو/حزيران 2019');
  expect(dual('2019-01-30', 'ar-SY')).toBe('الأربعاء، ٣٠ كانون الثاني/يناير ٢٠١٩');
  expect(dual('2019-06-30', 'ar-TN')).toBe('الأحد، 30 جوان/حزيران 2019');
  expect(dual('2019-06-30', 'fa-IR')).toBe('یکشنبه ۹ تیر ۱۳۹۸');
  expect(formatDate('2019-06-30', locale('ar'), utc).long).toBe('30 يونيو 2019');
});

describe('clock times', () => {
  const at = (moment: string, tag: string, timeZone: string): string =>
    `${formatDate(moment, locale(tag), { timeZone }).iso} ${formatDate(moment, locale(tag), { timeZone }).time}`;

  test('are shown in the zone of the site, which is named in the language of the page', () => {
    expect(at('2019-06-30T14:05+00:00', 'ar', 'Africa/Tripoli')).toBe(
      '2019-06-30T16:05+02:00 16:05 بتوقيت طرابلس',
    );
    expect(at('2019-06-30T14:05Z', 'ar-EG', 'Africa/Cairo')).toBe(
      '2019-06-30T16:05+02:00 ٤:٠٥ مساءً بتوقيت القاهرة',
    );
    expect(at('2019-06-30T14:05Z', 'fa-IR', 'Asia/Tehran')).toBe('2019-06-30T18:35+04:30 ۱۸:۳۵ به وقت تهران');
    expect(at('2019-01-30T14:05Z', 'he-IL', 'Asia/Jerusalem')).toBe(
      '2019-01-30T16:05+02:00 16:05 שעון ישראל',
    );
    expect(at('2019-06-30T09:05Z', 'ur-PK', 'Asia/Karachi')).toBe(
      '2019-06-30T14:05+05:00 پاکستان کے وقت کے مطابق دوپہر 2:05 بجے',
    );
    expect(at('2019-06-30T14:05Z', 'en', 'Africa/Tripoli')).toBe('2019-06-30T16:05+02:00 16:05 Tripoli time');
  });

  test('without an offset are the clock of the site', () => {
    expect(at('2019-06-30T14:05', 'ar', 'Africa/Tripoli')).toBe('2019-06-30T14:05+02:00 14:05 بتوقيت طرابلس');
    // Clocks went from 02:00 to 03:00 in New York that day.
    expect(at('2021-03-14T02:30', 'en', 'America/New_York')).toBe(
      '2021-03-14T03:30-04:00 03:30 New York time',
    );
    // And back from 02:00 to 01:00: the first of the two half past ones.
    expect(at('2021-11-07T01:30', 'en', 'America/New_York')).toBe(
      '2021-11-07T01:30-04:00 01:30 New York time',
    );
  });

  test('may fall on another day there', () => {
    const parts = formatDate('2019-06-30T23:30+00:00', locale('ar-LY'), { timeZone: 'Africa/Tripoli' });
    expect(parts.iso).toBe('2019-07-01T01:30+02:00');
    expect(parts.full).toBe('الاثنين، 1 يوليو 2019');
    expect(parts.time).toBe('1:30 صباحًا بتوقيت طرابلس');
  });

  test('of a zone without a name say how far it is from Greenwich, in words', () => {
    expect(at('2019-06-30T14:05Z', 'ar', 'Asia/Kathmandu')).toBe(
      '2019-06-30T19:50+05:45 19:50 بتوقيت غرينتش زائد 5:45',
    );
    expect(at('2019-06-30T14:05Z', 'fa-IR', 'America/Caracas')).toBe(
      '2019-06-30T10:05-04:00 ۱۰:۰۵ به وقت گرینویچ منهای ۴',
    );
    expect(at('2019-06-30T14:05Z', 'ar', 'UTC')).toBe('2019-06-30T14:05+00:00 14:05 بتوقيت غرينتش');
    expect(at('2019-06-30T14:05Z', 'ar', 'Nowhere/Else')).toBe('2019-06-30T14:05+00:00 14:05 بتوقيت غرينتش');
    expect(isTimeZone('Nowhere/Else')).toBe(false);
    expect(isTimeZone('Africa/Tripoli')).toBe(true);
  });

  test.each(tags)('%s prints noon and midnight without Latin letters and without bidi controls', (tag) => {
    for (const moment of ['2019-06-30T00:00Z', '2019-06-30T12:00Z', '2019-06-30T23:59Z']) {
      const { time, iso } = formatDate(moment, locale(tag), { timeZone: 'Asia/Kathmandu' });
      expect(time).not.toMatch(/[a-z\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069{}]/iu);
      expect(iso).toMatch(/^2019-0\d-\d\dT\d\d:\d\d\+05:45$/);
    }
  });

  test('agree with the zone data at every change of the clocks', () => {
    const zones = ['Africa/Casablanca', 'Asia/Gaza', 'Africa/Cairo', 'Asia/Tehran', 'Asia/Beirut'];
    for (const timeZone of zones) {
      const runtime = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
      const start = Date.UTC(2010, 0, 1);
      for (let hour = 0; hour < 24 * 366 * 15; hour += 7) {
        const date = new Date(start + hour * 3_600_000);
        const { iso } = formatDate(`${date.toISOString().slice(0, 16)}Z`, locale('en'), { timeZone });
        if (iso.slice(0, 16).replace('T', ' ') !== runtime.format(date))
          expect(iso).toBe(runtime.format(date));
      }
    }
  });
});

test('the digits of the site replace those of the locale everywhere but in the machine field', () => {
  const parts = formatDate('2019-06-30T14:05Z', locale('ar-EG'), { ...utc, second: true, digits: 'latn' });
  expect(parts).toEqual({
    iso: '2019-06-30T14:05+00:00',
    long: '30 يونيو 2019',
    full: 'الأحد، 30 يونيو 2019',
    second: '27 شوال 1440 هـ',
    time: '2:05 مساءً بتوقيت غرينتش',
  });
  expect(formatDate('2019-06-30', withNumbering(locale('ar-LY'), 'arab'), utc).long).toBe('٣٠ يونيو ٢٠١٩');
});

test('months head an archive in the calendars of the locale', () => {
  expect(monthParts(2019, 6, 'gregory', locale('ar-SY')).text).toBe('حزيران ٢٠١٩');
  expect(monthParts(1440, 10, 'islamic-umalqura', locale('ar-SA')).text).toBe('شوال ١٤٤٠ هـ');
  expect(monthParts(1398, 4, 'persian', locale('fa-IR'))).toEqual({
    name: 'تیر',
    year: '۱۳۹۸',
    text: 'تیر ۱۳۹۸',
  });
  expect(monthParts(5784, 6, 'hebrew', locale('he-IL')).text).toBe('אדר א׳ תשפ״ד');
  expect(monthParts(2019, 6, 'gregory', locale('ckb-IQ')).text).toBe('حوزەیرانی ٢٠١٩');
});

test('Hebrew numerals', () => {
  const written = [1, 5, 10, 15, 16, 27, 30, 100, 400, 500, 5779, 5784, 5000];
  expect(written.map(hebrewNumeral)).toEqual([
    'א׳',
    'ה׳',
    'י׳',
    'ט״ו',
    'ט״ז',
    'כ״ז',
    'ל׳',
    'ק׳',
    'ת׳',
    'ת״ק',
    'תשע״ט',
    'תשפ״ד',
    '5000',
  ]);
});

test('whatever is no moment is given back as it is', () => {
  for (const moment of ['', 'yesterday', '2019-13-01', '2019-02-30', '2019-06-30 14:05', '٢٠١٩-٠٦-٣٠']) {
    expect(formatDate(moment, locale('ar'), utc)).toEqual({
      iso: moment,
      long: moment,
      full: moment,
      second: null,
      time: null,
    });
  }
  const hostile = '9'.repeat(100_000);
  expect(formatDate(hostile, locale('ar'), utc).iso).toBe(hostile);
});

test('every moment of a thousand years prints in every locale, twice the same, machine fields in ASCII', () => {
  const moment = fc
    .record({
      day: fc.integer({ min: Date.UTC(1500, 0, 1) / 60_000, max: Date.UTC(2500, 0, 1) / 60_000 }),
      form: fc.constantFrom(10, 16, 17),
      offset: fc.constantFrom('', 'Z', '+03:30', '-05:00'),
    })
    .map(({ day, form, offset }) => {
      const iso = new Date(day * 60_000).toISOString();
      return form === 10 ? iso.slice(0, 10) : iso.slice(0, 16) + offset;
    });
  fc.assert(
    fc.property(
      moment,
      fc.constantFrom(...tags),
      fc.constantFrom('first', 'second'),
      (text, tag, calendar) => {
        const options = { timeZone: 'Asia/Tehran', calendar, second: true } as const;
        const parts = formatDate(text, locale(tag), options);
        expect(formatDate(text, locale(tag), options)).toEqual(parts);
        expect(parts.iso).toMatch(/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d[+-]\d\d:\d\d)?$/);
        for (const shown of [parts.long, parts.full, parts.second ?? '', parts.time ?? ''])
          expect(shown).not.toMatch(/undefined|NaN|[{}a-z]|^\s|\s$| {2}/i);
      },
    ),
    { numRuns: 500 },
  );
});

test('20,000 dates cost no more than a few fields printed by the runtime', () => {
  // 20 to 40 ms, warm. A ratio, because the clock of a busy machine proves nothing.
  const options = { timeZone: 'Africa/Cairo' };
  const runtime = new Intl.DateTimeFormat('ar-EG', { ...options, dateStyle: 'full', timeStyle: 'short' });
  const cost = (work: () => void): number => {
    const before = process.cpuUsage();
    work();
    return process.cpuUsage(before).user;
  };
  const rounds = [1, 2, 3, 4, 5].map((minute) => {
    const dates = Array.from(
      { length: 20_000 },
      (_, i) => new Date(Date.UTC(2012, 0, 1, 0, minute) + i * 13e6),
    );
    const moments = dates.map((date) => date.toISOString().replace(/:\d\d\.\d+Z$/, 'Z'));
    const ours = cost(() => {
      for (const moment of moments) formatDate(moment, locale('ar-EG'), options);
    });
    const theirs = cost(() => {
      for (const date of dates) runtime.format(date);
    });
    return { ours, theirs };
  });
  const least = (of: 'ours' | 'theirs'): number => Math.min(...rounds.map((round) => round[of]));
  expect(least('ours')).toBeLessThan(4 * least('theirs'));
});
