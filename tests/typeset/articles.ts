/** Small articles for the tests of typesetting, as extraction hands them over. */
import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { Article, Block, Extraction, Source } from '../../src/model.js';

export const digest = (text: string): string => `${text.length}:${text.slice(0, 8)}`;

export function sourceOf(part: Partial<Source> = {}): Source {
  return {
    path: 'articles/2019/06/hadath.txt',
    format: 'text',
    encoding: 'utf-8',
    lines: [],
    header: {},
    headerLines: 0,
    sideCar: {},
    diagnostics: [],
    ...part,
  };
}

export function extractionOf(blocks: readonly Block[], part: Partial<Article> = {}): Extraction {
  const article: Article = {
    lang: 'ar',
    dir: 'rtl',
    section: null,
    headline: null,
    deck: null,
    byline: [],
    dateline: null,
    published: null,
    updated: null,
    tags: [],
    blocks,
    ...part,
  };
  return { article, roles: [], evidence: [], diagnostics: [] };
}

export function paragraph(text: string, line = 1): Block {
  return {
    type: 'paragraph',
    text,
    line,
    node: { type: 'paragraph', children: [{ type: 'text', value: text }] },
  };
}

const parser = unified().use(remarkParse).use(remarkGfm);

/** Blocks of a Markdown text, with the roles that the nodes have by themselves. */
export function markdownBlocks(text: string): Block[] {
  return parser.parse(text).children.map((node, index): Block => {
    const base = { text: plain(node), line: node.position?.start.line ?? index + 1, node };
    if (node.type === 'paragraph') return { ...base, type: 'paragraph' };
    if (node.type === 'heading') return { ...base, type: 'subhead', depth: node.depth > 2 ? 3 : 2 };
    if (node.type === 'list') return { ...base, type: 'list' };
    if (node.type === 'table') return { ...base, type: 'table' };
    if (node.type === 'blockquote') return { ...base, type: 'quote', attribution: null };
    return { ...base, type: 'other' };
  });
}

export function plain(node: RootContent): string {
  if ('children' in node) return (node.children as RootContent[]).map(plain).join('');
  return 'value' in node ? node.value : node.type === 'break' ? '\n' : '';
}
