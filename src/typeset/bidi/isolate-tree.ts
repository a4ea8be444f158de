/**
 * Isolates bidi runs in an HTML tree, after Markdown became HTML and before it is sanitized. Runs are found in the text
 * of a whole line of inline elements, so that a name that is half bold is still one name.
 */
import type { Element, ElementContent, Root, RootContent, Text } from 'hast';
import type { Direction } from '../../model.js';
import { foreignBlock } from './foreign.js';
import { isolationSpans } from './isolate.js';

type Parent = Root | Element;
type Child = ElementContent | RootContent;

/** Elements of a line whose text is read together with the text around them. */
const INLINE = new Set(['a', 'em', 'strong', 'del', 's', 'b', 'i', 'u', 'span', 'cite', 'mark', 'small']);
/** Elements that are one object in the line, whatever is in them. */
const ATOMS = new Set(['code', 'img', 'sup', 'sub', 'input', 'bdi', 'wbr']);
/** Elements whose text is a paragraph, and may have a direction of its own. */
const BLOCKS = new Set(['p', 'li', 'blockquote', 'td', 'th', 'h2', 'h3', 'h4', 'footer']);
/** Stands for an object in the line; ends every run. */
const OBJECT = '\ufffc';
const LINE_END = '\u2029';

interface Leaf {
  node: Text;
  parent: Parent;
  start: number;
  end: number;
}

/** Wraps the runs that need it in `bdi`, in place. */
export function isolateTree(root: Root | Element, base: Direction): void {
  const stack: { node: Parent; base: Direction }[] = [{ node: root, base }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const blocks: Element[] = [];
    isolateLines(next.node, next.base, blocks);
    for (const block of blocks) {
      const dir = block.properties.dir;
      if (block.tagName === 'code' || block.tagName === 'pre' || block.tagName === 'bdi') continue;
      stack.push({ node: block, base: dir === 'ltr' || dir === 'rtl' ? dir : next.base });
    }
  }
}

/** The lines of one block: its text with inline elements, cut at the blocks inside it, which are collected. */
function isolateLines(block: Parent, base: Direction, blocks: Element[]): void {
  let leaves: Leaf[] = [];
  let text = '';
  const flush = () => {
    if (leaves.length > 0) isolateLine(text, leaves, directBlock(block, base, text));
    leaves = [];
    text = '';
  };
  // Depth first, in the order of the text, without recursion.
  const stack: { node: Child; parent: Parent }[] = [];
  const enter = (parent: Parent) => {
    for (let index = parent.children.length - 1; index >= 0; index--) {
      stack.push({ node: parent.children[index] as Child, parent });
    }
  };
  enter(block);
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, parent } = next;
    if (node.type === 'text') {
      leaves.push({ node, parent, start: text.length, end: text.length + node.value.length });
      text += node.value;
    } else if (node.type === 'element') {
      if (INLINE.has(node.tagName)) enter(node);
      else if (node.tagName === 'br') text += LINE_END;
      else if (ATOMS.has(node.tagName)) text += OBJECT;
      else {
        flush();
        blocks.push(node);
      }
    }
  }
  flush();
}

/** A paragraph in a left-to-right language says so; the direction of its line. */
function directBlock(block: Parent, base: Direction, text: string): Direction {
  if (base === 'ltr' || block.type === 'root' || !BLOCKS.has(block.tagName) || block.properties.dir)
    return base;
  const foreign = foreignBlock(text);
  if (!foreign) return base;
  block.properties = { ...block.properties, ...foreign };
  return 'ltr';
}

function isolateLine(text: string, leaves: readonly Leaf[], base: Direction): void {
  const spans = isolationSpans(text, base);
  if (spans.length === 0) return;
  const pieces = cutLeaves(leaves, spans);
  let at = 0;
  for (const { start, end, dir, tag } of spans) {
    while (at < pieces.length && (pieces[at] as Leaf).end <= start) at++;
    const from = at;
    while (at < pieces.length && (pieces[at] as Leaf).end <= end) at++;
    const first = pieces[from];
    const last = pieces[at - 1];
    if (!first || !last || at <= from) continue;
    const properties = dir ? { dir } : {};
    if (at - from === 1) {
      const { value } = first.node;
      const element = first.node as unknown as Element;
      delete (first.node as Partial<Text>).value;
      Object.assign(element, {
        type: 'element',
        tagName: tag,
        properties,
        children: [{ type: 'text', value }],
      });
    } else wrap(first, last, tag, properties);
  }
}

/** Splits the texts at the borders of the spans; each parent's children are rebuilt once. */
function cutLeaves(leaves: readonly Leaf[], spans: readonly { start: number; end: number }[]): Leaf[] {
  const borders = spans.flatMap(({ start, end }) => [start, end]);
  const replaced = new Map<Parent, Map<Child, Text[]>>();
  const pieces: Leaf[] = [];
  let border = 0;
  for (const leaf of leaves) {
    let from = leaf.start;
    const parts: Text[] = [];
    while (border < borders.length && (borders[border] as number) <= leaf.start) border++;
    for (let next = border; next < borders.length && (borders[next] as number) < leaf.end; next++) {
      const to = borders[next] as number;
      if (to > from) parts.push(part(leaf, from, to, pieces));
      from = to;
      border = next;
    }
    if (from === leaf.start) {
      pieces.push(leaf);
      continue;
    }
    parts.push(part(leaf, from, leaf.end, pieces));
    const known = replaced.get(leaf.parent) ?? new Map<Child, Text[]>();
    known.set(leaf.node, parts);
    replaced.set(leaf.parent, known);
  }
  for (const [parent, known] of replaced) {
    parent.children = (parent.children as Child[]).flatMap(
      (child) => known.get(child) ?? [child],
    ) as Element['children'];
  }
  return pieces;
}

function part(leaf: Leaf, from: number, to: number, pieces: Leaf[]): Text {
  const node: Text = { type: 'text', value: leaf.node.value.slice(from - leaf.start, to - leaf.start) };
  pieces.push({ node, parent: leaf.parent, start: from, end: to });
  return node;
}

/**
 * Wraps a run that goes over element borders, when whole elements of one parent hold it. A run that begins or ends in the
 * middle of an element is left as it is: two isolates would take its word apart.
 */
function wrap(first: Leaf, last: Leaf, tagName: string, properties: Element['properties']): void {
  for (const parent of [last.parent, first.parent]) {
    const from = parent.children.findIndex((child) => edge(child as Child, 'first') === first.node);
    const to = parent.children.findLastIndex((child) => edge(child as Child, 'last') === last.node);
    if (from < 0 || to < from) continue;
    const inner = parent.children.slice(from, to + 1) as ElementContent[];
    parent.children.splice(from, to - from + 1, {
      type: 'element',
      tagName,
      properties,
      children: inner,
    });
    return;
  }
}

/** First or last text of a node. */
function edge(node: Child, side: 'first' | 'last'): Child {
  let at = node;
  while (at.type === 'element' && INLINE.has(at.tagName) && at.children.length > 0) {
    at = (side === 'first' ? at.children[0] : at.children[at.children.length - 1]) as Child;
  }
  return at;
}
