/** The body of an article: its blocks in reading order become segments, prose as finished HTML. */
import type { FootnoteDefinition, RootContent } from 'mdast';
import { fold } from '../fold.js';
import type {
  Block,
  Body,
  Diagnostic,
  Direction,
  Extraction,
  PictureRef,
  Segment,
  Source,
} from '../model.js';
import { foreignBlock } from './bidi/foreign.js';
import { dropControls, isolateHtml, scan, UNWANTED } from './bidi/isolate.js';
import { footnotesOf } from './footnotes.js';
import { textFragment } from './fragment.js';
import { type NamedPicture, partPictures, resolvePicture } from './pictures.js';
import { type ProseBlock, proseHtml, type Setting } from './prose.js';

/** A segment, or a block whose HTML is made together with the others'. */
type Part =
  | { readonly kind: 'html'; readonly html: string }
  | { readonly kind: 'prose'; readonly block: ProseBlock }
  | { readonly kind: 'segment'; readonly segment: Segment };

/** A body, and what else came to light while it was set. */
export interface BodyResult {
  readonly body: Body;
  /** A picture that stands before all text: it leads the article and is not repeated in the body. */
  readonly picture: PictureRef | null;
  /** Texts of the paragraphs in order. */
  readonly paragraphs: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Sets the body. `hasPicture`: the article's header names its picture already. */
export function setBody(source: Source, extraction: Extraction, hasPicture: boolean): BodyResult {
  const setter = new BodySetter(source, extraction);
  for (const block of extraction.article.blocks) setter.add(block);
  return setter.finish(hasPicture);
}

/** The kinds of blocks that are text to be found and read aloud. */
const TEXT = new Set<Block['type']>(['paragraph', 'subhead', 'quote', 'list', 'verse', 'table', 'note']);

class BodySetter {
  private readonly source: Source;
  private readonly blocks: readonly Block[];
  private readonly lang: string;
  private readonly dir: Direction;
  private readonly parts: Part[] = [];
  private readonly plain: string[] = [];
  private readonly paragraphs: string[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  /** Index of the next block. */
  private at = 0;
  private readonly ids: (string | null)[];
  private readonly definitions: RootContent[] = [];
  private readonly addresses = new Map<string, { url: string; title?: string | null | undefined }>();

  constructor(source: Source, { article }: Extraction) {
    this.source = source;
    this.blocks = article.blocks;
    this.lang = article.lang;
    this.dir = article.dir;
    let count = 0;
    this.ids = article.blocks.map((block) =>
      block.type === 'paragraph' || block.type === 'note' ? `p-${++count}` : null,
    );
    for (const { node } of article.blocks) {
      if (node.type === 'definition') {
        this.definitions.push(node);
        this.addresses.set(node.identifier.toUpperCase(), node);
      } else if (node.type === 'footnoteDefinition') this.addFootnote(node);
    }
  }

  add(block: Block): void {
    const index = this.blocks.indexOf(block, Math.max(0, this.at));
    this.at = index + 1;
    const flags = TEXT.has(block.type) ? this.addPlain(block) : UNWANTED;
    switch (block.type) {
      case 'pullquote':
        this.addPullQuote(block);
        break;
      case 'readalso':
        this.addReadAlso(block.label, block.text);
        break;
      case 'caption':
        this.addCaption(dropControls(block.text), block.credit);
        break;
      default:
        this.addProse(block, this.ids[index] ?? null, flags);
    }
  }

  finish(hasPicture: boolean): BodyResult {
    const first = this.parts[0];
    let picture: PictureRef | null = null;
    if (
      !hasPicture &&
      first?.kind === 'segment' &&
      first.segment.kind === 'figure' &&
      first.segment.picture
    ) {
      picture = first.segment.picture;
      this.parts.shift();
    }
    const { corrections } = { ...this.source.header, ...this.source.sideCar };
    const body: Body = {
      segments: this.segments(),
      plain: this.plain.join('\n'),
      ...(corrections && corrections.length > 0 ? { corrections } : {}),
    };
    return { body, picture, paragraphs: this.paragraphs, diagnostics: this.diagnostics };
  }

  /** Neighbouring prose becomes one segment. */
  private segments(): Segment[] {
    const blocks = this.parts.flatMap((part) => (part.kind === 'prose' ? [part.block] : []));
    const { html, notes } =
      blocks.length > 0
        ? proseHtml(blocks, {
            lang: this.lang,
            dir: this.dir,
            definitions: this.definitions,
            onUnsafeLink: (address) =>
              this.report(
                'unsafe-link',
                'warning',
                null,
                'This address may not stand in a page; its words stay, the link goes.',
                address,
              ),
          })
        : { html: [], notes: '' };
    const segments: Segment[] = [];
    let prose: string[] = [];
    let next = 0;
    const flush = () => {
      if (prose.length > 0) segments.push({ kind: 'prose', html: prose.join('\n') });
      prose = [];
    };
    for (const part of this.parts) {
      const text = part.kind === 'html' ? part.html : part.kind === 'prose' ? (html[next++] ?? '') : null;
      if (text) prose.push(text);
      else if (part.kind === 'segment') {
        flush();
        segments.push(part.segment);
      }
    }
    if (notes) prose.push(notes);
    flush();
    return segments;
  }

  /** The text of a block for search; returns what `scan` found in it. */
  private addPlain(block: Block): number {
    const flags = scan(block.text);
    let text = block.text.trim();
    if (flags & UNWANTED) {
      text = dropControls(text);
      if (block.type === 'paragraph' || block.type === 'note') text = oneLine(text);
    }
    if (text) this.plain.push(text);
    if (block.type === 'paragraph') this.paragraphs.push(text);
    return flags;
  }

  private addProse(block: Block, id: string | null, flags: number): void {
    if (block.node.type === 'definition' || block.node.type === 'footnoteDefinition') return;
    if (block.node.type === 'html') {
      this.report(
        'html-dropped',
        'warning',
        block.line,
        'Markup in Markdown is not published. Write it as Markdown or as text.',
        block.node.value,
      );
      return;
    }
    const fast = id === null ? null : plainParagraph(block, id, this.dir, flags);
    if (fast !== null) {
      this.parts.push({ kind: 'html', html: fast });
      return;
    }
    for (const footnote of footnotesOf(block.node)) this.addFootnote(footnote);
    const { node, pictures } = partPictures(block.node, this.addresses);
    if (node)
      this.parts.push({ kind: 'prose', block: { node, setting: settingOf(block, id, this.source.lines) } });
    for (const picture of pictures) this.addPicture(picture, block.line);
  }

  private addFootnote(footnote: FootnoteDefinition): void {
    const known = this.definitions.some(
      (node) => node.type === 'footnoteDefinition' && node.identifier === footnote.identifier,
    );
    if (!known) this.definitions.push(footnote);
  }

  private addPicture({ address, alt, caption }: NamedPicture, line: number): void {
    const found = resolvePicture(this.source.path, address);
    if ('problem' in found) {
      this.report('picture-refused', 'warning', line, PROBLEMS[found.problem], address);
      return;
    }
    const captionHtml = caption ? isolateHtml(dropControls(caption), this.dir) : null;
    const picture = { path: found.path, alt: dropControls(alt), caption, credit: null };
    this.parts.push({ kind: 'segment', segment: { kind: 'figure', picture, captionHtml, credit: null } });
  }

  private addCaption(text: string, credit: string | null): void {
    const last = this.parts[this.parts.length - 1];
    const captionHtml = isolateHtml(text, this.dir);
    const own = credit === null ? null : dropControls(credit);
    if (
      last?.kind === 'segment' &&
      last.segment.kind === 'figure' &&
      last.segment.picture &&
      !last.segment.captionHtml
    ) {
      const picture = { ...last.segment.picture, caption: text, credit: own };
      this.parts[this.parts.length - 1] = {
        kind: 'segment',
        segment: { ...last.segment, picture, captionHtml, credit: own },
      };
    } else
      this.parts.push({
        kind: 'segment',
        segment: { kind: 'figure', picture: null, captionHtml, credit: own },
      });
  }

  private addPullQuote(block: Extract<Block, { type: 'pullquote' }>): void {
    const text = oneLine(dropControls(block.text).trim());
    const held = block.source ? this.blocks[block.source.block] : undefined;
    const anchor = block.source ? (this.ids[block.source.block] ?? null) : null;
    const before = () => (block.source ? this.textBefore(block.source.block) : '');
    const segment: Segment = {
      kind: 'pull-quote',
      html: isolateHtml(text, this.dir),
      text,
      anchor,
      fragment: held ? textFragment(text, dropControls(held.text), before) : null,
      attribution: block.attribution === null ? null : dropControls(block.attribution),
    };
    this.parts.push({ kind: 'segment', segment });
  }

  private textBefore(index: number): string {
    return this.blocks
      .slice(0, index)
      .filter((block) => TEXT.has(block.type))
      .map((block) => block.text)
      .join(' ');
  }

  private addReadAlso(label: string | null, text: string): void {
    const title = oneLine(dropControls(text).trim());
    const last = this.parts[this.parts.length - 1];
    if (
      last?.kind === 'segment' &&
      last.segment.kind === 'read-also' &&
      (label === null || last.segment.label === label)
    ) {
      const titles = title ? [...last.segment.titles, title] : last.segment.titles;
      this.parts[this.parts.length - 1] = { kind: 'segment', segment: { ...last.segment, titles } };
    } else if (title)
      this.parts.push({ kind: 'segment', segment: { kind: 'read-also', label, titles: [title] } });
  }

  private report(
    id: string,
    severity: Diagnostic['severity'],
    line: number | null,
    message: string,
    excerpt: string,
  ): void {
    const short = excerpt.length > 80 ? `${excerpt.slice(0, 79)}…` : excerpt;
    this.diagnostics.push({
      id,
      severity,
      file: this.source.path,
      line,
      column: null,
      message,
      excerpt: short,
    });
  }
}

const PROBLEMS = {
  remote: 'A picture on another host is not published. Put the file beside the article and name it here.',
  outside: 'A picture must lie inside articles/. Put the file beside the article and name it here.',
  kind: 'Only jpg, png, webp, avif and gif pictures are published.',
} as const;

function settingOf(block: Block, id: string | null, lines: readonly string[]): Setting {
  switch (block.type) {
    case 'paragraph':
      return { kind: 'paragraph', id: id ?? '', note: false };
    case 'note':
      return { kind: 'paragraph', id: id ?? '', note: true };
    case 'subhead':
      return { kind: 'subhead', depth: block.depth };
    case 'quote':
      return {
        kind: 'quote',
        attribution: block.attribution === null ? null : dropControls(block.attribution),
      };
    case 'verse':
      return { kind: 'verse', text: dropControls(verseAsTyped(block.text, lines.slice(block.line - 1))) };
    default:
      return { kind: 'plain' };
  }
}

/** The lines of a verse as they were typed: the spaces between hemistichs are gone from the tidied text. */
function verseAsTyped(text: string, lines: readonly string[]): string {
  const letters = (line: string) => fold(line).replace(/[^\p{L}\p{N}]/gu, '');
  const typed = lines.filter((line) => line.trim() !== '');
  return text
    .split('\n')
    .map((line, index) => {
      const own = typed[index];
      return own !== undefined && letters(own) === letters(line) ? own : line;
    })
    .join('\n');
}

function oneLine(text: string): string {
  return /[\n\r\u2028]/.test(text) ? text.replace(/\s*[\n\r\u2028]+\s*/g, ' ') : text;
}

/** The lane of most paragraphs: one text, nothing to convert. Byte for byte what `proseHtml` gives; null for others. */
function plainParagraph(block: Block, id: string, dir: Direction, flags: number): string | null {
  const { node } = block;
  if (block.type !== 'paragraph' || node.type !== 'paragraph' || node.children.length !== 1) return null;
  const child = node.children[0];
  if (child?.type !== 'text') return null;
  if (flags === 0 && dir === 'rtl' && child.value === block.text) return `<p id="${id}">${child.value}</p>`;
  if (/[\n\r]/.test(child.value) || (dir === 'rtl' && foreignBlock(child.value))) return null;
  return `<p id="${id}">${isolateHtml(dropControls(child.value), dir)}</p>`;
}
