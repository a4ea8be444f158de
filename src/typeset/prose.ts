/**
 * Blocks of an article → HTML, once: mdast → hast (remark-rehype) → safe links → isolated runs → allow-list
 * (rehype-sanitize, the last step that could meet anything unsafe) → string (rehype-stringify).
 */
import type { Element, ElementContent, Root as HastRoot } from 'hast';
import type { Root as MdastRoot, RootContent } from 'mdast';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { Direction, Lang } from '../model.js';
import { dropControls } from './bidi/isolate.js';
import { isolateTree } from './bidi/isolate-tree.js';
import { labelsFor } from './labels.js';
import { settleLinks } from './links.js';
import { setTable } from './tables.js';
import { setVerse } from './verse.js';

/** How a block is set. `depth`: level of a subhead. */
export type Setting =
  | { readonly kind: 'plain' }
  | { readonly kind: 'paragraph'; readonly id: string; readonly note: boolean }
  | { readonly kind: 'subhead'; readonly depth: 2 | 3 | 4 }
  | { readonly kind: 'quote'; readonly attribution: string | null }
  | { readonly kind: 'verse'; readonly text: string };

/** A block with how it is set. */
export interface ProseBlock {
  readonly node: RootContent;
  readonly setting: Setting;
}

/** What all blocks of an article have in common. */
export interface ProseOptions {
  readonly lang: Lang;
  readonly dir: Direction;
  /** Definitions of links and footnotes that the blocks refer to. */
  readonly definitions: readonly RootContent[];
  /** Told about every address that was refused. */
  readonly onUnsafeLink: (address: string) => void;
}

const attributes = defaultSchema.attributes ?? {};

/** What may be printed. No picture, form, frame, style or raw HTML; addresses of four schemes and relative ones. */
const SCHEMA = {
  ...defaultSchema,
  // Ids come from footnotes alone, and carry the prefix of remark-rehype already.
  clobberPrefix: '',
  tagNames: (
    'a bdi bdo blockquote br code del div em footer h2 h3 h4 h5 h6 hr input li ol p pre s section span strong sub sup ' +
    'table tbody td tfoot th thead tr ul'
  ).split(' '),
  attributes: {
    ...attributes,
    '*': ['id', 'dir', 'lang'],
    a: [
      'href',
      'ariaLabel',
      'ariaDescribedBy',
      'dataFootnoteBackref',
      'dataFootnoteRef',
      ['className', 'data-footnote-backref'],
    ],
    code: [['className', /^language-[\w+#.-]{1,30}$/]],
    div: [['className', 'verse', 'table'], ['role', 'region'], ['tabIndex', 0], 'ariaLabel'],
    p: [['className', 'note', 'bayt']],
    span: [['className', 'hemistich']],
    ol: ['start', ['className', 'contains-task-list']],
    td: ['align', 'colSpan', 'rowSpan', ['className', 'number']],
    th: ['align', 'colSpan', 'rowSpan', 'scope', ['className', 'number']],
  },
  protocols: { href: ['http', 'https', 'mailto', 'tel'] },
} as typeof defaultSchema;

const sanitizer = unified().use(rehypeSanitize, SCHEMA).freeze();
const writer = unified().use(rehypeStringify).freeze();
const converters = new Map<string, (root: MdastRoot) => HastRoot>();

function converterFor(lang: Lang): (root: MdastRoot) => HastRoot {
  const known = converters.get(lang);
  if (known) return known;
  const { footnotes, back } = labelsFor(lang);
  const processor = unified()
    .use(remarkRehype, { clobberPrefix: 'note-', footnoteLabel: footnotes, footnoteBackLabel: () => back })
    .freeze();
  const convert = (root: MdastRoot) => processor.runSync(root) as HastRoot;
  if (converters.size < 64) converters.set(lang, convert);
  return convert;
}

/** HTML of each block, and of the footnotes at the end (empty without any). Ids are set after the allow-list. */
export function proseHtml(
  blocks: readonly ProseBlock[],
  options: ProseOptions,
): { html: string[]; notes: string } {
  const slots = blocks.map(({ node }) => ({ type: 'slot', children: [node] }) as unknown as RootContent);
  const root: MdastRoot = { type: 'root', children: [...slots, ...options.definitions] };
  const hast = converterFor(options.lang)(root);
  const labels = labelsFor(options.lang);
  const elements = hast.children.filter((child) => child.type === 'element');
  elements.forEach((element, index) => {
    const block = blocks[index];
    if (block) element.children = setBlock(element.children, block.setting, options.dir, labels.table);
  });
  cleanText(hast);
  settleLinks(hast, options.onUnsafeLink, labels.elsewhere);
  isolateTree(hast, options.dir);
  const safe = sanitizer.runSync(hast) as HastRoot;
  const printed = safe.children.filter((child) => child.type === 'element');
  const html = printed.slice(0, blocks.length).map((element, index) => {
    const setting = blocks[index]?.setting;
    if (setting?.kind === 'paragraph') identify(element, setting.id);
    return writer.stringify({ type: 'root', children: element.children });
  });
  const rest = printed.slice(blocks.length);
  return { html, notes: rest.length > 0 ? writer.stringify({ type: 'root', children: rest }) : '' };
}

function identify(slot: Element, id: string): void {
  const paragraph = slot.children.find((child) => child.type === 'element' && child.tagName === 'p');
  if (paragraph?.type === 'element') paragraph.properties = { id, ...paragraph.properties };
}

/** Takes bidi controls out of every text of the tree. */
function cleanText(root: HastRoot): void {
  const stack: (HastRoot | ElementContent)[] = [root];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === 'text') node.value = dropControls(node.value);
    else if (node.type === 'root' || node.type === 'element') {
      for (const child of node.children) stack.push(child as ElementContent);
    }
  }
}

const element = (
  tagName: string,
  properties: Element['properties'],
  children: ElementContent[],
): Element => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** Gives the elements of a block the form that its role asks for. */
function setBlock(
  children: ElementContent[],
  setting: Setting,
  dir: Direction,
  table: string,
): ElementContent[] {
  const own = children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
  const form = own.map((child) => (child.type === 'element' ? setElement(child, dir, table) : child));
  const inner = () =>
    form.flatMap((child) => (isElement(child, 'p') || isHeading(child) ? child.children : [child]));
  switch (setting.kind) {
    case 'paragraph': {
      const note = setting.note ? { className: ['note'] } : {};
      return form.map((child) =>
        isHeading(child) || isElement(child, 'p') ? element('p', note, child.children) : child,
      );
    }
    case 'subhead':
      return [element(`h${setting.depth}`, {}, inner())];
    case 'quote': {
      const quoted = form
        .flatMap((child) => (isElement(child, 'blockquote') ? child.children : [child]))
        .filter((child) => child.type !== 'text' || child.value !== '\n');
      const blocks = quoted.some((child) => child.type === 'text' && child.value.trim() !== '')
        ? [element('p', {}, quoted)]
        : quoted;
      if (setting.attribution) {
        blocks.push(element('footer', {}, [{ type: 'text', value: setting.attribution }]));
      }
      return [element('blockquote', {}, blocks)];
    }
    case 'verse':
      return [setVerse(setting.text)];
    default:
      return form;
  }
}

function isElement(node: ElementContent, tagName: string): node is Element {
  return node.type === 'element' && node.tagName === tagName;
}

function isHeading(node: ElementContent): node is Element {
  return node.type === 'element' && /^h[1-6]$/.test(node.tagName);
}

/** Code runs left to right; a table sits in a box of this name that a theme can let scroll. */
function setElement(node: Element, dir: Direction, table: string): ElementContent {
  directCode(node, dir);
  if (node.tagName === 'table') return setTable(node, table);
  // The headline is the h1 of the page.
  if (node.tagName === 'h1') node.tagName = 'h2';
  return node;
}

function directCode(node: Element, dir: Direction): void {
  if (dir === 'ltr') return;
  const stack: Element[] = [node];
  for (let next = stack.pop(); next; next = stack.pop()) {
    if (next.tagName === 'code' || next.tagName === 'pre') {
      next.properties = { ...next.properties, dir: 'ltr' };
      if (next.tagName === 'pre') continue;
    }
    for (const child of next.children) if (child.type === 'element') stack.push(child);
  }
}
