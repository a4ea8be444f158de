/**
 * Markdown names addresses and footnotes far from where they are used. Blocks travel alone from here on, so every
 * reference gets what it refers to: links and pictures their address, footnotes their text.
 */
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  Image,
  Link,
  Nodes,
  Parents,
  Root,
} from 'mdast';

/** A footnote reference that carries its footnote. */
export interface BoundFootnote extends FootnoteReference {
  readonly data: NonNullable<FootnoteReference['data']> & { readonly definition: FootnoteDefinition };
}

/** Resolves the references of a tree, in place. No recursion: a tree may be as deep as its text is long. */
export function resolveReferences(root: Root): Root {
  const definitions = new Map<string, Definition>();
  const footnotes = new Map<string, FootnoteDefinition>();
  walk(root, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
    if (node.type === 'footnoteDefinition' && !footnotes.has(node.identifier))
      footnotes.set(node.identifier, node);
  });
  if (definitions.size === 0 && footnotes.size === 0) return root;
  walk(root, (node) => {
    if (!('children' in node)) return;
    const children = node.children as Nodes[];
    children.forEach((child, index) => {
      const found = resolve(child, definitions, footnotes);
      if (found) children[index] = found;
    });
  });
  return root;
}

function resolve(
  node: Nodes,
  definitions: ReadonlyMap<string, Definition>,
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): Nodes | null {
  if (node.type === 'footnoteReference') {
    const definition = footnotes.get(node.identifier);
    return definition ? ({ ...node, data: { ...node.data, definition } } as BoundFootnote) : null;
  }
  if (node.type !== 'linkReference' && node.type !== 'imageReference') return null;
  const definition = definitions.get(node.identifier);
  if (!definition) return null;
  const target = { url: definition.url, title: definition.title ?? null };
  const place = node.position ? { position: node.position } : {};
  return node.type === 'linkReference'
    ? ({ type: 'link', ...target, children: node.children, ...place } satisfies Link)
    : ({ type: 'image', ...target, alt: node.alt ?? '', ...place } satisfies Image);
}

/** Visits every node once, in the order of the text. */
function walk(root: Root, visit: (node: Nodes) => void): void {
  const stack: Nodes[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    visit(node);
    if (!('children' in node)) continue;
    const { children } = node as Parents;
    for (let index = children.length - 1; index >= 0; index--) stack.push(children[index] as Nodes);
  }
}
