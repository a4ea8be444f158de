/** Links: which addresses may stand in a page, and where links to other articles lead. */
import type { Element, ElementContent, Root } from 'hast';
import { stripControls } from './pictures.js';

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);
/** A link to the text of another article leads to its page. */
const ARTICLE = /\.(?:md|markdown|txt)(?=$|[?#])/i;

/** The address as it may be printed; null when its scheme is refused. Judged as the HTML parser reads it. */
export function safeAddress(address: string): string | null {
  const plain = stripControls(address).trim();
  const scheme = SCHEME.exec(plain)?.[1];
  if (scheme) return ALLOWED.has(scheme.toLowerCase()) ? plain : null;
  // `a:b` without a scheme's letters is no path either once a parser has read it.
  if (/^[^/?#]*:/.test(plain)) return null;
  return /^[/\\]{2}/.test(plain) ? plain : plain.replace(ARTICLE, '.html');
}

/** Checks every link of the tree, in place; a refused one leaves its words. */
export function settleLinks(root: Root, onUnsafe: (address: string) => void): void {
  const stack: (Root | Element)[] = [root];
  for (let parent = stack.pop(); parent; parent = stack.pop()) {
    let refused = false;
    for (const child of parent.children) {
      if (child.type !== 'element') continue;
      stack.push(child);
      const href = child.properties.href;
      if (child.tagName !== 'a' || typeof href !== 'string') continue;
      const address = href.startsWith('#') ? href : safeAddress(href);
      if (address === null) {
        onUnsafe(href);
        delete child.properties.href;
        refused = true;
      } else child.properties.href = address;
    }
    if (refused) unwrap(parent);
  }
}

function unwrap(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' && child.tagName === 'a' && child.properties.href === undefined
      ? child.children
      : [child],
  );
}
