import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fold, foldWithOffsets, lineKey } from '../src/fold.js';

describe('fold', () => {
  test.each([
    ['إقرأ أيضاً', 'اقرا ايضا'],
    ['مَدْرَسَةٌ', 'مدرسه'],
    ['كتـــاب', 'كتاب'],
    ['می\u200cخواهد', 'ميخواهد'],
    ['ﻻ', 'لا'],
    ['٢٠٢٤ و ۲۰۲۴', '2024 و 2024'],
    ['שָׁלוֹם', 'שלום'],
    ['«كلام»', '"كلام"'],
    ['  a\u00a0 B\t', 'a b'],
    ['\u202bنص\u202c', 'نص'],
  ])('%s → %s', (text, folded) => {
    expect(fold(text)).toBe(folded);
  });

  test('folding twice changes nothing more, and offsets lead back into the original', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = fold(text);
        expect(fold(once)).toBe(once);
        const { text: folded, offsets } = foldWithOffsets(text);
        expect(offsets).toHaveLength(folded.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let index = 1; index < offsets.length; index++) {
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] as number);
        }
      }),
    );
  });

  test('a key is the phrase without decoration and counters', () => {
    expect(lineKey(fold('« مقالات ذات صلة (5) »'))).toBe('مقالات ذات صله');
  });
});
