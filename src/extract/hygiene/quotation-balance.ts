/**
 * Quotation marks and brackets that are never closed, or close what was never opened. One pass with one stack a
 * paragraph; no rescans, so hostile input costs no more than its length.
 *
 * Newsrooms write “…”, ”…“, «…», »…«, „…“ and "…": what a mark does is told by its neighbours first and by its shape
 * only where they leave it open. Apostrophes, geresh and gershayim inside words, inches and `1)` are no marks.
 */

/** A mark without its partner. */
export interface Unbalanced {
  /** Both from 1; the column counts UTF-16 units. */
  readonly line: number;
  readonly column: number;
  readonly mark: string;
  readonly side: 'unopened' | 'unclosed';
  readonly kind: 'quote' | 'bracket';
}

type Family = 'double' | 'straight' | 'guillemet' | 'single' | 'angle' | 'round' | 'square';

interface Mark {
  readonly family: Family;
  /** What its shape says; null for the straight mark. */
  readonly shape: 'open' | 'close' | null;
}

const MARKS: ReadonlyMap<string, Mark> = new Map<string, Mark>([
  ['“', { family: 'double', shape: 'open' }],
  ['”', { family: 'double', shape: 'close' }],
  ['„', { family: 'double', shape: 'open' }],
  ['‟', { family: 'double', shape: 'open' }],
  ['"', { family: 'straight', shape: null }],
  ['«', { family: 'guillemet', shape: 'open' }],
  ['»', { family: 'guillemet', shape: 'close' }],
  ['″', { family: 'double', shape: 'close' }],
  ["'", { family: 'single', shape: 'close' }],
  ['‘', { family: 'single', shape: 'open' }],
  ['’', { family: 'single', shape: 'close' }],
  ['‹', { family: 'angle', shape: 'open' }],
  ['›', { family: 'angle', shape: 'close' }],
  ['(', { family: 'round', shape: 'open' }],
  [')', { family: 'round', shape: 'close' }],
  ['[', { family: 'square', shape: 'open' }],
  [']', { family: 'square', shape: 'close' }],
]);
const BRACKETS: ReadonlySet<Family> = new Set<Family>(['round', 'square']);
/** Families that may close each other's quotations: `“…"`. */
const COUSINS: Readonly<Partial<Record<Family, Family>>> = { double: 'straight', straight: 'double' };
/** The same as a table: most characters are none, and there are many. */
const IS_MARK = new Uint8Array(0x10000);
for (const mark of MARKS.keys()) IS_MARK[mark.charCodeAt(0)] = 1;

interface Open {
  readonly mark: string;
  readonly family: Family;
  readonly column: number;
  /** A straight mark inside a word that may be gershayim: it is an opener only if something closes it. */
  readonly maybe: boolean;
}

/** Finds unbalanced marks. A paragraph is a line; one that runs on in the next line may close there. */
export function findUnbalanced(lines: readonly string[]): readonly Unbalanced[] {
  const found: Unbalanced[] = [];
  for (const [index, line] of lines.entries()) {
    // A mark alone in its line is an ornament of a displayed quotation.
    if (line.length < 6 && !/[\p{L}\p{N}]/u.test(line)) continue;
    for (const problem of balanceLine(line)) found.push({ ...problem, line: index + 1 });
  }
  return found.length < 2 && !found.some(({ column }) => column <= 2) ? found : settle(found, lines);
}

type InLine = Omit<Unbalanced, 'line'>;

/** More than that in one paragraph is no typing mistake, and nobody reads the list. */
const MOST = 20;

function balanceLine(line: string): readonly InLine[] {
  const stack: Open[] = [];
  const counts: Partial<Record<Family, number>> = {};
  const problems: InLine[] = [];
  const report = (mark: string, family: Family, column: number, side: InLine['side']): void => {
    if (problems.length === MOST) return;
    problems.push({ mark, column: column + 1, side, kind: BRACKETS.has(family) ? 'bracket' : 'quote' });
  };
  const pop = (family: Family): void => {
    for (let open = stack.pop(); open !== undefined; open = stack.pop()) {
      counts[open.family] = (counts[open.family] ?? 1) - 1;
      if (open.family === family) return;
      if (!open.maybe) report(open.mark, open.family, open.column, 'unclosed');
    }
  };
  const typed: Partial<Record<Family, string>> = {};
  for (let at = 0; at < line.length; at += 1) {
    if (IS_MARK[line.charCodeAt(at)] === 0) continue;
    const character = line.charAt(at);
    const mark = MARKS.get(character);
    if (mark === undefined) continue;
    const { family } = mark;
    const use = usage(line, at, character, mark, (counts[family] ?? 0) > 0, (counts.double ?? 0) > 0);
    if (use === 'none') continue;
    if (use !== 'maybe') typed[family] = (typed[family] ?? '') + character;
    if (use === 'open' || use === 'maybe') {
      stack.push({ mark: character, family, column: at, maybe: use === 'maybe' });
      counts[family] = (counts[family] ?? 0) + 1;
      continue;
    }
    const cousin = COUSINS[family];
    if ((counts[family] ?? 0) > 0) pop(family);
    else if (cousin !== undefined && (counts[cousin] ?? 0) > 0) pop(cousin);
    else if (family !== 'single') report(character, family, at, 'unopened');
  }
  for (const open of stack) if (!open.maybe) report(open.mark, open.family, open.column, 'unclosed');
  const real = problems.filter(({ mark }) => !isSloppy(typed[MARKS.get(mark)?.family ?? 'round'] ?? ''));
  return real.sort((a, b) => a.column - b.column);
}

/**
 * Whether the marks of one family in a paragraph pair off though some stand on the wrong side of a space: an even
 * number of one sign, or opening and closing signs by turns. A matter of spacing, not of balance.
 */
function isSloppy(marks: string): boolean {
  if (marks.length % 2 === 1 || BRACKETS.has(MARKS.get(marks.charAt(0))?.family ?? 'round')) return false;
  const [first = '', second = ''] = marks;
  const shape = MARKS.get(first)?.shape;
  // «a «b and b» a« are real: only an opening sign then a closing one, or one closing sign throughout, pair off.
  if (first === second ? shape === 'open' : shape !== 'open') return false;
  for (let at = 0; at < marks.length; at += 1)
    if (marks.charAt(at) !== (at % 2 === 0 ? first : second)) return false;
  return true;
}

type Usage = 'open' | 'close' | 'maybe' | 'none';

const LETTER = 1;
const HEBREW = 2;
const LATIN = 4;
const DIGIT = 8;
const SPACE = 16;
/** What may stand before an opening mark, and after a closing one. */
const BEFORE_OPENING = 32;
const AFTER_CLOSING = 64;
const KNOWN = 128;

const KINDS: readonly (readonly [number, RegExp])[] = [
  [LETTER, /[\p{L}\p{M}\p{N}]/u],
  [HEBREW, /[\u0591-\u05c7\u05d0-\u05f2]/u],
  [LATIN, /[A-Za-z\u00c0-\u024f]/u],
  [DIGIT, /[0-9\u0660-\u0669\u06f0-\u06f9]/u],
  [SPACE, /\s/u],
  [BEFORE_OPENING, /[\s([{«“‹‘"\-–—/:،,\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u],
  [AFTER_CLOSING, /[\s)\]}»”›’".,:;!?،؛؟۔…%٪/\-–—\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/u],
];
const STOPS = '.,:;!?،؛؟۔…';
const kinds = new Uint8Array(0x10000);

/** What a character is, remembered: the expressions are asked once for each. 0 beyond the ends of the line. */
function kindOf(line: string, at: number): number {
  if (at < 0 || at >= line.length) return 0;
  const code = line.charCodeAt(at);
  const known = kinds[code] as number;
  if (known !== 0) return known;
  let bits = KNOWN;
  for (const [bit, pattern] of KINDS) if (pattern.test(String.fromCharCode(code))) bits |= bit;
  kinds[code] = bits;
  return bits;
}

/** What a mark does here. `open`: one of its family is open; `curlyOpen`: a curly one is, for the straight mark. */
function usage(
  line: string,
  at: number,
  character: string,
  mark: Mark,
  open: boolean,
  curlyOpen: boolean,
): Usage {
  const before = kindOf(line, at - 1);
  const after = kindOf(line, at + 1);
  if (BRACKETS.has(mark.family)) return bracketUsage(line, at, mark, open);
  if (mark.family === 'single') return singleUsage(before, after, mark, open);
  if (character === '″') return open ? 'close' : 'none';
  // Between spaces and closing nothing, » parts the names of a path: home » sport.
  const parts = (mark.family === 'guillemet' || mark.family === 'angle') && mark.shape === 'close' && !open;
  if (parts && (before === 0 || (before & SPACE) !== 0) && (after === 0 || (after & SPACE) !== 0))
    return 'none';
  if (mark.family === 'straight' || character === '”') {
    if ((before & after & HEBREW) !== 0) return mayOpen(line, at) ? 'maybe' : 'none';
    // Inches.
    if ((before & DIGIT) !== 0 && !open && !curlyOpen && (after & LETTER) === 0) return 'none';
  }
  const stopped = after !== 0 && STOPS.includes(line.charAt(at + 1));
  const opens =
    (before === 0 || (before & BEFORE_OPENING) !== 0) && after !== 0 && (after & SPACE) === 0 && !stopped;
  const closes = before !== 0 && (before & SPACE) === 0 && (after === 0 || (after & AFTER_CLOSING) !== 0);
  if (opens !== closes) return opens ? 'open' : 'close';
  // Between two letters or two spaces: a mark behind a glued particle (و”الغريب”) or a loosely set one (” نعم “).
  if (open || (curlyOpen && mark.family === 'straight')) return 'close';
  return before === 0 || after === 0 ? (mark.shape ?? 'close') : 'open';
}

/** Hebrew glues one to three letters to the front of a quotation: ב"הארץ". A longer beginning is an abbreviation. */
function mayOpen(line: string, at: number): boolean {
  let from = at;
  while (from > at - 4 && (kindOf(line, from - 1) & HEBREW) !== 0) from -= 1;
  return at - from <= 3 && /^[והבלמכש]+$/u.test(line.slice(from, at));
}

function singleUsage(before: number, after: number, mark: Mark, open: boolean): Usage {
  if (mark.shape === 'close') return open && (before & after & LETTER) === 0 ? 'close' : 'none';
  // Some write ‘…‘.
  if (open && (before & LETTER) !== 0 && (after === 0 || (after & AFTER_CLOSING) !== 0)) return 'close';
  // ‘ before a Latin letter is as often an ayn or a left-out letter as a quotation.
  const opens = (before === 0 || (before & BEFORE_OPENING) !== 0) && (after & LETTER) !== 0;
  return opens ? ((after & LATIN) !== 0 ? 'maybe' : 'open') : 'none';
}

/** `1)` and `أ)` at the head of an item, and faces such as `:)`, are no brackets. */
function bracketUsage(line: string, at: number, mark: Mark, open: boolean): Usage {
  if (mark.shape === 'close' && open) return 'close';
  const before = line.slice(Math.max(0, at - 4), at);
  if (/(?:^|\s)[:;=][-']?$/u.test(before)) return 'none';
  if (mark.shape === 'open') return 'open';
  return /(?:^|[\s،؛:.])[\p{L}\p{N}]{1,2}$|^\s*[\p{L}\p{N}]{1,3}$/u.test(before) ? 'none' : 'close';
}

/**
 * Takes back what the next lines explain: a quotation that closes in the next paragraph or line, and one that opens
 * anew with every paragraph and closes with the last, as long quotations are printed.
 */
function settle(found: readonly Unbalanced[], lines: readonly string[]): readonly Unbalanced[] {
  const settled: Unbalanced[] = [];
  for (const problem of found) {
    const last = settled.at(-1);
    const wraps =
      problem.side === 'unopened' &&
      last?.side === 'unclosed' &&
      last.kind === problem.kind &&
      sameFamily(last.mark, problem.mark) &&
      nextWritten(last.line, lines) === problem.line;
    if (wraps) settled.pop();
    else settled.push(problem);
  }
  return settled.filter((problem) => !reopens(problem, lines));
}

function sameFamily(a: string, b: string): boolean {
  const family = MARKS.get(a)?.family;
  return (
    family !== undefined && (family === MARKS.get(b)?.family || COUSINS[family] === MARKS.get(b)?.family)
  );
}

/** Number of the next line that is not blank, looked for in a few lines only. */
function nextWritten(line: number, lines: readonly string[]): number {
  let next = line;
  while (next < lines.length && next < line + 4 && !/\S/u.test(lines[next] ?? '')) next += 1;
  return next + 1;
}

function reopens(problem: Unbalanced, lines: readonly string[]): boolean {
  if (problem.side !== 'unclosed' || problem.kind !== 'quote') return false;
  if (lines[problem.line - 1]?.search(/\S/u) !== problem.column - 1) return false;
  return lines[nextWritten(problem.line, lines) - 1]?.trimStart().startsWith(problem.mark) === true;
}
