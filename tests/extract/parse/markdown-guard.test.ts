import fc from 'fast-check';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { describe, expect, test } from 'vitest';
import { guardMarkdown, restoreGuarded } from '../../../src/extract/parse/markdown-guard.js';
import { cpuTime } from '../../cpu-time.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const parse = (text: string) => {
  const guarded = guardMarkdown(text);
  return restoreGuarded(parser.parse(guarded.text), guarded);
};
const SIZE = 100_000;
const fill = (pattern: string) => pattern.repeat(Math.ceil(SIZE / pattern.length)).slice(0, SIZE);

const patterns = [
  '*]',
  '*a_ ',
  'a*',
  '*a',
  'a\n===\n',
  '](',
  '![',
  '<',
  '`',
  '``a`',
  '|',
  '|a|b\n',
  '|a|b|\n|-|-|\n',
  '&',
  '&amp;',
  '\\',
  '\\*',
  '- ',
  '1) ',
  '> ',
  '- a\n',
  '[^1]',
  '[^a]: b\n',
  'www.',
  'www.a.b ',
  'a@',
  'a@b.c ',
  'http://',
  '<div>',
  '<b>',
  '<!--',
  '<?',
  '[a]: b\n',
  '[a](b)',
  '[a](<b',
  '[a]',
  '~~a',
  '**a** ',
  '_a_',
  'a\n',
  '# a\n',
  '***\n',
  '    a\n',
  '```\n',
  '>a\n',
  'a  \n',
  '\t- a\n',
  '[a]("',
  '[a]((',
  '- [ ] a\n',
  '[[a]](b)',
  '<a href="',
  '<http://a> ',
  '&#',
  '__a',
  '|-|\n',
  '*a*b',
  '[a][',
  '*a\n',
  '- a\n  - b\n',
  '1. a\n\n   ',
  '> > a\n',
  '"',
  "'",
  '- ```\n',
  '~~~\n',
  '{{',
  ':',
  '*\n',
  '+ a\n\n',
].map((pattern): [string, string] => [JSON.stringify(pattern), fill(pattern)]);
const shapes: [string, string][] = [
  ['brackets in brackets', `${'['.repeat(SIZE / 2)}${']'.repeat(SIZE / 2)}`],
  [
    'a list a level deeper on each line',
    Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth * 2)}- a\n`).join(''),
  ],
  ['quotations in quotations', `${'> '.repeat(2500)}a`],
  ['a fence in a list that never ends', `- \`\`\`\n  \`\`\`\n${fill('*]')}`],
  ['after an open fence', `\`\`\`\n${fill('*]')}`],
];

describe('hostile Markdown', () => {
  test.each([...patterns, ...shapes])(
    '%s: 100 KB in less than 5 s, no overflow',
    (_, text) => {
      const started = cpuTime();
      const root = parse(text);
      expect(root.type).toBe('root');
      expect(cpuTime() - started).toBeLessThan(5000);
    },
    20_000,
  );

  test('a block over the limit is plain text, its neighbours are not', () => {
    const text = `قبل *مهم*\n\n${'*]'.repeat(2000)}\n\nبعد **مهم**`;
    const guarded = guardMarkdown(text);
    expect(guarded.held.map(({ line, reason }) => ({ line, reason }))).toEqual([
      { line: 3, reason: 'delimiters' },
    ]);
    const root = restoreGuarded(parser.parse(guarded.text), guarded);
    expect(root.children.map((child) => child.type)).toEqual(['paragraph', 'paragraph', 'paragraph']);
    expect(root.children[1]).toMatchObject({ children: [{ type: 'text', value: '*]'.repeat(2000) }] });
    expect(root.children[2]).toMatchObject({
      position: { start: { line: 5 } },
      children: [{}, { type: 'strong' }],
    });
  });

  test('code keeps its lines', () => {
    const code = `${'a[0]*b[1];\n'.repeat(400)}end`;
    const root = parse(`\`\`\`c\n${code}\n\`\`\`\n\nنص`);
    expect(root.children[0]).toMatchObject({ type: 'code', value: code });
    expect(root.children[1]).toMatchObject({ type: 'paragraph', position: { start: { line: 405 } } });
  });

  test('the private character of the guard cannot be used against it', () => {
    const guarded = guardMarkdown(`\ue0f5 نص\n\n${'*]'.repeat(2000)}`);
    expect(restoreGuarded(parser.parse(guarded.text), guarded).children).toMatchObject([
      { children: [{ value: '\ufffd نص' }] },
      { children: [{ value: '*]'.repeat(2000) }] },
    ]);
  });
});

test('ordinary Markdown passes untouched', () => {
  const article = Array.from(
    { length: 400 },
    (_, n) => `فقرة **${n}** مع [رابط](https://example.org/${n}) و*تأكيد*.\n\n- بند\n- آخر\n\n`,
  ).join('');
  expect(guardMarkdown(article)).toEqual({ text: article, held: [] });
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      const plain = text.replaceAll('\ue0f5', '');
      expect(guardMarkdown(plain).text).toBe(plain);
    }),
  );
});
