/**
 * Which lines repeat a passage of another line? Compared word by word after folding, so that marks, harakat and letter
 * forms do not count, and by runs of three words, so that a dropped word or a cut end does not hide the repetition.
 * One pass over the text with an index of the candidates' runs: linear in the length of the text.
 */
import { foldUnit } from './fold.js';

export interface Repeat {
  /** Number of the longer line that holds the passage. */
  readonly source: number;
  /** Share of the words found there in the same order, 0 to 1. */
  readonly cover: number;
  /** The passage opens that line. */
  readonly atStart: boolean;
}

const MIN_WORDS = 4;
const MAX_WORDS = 60;
const MAX_LENGTH = 330;
/** One run of three words is looked up in at most so many candidates: stock phrases must not make the work quadratic. */
const MAX_SHARED = 6;

/** Hashes of the words of a text, folded on the way. */
export function wordHashes(text: string): Int32Array {
  const hashes = new Int32Array((text.length >> 1) + 1);
  let count = 0;
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const code = foldUnit(text.charCodeAt(index));
    if (code === 0) continue;
    if (
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0xc0 && code < 0x2000) ||
      code > 0xf000
    ) {
      hash = (Math.imul(hash, 31) + code) | 0;
    } else if (hash !== 0 && code !== 0x27 && code !== 0x22) {
      hashes[count++] = hash;
      hash = 0;
    }
  }
  if (hash !== 0) hashes[count++] = hash;
  return hashes.subarray(0, count);
}

function run(hashes: Int32Array, at: number): number {
  return (
    (Math.imul(hashes[at] as number, 0x01000193) ^
      Math.imul(hashes[at + 1] as number, 0x5bd1e995) ^
      Math.imul(hashes[at + 2] as number, 0x27d4eb2f)) |
    0
  );
}

interface Hits {
  source: number;
  count: number;
  first: number;
  start: boolean;
}

/** For every line the best repetition of it in another, at least as long line; null where there is none. */
export function findRepeats(texts: readonly string[], hashes: readonly Int32Array[]): (Repeat | null)[] {
  const repeats: (Repeat | null)[] = new Array(texts.length).fill(null);
  const index = new Map<number, number[]>();
  for (let line = 0; line < texts.length; line++) {
    const words = hashes[line] as Int32Array;
    if (words.length < MIN_WORDS || words.length > MAX_WORDS || (texts[line] as string).length > MAX_LENGTH)
      continue;
    for (let at = 0; at + 2 < words.length; at++) {
      const key = run(words, at);
      const list = index.get(key);
      if (list === undefined) index.set(key, [line]);
      else if (list.length < MAX_SHARED && list.at(-1) !== line) list.push(line);
    }
  }
  if (index.size === 0) return repeats;
  const longer = (a: Hits, b: Hits) =>
    (hashes[a.source] as Int32Array).length > (hashes[b.source] as Int32Array).length;
  const best: (Hits | undefined)[] = new Array(texts.length);
  const current: (Hits | undefined)[] = new Array(texts.length);
  for (let source = 0; source < texts.length; source++) {
    const words = hashes[source] as Int32Array;
    const touched: number[] = [];
    for (let at = 0; at + 2 < words.length; at++) {
      const list = index.get(run(words, at));
      if (list === undefined) continue;
      for (const line of list) {
        if (line === source || (hashes[line] as Int32Array).length > words.length) continue;
        const hits = current[line];
        if (hits === undefined || hits.source !== source) {
          current[line] = { source, count: 1, first: at, start: at === 0 };
          touched.push(line);
        } else hits.count++;
      }
    }
    for (const line of touched) {
      const hits = current[line] as Hits;
      const before = best[line];
      if (
        before === undefined ||
        hits.count > before.count ||
        (hits.count === before.count && longer(hits, before))
      ) {
        best[line] = hits;
      }
    }
  }
  for (let line = 0; line < texts.length; line++) {
    const hits = best[line];
    if (hits === undefined) continue;
    const words = hashes[line] as Int32Array;
    // a few runs in common make a suspect; the alignment decides
    if (hits.count < (words.length - 2) * 0.25) continue;
    const cover = align(words, hashes[hits.source] as Int32Array, hits.first);
    if (cover >= 0.7) repeats[line] = { source: hits.source, cover, atStart: hits.start };
  }
  return repeats;
}

/** How far the next equal word may stand: a word put in, a particle changed. */
const REACH = 4;

/** Share of the words found in the same order in the source, near where the first common run stands. */
function align(words: Int32Array, source: Int32Array, from: number): number {
  let at = Math.max(0, from - REACH);
  let found = 0;
  for (const word of words) {
    const end = Math.min(source.length, at + (found === 0 ? 2 * REACH : REACH));
    for (let next = at; next < end; next++) {
      if (source[next] !== word) continue;
      found++;
      at = next + 1;
      break;
    }
  }
  return found / words.length;
}
