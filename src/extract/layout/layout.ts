/**
 * The rough plan of a text, found before any line has its role: where the body stands, which line above it is the
 * likeliest headline, where the first label stands that ends an article, which label a line stands under.
 */

import { fold } from '../../fold.js';
import type { Cue } from '../../languages/index.js';
import type { Lang } from '../../model.js';
import { isInterviewWord, tokens } from '../observe/lexicon.js';
import type { Observation } from '../observe/observe.js';
import type { Repeat } from '../observe/repeats.js';
import type { Unit } from '../parse/units.js';
import { findBrowserTitles, findHeadline } from './headline.js';
import { findPaths, type Paths } from './paths.js';
import { findBoxes, findLabels, findMenus, findPlain, startsWithTime, type Under } from './runs.js';

/** What the features need to know of a text. */
export interface Scene {
  readonly units: readonly Unit[];
  readonly seen: readonly Observation[];
  readonly repeats: readonly (Repeat | null)[];
  readonly layout: Layout;
  readonly lang: Lang;
}

/** The plan of a text. Lists have an entry a line; numbers of lines count from 0. */
export interface Layout extends Paths {
  /** First and last line of the body. */
  readonly start: number;
  readonly end: number;
  /** The likeliest headline; -1 when no line above the body looks like one. */
  readonly headline: number;
  /** First label after the body's first line that ends an article (related, comments, tags …); -1 when there is none. */
  readonly endLabel: number;
  /** First label inside the body that may end it or stand in a box between paragraphs; -1 when there is none. */
  readonly softEnd: number;
  /** For short lines and closing paragraphs the share of their words that return in the first paragraphs; -1 for others. */
  readonly bodyShare: readonly number[];
  /** How often the same line stands in the text, and whether this is its first copy. */
  readonly copies: readonly number[];
  readonly firstCopy: readonly boolean[];
  /** Lines above the body that could be a title, in order. */
  readonly titles: readonly number[];
  /** Place of a line among them, -1 for others. */
  readonly titleAt: readonly number[];
  /** How many lines below the next sure paragraph stands; -1 when a label that ends articles stands before it. */
  readonly paragraphBelow: readonly number[];
  /** The first sure paragraph of the text; the number of lines when there is none. */
  readonly firstParagraph: number;
  /** Length of the run of section names and menu entries that the line stands in, and whether it is the last. */
  readonly menuRun: readonly number[];
  readonly lastOfMenu: readonly boolean[];
  /** Length of the run of names of sections that the line stands in, 0 outside. */
  readonly sectionRun: readonly number[];
  /** Lines that are another one with the name of the site behind it. */
  readonly browserTitle: readonly boolean[];
  /** How many lines begin with a time of day, as the entries of a live page do. */
  readonly timed: number;
  /** Labels of other stories with a title or two, between two paragraphs. */
  readonly inBox: readonly boolean[];
  /** The paragraphs of this text end without stops. */
  readonly stopless: boolean;
  /** Short lines between paragraphs that nothing explains; how many there are, and how many lines there ask something. */
  readonly plain: readonly boolean[];
  readonly plainCount: number;
  readonly questions: number;
  /** A line above the text says that somebody is asked questions. */
  readonly interview: boolean;
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
const LEAD_WORDS = 120;
/** So many lines at the end of the body, and the paragraphs below them, are compared with its first paragraphs. */
const CLOSING = 2;
/** Most lines of a list or table between two paragraphs. */
const REACH = 14;

/** Finds the plan. Linear in the number of lines. */
export function layOut(seen: readonly Observation[], repeats: readonly (Repeat | null)[]): Layout {
  const under = findLabels(seen);
  const { start, end } = findBody(seen, repeats, under);
  const { copies, firstCopy } = countCopies(seen);
  const bodyShare = shareWithBody(seen, start, end);
  const timed = seen.filter(startsWithTime).length;
  const headline = findHeadline(seen, start, bodyShare, copies, timed > 1);
  const paragraphs = findParagraphs(seen);
  return {
    start,
    end,
    headline,
    ...findEndLabels(seen, start, end),
    bodyShare,
    copies,
    firstCopy,
    ...findTitles(seen, start),
    ...paragraphs,
    timed,
    browserTitle: findBrowserTitles(seen, start),
    inBox: findBoxes(seen, end, paragraphs.paragraphBelow),
    ...findMenus(seen),
    ...findPaths(seen, start, headline),
    ...findPlain(seen, start, end, under),
    interview: speaksOfInterview(seen, start),
    under,
    stopless: isStopless(seen, start, end),
  };
}

/** Labels of boxes that newspapers put between paragraphs, too. */
const BOX_LABELS: ReadonlySet<Cue> = new Set(['related', 'popular', 'latest', 'subscribe']);

function findEndLabels(
  seen: readonly Observation[],
  start: number,
  end: number,
): { endLabel: number; softEnd: number } {
  let softEnd = -1;
  for (let index = start + 1; index < seen.length; index++) {
    const { whole } = (seen[index] as Observation).cues;
    if (whole.includes('read-also') || !whole.some((cue) => END_LABELS.has(cue))) continue;
    const isBox = index < end && whole.every((cue) => BOX_LABELS.has(cue) || !END_LABELS.has(cue));
    if (!isBox) return { endLabel: index, softEnd };
    if (softEnd < 0) softEnd = index;
  }
  return { endLabel: -1, softEnd };
}

function findTitles(seen: readonly Observation[], start: number): { titles: number[]; titleAt: number[] } {
  const titles: number[] = [];
  const titleAt: number[] = new Array(seen.length).fill(-1);
  for (let index = 0; index < start; index++) {
    const { shape, cues, isFurniture, hasDate, furnitureShare, dateShare } = seen[index] as Observation;
    const known = cues.whole.length + cues.label.length > 0;
    const plain = !isFurniture && !hasDate && furnitureShare < 0.4 && dateShare < 0.5;
    if (plain && !known && shape.words >= 3 && shape.letters >= 12) {
      titleAt[index] = titles.length;
      titles.push(index);
    }
  }
  return { titles, titleAt };
}

/** A paragraph of an article beyond doubt, as far as one line can tell. */
function isParagraph(line: Observation): boolean {
  const { shape, cues } = line;
  if (shape.length < 90 || !(shape.endsWithStop || shape.length > 150) || shape.endsWithEllipsis)
    return false;
  return cues.start.length + cues.inside.length + cues.label.length === 0 && line.furnitureCount < 4;
}

/** Labels after which paragraphs are comments and notices, not the article. */
const HARD_ENDS: ReadonlySet<Cue> = new Set([
  'comments',
  'tags',
  'subscribe',
  'legal',
  'popular',
  'form',
  'top',
  'pager',
]);

function findParagraphs(seen: readonly Observation[]): { paragraphBelow: number[]; firstParagraph: number } {
  const paragraphBelow: number[] = new Array(seen.length).fill(-1);
  let next = -1;
  let first = seen.length;
  for (let index = seen.length - 1; index >= 0; index--) {
    paragraphBelow[index] = next < 0 ? -1 : next - index;
    const line = seen[index] as Observation;
    if (isParagraph(line)) {
      next = index;
      first = index;
    } else if (line.cues.whole.some((cue) => HARD_ENDS.has(cue))) next = -1;
  }
  return { paragraphBelow, firstParagraph: first };
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
  // a question by itself is a headline, a subhead or the turn of an interview: it opens no body
  if (shape.endsWithQuestion && shape.innerStops === 0 && shape.length < 130) score = -0.1;
  else if (shape.length >= 60) {
    score = Math.min(shape.length, 300) / 100;
    const sentence = shape.endsWithStop || shape.innerStops > 0 || shape.length > 250;
    if (!sentence) score = shape.length >= 140 ? score * 0.8 : -0.2;
    if (shape.endsWithEllipsis) score -= 1;
    if (line.cues.start.length + line.cues.inside.length > 0 && shape.length < 330) score -= 1;
  } else if (line.isItem) score = line.isTurn && shape.length < 40 ? -0.1 : 0.1;
  else score = shape.endsWithStop ? (shape.length >= 30 ? 0.4 : 0.1) : -0.25;
  if (repeat !== null && score < 0) score = 0;
  return score;
}

/** Some authors end no paragraph with a stop; then a missing stop says nothing. */
function isStopless(seen: readonly Observation[], start: number, end: number): boolean {
  let paragraphs = 0;
  let stops = 0;
  for (let index = start; index <= end && index < seen.length; index++) {
    const { shape } = seen[index] as Observation;
    if (shape.length < 150) continue;
    paragraphs++;
    if (shape.endsWithStop) stops++;
  }
  return paragraphs >= 2 && stops * 3 < paragraphs;
}

/** Most lines above the body that are asked for the word. */
const HEAD_LINES = 12;

function speaksOfInterview(seen: readonly Observation[], start: number): boolean {
  for (let index = Math.max(0, start - HEAD_LINES); index <= start && index < seen.length; index++) {
    if ((seen[index] as Observation).words.some(isInterviewWord)) return true;
  }
  return false;
}

/** The run of lines with the greatest sum of scores. */
function findBody(
  seen: readonly Observation[],
  repeats: readonly (Repeat | null)[],
  under: readonly Under[],
): { start: number; end: number } {
  let best = Number.NEGATIVE_INFINITY;
  let start = 0;
  let end = seen.length - 1;
  let sum = 0;
  let from = 0;
  for (let index = 0; index < seen.length; index++) {
    let score = bodyScore(seen[index] as Observation, repeats[index] ?? null);
    // titles and dates of a read-also block do not speak against the body that they stand in
    if (under[index] === 'read-also' && score < 0 && !(seen[index] as Observation).isFurniture) score = 0;
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
  return { start, end: extendBody(seen, end) };
}

/** Lists and tables between paragraphs make the sum fall: the body goes on to the next sure paragraph without a label. */
function extendBody(seen: readonly Observation[], end: number): number {
  let last = end;
  for (let index = end + 1; index < seen.length && index - last <= REACH; index++) {
    const line = seen[index] as Observation;
    if (isParagraph(line)) last = index;
    else if (line.isFurniture || line.furnitureShare >= 0.4 || (line.hasDate && line.dateShare >= 0.5)) break;
  }
  return last;
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

const GLUED = ['وال', 'بال', 'فال', 'كال', 'لل', 'ال', 'و'];
const STEM = 6;

/** The first letters of a folded word without what Arabic glues to its front: enough to know it again. */
export function stemOf(word: string): string {
  if (word.length <= 4) return word;
  const first = word.charCodeAt(0);
  // only words that begin with one of these letters can carry an article or a conjunction
  if (
    first === 0x648 ||
    first === 0x628 ||
    first === 0x641 ||
    first === 0x643 ||
    first === 0x644 ||
    first === 0x627
  ) {
    for (const glued of GLUED) {
      if (word.startsWith(glued) && word.length >= glued.length + 3)
        return word.slice(glued.length, glued.length + STEM);
    }
  }
  return word.slice(0, STEM);
}

function shareWithBody(seen: readonly Observation[], start: number, end: number): number[] {
  const body = new Set<string>();
  let words = 0;
  for (let index = start; index <= end && index < seen.length && words < LEAD_WORDS; index++) {
    const line = seen[index] as Observation;
    if (!line.isLong) continue;
    const list = line.text.length > 300 && words < 40 ? tokens(fold(line.text.slice(0, 400))) : line.words;
    addStems(body, list);
    words += list.length;
  }
  return seen.map((line, index) => {
    const closing = line.isLong && index >= end - CLOSING && index > start;
    if (!closing && (line.shape.length > 200 || line.shape.letters < 4 || (index >= start && line.isLong)))
      return -1;
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
