import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_RULES } from '../src/extract/rules/rules.js';
import { prepare } from '../src/prepare.js';

const digest = (text: string): string => `${text.length}`;
const encode = (text: string) => new TextEncoder().encode(text);

test('bytes become a card and a body', () => {
  const text =
    'ثقافة\n\nمكتبة جديدة في المدينة القديمة\n\nافتتحت المدينة اليوم مكتبة جديدة بحضور عدد كبير من السكان، وقال مدير Google إنها الأكبر.\n';
  const { card, body } = prepare('articles/2024/kitab.txt', encode(text), null, NO_RULES, digest);
  expect(card).toMatchObject({ path: 'articles/2024/kitab.txt', lang: 'ar', dir: 'rtl', titled: true });
  expect(card.title).toBe('مكتبة جديدة في المدينة القديمة');
  expect(body.segments).toMatchObject([
    { kind: 'prose', html: expect.stringContaining('مدير <bdi>Google</bdi> إنها') },
  ]);
});

test('an article that fails names itself and has nothing to publish', () => {
  const broken = () => {
    throw new Error('no\ndigest');
  };
  let calls = 0;
  const once = (text: string) => (calls++ === 0 ? broken() : digest(text));
  const { card, body, diagnostics } = prepare('articles/a.txt', encode('نص'), null, NO_RULES, once);
  expect(card).toMatchObject({ path: 'articles/a.txt', titled: false, words: 0 });
  expect(body.segments).toEqual([]);
  expect(diagnostics).toMatchObject([{ id: 'article-failed', severity: 'error', file: 'articles/a.txt' }]);
  expect(diagnostics[0]?.message).not.toContain('\n');
});

test('any bytes, as text and as Markdown: a manuscript, and the same one again', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.constantFrom('a.txt', 'b.md'), (bytes, name) => {
      const first = prepare(`articles/${name}`, bytes, null, NO_RULES, digest);
      expect(first.diagnostics.map(({ id }) => id)).not.toContain('article-failed');
      expect(prepare(`articles/${name}`, bytes, null, NO_RULES, digest)).toEqual(first);
    }),
    { numRuns: 500 },
  );
});

const seed = new URL('../../shared/corpus/extraction/seed.txt', import.meta.url);
test.skipIf(!existsSync(seed))(
  'the seed: six paragraphs, one pull quote that leads to the last of them',
  () => {
    const { body, diagnostics } = prepare('articles/seed.txt', readFileSync(seed), null, NO_RULES, digest);
    const html = body.segments.map((segment) => (segment.kind === 'prose' ? segment.html : '')).join('');
    expect(html.match(/<p id="p-\d">/g)).toHaveLength(6);
    const quotes = body.segments.filter((segment) => segment.kind === 'pull-quote');
    expect(quotes).toMatchObject([
      { anchor: 'p-6', fragment: expect.stringMatching(/^text=[^,-]+,[^,-]+$/) },
    ]);
    expect(body.plain.split('\n')).toHaveLength(6);
    expect(diagnostics.filter(({ id }) => id === 'unbalanced-quote')).toHaveLength(2);
  },
);
