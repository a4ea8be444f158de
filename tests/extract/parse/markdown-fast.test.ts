import { tests as examples } from 'commonmark-spec';
import fc from 'fast-check';
import type { Root } from 'mdast';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { parseFastMarkdown } from '../../../src/extract/parse/markdown-fast.js';
import { cpuTime } from '../../cpu-time.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const printer = unified().use(remarkRehype).use(rehypeStringify).freeze();
const html = (root: Root) => printer.stringify(printer.runSync(structuredClone(root)));
const lines = (root: Root) =>
  root.children.map(({ type, position }) => [type, position?.start.line, position?.end.line]);

/** The fast lane either declines or agrees with the parser, in the HTML and in the lines of the blocks. */
function agree(markdown: string): boolean {
  const fast = parseFastMarkdown(markdown);
  if (fast === null) return false;
  const slow = parser.parse(markdown);
  expect(html(fast)).toBe(html(slow));
  expect(lines(fast)).toEqual(lines(slow));
  return true;
}

test.each(
  examples.map(
    (example) => [example.number, example.section, example.markdown.replaceAll('→', '\t')] as const,
  ),
)('CommonMark example %i (%s)', (_, __, markdown) => {
  agree(markdown);
  agree(`قبل\n\n${markdown}\nبعد`);
});

test('what newsrooms write takes the fast lane', () => {
  const markdown = [
    '# عنوان الخبر',
    'فقرة أولى فيها **مهم** و*مائل* و[رابط](https://example.org/a_b?c=1).\nسطر ثان (2019)، 12% و«قول» #وسم.',
    '## فرعي',
    '- بند أول\n- بند **ثان**',
    '1. واحد\n2. اثنان',
    '> اقتباس من سطر\n> وسطر آخر',
    'السعر 5 ≤ 6',
    '---',
    'خاتمة @user وAT & T!',
  ].join('\n\n');
  expect(agree(markdown)).toBe(true);
});

test.each([
  'a *b* c*',
  '*a**',
  '**a*b**',
  '[a]',
  '[a]: b',
  '![a](b)',
  '[a](b "c")',
  'a\\*',
  '`a`',
  '<b>',
  'a  \nb',
  'a\n===',
  'a\n---',
  'a\n:-',
  '|a|\n|-|',
  '    a',
  '- a\n\n- b',
  '- a\n  b',
  '- a\n\n\u00a0',
  '- a\n+ b',
  '> a\nb',
  '> - a',
  '- > a',
  '- [ ] a',
  '1. a\n3) b',
  'a\n1. b',
  'a@b.co',
  'www.a.b',
  'see http://a.b',
  '&amp;',
  '~~a~~',
  '_a_',
  'a[^1]\n\n[^1]: b',
  '# a #',
  '#',
  '- \n  a',
  '*a *b*',
  '\ufeffa',
  'a\tb',
  '* * *\n- a',
])('%j is left to the parser or equal', (markdown) => {
  agree(markdown);
});

const piece = fc.constantFrom(
  'كلمة',
  'word',
  ' ',
  ' ',
  ' ',
  '\n',
  '\n\n',
  '\n\n',
  '*',
  '**',
  '*a*',
  '**ب**',
  '[ج](d)',
  '[e](f_g)',
  '[',
  ']',
  '(',
  ')',
  '# ',
  '## ',
  '- ',
  '+ ',
  '* ',
  '1. ',
  '2) ',
  '> ',
  '>',
  '---',
  '===',
  '!',
  '_',
  '`',
  '\\',
  '&',
  '&lt;',
  '<',
  '|',
  '|-|',
  ':-',
  '~',
  '@',
  'a@b.c',
  'www.x.y',
  'http://z',
  '.',
  '،',
  ':',
  '#',
  '  ',
  '    ',
  '\t',
  '12',
  '“',
  '”',
  '«',
  '»',
  '"',
  '\u00a0',
  '\u200f',
  '[x]',
  '[^1]',
  '-',
  '=',
);
test('random Markdown: declined or equal', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
      agree(pieces.join(''));
    }),
    { numRuns: 6000 },
  );
});

const inline = fc
  .array(
    fc.constantFrom(
      'كلمة',
      'خبر،',
      'Google',
      '**مهم**',
      '*مائل*',
      '[رابط](/a)',
      '(2019)',
      '«قول»',
      '5%',
      'أ-ب',
      '#وسم',
      'نعم!',
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map((words) => words.join(' '));
const block = fc.oneof(
  inline,
  fc.tuple(inline, inline).map((pair) => pair.join('\n')),
  fc.tuple(fc.constantFrom('#', '##', '###'), inline).map(([mark, content]) => `${mark} ${content}`),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc
    .array(inline, { minLength: 1, maxLength: 4 })
    .map((items) => items.map((item, index) => `${index + 3}. ${item}`).join('\n')),
  inline.map((content) => `> ${content}`),
  fc.constant('---'),
);
test('Markdown built from a grammar: equal, and mostly fast', () => {
  let fast = 0;
  let all = 0;
  fc.assert(
    fc.property(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.constantFrom('\n\n', '\n', '\n\n\n'),
      (blocks, gap) => {
        all++;
        if (agree(blocks.join(gap))) fast++;
      },
    ),
    { numRuns: 3000 },
  );
  expect(fast / all).toBeGreaterThan(0.3);
});

describe('cost', () => {
  test.each([
    '*',
    '*a ',
    '[a](',
    '[a](b',
    '**a',
    '> ',
    '- ',
    '# ',
    'a\n',
    'a\n\n',
    '- a\n',
    '- a\n\n',
    '> a\n',
    '1. a\n',
    '[',
    ' ',
    '\n',
    '#',
    '*a* ',
  ])('100 KB of %j', (pattern) => {
    const text = pattern.repeat(Math.ceil(100_000 / pattern.length));
    const started = cpuTime();
    parseFastMarkdown(text);
    expect(cpuTime() - started).toBeLessThan(1000);
  });
});
