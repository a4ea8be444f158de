import fc from 'fast-check';
import { expect, test } from 'vitest';
import { neighbours, paginate } from '../../../src/site/pages/paginate.js';

test('the newest page holds one to two pages full, the others are full', () => {
  expect(paginate(0, 10)).toEqual([{ number: 1, total: 1, start: 0, end: 0 }]);
  expect(paginate(19, 10)).toEqual([{ number: 1, total: 1, start: 0, end: 19 }]);
  expect(paginate(25, 10)).toEqual([
    { number: 2, total: 2, start: 0, end: 15 },
    { number: 1, total: 2, start: 15, end: 25 },
  ]);
});

test('every story is on one page, and an older page keeps its stories when one is added', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.integer({ min: 1, max: 30 }), (count, size) => {
      const pages = paginate(count, size);
      expect(
        pages.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      ).toEqual(Array.from({ length: count }, (_, i) => i));
      const fromOldest = (all: number) =>
        new Map(paginate(all, size).map(({ number, start, end }) => [number, [all - end, all - start]]));
      const after = fromOldest(count + 1);
      for (const { number, total } of pages) {
        if (number < total) expect(after.get(number)).toEqual(fromOldest(count).get(number));
      }
    }),
  );
});

test('links lead to the first, the last and two on either side', () => {
  expect(neighbours({ number: 9, total: 20, start: 0, end: 0 })).toEqual([20, 11, 10, 9, 8, 7, 1]);
  expect(neighbours({ number: 1, total: 1, start: 0, end: 0 })).toEqual([1]);
});
