/**
 * Markdown through remark. What a text's form says (a heading, a list, a quotation) is kept as a hint: it narrows the
 * roles that a unit may have; the rest is decided as for plain text, because pages copied into Markdown carry the same
 * furniture.
 */
import type { Nodes, Root, RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { fold } from '../../fold.js';
import { ROLES, type Role } from '../../model.js';
import type { Hint } from '../decide/classify.js';
import { FURNITURE_CUES, matchCues, NO_MATCH, tokens } from '../observe/lexicon.js';
import { parseFastMarkdown } from './markdown-fast.js';
import { guardMarkdown, type Held, restoreGuarded } from './markdown-guard.js';
import { resolveReferences } from './markdown-references.js';
import type { Unit } from './units.js';

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** A block of Markdown: its text, the roles that its form allows, its tree. */
export interface MarkdownUnit {
  readonly unit: Unit;
  readonly hint: Hint;
  readonly node: RootContent;
}

/**
 * mdast of a Markdown text: what the fast lane fully knows never gets to remark; references are resolved. Hostile
 * blocks come out as plain paragraphs.
 */
export function parseMarkdown(text: string): Root {
  return parse(text).root;
}

function parse(text: string): { root: Root; held: readonly Held[] } {
  const fast = parseFastMarkdown(text);
  if (fast !== null) return { root: fast, held: [] };
  const guarded = guardMarkdown(text);
  const root = resolveReferences(restoreGuarded(processor.parse(guarded.text), guarded));
  return { root, held: guarded.held };
}

/**
 * The blocks of the Markdown below the header, in order; `held`: those that are beyond the limits of the parser and
 * came out as plain text, with lines counted below the header.
 */
export function markdownUnits(
  lines: readonly string[],
  headerLines: number,
): { units: readonly MarkdownUnit[]; held: readonly Held[] } {
  const { root, held } = parse(lines.slice(headerLines).join('\n'));
  const units: MarkdownUnit[] = [];
  let previous = headerLines - 1;
  let title = true;
  let ended = false;
  let pointing = false;
  for (const node of root.children) {
    if (node.type === 'definition' || node.type === 'footnoteDefinition') continue;
    const first = (node.position?.start.line ?? 1) - 1 + headerLines;
    const last = (node.position?.end.line ?? 1) - 1 + headerLines;
    const text = plainOf(node);
    const unit: Unit = { text, first, last, gap: Math.max(0, first - previous - 1) };
    const folded = fold(text.slice(0, 120));
    const { whole } = text.length < 80 ? matchCues(folded, tokens(folded), false) : NO_MATCH;
    // after a label of page furniture headings and lists may be furniture too, after a read-also label its titles
    ended ||= whole.some((cue) => FURNITURE_CUES.has(cue) && !whole.includes('section'));
    const label = whole.includes('read-also');
    const more = [...(ended ? FURNITURE : []), ...(label || pointing ? READ_ALSO : [])];
    units.push({ unit, hint: hintOf(node, title, more), node });
    pointing = label;
    if (node.type === 'heading' && node.depth === 1) title = false;
    previous = last;
  }
  return { units, held };
}

const FURNITURE: readonly Role[] = ['furniture'];
const READ_ALSO: readonly Role[] = ['readalso'];

/** A paragraph is a quotation or an item only when it begins with a mark or bullet that Markdown does not know. */
const OWN_FORM = /^[^\p{L}\p{M}]/u;
const PLAIN: readonly Role[] = ROLES.filter((role) => role !== 'list' && role !== 'quote');

/** The roles that the form of a node leaves open; null: any. */
function hintOf(node: RootContent, title: boolean, more: readonly Role[]): Hint {
  switch (node.type) {
    case 'heading':
      if (node.depth === 1 && title) return ['headline'];
      return ['headline', 'subhead', 'section', ...more];
    case 'list':
      return ['list', ...more];
    case 'blockquote':
      return ['quote', 'pullquote'];
    case 'paragraph': {
      const { children } = node;
      if (children.every((child) => child.type === 'image' || child.type === 'break' || isBlank(child)))
        return ['body'];
      const [first] = children;
      return first?.type === 'text' && OWN_FORM.test(first.value) ? null : PLAIN;
    }
    default:
      return ['body'];
  }
}

function isBlank(node: Nodes): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** The text of a node without marks of emphasis; a line break is a space. No recursion: nesting is the author's. */
function plainOf(node: Nodes): string {
  const pieces: string[] = [];
  const stack: Nodes[] = [node];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'text' || next.type === 'inlineCode' || next.type === 'code') pieces.push(next.value);
    else if (next.type === 'image') pieces.push(next.alt ?? '');
    else if (next.type === 'break') pieces.push(' ');
    if ('children' in next) {
      if (next.type === 'paragraph' || next.type === 'listItem' || next.type === 'tableCell')
        pieces.push(' ');
      for (let index = next.children.length - 1; index >= 0; index--)
        stack.push(next.children[index] as Nodes);
    }
  }
  return pieces.join('').replace(/\s+/g, ' ').trim();
}
