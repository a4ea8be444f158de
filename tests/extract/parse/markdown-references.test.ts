import type { Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { resolveReferences } from '../../../src/extract/parse/markdown-references.js';

const parser = unified().use(remarkParse).use(remarkGfm).freeze();
const resolve = (text: string): Root => resolveReferences(parser.parse(text));

test('links and pictures get their address, the first definition counts', () => {
  const root = resolve('نص [رابط][أ] و![صورة][ب]\n\n[أ]: /one "عنوان"\n[أ]: /two\n\n> [ب]: pic.png');
  expect(root.children[0]).toMatchObject({
    children: [
      {},
      { type: 'link', url: '/one', title: 'عنوان', children: [{ value: 'رابط' }] },
      {},
      { type: 'image', url: 'pic.png', alt: 'صورة' },
    ],
  });
});

test('a footnote travels with its reference', () => {
  const root = resolve('نص[^1]\n\n[^1]: شرح');
  expect(root.children[0]).toMatchObject({
    children: [
      {},
      { type: 'footnoteReference', data: { definition: { type: 'footnoteDefinition', identifier: '1' } } },
    ],
  });
});

test('a text without definitions stays as it is', () => {
  const text = 'نص [بلا][تعريف] و[^2]';
  expect(resolve(text)).toEqual(parser.parse(text));
});
