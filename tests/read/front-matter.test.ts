import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPlainLines } from '../../src/read/front-matter.js';
import { parseYaml } from '../../src/read/yaml.js';

/** What both readers make of a block, as comparable data; null when the quick one declines. */
function both(block: string): readonly [unknown, unknown] | null {
  const quick = readPlainLines(block.split('\n'));
  if (quick === null) return null;
  const yaml = parseYaml(block);
  return [
    quick.map(({ key, value, line }) => [key, value, line]),
    yaml.ok ? yaml.entries.map(({ key, value, line }) => [key, value, line]) : yaml,
  ];
}

describe('the quick reader agrees with YAML on all that it accepts', () => {
  test.each([
    'title: خبر عاجل',
    'title: "خبر: عاجل"\ndate: 2024-05-01\ntags: [أ, ب ج]\ndraft: true\nempty:',
    "title: 'خبر # ليس تعليقا'\n\nauthor: د. سمر",
    'العنوان: نص (مع أقواس) و«اقتباس»',
    'title: a, b & c',
    'title: 12 شهرا',
    'title: "12"',
    'tags: []',
    'a b: c d',
  ])('accepted: %s', (block) => {
    const result = both(block);
    expect(result).not.toBeNull();
    expect(result?.[0]).toEqual(result?.[1]);
  });

  test.each([
    'title: خبر: عاجل',
    'title: خبر # تعليق',
    'n: 12',
    'n: 0x1F',
    'n: null',
    'n: ~',
    '- a',
    'a:\n  b: c',
    'a: |\n  b',
    'a: &x b',
    'a: *x',
    'a: !!js/function x',
    'a: {b: c}',
    'a: b\na: c',
    'true: a',
    'a: [b, [c]]',
    'a:\tb',
  ])('left to YAML: %s', (block) => {
    expect(readPlainLines(block.split('\n'))).toBeNull();
  });

  test('on random blocks', () => {
    const word = fc.string({
      unit: fc.constantFrom(
        ...'abعب0 1.:,#"\'[]{}&*!|>-%@`?~_=()«»\t\u00a0\u0085\u2028\ufefftruenl'.split(''),
      ),
      maxLength: 12,
    });
    const line = fc.oneof(
      fc
        .tuple(fc.constantFrom('title', 'العنوان', 'a b', 'n', 'null', '1', '_x'), word)
        .map(([key, value]) => `${key}: ${value}`),
      fc.tuple(word, word).map(([key, value]) => `${key}:${value}`),
      word,
    );
    let accepted = 0;
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), (lines) => {
        const result = both(lines.join('\n'));
        if (result === null) return;
        accepted += 1;
        expect(result[0]).toEqual(result[1]);
      }),
      { numRuns: 4000 },
    );
    // about 110 of the 4,000 are ones that both readers take: enough that the comparison is no empty one
    expect(accepted).toBeGreaterThan(40);
  });
});
