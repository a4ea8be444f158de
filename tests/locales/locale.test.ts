import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { direction } from '../../src/language-tag.js';
import { locale, locales } from '../../src/locales/locale.js';

describe('locale', () => {
  test.each([
    ['ar-LY', 'ar-LY'],
    ['ar_ly', 'ar-LY'],
    ['ar-Arab-LY', 'ar-LY'],
    ['ar-KW', 'ar'],
    ['ary', 'ar'],
    ['fa', 'fa-IR'],
    ['fa-AF-u-nu-latn', 'fa-AF'],
    ['prs-AF', 'prs'],
    ['ur', 'ur-PK'],
    ['ur-IN', 'ur-PK'],
    ['ps', 'ps-AF'],
    ['ckb', 'ckb-IQ'],
    ['ckb-IR', 'ckb-IQ'],
    ['ku-Arab', 'ckb-IQ'],
    ['sd', 'sd-PK'],
    ['ug', 'ug-CN'],
    ['dv', 'dv-MV'],
    ['he', 'he-IL'],
    ['iw-IL', 'he-IL'],
    ['yi', 'yi'],
    ['yi-US', 'yi'],
    ['azb', 'fa-IR'],
    ['en', 'en'],
    ['en-GB', 'en'],
    ['ku-Latn', 'en'],
    ['ug-Latn', 'en'],
    ['ar-Latn', 'en'],
    ['sd-Deva-IN', 'en'],
    ['xx-arabic', 'en'],
    ['', 'en'],
    ['__proto__', 'en'],
  ])('%s is served by %s', (tag, served) => {
    expect(locale(tag).tag).toBe(served);
  });

  test('never throws, and always has the direction of the tag', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.constantFrom('nqo', 'syr-SY', 'ks', 'pa-Arab', 'sat', 'x')),
        (tag) => {
          expect(locale(tag).dir).toBe(direction(tag));
        },
      ),
    );
    expect(locale('a'.repeat(1_000_000)).tag).toBe('en');
  });

  test('gives the same table each time', () => {
    for (const tag of ['ar-LY', 'nqo', 'fr', 'ku-Arab']) expect(locale(tag)).toBe(locale(tag));
  });
});

describe.each(locales.map((each) => [each.tag, each] as const))('%s', (_, each) => {
  test('is complete', () => {
    expect(each.weekdays).toHaveLength(7);
    for (const [calendar, months] of Object.entries(each.months)) {
      expect(months).toHaveLength(calendar === 'hebrew' ? 14 : 12);
      expect(new Set(months).size).toBe(months.length);
    }
    const { first, second, showSecond } = each.calendars;
    expect(each.months[first]).toBeDefined();
    if (second === null) expect(showSecond).toBe(false);
    else expect(each.months[second]).toBeDefined();
    expect(each.clock.periods.length > 0).toBe(each.clock.hours === 12);
  });

  test('leaves room for the painted height of its script', () => {
    const { lineHeight, minBodyPx } = each.typography;
    const nastaliq = each.typography.body.includes('Nastaliq');
    const least = nastaliq ? 2.2 : each.script === 'Hebr' ? 1.45 : each.script === 'Latn' ? 1.4 : 1.6;
    expect(lineHeight.body).toBeGreaterThanOrEqual(least);
    expect(lineHeight.body).toBeGreaterThanOrEqual(lineHeight.bodyMin);
    expect(lineHeight.headline).toBeGreaterThanOrEqual(nastaliq ? 2 : each.script === 'Arab' ? 1.35 : 1.1);
    expect(minBodyPx).toBeGreaterThanOrEqual(17);
  });
});

/** The facts that the tables were frozen from, where they are at hand. */
const FACTS = '../shared/rtl/locales.json';

interface Facts {
  readonly locales: Readonly<
    Record<
      string,
      {
        readonly native: string;
        readonly script: string;
        readonly dir: string;
        readonly numbering: { readonly recommended: string };
        readonly calendar: { readonly first: string; readonly second: string | null };
        readonly quotes: { readonly recommended: readonly string[] };
        readonly punctuation: Readonly<Record<string, string>>;
        readonly months: { readonly gregory: readonly string[] };
        readonly weekdaysFromSunday: readonly string[];
        readonly week: { readonly firstDay: number };
        readonly typography: {
          readonly body: { readonly family: string };
          readonly headline: { readonly family: string };
          readonly lineHeight: Readonly<Record<string, number>>;
          readonly minBodyPx: number;
        };
        readonly ogLocale: string | null;
      }
    >
  >;
}

test.skipIf(!existsSync(FACTS))('the tables agree with the published facts', () => {
  const facts: Facts = JSON.parse(readFileSync(FACTS, 'utf8'));
  for (const [tag, fact] of Object.entries(facts.locales)) {
    const own = locale(tag);
    expect({
      tag: own.tag,
      native: own.native,
      script: own.script,
      dir: own.dir,
      numbering: own.numbering,
      calendars: [own.calendars.first, own.calendars.second],
      quotes: own.quotes,
      comma: own.punctuation.comma,
      stop: own.punctuation.stop,
      months: own.months.gregory,
      weekdays: own.weekdays,
      weekStart: own.weekStart,
      body: own.typography.body,
      headline: own.typography.headline,
      lineHeight: own.typography.lineHeight,
      minBodyPx: own.typography.minBodyPx,
      ogLocale: own.ogLocale,
    }).toMatchObject({
      tag,
      native: fact.native,
      script: fact.script,
      dir: fact.dir,
      numbering: fact.numbering.recommended,
      calendars: [fact.calendar.first, fact.calendar.second],
      quotes: fact.quotes.recommended,
      comma: fact.punctuation.comma,
      stop: fact.punctuation.fullStop,
      months: fact.months.gregory,
      weekdays: fact.weekdaysFromSunday,
      weekStart: fact.week.firstDay,
      body: fact.typography.body.family,
      headline: fact.typography.headline.family,
      lineHeight: fact.typography.lineHeight,
      minBodyPx: fact.typography.minBodyPx,
      ogLocale: fact.ogLocale,
    });
  }
});
