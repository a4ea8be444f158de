/** Lines with bullets or numbers → lists, one for each kind of mark and each numbering; what leads in a list is text. */
import type { List } from 'mdast';
import { fold } from '../../fold.js';
import type { Block } from '../../model.js';
import { paragraph } from '../parse/text.js';
import type { Piece } from './blocks.js';

const BULLET = /^[•▪●◦‣⁃■□►▶✓✔➤*·–—-]+\s*/u;
const NUMBER = /^[([]?([\d٠-٩۰-۹]{1,2})\s?[-.)\]–—:۔]+\s*/u;

interface Item {
  readonly piece: Piece;
  readonly text: string;
  /** null: a bullet, or no mark at all. */
  readonly number: number | null;
  readonly mark: 'bullet' | 'number' | 'none';
}

/** The number that a line begins with as an item of a list, null without one. */
export function itemNumber(text: string): number | null {
  const number = NUMBER.exec(text)?.[1];
  return number === undefined ? null : Number(fold(number));
}

/** Makes the lists that the pieces from `at` on are; says where the next piece begins. */
export function makeList(pieces: readonly Piece[], at: number, blocks: Block[]): number {
  const first = pieces[at] as Piece;
  if (first.node !== null) {
    const { text, node } = first;
    // A paragraph whose bullets Markdown does not know is a list of ours.
    if (node.type !== 'paragraph') {
      blocks.push({ type: 'list', text, line: first.unit.first + 1, node });
      return at + 1;
    }
  }
  let end = at;
  let items: Item[] = [];
  for (; end < pieces.length && (pieces[end] as Piece).role === 'list'; end++) {
    const piece = pieces[end] as Piece;
    if (piece.node !== null && piece.node.type !== 'paragraph') break;
    const item = readItem(piece);
    const leads = item.mark === 'none' && /[:：]$/u.test(item.text);
    if (leads || !continues(items.at(-1), item)) items = pushList(items, blocks);
    if (leads) blocks.push(leadIn(piece));
    else items.push(item);
  }
  pushList(items, blocks);
  return end;
}

function readItem(piece: Piece): Item {
  const number = NUMBER.exec(piece.text);
  if (number !== null) {
    const text = piece.text.slice(number[0].length);
    return { piece, text, number: itemNumber(piece.text), mark: 'number' };
  }
  const text = piece.text.replace(BULLET, '');
  return { piece, text, number: null, mark: text === piece.text ? 'none' : 'bullet' };
}

/** Does an item belong to the list of the one before it? Another mark or a numbering that starts again does not. */
function continues(last: Item | undefined, item: Item): boolean {
  if (last === undefined) return true;
  if (item.mark === 'none') return last.mark === 'none' || item.piece.unit.gap === 0;
  if (item.mark !== last.mark) return false;
  return item.number === null || last.number === null || item.number > last.number;
}

function leadIn(piece: Piece): Block {
  const node = piece.node ?? paragraph(piece.text, piece.unit);
  return { type: 'paragraph', text: piece.text, line: piece.unit.first + 1, node };
}

function pushList(items: readonly Item[], blocks: Block[]): Item[] {
  const [first] = items;
  if (first === undefined) return [];
  const node: List = {
    type: 'list',
    ordered: first.number !== null,
    spread: false,
    ...(first.number === null ? {} : { start: first.number }),
    children: items.map(({ piece, text }) => ({
      type: 'listItem',
      spread: false,
      children: [paragraph(text, piece.unit)],
    })),
  };
  const text = items.map((item) => item.text).join('\n');
  blocks.push({ type: 'list', text, line: first.piece.unit.first + 1, node });
  return [];
}
