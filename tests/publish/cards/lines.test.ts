import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Box, findWords, setLines } from '../../../src/publish/cards/lines.js';

const box: Box = { width: 1000, height: 400, most: 4, largest: 90, smallest: 30, leading: 1.4 };

describe('words', () => {
  test('break at spaces, never before a mark that stands alone', () => {
    const text = 'قال – وهو يبتسم … نعم';
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'قال –',
      'وهو',
      'يبتسم …',
      'نعم',
    ]);
  });

  test('a no-break space keeps its words together', () => {
    const text = '12\u00a0كتابًا صدرت';
    expect(findWords(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '12\u00a0كتابًا',
      'صدرت',
    ]);
  });
});

describe('lines', () => {
  test('one short word is set in the largest size on one line', () => {
    expect(setLines([3], 0.3, box)).toEqual({ size: 90, starts: [0] });
  });

  test('six equal words become lines of equal length, not one long and one short', () => {
    expect(setLines([3, 3, 3, 3, 3, 3], 0.3, box)).toMatchObject({ starts: [0, 3] });
  });

  test('what does not fit in the smallest size is refused', () => {
    expect(setLines([40], 0.3, box)).toBeNull();
    expect(setLines(new Array(60).fill(4), 0.3, box)).toBeNull();
  });

  test('always inside the box, never beaten by another break', () => {
    const widths = fc.array(fc.double({ min: 0.3, max: 8, noNaN: true }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(widths, fc.double({ min: 0.1, max: 0.5, noNaN: true }), (words, space) => {
        const set = setLines(words, space, box);
        const best = Math.max(
          ...everyBreak(words.length, box.most).map((starts) => sizeOf(words, space, starts)),
        );
        if (set === null) return expect(best).toBeLessThan(box.smallest + 1e-6);
        expect(set.starts.length * set.size * box.leading).toBeLessThanOrEqual(box.height + 1e-6);
        expect(sizeOf(words, space, set.starts)).toBeGreaterThanOrEqual(set.size - 1e-6);
        // A line more is taken only for half a pixel of size.
        expect(set.size).toBeGreaterThanOrEqual(best - 0.5 - 1e-6);
      }),
    );
  });
});

function sizeOf(widths: readonly number[], space: number, starts: readonly number[]): number {
  const lines = starts.map((start, index) => widths.slice(start, starts[index + 1]));
  const widest = Math.max(...lines.map((line) => line.reduce((sum, width) => sum + width + space, -space)));
  return Math.min(box.largest, box.width / widest, box.height / (lines.length * box.leading));
}

function everyBreak(words: number, most: number): number[][] {
  const all: number[][] = [];
  for (let bits = 0; bits < 2 ** (words - 1); bits++) {
    const starts = [0];
    for (let word = 1; word < words; word++) if (bits & (1 << (word - 1))) starts.push(word);
    if (starts.length <= most) all.push(starts);
  }
  return all;
}
