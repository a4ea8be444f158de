/**
 * Keeps hostile or broken Markdown away from the parser, whose time grows with the square of some patterns and whose
 * stack with nesting. A block over a limit becomes a paragraph of plain text, word for word, and is reported.
 *
 * The block's place is held by a paragraph of one private character, so that lines keep their numbers; `restoreGuarded`
 * puts the text back into the tree.
 *
 * Limits (documented in docs/limits.md for editors; far above what people write):
 * - 1,000 delimiters in one passage without blank line, list mark or quotation mark
 * - 1,500 lines without a blank line between them
 * - 20 quotation and list marks at the head of one line, lists indented by 100 columns
 * - all in all 20,000 delimiters, marks and lines; beyond that only blocks that are mostly delimiters are affected
 */
import type { Root, RootContent } from 'mdast';
import { resolveReferences } from './markdown-references.js';

const DELIMITERS = 1_000;
const LINES = 1_500;
const NESTING = 20;
const INDENT = 100;
const TOTAL = 20_000;
/** Delimiters, marks and lines per character from which on a block is dense. */
const DENSE = 0.1;

/** Holds the place of a text; private use, never in an article (`guardMarkdown` gives up its own mark if it is). */
const MARK = '\ue0f5';

/** A text that a parser can read in linear time. */
export interface Guarded {
  /** What the parser may read: same lines, held blocks replaced. */
  readonly text: string;
  /** The blocks that were taken out, in order. */
  readonly held: readonly Held[];
}

/** A block that was too much. */
export interface Held {
  /** First line, from 1. */
  readonly line: number;
  readonly text: string;
  /** What was too much. */
  readonly reason: 'delimiters' | 'lines' | 'nesting' | 'total';
}

interface Line {
  readonly start: number;
  readonly end: number;
}

const FENCE = /^[ \t]*(?:`{3}|~{3})/;

/** Checks a Markdown text against the limits. Linear; the common case returns the text as it is. */
export function guardMarkdown(text: string): Guarded {
  const total = { weight: 0, limit: TOTAL + text.length / 50 };
  const held: { readonly reason: Held['reason']; readonly from: number; to: number }[] = [];
  for (const block of splitBlocks(text)) {
    const reason = judge(text, block, total);
    if (!reason) continue;
    const from = (block[0] as Line).start;
    const to = (block[block.length - 1] as Line).end;
    const last = held[held.length - 1];
    // Thousands of tiny blocks are one, or the places that hold them cost as much as they would.
    if (last?.reason === 'total' && reason === 'total' && from - last.to <= 8) last.to = to;
    else held.push({ reason, from, to });
  }
  if (held.length === 0)
    return { text: text.includes(MARK) ? text.replaceAll(MARK, '\ufffd') : text, held: [] };
  let guarded = '';
  let at = 0;
  let line = 1;
  const found: Held[] = [];
  for (const block of held) {
    const before = text.slice(at, block.from).replaceAll(MARK, '\ufffd');
    guarded += before;
    line += countLines(before);
    const own = text.slice(block.from, block.to);
    const lines = countLines(own);
    guarded += MARK + '\n'.repeat(lines);
    found.push({ line, text: own, reason: block.reason });
    line += lines;
    at = block.to;
  }
  return { text: guarded + text.slice(at).replaceAll(MARK, '\ufffd'), held: found };
}

/** Blocks between blank lines and fences. Code is judged too: what is held inside a fence comes back as it was. */
function* splitBlocks(text: string): Generator<Line[]> {
  let block: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    let end = text.indexOf('\n', start);
    if (end < 0) end = text.length;
    if (isBlank(text, start, end) || FENCE.test(text.slice(start, Math.min(end, start + 8)))) {
      if (block.length > 0) yield block;
      block = [];
    } else block.push({ start, end });
    start = end + 1;
  }
  if (block.length > 0) yield block;
}

function isBlank(text: string, start: number, end: number): boolean {
  for (let index = start; index < end; index++) {
    const code = text.charCodeAt(index);
    if (code !== 0x20 && code !== 0x09 && code !== 0x0d) return false;
  }
  return true;
}

/** Why a block may not be parsed; null when it may. Adds its weight to the total. */
function judge(
  text: string,
  block: readonly Line[],
  total: { weight: number; limit: number },
): Held['reason'] | null {
  if (block.length > LINES) return 'lines';
  let passage = 0;
  let weight = block.length * 2;
  for (const { start, end } of block) {
    const head = readHead(text, start, end);
    if (head.marks > NESTING || (head.marks > 0 && head.indent > INDENT)) return 'nesting';
    weight += head.marks * 3;
    if (head.marks > 0) passage = 0;
    const delimiters = countDelimiters(text, head.end, end);
    passage += delimiters;
    weight += delimiters;
    if (passage > DELIMITERS) return 'delimiters';
  }
  const first = block[0] as Line;
  const last = block[block.length - 1] as Line;
  if (total.weight + weight > total.limit && weight / (last.end - first.start + 1) > DENSE) return 'total';
  total.weight += weight;
  return null;
}

/** The quotation and list marks that open a line, the column where they begin, and where they end. */
function readHead(text: string, start: number, end: number): { marks: number; indent: number; end: number } {
  let marks = 0;
  let indent = -1;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === 0x20 || code === 0x09) {
      at++;
      continue;
    }
    let next = at + 1;
    if (code >= 0x30 && code <= 0x39) {
      while (next < end && next < at + 9 && isDigit(text.charCodeAt(next))) next++;
      const stop = text.charCodeAt(next);
      if (stop !== 0x2e && stop !== 0x29) break;
      next++;
    } else if (code !== 0x3e && code !== 0x2d && code !== 0x2a && code !== 0x2b) break;
    if (code !== 0x3e && next < end && text.charCodeAt(next) !== 0x20 && text.charCodeAt(next) !== 0x09)
      break;
    if (indent < 0) indent = at - start;
    marks++;
    at = next;
  }
  return { marks, indent, end: at };
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** `! & * : @ [ \ ] _ ` | ~ <` and a pair of letters `ww`: what the parser looks at twice. */
function countDelimiters(text: string, start: number, end: number): number {
  let count = 0;
  for (let index = start; index < end; index++) {
    switch (text.charCodeAt(index)) {
      case 0x21:
      case 0x26:
      case 0x2a:
      case 0x3a:
      case 0x3c:
      case 0x40:
      case 0x5b:
      case 0x5c:
      case 0x5d:
      case 0x5f:
      case 0x60:
      case 0x7c:
      case 0x7e:
        count++;
        break;
      case 0x77:
        if (text.charCodeAt(index + 1) === 0x77) count++;
        break;
      default:
    }
  }
  return count;
}

function countLines(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return count;
}

/**
 * Makes the parsed tree whole, in place: the held texts come back, as plain text where the tree has text, as they were
 * inside code; then every reference gets what it refers to.
 */
export function restoreGuarded(root: Root, { held }: Guarded): Root {
  if (held.length > 0) putBack(root, held);
  return resolveReferences(root);
}

function putBack(root: Root, held: readonly Held[]): void {
  let next = 0;
  const stack: RootContent[] = [...root.children].reverse();
  for (let node = stack.pop(); node && next < held.length; node = stack.pop()) {
    if ('value' in node && node.value.includes(MARK)) {
      const plain = node.type === 'text';
      node.value = node.value.replace(PLACE, () => {
        const text = held[next++]?.text ?? '';
        return (plain ? text.replace(/[ \t]*[\r\n][ \t\r\n]*/g, ' ').trim() : text).replaceAll(
          MARK,
          '\ufffd',
        );
      });
    } else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push(node.children[index] as RootContent);
    }
  }
}

/** The place of a held text and, inside code, of its lines. */
const PLACE = new RegExp(`${MARK}\\n*`, 'g');
