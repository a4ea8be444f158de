/** Links: which addresses may stand in a page, and where links to other articles lead. */
import type { Element, ElementContent, Root } from 'hast';
import { stripControls } from './pictures.js';

const SCHEME = /^([a-z][a-z\d+.-]*):/i;
const ALLOWED = new Set(['http', 'https', 'mailto', 'tel']);
/** A link to the text of another article leads to its page. */
const ARTICLE = /\.(?:md|markdown|txt)(?=$|[?#])/i;

/** The address as it may be printed; null when its scheme is refused. Judged as the HTML parser reads it. */
function safeAddress(address: string): string | null {
  const plain = stripControls(address).trim();
  const scheme = SCHEME.exec(plain)?.[1];
  if (scheme) return ALLOWED.has(scheme.toLowerCase()) ? plain : null;
  // `a:b` without a scheme's letters is no path either once a parser has read it.
  if (/^[^/?#]*:/.test(plain)) return null;
  return /^[/\\]{2}/.test(plain) ? plain : plain.replace(ARTICLE, '.html');
}

/**
 * Checks every link of the tree, in place; a refused one leaves its words. A link to another site says so to those who
 * hear it: `elsewhere` follows its words in its name.
 */
export function settleLinks(root: Root, onUnsafe: (address: string) => void, elsewhere: string): void {
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
      } else {
        child.properties.href = address;
        const words = /^https?:/i.test(address) ? wordsOf(child) : '';
        if (words !== '') child.properties.ariaLabel = words + elsewhere;
      }
    }
    if (refused) unwrap(parent);
  }
}

/** The words of a link; none when it holds a picture, has a name already, or is longer than a name may be. */
function wordsOf(link: Element): string {
  if (link.properties.ariaLabel !== undefined) return '';
  let words = '';
  const stack: ElementContent[] = [...link.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') words += node.value;
    else if (node.type === 'element') {
      if (node.tagName === 'img') return '';
      for (const child of [...node.children].reverse()) stack.push(child);
    }
    if (words.length > MOST_LETTERS) return '';
  }
  return words.replace(/\s+/g, ' ').trim();
}
const MOST_LETTERS = 200;

function unwrap(parent: Root | Element): void {
  parent.children = (parent.children as ElementContent[]).flatMap((child) =>
    child.type === 'element' && child.tagName === 'a' && child.properties.href === undefined
      ? child.children
      : [child],
  );
}
