/**
 * The rough plan of a text, found before any line has its role: where the body stands, which line above it is the
 * likeliest headline, where the first label stands that ends an article, which label a line stands under.
 */
import type { Cue } from '../languages/index.js';
import { fold } from './fold.js';
import type { Observation } from './observe.js';
import type { Repeat } from './repeats.js';

export type Under = 'read-also' | 'related' | 'tags' | 'comments' | null;

export interface Layout {
  /** First and last line of the body. */
  readonly start: number;
  readonly end: number;
  /** The likeliest headline; -1 when no line above the body looks like one. */
  readonly headline: number;
  /** First label after the body's first line that ends an article (related, comments, tags …); -1 when there is none. */
  readonly endLabel: number;
  /** For short lines the share of their words that return in the body's first paragraphs; -1 for others. */
  readonly bodyShare: readonly number[];
  /** How often the same line stands in the text, and whether this is its first copy. */
  readonly copies: readonly number[];
  readonly firstCopy: readonly boolean[];
  /** The label that a run of short lines stands under. */
  readonly under: readonly Under[];
}

/** Labels after which an article does not resume. */
const END_LABELS: ReadonlySet<Cue> = new Set([
  'related',
  'popular',
  'latest',
  'tags',
  'comments',
  'subscribe',
  'legal',
]);
const LEAD_WORDS = 160;

export function layOut(seen: readonly Observation[], repeats: readonly (Repeat | null)[]): Layout {
  const { start, end } = findBody(seen, repeats);
  const { copies, firstCopy } = countCopies(seen);
  const bodyShare = shareWithBody(seen, start, end);
  let endLabel = -1;
  for (let index = start + 1; index < seen.length; index++) {
    if (
      isEndLabel(seen[index] as Observation) &&
      !(seen[index] as Observation).cues.whole.includes('read-also')
    ) {
      endLabel = index;
      break;
    }
  }
  return {
    start,
    end,
    headline: findHeadline(seen, start, bodyShare, copies),
    endLabel,
    bodyShare,
    copies,
    firstCopy,
    under: findLabels(seen),
  };
}

function isEndLabel(line: Observation): boolean {
  for (const cue of line.cues.whole) if (END_LABELS.has(cue)) return true;
  return false;
}

/** How much a line speaks for the body (positive) or for furniture (negative). */
function bodyScore(line: Observation, repeat: Repeat | null): number {
  const { shape } = line;
  if (isEndLabel(line)) return line.cues.whole.includes('read-also') ? -0.8 : -3;
  if (line.isFurniture && !line.isLong) return -1.5;
  if (shape.letters === 0) return -0.3;
  if (line.hasDate && line.dateShare >= 0.5) return -0.5;
  if (line.furnitureShare >= 0.4) return -1.5;
  let score = 0;
  if (shape.length >= 60) {
    score = Math.min(shape.length, 300) / 100;
    const sentence = shape.endsWithStop || shape.innerStops > 0 || shape.length > 250;
    if (!sentence) score = shape.length >= 140 ? score / 2 : -0.2;
    if (shape.endsWithEllipsis) score -= 1;
    if (line.cues.start.length + line.cues.inside.length > 0 && shape.length < 330) score -= 1;
  } else score = shape.endsWithStop ? 0.1 : -0.35;
  if (repeat !== null && score < 0) score = 0;
  return score;
}

/** The run of lines with the greatest sum of scores. */
function findBody(
  seen: readonly Observation[],
  repeats: readonly (Repeat | null)[],
): { start: number; end: number } {
  let best = Number.NEGATIVE_INFINITY;
  let start = 0;
  let end = seen.length - 1;
  let sum = 0;
  let from = 0;
  for (let index = 0; index < seen.length; index++) {
    const score = bodyScore(seen[index] as Observation, repeats[index] ?? null);
    if (sum <= 0) {
      sum = 0;
      from = index;
    }
    sum += score;
    if (sum > best) {
      best = sum;
      start = from;
      end = index;
    }
  }
  return { start, end };
}

function countCopies(seen: readonly Observation[]): { copies: number[]; firstCopy: boolean[] } {
  const first = new Map<string, number>();
  const counts = new Map<string, number>();
  const firstCopy = seen.map((line, index) => {
    if (line.shape.letters === 0) return true;
    counts.set(line.folded, (counts.get(line.folded) ?? 0) + 1);
    if (first.has(line.folded)) return false;
    first.set(line.folded, index);
    return true;
  });
  return { copies: seen.map((line) => counts.get(line.folded) ?? 1), firstCopy };
}

/** Words of at least four letters, and what is left of them without the article or a conjunction. */
function addStems(set: Set<string>, words: readonly string[]): void {
  for (const word of words) {
    const stem = stemOf(word);
    if (stem.length >= 3) set.add(stem);
  }
}

const GLUED = /^(?:وال|بال|فال|كال|لل|ال|و)/;

function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const stem = word.replace(GLUED, '');
  return (stem.length >= 3 ? stem : word).slice(0, 6);
}

function shareWithBody(seen: readonly Observation[], start: number, end: number): number[] {
  const body = new Set<string>();
  let words = 0;
  for (let index = start; index <= end && index < seen.length && words < LEAD_WORDS; index++) {
    const line = seen[index] as Observation;
    if (!line.isLong) continue;
    const list = line.text.length > 120 ? fold(line.text.slice(0, 700)).split(' ') : line.words;
    addStems(body, list);
    words += list.length;
  }
  return seen.map((line, index) => {
    if (line.shape.length > 200 || line.shape.letters < 4 || (index >= start && line.isLong)) return -1;
    let total = 0;
    let shared = 0;
    for (const word of line.words) {
      const stem = stemOf(word);
      if (stem.length < 3) continue;
      total++;
      if (body.has(stem)) shared++;
    }
    return total === 0 ? -1 : shared / total;
  });
}

/** The best line above the body: the length of a headline, words that return in the body, near to it, perhaps twice. */
function findHeadline(
  seen: readonly Observation[],
  start: number,
  bodyShare: readonly number[],
  copies: readonly number[],
): number {
  let best = 0.6;
  let found = -1;
  for (let index = 0; index < start; index++) {
    const line = seen[index] as Observation;
    const { shape } = line;
    if (shape.letters < 6 || line.isFurniture || line.hasDate) continue;
    let score = 0;
    score +=
      shape.length >= 25 && shape.length <= 130
        ? 0.8
        : shape.length >= 14 && shape.length <= 190
          ? 0.3
          : -0.5;
    score += 1.6 * Math.max(0, bodyShare[index] as number);
    if ((copies[index] as number) > 1) score += 0.25;
    if (shape.endsWithStop && !shape.endsWithQuestion) score -= 0.5;
    if (shape.startsWithBracket && shape.endsWithBracket) score -= 1;
    if (line.cues.whole.length > 0 || line.cues.label.length > 0 || line.cues.start.length > 0) score -= 0.8;
    if (line.cues.inside.length > 0) score -= 0.4;
    if (line.furnitureShare >= 0.4) score -= 1;
    const up = start - index;
    score -= Math.min(0.8, (up - 1) * 0.05);
    if (score > best) {
      best = score;
      found = index;
    }
  }
  return found;
}

/** Which label's list a line belongs to: the lines under it up to the next paragraph or label. */
function findLabels(seen: readonly Observation[]): Under[] {
  let under: Under = null;
  let count = 0;
  return seen.map((line) => {
    const label = labelOf(line);
    if (label !== null) {
      under = label;
      count = 0;
      return null;
    }
    if (under === null) return null;
    count++;
    const limit = under === 'read-also' ? 8 : 40;
    const ends = under === 'comments' ? false : line.isLong && line.shape.endsWithStop;
    if (ends || count > limit || (line.isFurniture && under !== 'comments')) under = null;
    return under;
  });
}

function labelOf(line: Observation): Under {
  const { whole } = line.cues;
  if (line.isLong) return null;
  if (whole.includes('comments')) return 'comments';
  if (whole.includes('tags')) return 'tags';
  if (whole.includes('read-also')) return 'read-also';
  if (whole.includes('related') || whole.includes('popular') || whole.includes('latest')) return 'related';
  return null;
}
