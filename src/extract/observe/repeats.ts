/**
 * Which lines repeat a passage of another line? Compared word by word after folding, so that marks, harakat and letter
 * forms do not count, and by runs of three words, so that a dropped word or a cut end does not hide the repetition.
 * One pass over the text with an index of the candidates' runs: linear in the length of the text.
 */
import { foldUnit } from '../../fold.js';

/** A line that repeats a passage of another. */
export interface Repeat {
  /** Number of the longer line that holds the passage. */
  readonly source: number;
  /** Share of the words found there in the same order, 0 to 1. */
  readonly cover: number;
  /** The passage opens that line. */
  readonly atStart: boolean;
  /** That line says nothing else: the two are alike. */
  readonly whole: boolean;
}

const MIN_WORDS = 4;
const MAX_WORDS = 60;
const MAX_LENGTH = 330;
/** One run of three words is looked up in at most so many candidates: stock phrases must not make the work quadratic. */
const MAX_SHARED = 6;

/** Two lines are alike when one has this share of the words of the other. */
const ALIKE = 0.9;

const SKIPPED = 0;
const ENDS_WORD = 1;
/** Code unit → what it adds to the hash of its word: its folded form; or that it is passed over, or ends the word. */
const UNITS: Uint16Array = buildUnits();

function buildUnits(): Uint16Array {
  const units = new Uint16Array(0x10000);
  for (let unit = 0; unit < units.length; unit++) {
    const code = foldUnit(unit);
    const inWord =
      (code >= 0x30 && code <= 0x39) ||
      (code >= 0x61 && code <= 0x7a) ||
      (code >= 0xc0 && code < 0x2000) ||
      code > 0xf000;
    // quotation marks and apostrophes inside a word do not part it
    units[unit] = inWord ? code : code === 0 || code === 0x27 || code === 0x22 ? SKIPPED : ENDS_WORD;
  }
  return units;
}

/** Hashes of the words of a text, folded on the way. */
export function wordHashes(text: string): Int32Array {
  const hashes = new Int32Array((text.length >> 1) + 1);
  let count = 0;
  let hash = 0;
  for (let index = 0; index < text.length; index++) {
    const unit = UNITS[text.charCodeAt(index)] as number;
    if (unit > ENDS_WORD) hash = (Math.imul(hash, 31) + unit) | 0;
    else if (unit === ENDS_WORD && hash !== 0) {
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

/** Runs of words → the candidates that hold them: a hash table of numbers with chains. */
class RunIndex {
  readonly #mask: number;
  /** Slot → number of its first entry, plus one. */
  readonly #slots: Int32Array;
  readonly #keys: Int32Array;
  readonly #lines: Int32Array;
  readonly #next: Int32Array;
  #count = 0;

  constructor(most: number) {
    let size = 16;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#slots = new Int32Array(size);
    this.#keys = new Int32Array(most);
    this.#lines = new Int32Array(most);
    this.#next = new Int32Array(most);
  }

  add(key: number, line: number): void {
    let shared = 0;
    const slot = this.#slot(key);
    for (let entry = (this.#slots[slot] as number) - 1; entry >= 0; entry = this.#next[entry] as number) {
      if (this.#lines[entry] === line && this.#keys[entry] === key) return;
      if (++shared >= MAX_SHARED) return;
    }
    const entry = this.#count++;
    this.#keys[entry] = key;
    this.#lines[entry] = line;
    this.#next[entry] = (this.#slots[slot] as number) - 1;
    this.#slots[slot] = entry + 1;
  }

  #slot(key: number): number {
    return (Math.imul(key ^ (key >>> 15), 0x2c1b3c6d) >>> 8) & this.#mask;
  }

  /** First entry of a run, -1 without one. */
  find(key: number): number {
    return this.#match((this.#slots[this.#slot(key)] as number) - 1, key);
  }

  next(entry: number): number {
    return this.#match(this.#next[entry] as number, this.#keys[entry] as number);
  }

  line(entry: number): number {
    return this.#lines[entry] as number;
  }

  #match(from: number, key: number): number {
    let entry = from;
    while (entry >= 0 && this.#keys[entry] !== key) entry = this.#next[entry] as number;
    return entry;
  }
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
  const candidates: number[] = [];
  let runs = 0;
  for (let line = 0; line < texts.length; line++) {
    const count = (hashes[line] as Int32Array).length;
    if (count < MIN_WORDS || count > MAX_WORDS || (texts[line] as string).length > MAX_LENGTH) continue;
    candidates.push(line);
    runs += count - 2;
  }
  if (candidates.length === 0 || texts.length < 2) return repeats;
  const index = new RunIndex(runs);
  for (const line of candidates) {
    const words = hashes[line] as Int32Array;
    for (let at = 0; at + 2 < words.length; at++) index.add(run(words, at), line);
  }
  const isLonger = (a: Hits, b: Hits) =>
    (hashes[a.source] as Int32Array).length > (hashes[b.source] as Int32Array).length;
  const best: (Hits | undefined)[] = new Array(texts.length);
  const current: (Hits | undefined)[] = new Array(texts.length);
  for (let source = 0; source < texts.length; source++) {
    const words = hashes[source] as Int32Array;
    const touched: number[] = [];
    for (let at = 0; at + 2 < words.length; at++) {
      for (let entry = index.find(run(words, at)); entry >= 0; entry = index.next(entry)) {
        const line = index.line(entry);
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
        (hits.count === before.count && isLonger(hits, before))
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
    const longer = hashes[hits.source] as Int32Array;
    const cover = align(words, longer, hits.first);
    if (cover < 0.7) continue;
    const whole = words.length >= longer.length * ALIKE;
    repeats[line] = { source: hits.source, cover, atStart: hits.start, whole };
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
