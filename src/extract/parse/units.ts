/**
 * A unit is what the classifier gives one role: a line, or the lines of one paragraph where the text was wrapped by
 * hand at a column.
 */

/** A line or a paragraph. */
export interface Unit {
  /** White space at the ends off; wrapped lines joined by a space. */
  readonly text: string;
  /** First and last line in the file, from 0. */
  readonly first: number;
  readonly last: number;
  /** Blank lines before it. */
  readonly gap: number;
}

/** Fewest columns of text that somebody wraps by hand, and most. */
const MIN_COLUMNS = 50;
const MAX_COLUMNS = 120;

/** Cuts the lines from `from` on into units. */
export function toUnits(lines: readonly string[], from: number): Unit[] {
  const column = wrapColumn(lines, from);
  const units: Unit[] = [];
  let gap = 0;
  for (let index = from; index < lines.length; index++) {
    const text = (lines[index] as string).trim();
    if (text === '') {
      gap++;
      continue;
    }
    let last = index;
    let joined = text;
    if (column > 0) {
      const pieces = [text];
      while (last + 1 < lines.length && continues(lines[last] as string, lines[last + 1] as string, column)) {
        last++;
        pieces.push((lines[last] as string).trim());
      }
      joined = pieces.join(' ');
    }
    units.push({ text: joined, first: index, last, gap });
    gap = 0;
    index = last;
  }
  return units;
}

/** Would the next line's first word not have fitted? Then the break was made by the column, not by the author. */
function continues(line: string, next: string, column: number): boolean {
  const rest = next.trim();
  if (rest === '') return false;
  return line.trim().length + 1 + firstWord(rest) > column;
}

function firstWord(text: string): number {
  const space = text.indexOf(' ');
  return space < 0 ? text.length : space;
}

const STOP = /[.!?؟۔]["'”»)]?$/;

/**
 * The column at which the text was wrapped by hand, 0 when it was not: nearly every line that has a neighbour below
 * must be too full for its neighbour's first word, or end a paragraph with its sentence; few full ones may end a sentence.
 */
function wrapColumn(lines: readonly string[], from: number): number {
  let column = 0;
  let pairs = 0;
  for (let index = from; index + 1 < lines.length; index++) {
    const text = (lines[index] as string).trim();
    if (text === '' || (lines[index + 1] as string).trim() === '') continue;
    pairs++;
    if (text.length > MAX_COLUMNS) return 0;
    if (text.length > column) column = text.length;
  }
  if (pairs < 2 || column < MIN_COLUMNS) return 0;
  let full = 0;
  let loose = 0;
  let stops = 0;
  /** Groups of lines, and whether each could be one wrapped paragraph by its last line. */
  let groups = 0;
  let whole = true;
  for (let index = from; index + 1 < lines.length; index++) {
    const text = (lines[index] as string).trim();
    const next = (lines[index + 1] as string).trim();
    if (text === '' || next === '') continue;
    const isFull = text.length + 1 + firstWord(next) > column - 4;
    const isEnd = STOP.test(text);
    if (isFull) full++;
    else if (!isEnd) loose++;
    if (isFull && isEnd) stops++;
    if ((lines[index + 2] ?? '').trim() !== '') continue;
    groups++;
    whole &&= next.length <= column + 4 && STOP.test(next);
  }
  const inner = full + loose;
  // Two short paragraphs are enough where everything speaks for it.
  const few = inner >= 2 && groups >= 2 && loose === 0 && stops === 0 && whole;
  const many = inner >= 4 && full >= inner * (inner < 8 ? 0.95 : 0.8) && stops <= inner * 0.4;
  return few || many ? column - 4 : 0;
}
