import fc from 'fast-check';
import { expect, test } from 'vitest';
import { summarize, titleFrom } from '../../src/typeset/summary.js';

const long =
  'أعلنت بلدية المدينة الساحلية يوم الأحد انتهاء أعمال ترميم الميناء القديم بعد ثلاث سنوات من العمل المتواصل بمشاركة مئات العمال والمهندسين من أبناء المدينة وضواحيها.';

test('the lead is cut at a word, between 80 and 160 letters', () => {
  const summary = summarize(null, [long], null);
  expect(summary.length).toBeGreaterThanOrEqual(80);
  expect(summary.length).toBeLessThanOrEqual(161);
  expect(long.startsWith(summary.slice(0, -1))).toBe(true);
  expect(long.charAt(summary.length - 1)).toBe(' ');
});

test('a long deck is the summary, a short one is not enough', () => {
  const deck =
    'مقدمة طويلة تقول للقارئ ما الذي حدث في المدينة ومن قام به ولماذا يهمه ذلك اليوم أكثر من أي وقت';
  expect(summarize(deck, [long], null)).toBe(deck);
  expect(summarize('قصيرة', [long], null)).toBe(summarize(null, [long], null));
  expect(summarize('قصيرة', [], null)).toBe('قصيرة');
});

test('short paragraphs are put together', () => {
  expect(summarize(null, ['خبر قصير.', long], null)).toMatch(/^خبر قصير\. أعلنت/);
});

test('the place of reporting is not repeated', () => {
  expect(summarize(null, [`طرابلس - رويترز: ${long}`], 'طرابلس')).toMatch(/^أعلنت/);
  expect(summarize(null, [`طرابلس — ${long}`], 'طرابلس')).toMatch(/^أعلنت/);
  expect(summarize(null, [long], 'طرابلس')).toMatch(/^أعلنت/);
});

test('a quotation is not cut in two', () => {
  const text = `${long.slice(0, 100)} «${'وهذا كلام طويل جدا '.repeat(10)}» ثم مضى`;
  expect(summarize(null, [text], null)).not.toMatch(/[«»]/);
  const all = `«${'وهذا كلام طويل جدا '.repeat(20)}»`;
  expect(summarize(null, [all], null)).not.toMatch(/[«»]/);
});

test('any text: short, no half pair of marks, no half letter', () => {
  const mark = fc.constantFrom(
    '«',
    '»',
    '“',
    '”',
    '"',
    '(',
    ')',
    'كلمة',
    'word ',
    ' ',
    '😀',
    'نص طويل جدا ',
    '. ',
  );
  fc.assert(
    fc.property(fc.array(mark, { maxLength: 80 }), (parts) => {
      const summary = summarize(null, [parts.join('')], null);
      expect(summary.length).toBeLessThanOrEqual(161);
      expect(summary.isWellFormed()).toBe(true);
      if (summary.endsWith('…') && !summary.includes('»')) expect(summary).not.toContain('«');
    }),
    { numRuns: 1000 },
  );
});

test('a title is made from the first words', () => {
  expect(titleFrom(['***', 'وصل القطار. ثم غادر المحطة.'])).toBe('وصل القطار');
  expect(titleFrom([long]).length).toBeLessThanOrEqual(66);
  expect(titleFrom([])).toBe('');
});
