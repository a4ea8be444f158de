import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pack } from '../../src/search/pack.js';
import { bucketOf, stemOf } from '../../src/search/stem.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** What a file says: the numbers of the articles of each term. */
function unpack(text: string, articles: number): Map<string, number[]> {
  const found = new Map<string, number[]>();
  let term = '';
  for (const entry of text === '' ? [] : text.split(' ')) {
    const colon = entry.indexOf(':');
    term = term.slice(0, Number.parseInt(entry.charAt(0), 36)) + entry.slice(1, colon);
    const places: number[] = [];
    let number = 0;
    let value = 0;
    for (const digit of entry.slice(colon + 1)) {
      if (digit === '*') places.push(...Array.from({ length: articles }, (_, at) => at));
      else {
        value = value * 32 + (DIGITS.indexOf(digit) % 32);
        if (DIGITS.indexOf(digit) >= 32) continue;
        number += value;
        value = 0;
        places.push(number);
      }
    }
    found.set(term, places);
  }
  return found;
}

const word = fc.string({ unit: fc.constantFrom(...'ابتوفل9a'), minLength: 2, maxLength: 8 });
const line = fc.uniqueArray(word, { maxLength: 30 });

test('every term is in the file of its stem, with the articles that have it', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 15 }), fc.constantFrom(1, 4, 16), (articles, count) => {
      const files = pack(
        articles.map((terms) => terms.map((term, at) => (at < 3 ? `=${term}` : stemOf(term))).join(' ')),
        count,
      );
      expect(files).toHaveLength(count);
      for (const [number, terms] of articles.entries()) {
        for (const [at, term] of terms.entries()) {
          const stem = stemOf(term);
          const found = unpack(files[bucketOf(stem, count)] ?? '', articles.length);
          expect(found.get(at < 3 ? `=${term}` : stem)).toContain(number);
        }
      }
    }),
    { numRuns: 200 },
  );
});

test('numbers far apart come back as they were', () => {
  const articles = Array.from({ length: 4096 }, (_, at) =>
    [0, 31, 32, 1055, 1056, 4095].includes(at) ? 'مرفا' : 'بحر',
  );
  expect(unpack(pack(articles, 1)[0] ?? '', 4096).get('مرفا')).toEqual([0, 31, 32, 1055, 1056, 4095]);
});

test('a term of nearly every article takes one sign, in a large volume only', () => {
  expect(pack(Array(64).fill('في'), 1)).toEqual(['0في:*']);
  expect(pack(Array(8).fill('في'), 1)).toEqual(['0في:ABBBBBBB']);
});

test('an article that changes leaves the files of other words alone', () => {
  const articles = Array.from({ length: 64 }, (_, at) => `مدينه بحر سوق${at} جبل${at}`);
  const before = pack(articles, 16);
  const after = pack([...articles.slice(0, 30), `${articles[30]} زيتون`, ...articles.slice(31)], 16);
  expect(after.filter((text, at) => text !== before[at])).toHaveLength(1);
});
