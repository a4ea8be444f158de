/** What the form of Markdown decides, whatever the words say. */
import { describe, expect, test } from 'vitest';
import { read } from '../sources.js';

const LEAD =
  'افتتح رئيس البلدية صباح الأحد سوق السمك الجديدة قرب الميناء القديم، وحضر الافتتاح مئات الأهالي والصيادين.';
const LONG = 'وقال أحد الصيادين إن العمل في السوق استغرق عامين كاملين وكان صعباً على الجميع.';

function blocksOf(...blocks: readonly string[]) {
  const text = ['# المدينة تفتتح سوقاً جديدة للسمك', LEAD, ...blocks].join('\n\n');
  const { article, diagnostics } = read(text, { format: 'markdown' });
  return { blocks: article.blocks.slice(1), diagnostics };
}

describe('a quotation in Markdown', () => {
  test('that repeats the text is a pull quote, linked to its sentence', () => {
    const { blocks } = blocksOf(LONG, '> العمل في السوق استغرق عامين كاملين');
    expect(blocks).toMatchObject([
      { type: 'paragraph' },
      { type: 'pullquote', source: { line: 5, block: 1 }, text: 'العمل في السوق استغرق عامين كاملين' },
    ]);
  });

  test('that repeats nothing is a quotation', () => {
    const { blocks } = blocksOf('> لم نكن نحلم بسوق كهذه قبل عشر سنوات، واليوم صارت حقيقة.', LONG);
    expect(blocks).toMatchObject([{ type: 'quote', attribution: null }, { type: 'paragraph' }]);
  });
});

describe('a list in Markdown', () => {
  test.each(['وتضم السوق ثلاثة مرافق:', 'وأضاف أن العمل في السوق استغرق عامين كاملين.'])(
    'right below “%s” is a list, and that line is not in it',
    (line) => {
      const { blocks } = blocksOf(`${line}\n1. قاعة للمزاد\n2. مخزن مبرد\n3. مقصف صغير`, LONG);
      expect(blocks.map(({ type }) => type).slice(1)).toEqual(['list', 'paragraph']);
      expect(blocks[0]?.text).toContain(line.slice(0, -1));
      expect(['paragraph', 'subhead']).toContain(blocks[0]?.type);
    },
  );
});

describe('Markdown beyond the limits', () => {
  test.each([
    ['delimiters', 'a* '.repeat(2000)],
    ['lines', Array.from({ length: 1600 }, (_, at) => (at === 0 ? 'سطر <br>' : `سطر ${at}`)).join('\n')],
    ['nesting', `${'> '.repeat(30)}كلام`],
  ])('%s: published as plain text, and named with its line', (_, block) => {
    const { blocks, diagnostics } = blocksOf(block, LONG);
    expect(diagnostics).toMatchObject([{ id: 'markdown-limit', severity: 'warning', line: 5 }]);
    expect(blocks.map(({ text }) => text).join(' ')).toContain(block.trim().slice(-6));
  });
});
