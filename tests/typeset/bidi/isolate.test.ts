import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isolate, isolateHtml } from '../../../src/typeset/bidi/isolate.js';
import { cpuTime } from '../../cpu-time.js';
import { paint } from './painted.js';

interface Case {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly visual: string;
}

const own = JSON.parse(readFileSync(new URL('../../fixtures/bidi-cases.json', import.meta.url), 'utf8')) as {
  cases: Case[];
};

/** `[run]` for an isolated run, `[ltr:run]` when its direction is stated. */
const marked = (text: string) =>
  isolate(text, 'rtl')
    .map((run) => (run.tag ? `[${run.dir ? `${run.dir}:` : ''}${run.text}]` : run.text))
    .join('');

describe('painted by a browser', () => {
  test('every case reads as it should, and copies as it was written', async () => {
    const painted = await paint(
      own.cases.map(({ text, lang }) => ({ html: isolateHtml(text, 'rtl'), dir: 'rtl', lang })),
    );
    const wrong = own.cases.flatMap(({ id, text, visual }, index) => {
      const line = painted[index];
      return line?.visual === visual && line.copied === text
        ? []
        : [{ id, marked: marked(text), painted: line?.visual, visual }];
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  const shared = new URL('../../../../shared/rtl/bidi-cases.json', import.meta.url);
  test.skipIf(!existsSync(shared))(
    'the shared cases: broken ones are mended, good ones stay',
    async () => {
      type Shared = {
        id: string;
        lang: string;
        base: 'rtl' | 'ltr';
        bare: string;
        bareVisual: string;
        safe: string;
        safeVisual: string;
        verdict: string;
      };
      const { cases } = JSON.parse(readFileSync(shared, 'utf8')) as { cases: Shared[] };
      const rtl = cases.filter(({ base }) => base === 'rtl');
      const painted = await paint(
        rtl.map(({ bare, base, lang }) => ({ html: isolateHtml(bare, base), dir: base, lang })),
      );
      const wrong = rtl.flatMap(({ id, bare, bareVisual, safe, safeVisual, verdict }, index) => {
        const reworded = safe.replace(/<[^>]*>/g, '') !== bare;
        const wanted = verdict === 'broken' && !reworded ? safeVisual : bareVisual;
        const line = painted[index];
        return line?.visual === wanted && line.copied === bare ? [] : [{ id, painted: line?.visual, wanted }];
      });
      expect(wrong).toEqual([]);
    },
    60_000,
  );
});

describe('runs', () => {
  test.each([
    ['بلا شيء: 12% و«قول» (2019) 10-12، 3.5؟', 'بلا شيء: 12% و«قول» (2019) 10-12، 3.5؟'],
    ['قال Google، ثم Apple.', 'قال [Google]، ثم [Apple].'],
    ['راسل info@example.com.', 'راسل [ltr:info@example.com].'],
    ['هاتف +218 91-234-5678 الآن', 'هاتف [ltr:+218 91-234-5678] الآن'],
    ['في 2019-06-30 و٢٠١٩-٠٦-٣٠', 'في 2019-06-30 و٢٠١٩-٠٦-٣٠'],
    ['', ''],
  ])('%s', (text, expected) => expect(marked(text)).toBe(expected));

  test('runs are tight: no white space at their ends, none is empty', () => {
    fc.assert(
      fc.property(wild, (text) => {
        for (const run of isolate(text, 'rtl')) {
          if (run.tag) expect(run.text).toMatch(/^\S(?:[\s\S]*\S)?$/);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('nothing is lost, added or moved, on lines of both directions', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom('rtl' as const, 'ltr' as const), (text, base) => {
        const runs = isolate(text, base);
        expect(runs.map((run) => run.text).join('')).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('no run begins or ends inside a Latin word or a number', () => {
    fc.assert(
      fc.property(wild, (text) => {
        let at = 0;
        for (const run of isolate(text, 'rtl')) {
          const joint = text.slice(Math.max(0, at - 1), at + 1);
          if (at > 0) expect(joint).not.toMatch(/[A-Za-z]{2}|\d{2}/);
          at += run.text.length;
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a right-to-left name on a left-to-right line is isolated', () => {
    expect(isolateHtml('The paper الشرق الأوسط, and more', 'ltr')).toBe(
      'The paper <bdi>الشرق الأوسط</bdi>, and more',
    );
  });
});

const pieces = [
  'قال',
  'ליל',
  'Google',
  'Apple',
  'iPhone',
  '15',
  '2024',
  '٢٠١٩',
  '+3',
  '-5',
  '%',
  '$100',
  'km/h',
  '5G',
  '@user',
  '#tag',
  '#وسم',
  'https://a.b/c',
  'a@b.co',
  '+218 91-234-5678',
  '(',
  ')',
  '"',
  '«',
  '»',
  '“',
  '”',
  "'",
  '’',
  '.',
  '،',
  ',',
  ':',
  '!',
  '؟',
  '-',
  '–',
  '/',
  '\\',
  '<b>',
  '&',
  'U.S.',
  'Yahoo!',
  'C++',
  'ـ',
  '\n',
  '\u200f',
  '\u200e',
  '\u2067',
  '😀',
  '[',
  ']',
  '{',
  '}',
  '*',
  '_',
  '=',
  'v2.1',
];
const wild = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...pieces), fc.constantFrom('', ' ', ' ')), { maxLength: 24 })
    .map((list) => list.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

test.each([
  'a',
  '1',
  ' 1',
  '-1',
  '+1 ',
  '0 ',
  '00 1',
  '(',
  '"a',
  '“a ',
  'a"',
  "'a ",
  'a, ',
  'a. ',
  '@',
  'a@',
  '#a',
  'a.',
  'http://',
  'www.',
  '/',
  '-',
  'A.',
  '1-',
  '$1',
  'a(',
  '(a',
  'a)',
  'a "',
  '1 + ',
  'ا a',
  'ا"a',
  '<',
  '<a',
  '\\',
  '_',
  '1.',
  'a\u0301',
  'اa',
  '*1',
  '١ ',
  "a'",
  '!a',
  'AB12 ',
  'a:1 ',
])('100 KB of %j take no time', (pattern) => {
  const text = pattern.repeat(Math.ceil(100_000 / pattern.length));
  const started = cpuTime();
  isolate(`ا ${text} ا`, 'rtl');
  isolate(`a ${text} ا`, 'ltr');
  expect(cpuTime() - started).toBeLessThan(4000);
});
