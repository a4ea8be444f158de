/** From classified units to the blocks of the article: groups are joined, pull quotes find their sentence. */
import type { Blockquote, RootContent, Table } from 'mdast';
import { fold } from '../../fold.js';
import type { Block } from '../../model.js';
import type { Classified } from '../decide/classify.js';
import { matchCues, tokens } from '../observe/lexicon.js';
import { withoutOuterMarks } from '../observe/marks.js';
import { paragraph } from '../parse/text.js';
import { splitCredit } from './credit.js';
import { makeList } from './lists.js';

/** A classified unit and, for Markdown, the node that it came from. */
export interface Piece extends Classified {
  /** The text as published: certain and invisible repairs made. */
  readonly text: string;
  readonly node: RootContent | null;
}

type Maker = (pieces: readonly Piece[], at: number, blocks: Block[]) => number;

/** Makes the blocks. Each maker takes the pieces it needs from `at` on and says where the next one begins. */
export function assemble(pieces: readonly Piece[]): Block[] {
  const blocks: Block[] = [];
  /** Block that holds the text of a piece, by piece. */
  const blockOf = new Map<number, number>();
  let at = 0;
  while (at < pieces.length) {
    const make = MAKERS[(pieces[at] as Piece).role];
    if (make === undefined) {
      at++;
      continue;
    }
    const before = blocks.length;
    const next = make(pieces, at, blocks);
    let block = before;
    for (let piece = at; piece < next && blocks.length > before; piece++) {
      const line = (pieces[piece] as Piece).unit.first + 1;
      while ((blocks[block + 1]?.line ?? Number.POSITIVE_INFINITY) <= line) block++;
      blockOf.set(piece, block);
    }
    at = next;
  }
  return linkPullQuotes(pieces, blocks, blockOf);
}

const MAKERS: Readonly<Partial<Record<Classified['role'], Maker>>> = {
  body: makeParagraph,
  subhead: makeSubhead,
  pullquote: makePullQuote,
  quote: makeQuote,
  caption: makeCaption,
  list: makeList,
  readalso: makeReadAlso,
};

function makeParagraph(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  const piece = pieces[at] as Piece;
  if (piece.node === null && piece.text.includes('\t')) {
    const end = endOfTable(pieces, at);
    if (end - at >= 2) return makeTable(pieces, at, end, blocks);
  }
  const base = { text: piece.text, line: piece.unit.first + 1, node: nodeOf(piece) };
  if (piece.node !== null && piece.node.type !== 'paragraph')
    blocks.push({ ...base, type: blockTypeOf(piece.node) });
  else blocks.push({ ...base, type: isNote(piece) ? 'note' : 'paragraph' });
  return at + 1;
}

function blockTypeOf(node: RootContent): 'table' | 'other' {
  return node.type === 'table' ? 'table' : 'other';
}

function nodeOf(piece: Piece): RootContent {
  return piece.node ?? paragraph(piece.text, piece.unit);
}

function isNote(piece: Piece): boolean {
  const { label, whole } = piece.seen.cues;
  return label.includes('note') || (whole.includes('note') && piece.seen.isShort);
}

function makeSubhead(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  const piece = pieces[at] as Piece;
  const text =
    piece.node === null ? piece.text.replace(/^[*#•▪■●◾-]+\s*/u, '').replace(/\s*:\s*$/u, '') : piece.text;
  const depth = piece.node?.type === 'heading' ? depthOf(piece.node.depth) : 2;
  const node: RootContent = {
    type: 'heading',
    depth,
    children: piece.node?.type === 'heading' ? piece.node.children : paragraph(text, piece.unit).children,
  };
  blocks.push({ type: 'subhead', depth, text, line: piece.unit.first + 1, node });
  return at + 1;
}

function depthOf(depth: number): 2 | 3 | 4 {
  return depth <= 2 ? 2 : depth === 3 ? 3 : 4;
}

const ATTRIBUTION = /^[\s]*[—–―-]+\s*(?=\S)/u;

/** The line under a quotation that says who spoke: a dash before it, or a name under a displayed quotation. */
function attributionOf(piece: Piece): string | null {
  const { text, seen } = piece;
  if (seen.shape.length > 90 || seen.shape.letters === 0) return null;
  if (ATTRIBUTION.test(text)) return text.replace(ATTRIBUTION, '').trim();
  if (
    piece.repeat === null &&
    seen.shape.words <= 6 &&
    !seen.shape.startsWithQuote &&
    !seen.shape.endsWithStop
  )
    return text;
  return null;
}

function makePullQuote(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  let index = at;
  let made = 0;
  while (index < pieces.length && (pieces[index] as Piece).role === 'pullquote') {
    const piece = pieces[index] as Piece;
    index++;
    if (piece.seen.shape.letters === 0) continue;
    const last = blocks.at(-1);
    if (made > 0 && last?.type === 'pullquote') {
      // shown twice, for wide and for narrow screens
      if (fold(last.text) === fold(withoutOuterMarks(piece.text))) continue;
      const attribution = last.attribution === null ? attributionOf(piece) : null;
      if (attribution !== null) {
        blocks[blocks.length - 1] = { ...last, attribution };
        continue;
      }
    }
    const text = withoutOuterMarks(piece.text);
    if (text === '') continue;
    const node = piece.node ?? paragraph(text, piece.unit);
    blocks.push({
      type: 'pullquote',
      text,
      line: piece.unit.first + 1,
      node,
      source: null,
      attribution: null,
    });
    made++;
  }
  return index;
}

const HEMISTICHS = /\s{3,}|\s*(?:\*{2,}|\.{4,}|…{2,}|\t|[#=]{2,})\s*/;

function makeQuote(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  let end = at;
  while (end < pieces.length && (pieces[end] as Piece).role === 'quote') end++;
  const group = pieces.slice(at, end);
  const first = group[0] as Piece;
  const isVerse =
    first.node === null &&
    group.filter((piece) => HEMISTICHS.test(piece.unit.text)).length * 2 > group.length;
  const tail = group.length > 1 && !isVerse ? attributionOf(group.at(-1) as Piece) : null;
  const body = tail === null ? group : group.slice(0, -1);
  const text = body.map((piece) => piece.text).join('\n');
  const children = body.flatMap((piece) =>
    piece.node?.type === 'blockquote' ? piece.node.children : [paragraph(piece.text, piece.unit)],
  );
  const node: Blockquote = { type: 'blockquote', children };
  const base = { text, line: first.unit.first + 1, node };
  blocks.push(isVerse ? { ...base, type: 'verse' } : { ...base, type: 'quote', attribution: tail });
  return end;
}

/** Consecutive caption lines are one caption: what is seen, and who took it. */
function makeCaption(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  let end = at + 1;
  const first = pieces[at] as Piece;
  let { text, credit } = splitCredit(first.text);
  while (end < pieces.length && (pieces[end] as Piece).role === 'caption') {
    const next = splitCredit((pieces[end] as Piece).text);
    if ((text !== '' && next.text !== '') || (credit !== null && next.credit !== null)) break;
    text = text === '' ? next.text : text;
    credit ??= next.credit;
    end++;
  }
  const shown = text === '' ? (credit ?? '') : text;
  const node = paragraph(shown, first.unit);
  blocks.push({ type: 'caption', text, credit, line: first.unit.first + 1, node });
  return end;
}

function endOfTable(pieces: readonly Piece[], at: number): number {
  const columns = (pieces[at] as Piece).text.split('\t').length;
  let end = at;
  while (end < pieces.length) {
    const piece = pieces[end] as Piece;
    if (piece.role !== 'body' || piece.text.split('\t').length !== columns) break;
    end++;
  }
  return end;
}

function makeTable(pieces: readonly Piece[], at: number, end: number, blocks: Block[]): number {
  const rows = pieces.slice(at, end);
  const first = rows[0] as Piece;
  const node: Table = {
    type: 'table',
    children: rows.map((piece) => ({
      type: 'tableRow',
      children: piece.text.split('\t').map((cell) => ({
        type: 'tableCell',
        children: [{ type: 'text', value: cell.trim() }],
      })),
    })),
  };
  blocks.push({
    type: 'table',
    text: rows.map((piece) => piece.text).join('\n'),
    line: first.unit.first + 1,
    node,
  });
  return end;
}

/** A label and the titles under it: one block a title. A title may stand behind the label's colon. */
function makeReadAlso(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  let label: string | null = null;
  let index = at;
  for (; index < pieces.length; index++) {
    const piece = pieces[index] as Piece;
    if (piece.role !== 'readalso') break;
    const { seen, text } = piece;
    if (seen.dateShare >= 0.6 && (seen.hasDate || seen.hasTime || seen.isRelative)) continue;
    const parts = splitLabel(withoutBrackets(text));
    if (parts.label !== null) label = parts.label;
    if (parts.title === '') continue;
    const node = paragraph(parts.title, piece.unit);
    blocks.push({ type: 'readalso', label, text: parts.title, line: piece.unit.first + 1, node });
  }
  return index;
}

/** `[Read also: title]` → what stands inside. */
function withoutBrackets(text: string): string {
  return /^[[(【].*[\])】]$/u.test(text) ? text.slice(1, -1).trim() : text;
}

/** `Read also: title` → both parts. A label alone has no title. */
function splitLabel(text: string): { label: string | null; title: string } {
  const colon = /[:：…]|\.{2,3}|\s[-–—|]\s/u.exec(text);
  const candidates = colon === null ? [text] : [text, text.slice(0, colon.index)];
  for (const candidate of candidates) {
    const folded = fold(candidate);
    if (folded.length > 60 || !matchCues(folded, tokens(folded), false).whole.includes('read-also')) continue;
    const title = candidate === text ? '' : text.slice((colon?.index ?? 0) + (colon?.[0].length ?? 0)).trim();
    return { label: candidate.replace(/[\s:：.…*«»"-]+$/u, '').replace(/^[\s*•«»"-]+/u, ''), title };
  }
  return { label: null, title: text.replace(/^[•▪●*·–—-]+\s*/u, '') };
}

/** Every pull quote gets the block and the line of the sentence that it repeats. */
function linkPullQuotes(
  pieces: readonly Piece[],
  blocks: Block[],
  blockOf: ReadonlyMap<number, number>,
): Block[] {
  const byLine = new Map(pieces.map((piece, index) => [piece.unit.first + 1, index]));
  return blocks.map((block) => {
    if (block.type !== 'pullquote') return block;
    const repeat = (pieces[byLine.get(block.line) ?? -1] as Piece | undefined)?.repeat ?? null;
    if (repeat === null) return block;
    const target = pieces[repeat.source] as Piece;
    const index = blockOf.get(repeat.source);
    if (index === undefined || target.role === 'pullquote') return block;
    return { ...block, source: { line: target.unit.first + 1, block: index } };
  });
}
