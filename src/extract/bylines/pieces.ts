/** A line that names an author, cut at its separators. */

/** One line without invisible marks, double spaces and decoration at its ends. */
export function clean(line: string): string {
  return line
    .replace(/[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s*_#•]+|[\s*_•]+$/gu, '');
}

/** A part of the line between two separators. */
export interface Piece {
  readonly text: string;
  /** The mark that ended it: `:`, `-`, `|`, `(` … or null at the end. */
  readonly closedBy: string | null;
}

const SEPARATOR = /\s+[-–—]+\s*|\s+ـ+\s+|[-–—]+\s+|\s*[:：|/()]\s*|\s*--+\s*/gu;

/** The pieces between dashes, colons, bars and brackets. */
export function split(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    pieces.push({ text: text.slice(from, match.index).trim(), closedBy: match[0].trim().charAt(0) });
    from = match.index + match[0].length;
  }
  pieces.push({ text: text.slice(from).trim(), closedBy: null });
  return pieces.filter((piece) => piece.text !== '');
}
