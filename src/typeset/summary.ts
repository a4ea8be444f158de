/** The words that stand for an article where it is not shown: its summary, and a title when it has none. */
import { fold } from '../fold.js';

/** Letters of a summary: at least and at most (checklist 111). */
const LEAST = 80;
const MOST = 160;
/** Letters of a title made from the first words. */
const TITLE = 65;

const OPENERS = '«“„‹‘(';
const CLOSERS: Readonly<Record<string, string>> = { '»': '«', '”': '“', '›': '‹', '’': '‘', ')': '(' };
const SENTENCE_ENDS = '.؟?!۔';
const CLAUSE_ENDS = '،,؛;:';
const SPACES = /\s+/g;
const END_MARKS = /[\s،,؛;:(«“„"–—-]{1,40}$/u;

/**
 * 80 to 160 letters of the deck or, where it is short, of the first paragraphs. Plain text, cut at a word, never inside
 * a pair of quotation marks; an ellipsis says that it was cut. Empty for an article without words.
 */
export function summarize(
  deck: string | null,
  paragraphs: readonly string[],
  dateline: string | null,
): string {
  const own = deck ? squeeze(deck) : '';
  if (own.length >= LEAST) return cut(own, MOST);
  let text = '';
  for (const paragraph of paragraphs) {
    const plain = squeeze(text === '' ? withoutDateline(paragraph, dateline) : paragraph);
    if (plain) text = text === '' ? plain : `${text} ${plain}`;
    if (text.length >= LEAST) break;
  }
  return cut(text || own, MOST);
}

/** A title from the first words of a text without headline. */
export function titleFrom(paragraphs: readonly string[]): string {
  const first = paragraphs.find((paragraph) => /[\p{L}\p{N}]/u.test(paragraph)) ?? '';
  const plain = squeeze(first);
  const stop = plain.search(/[.!?؟۔…](?:\s|$)/u);
  const sentence = stop > 8 && stop <= TITLE ? plain.slice(0, stop) : plain;
  return cut(sentence, TITLE);
}

/** Single spaces; no more of a long text than a summary can use. */
function squeeze(text: string): string {
  let plain = '';
  for (const length of [MOST * 2, MOST * 4]) {
    plain = text.slice(0, length).replace(SPACES, ' ').trim();
    if (plain.length > MOST || text.length <= length) break;
  }
  return plain;
}

/** `طرابلس - رويترز: قال` → `قال`, when the paragraph begins with the place of reporting. */
function withoutDateline(paragraph: string, dateline: string | null): string {
  if (!dateline) return paragraph;
  const place = fold(dateline);
  const head = paragraph.slice(0, 120);
  const mark = /[-–—:]\s/g;
  let end = 0;
  for (let match = mark.exec(head); match; match = mark.exec(head)) {
    const before = fold(head.slice(0, match.index));
    if (!before.startsWith(place) || before.length > place.length + 40) break;
    end = match.index + match[0].length;
    if (match[0].startsWith(':')) break;
  }
  return end > 0 ? paragraph.slice(end) : paragraph;
}

/**
 * At most `most` letters, cut outside quotations where one can: behind a sentence, else with an ellipsis behind a part of
 * one, else behind a word.
 */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  const { sentence, clause, balanced, word, open } = findCuts(text, most);
  const least = Math.min(LEAST, most / 2);
  if (sentence >= least) return text.slice(0, sentence);
  if (clause >= least) return `${trimEnd(text.slice(0, clause))}…`;
  if (balanced >= least || (open.length === 0 && balanced > 0)) return `${trimEnd(text.slice(0, balanced))}…`;
  // A quotation longer than the summary: its opening mark goes, so that no half of a pair is left.
  const end = word > 0 ? word : most;
  let kept = '';
  let from = 0;
  for (const at of open) {
    if (at >= end) break;
    kept += text.slice(from, at);
    from = at + 1;
  }
  return `${trimEnd(wellFormed(kept + text.slice(from, end)))}…`;
}

/** The last places before `most` letters where a text may end: all but `word` are outside quotations. */
interface Cuts {
  readonly sentence: number;
  readonly clause: number;
  readonly balanced: number;
  readonly word: number;
  /** Where the quotations begin that are still open at the end. */
  readonly open: readonly number[];
}

function findCuts(text: string, most: number): Cuts {
  const cuts = { sentence: 0, clause: 0, balanced: 0, word: 0 };
  const open: { mark: string; at: number }[] = [];
  for (let index = 0; index < most; index++) {
    const code = text.charCodeAt(index);
    // letters of our scripts: none of the marks stands among them
    if (code >= 0x5d0 && code < 0x2000) continue;
    const mark = text.charAt(index);
    if (mark === ' ') {
      cuts.word = index;
      if (open.length > 0) continue;
      cuts.balanced = index;
      const before = text.charAt(index - 1);
      if (CLAUSE_ENDS.includes(before)) cuts.clause = index;
      else if (SENTENCE_ENDS.includes(before) && isSentence(text, index)) cuts.sentence = index;
    } else if (OPENERS.includes(mark)) open.push({ mark, at: index });
    else if (mark === '"' && !insideWord(text, index)) {
      const last = open[open.length - 1];
      if (last?.mark === '"') open.pop();
      else open.push({ mark, at: index });
    } else if (CLOSERS[mark]) {
      const last = open[open.length - 1];
      // Arabic newspapers write the marks in both orders.
      if (last && (last.mark === CLOSERS[mark] || last.mark === '”')) open.pop();
      else if (mark === '”') open.push({ mark, at: index });
    }
  }
  return { ...cuts, open: open.map(({ at }) => at) };
}

/** A stop behind a word, not behind the letters of an abbreviation: `د. منى`, `م. ت. ف.` */
function isSentence(text: string, end: number): boolean {
  return !/(?:^|[\s.])\p{L}\p{M}*\.$/u.test(text.slice(Math.max(0, end - 8), end));
}

function insideWord(text: string, index: number): boolean {
  return /\p{L}/u.test(text.charAt(index - 1)) && /\p{L}/u.test(text.charAt(index + 1));
}

function trimEnd(text: string): string {
  return text.replace(END_MARKS, '').replace(/[.…]+$/u, '');
}

/** No half of a surrogate pair at the end. */
function wellFormed(text: string): string {
  return /[\ud800-\udbff]$/.test(text) ? text.slice(0, -1) : text;
}
