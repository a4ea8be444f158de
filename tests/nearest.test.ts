import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distance, nearest } from '../src/nearest.js';

test('each kind of slip costs one edit', () => {
  expect(distance('build', 'build')).toBe(0);
  expect(distance('buld', 'build')).toBe(1);
  expect(distance('buildd', 'build')).toBe(1);
  expect(distance('biuld', 'build')).toBe(1);
  expect(distance('bxild', 'build')).toBe(1);
  expect(distance('', 'abc')).toBe(3);
});

test('distance is symmetric, zero only for equals, and at most the longer length', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      (a, b) => {
        const edits = distance(a, b);
        expect(edits).toBe(distance(b, a));
        expect(edits === 0).toBe(a === b);
        expect(edits).toBeLessThanOrEqual(Math.max([...a].length, [...b].length));
      },
    ),
  );
});

test('names the command that was meant', () => {
  const commands = ['build', 'watch', 'extract', 'check', 'new', 'init'];
  expect(nearest('biuld', commands)).toBe('build');
  expect(nearest('wach', commands)).toBe('watch');
  expect(nearest('BUILD', commands)).toBe('build');
  expect(nearest('publish', commands)).toBeNull();
  expect(nearest('x'.repeat(10_000), commands)).toBeNull();
  expect(nearest('', commands)).toBeNull();
});

test('spelling with hyphens is the same name', () => {
  expect(nearest('base-url', ['tagline', 'baseUrl'])).toBe('baseUrl');
});
