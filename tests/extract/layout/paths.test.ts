/** Paths of pages: on one line, or copied as a line an entry. */
import { describe, expect, test } from 'vitest';
import { findPaths } from '../../../src/extract/layout/paths.js';
import { observe } from '../../../src/extract/observe/observe.js';

const HEADLINE = 'حديقة على سطح دار المسنين تطعم أربعين أسرة';
const PARAGRAPH =
  'زرع نزلاء الدار على سطحها حديقة صغيرة قبل ثلاثة أعوام، ثم صارت تكفي أربعين أسرة من جيرانهم كل أسبوع.';

/** The paths of a text whose last line is its first paragraph and whose last but one is its headline. */
function paths(...above: string[]) {
  const lines = [...above, HEADLINE, PARAGRAPH];
  return findPaths(lines.map(observe), lines.length - 1, lines.length - 2);
}

describe('a path copied as a line an entry', () => {
  test('is up to three labels under the link to the home page', () => {
    expect(paths('بحث', 'الرئيسية', 'الدار', 'أسرة ومجتمع', '0').crumb).toEqual([
      ...[false, false, true, true, false],
      ...[false, false],
    ]);
    expect(paths('ראשי', 'חדשות').crumb.slice(0, 2)).toEqual([false, true]);
  });

  test('is not a menu, a date or a sentence', () => {
    expect(paths('الرئيسية', 'سياسة', 'اقتصاد', 'رياضة', 'ثقافة').crumb).not.toContain(true);
    expect(paths('الرئيسية', '12 مارس 2024').crumb).not.toContain(true);
    expect(paths('الرئيسية', 'فاز الفريق.').crumb).not.toContain(true);
    expect(paths('الرئيسية').crumb).not.toContain(true);
  });
});

describe('a path that ends in the headline', () => {
  test('is found together with its headline', () => {
    const found = paths(`منتديات السنبلة » قسم الزيتون » ${HEADLINE}`, 'أدوات الموضوع');
    expect(found.pathToTitle).toEqual([true, false, false, false]);
    expect(found.titleOfPath).toEqual([false, false, true, false]);
  });

  test('needs arrows, and the title below', () => {
    expect(paths(`صحيفة السنبلة | ${HEADLINE}`).pathToTitle).not.toContain(true);
    expect(paths('منتديات السنبلة » قسم الزيتون » تقليم الأشجار في الخريف').pathToTitle).not.toContain(true);
  });
});

test('long runs and rows of arrows cost no more than their length', () => {
  const started = performance.now();
  const wild = [
    ...new Array(30_000).fill('الرئيسية'),
    '»'.repeat(100_000),
    ...new Array(30_000).fill('a » b'),
  ];
  const seen = wild.map(observe);
  expect(findPaths(seen, seen.length, -1).crumb).toHaveLength(wild.length);
  expect(performance.now() - started).toBeLessThan(2000);
});
