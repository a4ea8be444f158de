/** Pictures that an article names: only files beside it, inside `articles/`, of kinds that cannot carry a script. */
import type { PhrasingContent, RootContent } from 'mdast';

const ROOT = 'articles';
const KINDS = /\.(?:jpe?g|png|webp|avif|gif)$/i;
const SCHEME = /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i;

/** Path of a picture relative to the site's root, or why it cannot be used. */
export type Resolved = { readonly path: string } | { readonly problem: 'remote' | 'outside' | 'kind' };

/** Resolves the address of a picture against the article that names it. */
export function resolvePicture(article: string, address: string): Resolved {
  const plain = decode(stripControls(address).trim());
  if (plain === null) return { problem: 'outside' };
  if (SCHEME.test(plain)) return { problem: 'remote' };
  if (/^[\\/]|\\/.test(plain)) return { problem: 'outside' };
  const parts = article.split('/').slice(0, -1);
  for (const part of plain.replace(/[?#].*$/s, '').split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..') parts.pop();
    else if (part.startsWith('.')) return { problem: 'outside' };
    else parts.push(part);
    if (parts[0] !== ROOT) return { problem: 'outside' };
  }
  const path = parts.join('/').normalize('NFC');
  return KINDS.test(path) ? { path } : { problem: 'kind' };
}

/** What an HTML parser strips from an address before it looks at the scheme. */
export function stripControls(address: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are stripped
  return address.replace(/[\u0000-\u001f\u007f]/g, '');
}

function decode(address: string): string | null {
  try {
    return decodeURIComponent(address);
  } catch {
    return address.includes('%00') ? null : address;
  }
}

/** A picture in Markdown, its address not yet resolved. */
export interface NamedPicture {
  readonly address: string;
  readonly alt: string;
  readonly caption: string | null;
}

/** A block without its pictures (null when nothing is left), and the pictures. */
export interface Parted {
  readonly node: RootContent | null;
  readonly pictures: readonly NamedPicture[];
}

type Addresses = ReadonlyMap<string, { readonly url: string; readonly title?: string | null | undefined }>;

interface AnyNode {
  type: string;
  children?: AnyNode[];
}

/** Whether a tree holds a picture. No recursion: a tree may be as deep as its text is long. */
function hasPicture(node: AnyNode): boolean {
  const stack: AnyNode[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.type === 'image' || next.type === 'imageReference') return true;
    if (next.children) for (const child of next.children) stack.push(child);
  }
  return false;
}

/**
 * Takes the pictures out of a block. Remote ones stay as links: nothing is fetched, nothing is lost.
 * The tree that was given stays as it is.
 */
export function partPictures(node: RootContent, definitions: Addresses): Parted {
  if (!hasPicture(node)) return { node, pictures: [] };
  const pictures: NamedPicture[] = [];
  const rest = withoutPictures(node, definitions, pictures) as RootContent | null;
  return { node: rest, pictures };
}

function withoutPictures(node: AnyNode, definitions: Addresses, pictures: NamedPicture[]): AnyNode | null {
  const mdast = node as RootContent | PhrasingContent;
  if (mdast.type === 'image' || mdast.type === 'imageReference') {
    const target = mdast.type === 'image' ? mdast : definitions.get(mdast.identifier.toUpperCase());
    if (!target) return { type: 'text', value: mdast.alt ?? '' } as AnyNode;
    const alt = mdast.alt ?? '';
    if (SCHEME.test(stripControls(target.url).trim())) {
      return {
        type: 'link',
        url: target.url,
        title: null,
        children: [{ type: 'text', value: alt || target.url } as AnyNode],
      } as AnyNode;
    }
    pictures.push({ address: target.url, alt, caption: target.title ?? null });
    return null;
  }
  if (!node.children) return node;
  const children = node.children.flatMap((child) => withoutPictures(child, definitions, pictures) ?? []);
  return children.some((child) => !isBlank(child)) ? { ...node, children } : null;
}

function isBlank(node: AnyNode): boolean {
  return (
    node.type === 'break' ||
    (node.type === 'text' && !/\S/.test((node as unknown as { value: string }).value))
  );
}
