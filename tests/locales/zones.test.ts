import fc from 'fast-check';
import { expect, test } from 'vitest';
import { instantOf, offsetAt, offsetText } from '../../src/locales/zones.js';

const HOUR = 3_600_000;

test('offsets change at the minute when the clocks do', () => {
  const change = Date.UTC(2019, 2, 29, 0);
  expect(offsetAt('Asia/Damascus', Date.UTC(2019, 2, 28, 21, 59))).toBe(120);
  expect(offsetAt('Asia/Damascus', Date.UTC(2019, 2, 28, 22))).toBe(180);
  expect(offsetAt('Africa/Tripoli', change)).toBe(120);
  expect(offsetAt('Asia/Kabul', change)).toBe(270);
  expect(offsetAt('Not/AZone', change)).toBe(0);
  for (const instant of [Number.NaN, Number.POSITIVE_INFINITY, 1e20, -1e20]) {
    expect(offsetAt('Asia/Kabul', instant)).toBe(0);
  }
});

test('a clock time leads back to its instant', () => {
  const zone = fc.constantFrom('Africa/Cairo', 'Africa/Casablanca', 'Asia/Gaza', 'America/New_York', 'UTC');
  const instant = fc.integer({ min: Date.UTC(1980, 0) / 60_000, max: Date.UTC(2060, 0) / 60_000 });
  fc.assert(
    fc.property(zone, instant, (name, minute) => {
      const at = minute * 60_000;
      const found = instantOf(name, at + offsetAt(name, at) * 60_000);
      // The hour that clocks show twice leads to the first of the two.
      const twice = found < at && offsetAt(name, found) > offsetAt(name, at) && at - found <= HOUR;
      expect(found === at || twice).toBe(true);
    }),
  );
});

test('offsets are written for machines', () => {
  expect([0, 120, -210, 345, 840].map(offsetText)).toEqual([
    '+00:00',
    '+02:00',
    '-03:30',
    '+05:45',
    '+14:00',
  ]);
});
