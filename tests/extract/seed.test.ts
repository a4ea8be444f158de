import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { read } from './sources.js';

const seed = new URL('../../../shared/corpus/extraction/seed.txt', import.meta.url);

describe.skipIf(!existsSync(seed))('the seed text (skipped where ../shared is absent)', () => {
  const { article, roles, diagnostics } = read(existsSync(seed) ? readFileSync(seed, 'utf8') : '');
  const lineOf = (number: number) => readFileSync(seed, 'utf8').split('\n')[number - 1];

  test('has its section, its headline and its language', () => {
    expect(article.section).toBe(lineOf(1));
    expect(article.headline).toBe(lineOf(3));
    expect([article.lang, article.dir]).toEqual(['ar', 'rtl']);
    expect([article.deck, article.dateline, article.published]).toEqual([null, null, null]);
    expect(article.byline).toEqual([]);
  });

  test('has six paragraphs and one pull quote, linked to its sentence', () => {
    const paragraphs = article.blocks.filter((block) => block.type === 'paragraph');
    expect(paragraphs.map((block) => block.line)).toEqual([5, 7, 10, 14, 19, 21]);
    expect(article.blocks).toHaveLength(7);
    const quote = article.blocks.find((block) => block.type === 'pullquote');
    expect(quote).toMatchObject({ line: 17, source: { line: 21, block: 6 }, attribution: null });
    expect(quote?.text.startsWith('“')).toBe(false);
    expect(lineOf(21)).toContain(quote?.text);
  });

  test('loses all its furniture', () => {
    const furniture = roles.flatMap((role, index) => (role === 'furniture' ? [index + 1] : []));
    expect(furniture).toEqual([23, 25, 27, 29, 31, 32]);
  });

  test('reports its two unbalanced marks with their lines', () => {
    const marks = diagnostics.filter((found) => found.id === 'unbalanced-quote');
    expect(marks.map((found) => found.line)).toEqual([5, 17]);
  });
});
