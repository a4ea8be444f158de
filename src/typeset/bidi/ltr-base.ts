/** The mirror case: runs of right-to-left words on a line that runs left to right. */
import { DIGIT, RTL } from './chars.js';

const WORD = new RegExp(`[${RTL}]+`, 'gu');
const LETTER = /[\p{L}\p{M}]/u;
const BETWEEN = new RegExp(`^[ \\u00a0\\u200c\\u200d${DIGIT}.:'’"״׳/-]{1,24}$`, 'u');
const NOT_OWNED = /[\u060c\u061b\u061f\u06d4\s]$/u;

/** Names and phrases of right-to-left words, joined over spaces and numbers, without the punctuation at their end. */
export function findRtlSpans(text: string): { start: number; end: number; dir: null; tag: 'bdi' }[] {
  const spans: { start: number; end: number; dir: null; tag: 'bdi' }[] = [];
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    if (!LETTER.test(match[0])) continue;
    const start = match.index;
    let end = start + match[0].length;
    while (end > start && NOT_OWNED.test(text.charAt(end - 1))) end--;
    const last = spans[spans.length - 1];
    if (last && BETWEEN.test(text.slice(last.end, start))) last.end = end;
    else if (end > start) spans.push({ start, end, dir: null, tag: 'bdi' });
  }
  return spans;
}
