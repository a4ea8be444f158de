/** Footnotes that a block refers to; its references carry them (`extract/parse/markdown-references.ts`). */
import type { FootnoteDefinition, Nodes } from 'mdast';

/** All footnotes of a block in the order of their references, those of footnotes included, each once. */
export function footnotesOf(block: Nodes): FootnoteDefinition[] {
  const found = new Set<FootnoteDefinition>();
  const stack: Nodes[] = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'footnoteReference') {
      const definition = (node.data as { definition?: FootnoteDefinition } | undefined)?.definition;
      if (definition && !found.has(definition)) {
        found.add(definition);
        stack.push(definition);
      }
    } else if ('children' in node) {
      for (let index = node.children.length - 1; index >= 0; index--)
        stack.push(node.children[index] as Nodes);
    }
  }
  return [...found];
}
