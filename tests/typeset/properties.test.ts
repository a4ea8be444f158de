import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { restoreGuarded } from '../../src/extract/parse/markdown-guard.js';
import type { Block, Body } from '../../src/model.js';
import { isolateHtml } from '../../src/typeset/bidi/isolate.js';
import { proseHtml } from '../../src/typeset/prose.js';
import { typeset } from '../../src/typeset/typeset.js';
import { digest, extractionOf, markdownBlocks, paragraph, sourceOf } from './articles.js';

const validator = new HtmlValidate({
  rules: {
    'close-order': 'error',
    'no-dup-id': 'error',
    'no-dup-attr': 'error',
    'element-permitted-content': 'error',
    'attr-quotes': 'error',
  },
});
const htmlOf = (body: Body) =>
  body.segments
    .map((segment) =>
      segment.kind === 'prose' || segment.kind === 'pull-quote'
        ? segment.html
        : segment.kind === 'figure'
          ? (segment.captionHtml ?? '')
          : '',
    )
    .join('\n');

const evil = [
  '<script>',
  '</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '[a](javascript:alert(1))',
  '[a](JaVa\tscript:x)',
  '[a](&#106;avascript:x)',
  '![x](data:text/html,x)',
  '<a href="vbscript:x">',
  '"><b>',
  "' onclick='x",
  '</p>',
  '<!--',
  ']]>',
  '&lt;',
  '[x]: javascript:y',
  '[x]',
  '**',
  '*',
  '`',
  '|',
  '> ',
  '- ',
  '\n',
  '\n\n',
  '# ',
  'كلمة',
  'Google',
  ' ',
  '\u202e',
  '\u2066',
  '5%',
  '+3',
  '[^1]',
  '[^1]: نص',
  '<https://a.b>',
  '<javascript:x>',
  '[\u0000a](\u0001javascript:x)',
  '![p](p.jpg)',
  '| a |\n| - |\n| b |\n',
  '```\n',
];
const wild = fc.oneof(
  fc.array(fc.constantFrom(...evil), { maxLength: 14 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** What stands in active places of the markup: elements and attributes, text taken out. */
const tags = (html: string) => html.match(/<[^>]*>/g) ?? [];
const SAFE_TAG =
  /^<\/?(?:a|bdi|bdo|blockquote|br|code|del|div|em|footer|h[2-6]|hr|input|li|ol|p|pre|s|section|span|strong|sub|sup|table|tbody|td|tfoot|th|thead|tr|ul)(?: [a-z-]+(?:="[^"<>]*")?)*>$/;

describe('whatever the text', () => {
  test('the HTML is balanced, has only allowed elements, and no address that runs', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const blocks = [...markdownBlocks(text), paragraph(text)];
        const html = htmlOf(typeset(sourceOf(), extractionOf(blocks), digest).body);
        for (const tag of tags(html)) {
          expect(tag).toMatch(SAFE_TAG);
          expect(tag).not.toMatch(/ on[a-z]+=|(?:href|src)="\s*(?!https?:|mailto:|tel:)[^"/#?]*:/i);
        }
        expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
        const wrong = validator
          .validateStringSync(`<div>${html}</div>`)
          .results.flatMap((result) => result.messages);
        expect(wrong.filter(({ ruleId }) => ruleId === 'close-order' || ruleId === 'no-dup-id')).toEqual([]);
      }),
      { numRuns: 700 },
    );
  }, 60_000);

  test('the words of a paragraph of a text all reach the page, once', () => {
    fc.assert(
      fc.property(wild, (text) => {
        const html = isolateHtml(text, 'rtl');
        const back = html
          .replace(/<\/?bd[io](?: dir="ltr")?>/g, '')
          .replaceAll('&#x3C;', '<')
          .replaceAll('&#x26;', '&');
        expect(back).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('the lane of plain paragraphs gives the bytes of the whole way', () => {
    fc.assert(
      fc.property(wild, fc.constantFrom('rtl' as const, 'ltr' as const), (text, dir) => {
        const block = paragraph(text);
        const { body } = typeset(sourceOf(), extractionOf([block], { dir }), digest);
        const { html } = proseHtml(
          [{ node: block.node, setting: { kind: 'paragraph', id: 'p-1', note: false } }],
          {
            lang: 'ar',
            dir,
            definitions: [],
            onUnsafeLink: () => undefined,
          },
        );
        expect(htmlOf(body)).toBe(html[0]);
      }),
      { numRuns: 2000 },
    );
  });

  test('the digest changes with anything that a page can show', () => {
    const of = (block: Block, part = {}) =>
      typeset(sourceOf(), extractionOf([block], part), (text) => text).card.digest;
    const base = of(paragraph('نص'));
    expect(of(paragraph('نص'))).toBe(base);
    for (const other of [
      of(paragraph('نصّ')),
      of(paragraph('نص'), { deck: 'مقدمة' }),
      of({ ...paragraph('نص'), type: 'note' }),
      of({ ...paragraph('نص'), type: 'readalso', label: null }),
    ]) {
      expect(other).not.toBe(base);
    }
  });
});

test('references of Markdown work block by block', () => {
  const blocks = markdownBlocks('نص [رابط][a] و[^1].\n\n[a]: https://x.org\n\n[^1]: شرح [آخر][a]');
  const root = restoreGuarded(
    { type: 'root', children: blocks.map((block) => block.node) },
    { text: '', held: [] },
  );
  const kept = blocks.filter((_, index) => root.children[index]?.type === 'paragraph');
  const html = htmlOf(typeset(sourceOf(), extractionOf(kept), digest).body);
  expect(html).toMatch(/نص <a href="https:\/\/x\.org"[^>]*>رابط<\/a> و<sup><a href="#note-fn-1"/);
  expect(html).toMatch(/شرح <a href="https:\/\/x\.org"[^>]*>آخر<\/a>/);
});
