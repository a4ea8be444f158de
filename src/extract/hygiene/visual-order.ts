/**
 * Text in the order of the screen, as PDF files store it: every line runs backwards. It is turned round only when it
 * certainly is backwards: several words begin with a form that ends words (or end with one that begins them), and
 * none says the opposite.
 */
import { FINAL, hasForms, INITIAL, shapeOf, unform } from './presentation-forms.js';

/** Letters that stand only at the end of a word: ta marbuta, the five final letters of Hebrew. */
const ENDS_WORDS = 'ةםןץףך';
const WORDS =
  /[\u05d0-\u05ea\u0620-\u063f\u0641-\u0652\u0671-\u06d3\ufb1d-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc]{2,}/gu;
/** The same question, asked quickly: a word that begins with one of these letters. */
const SUSPECT = /(?:^|[ \u00a0])[ةםןץףך]|[\ufb1d-\ufdcf\ufe70-\ufefc]/;

/** A text with its lines in the order in which they are read. */
export interface Straightened {
  readonly lines: readonly string[];
  /** First line that was turned round, by index, and how many were. */
  readonly turned: { readonly first: number; readonly count: number } | null;
  /** Lines in which presentation forms became letters, by index. */
  readonly formed: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** The lines of a text with letters for presentation forms, in reading order. Clean lines cost one quick look each. */
export function straighten(lines: readonly string[]): Straightened {
  const suspects = lines.flatMap((line, index) => (SUSPECT.test(line) ? [index] : []));
  if (suspects.length === 0) return { lines, turned: null, formed: NONE };
  const votes = new Map(suspects.map((index) => [index, countVotes(lines[index] as string)]));
  let backward = 0;
  let forward = 0;
  for (const vote of votes.values()) {
    backward += vote.backward;
    forward += vote.forward;
  }
  // One line of a text alone may be a quotation from a PDF; a whole text needs no vote of each of its lines.
  const whole =
    backward >= 3 && forward === 0 && lines.every((line, index) => votes.has(index) || endsNoWord(line));
  let first = -1;
  let count = 0;
  const formed = new Set<number>();
  const straight = lines.map((line, index) => {
    const vote = votes.get(index);
    const back = vote === undefined ? whole && HAS_LETTERS.test(line) : isBackward(vote, whole, line);
    if (back) {
      if (first < 0) first = index;
      count += 1;
    }
    const logical = back ? reverse(line) : line;
    if (!hasForms(logical)) return logical;
    formed.add(index);
    return unform(logical);
  });
  return { lines: straight, turned: count === 0 ? null : { first, count }, formed };
}

const HAS_LETTERS = /[\u0590-\u06ff\ufb1d-\ufdff\ufe70-\ufefc]/;

interface Votes {
  readonly backward: number;
  readonly forward: number;
}

/** Forms say which end of a word they stand at; letters alone have to say it more often. */
function isBackward({ backward, forward }: Votes, whole: boolean, line: string): boolean {
  return forward === 0 && (whole || backward >= (hasForms(line) ? 2 : 3));
}

function endsNoWord(line: string): boolean {
  return countVotes(line).forward === 0;
}

/** How many words of a line say that it runs backwards, and how many that it does not. */
function countVotes(line: string): Votes {
  let backward = 0;
  let forward = 0;
  for (const [word] of line.matchAll(WORDS)) {
    const letters = word.replace(/[\u064b-\u0652]/gu, '');
    if (letters.length < 2) continue;
    const first = letters.charAt(0);
    const last = letters.charAt(letters.length - 1);
    const [begins, ends] = [shapeOf(first), shapeOf(last)];
    if (begins === INITIAL || ends === FINAL || ENDS_WORDS.includes(last)) forward += 1;
    else if (begins === FINAL || ends === INITIAL || ENDS_WORDS.includes(first)) backward += 1;
  }
  return { backward, forward };
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '{': '}',
  '}': '{',
  '«': '»',
  '»': '«',
  '<': '>',
  '>': '<',
};
const DIGIT = '0-9\\u0660-\\u0669\\u06f0-\\u06f9';
const LATIN = 'A-Za-z\\u00c0-\\u024f';
/** A Latin phrase, a number, or a letter with its marks: what keeps its own order in a line that is turned. */
const PIECES = new RegExp(
  `[${LATIN}](?:[${LATIN}${DIGIT} .,:/%@&'’_+-]*[${LATIN}${DIGIT}])?|` +
    `[${DIGIT}](?:[${DIGIT}${LATIN}.,:/٫٬_-]*[${DIGIT}${LATIN}])?[%٪]?|\\P{M}\\p{M}*`,
  'gu',
);

/** Turns a line round; numbers and Latin phrases keep their own order, brackets are mirrored back. */
function reverse(text: string): string {
  const pieces = text.match(PIECES) ?? [];
  return pieces
    .map((piece) => MIRRORED[piece] ?? piece)
    .reverse()
    .join('');
}
