/** Features of a line among others: what stands above and below it. */
import type { Cue } from '../../languages/index.js';
import { itemNumber } from '../assemble/lists.js';
import { type Scene, stemOf } from '../layout/layout.js';
import { isQuestion, startsWithTime } from '../layout/runs.js';
import type { Observation } from '../observe/observe.js';
import type { Unit } from '../parse/units.js';
import { featureId } from './names.js';
import { HANDLE } from './shape.js';

const id = featureId;
const STOP = id('ends-with-stop');

const N = {
  shortAboveLong: id('short-above-long'),
  shortRun: id('short-run'),
  betweenLong: id('between-long'),
  previousLong: id('previous-long'),
  nextLong: id('next-long'),
  previousShort: id('previous-short'),
  nextShort: id('next-short'),
  previousDate: id('previous-date'),
  nextDate: id('next-date'),
  tightAbove: id('tight-above'),
  tightBelow: id('tight-below'),
  underReadAlso: id('under-read-also'),
  underRelated: id('under-related'),
  underTags: id('under-tags'),
  underComments: id('under-comments'),
  underCredit: id('under-credit'),
  underSection: id('under-section'),
  underNav: id('under-nav'),
  underTicker: id('under-ticker'),
  aboveNav: id('above-nav'),
  aboveFurniture: id('above-furniture'),
  underFurniture: id('under-furniture'),
  aboveCredit: id('above-credit'),
  runOfItems: id('run-of-items'),
  aboveHandle: id('above-handle'),
  tightRun: id('tight-run'),
  paragraphInBody: id('paragraph-in-body'),
  questionQuote: id('question-then-quote'),
  questionText: id('question-then-text'),
  underColon: id('under-colon'),
  stopRun: id('stop-run'),
  plainInBody: id('plain-in-body'),
  manyPlain: id('one-of-many-plain'),
  fewPlain: id('one-of-few-plain'),
  questionSeries: id('question-series'),
  interviewQuestion: id('interview-question'),
  inBox: id('in-box'),
  longItem: id('long-item'),
  oneOfTimed: id('one-of-timed'),
  wordsOfNext: id('words-of-next'),
  wordsOfHeadline: id('words-of-headline'),
};

/** What stands above and below the line, and the label that it stands under. */
export function addNeighbours(list: number[], { units, seen, layout }: Scene, index: number): void {
  const line = seen[index] as Observation;
  const previous = seen[index - 1];
  const next = seen[index + 1];
  if (
    layout.stopless &&
    line.shape.length >= 60 &&
    !line.shape.endsWithStop &&
    !line.shape.endsWithEllipsis
  ) {
    list.push(STOP);
  }
  if (line.shape.length >= 140 && index >= layout.start && index <= layout.end && !line.isFurniture) {
    list.push(N.paragraphInBody);
  }
  if (index > 0 && (units[index] as Unit).gap === 0) list.push(N.tightAbove);
  if (next !== undefined && (units[index + 1] as Unit).gap === 0) list.push(N.tightBelow);
  if (previous !== undefined) {
    if (previous.isLong) list.push(N.previousLong);
    if (previous.isShort) list.push(N.previousShort);
    if (isDateLine(previous)) list.push(N.previousDate);
    if (hasCue(previous, 'credit') || hasCue(previous, 'caption')) list.push(N.underCredit);
    if (previous.cues.whole.includes('section')) list.push(N.underSection);
    if (previous.cues.whole.includes('nav')) list.push(N.underNav);
    if (previous.cues.whole.includes('ticker')) list.push(N.underTicker);
    if (previous.isFurniture) list.push(N.underFurniture);
  }
  if (next !== undefined) {
    if (next.isLong) list.push(N.nextLong);
    if (next.isShort) list.push(N.nextShort);
    if (isDateLine(next)) list.push(N.nextDate);
    if (hasCue(next, 'credit') || hasCue(next, 'caption')) list.push(N.aboveCredit);
    if (next.cues.whole.includes('nav')) list.push(N.aboveNav);
    if (next.isFurniture) list.push(N.aboveFurniture);
    if (line.isShort && !line.shape.endsWithStop && next.isLong) list.push(N.shortAboveLong);
    if (previous?.isLong && next.isLong) list.push(N.betweenLong);
    if (previous?.isShort && next.isShort && line.isShort) list.push(N.shortRun);
  }
  if (line.isShort && line.shape.endsWithQuestion && next !== undefined) {
    if (next.shape.startsWithQuote) list.push(N.questionQuote);
    else if (next.isLong && previous?.isLong) list.push(N.questionText);
  }
  if (previous?.shape.endsWithColon) list.push(N.underColon);
  if (next !== undefined && next.shape.latin >= 3 && next.shape.length < 120 && HANDLE.test(next.text)) {
    list.push(N.aboveHandle);
  }
  if (layout.inBox[index]) list.push(N.inBox);
  if (layout.timed > 1 && startsWithTime(line)) list.push(N.oneOfTimed);
  const asked = layout.interview && layout.questions >= 2 && isQuestion(line);
  if (layout.plain[index] && !asked)
    list.push(N.plainInBody, layout.plainCount >= 3 ? N.manyPlain : N.fewPlain);
  if (layout.questions >= 2 && isQuestion(line) && index > layout.start && index <= layout.end) {
    if (layout.plainCount === 0) list.push(N.questionSeries);
    if (layout.interview) list.push(N.interviewQuestion);
  }
  const tightAbove = index > 0 && (units[index] as Unit).gap === 0 && previous?.isShort;
  const tightBelow = next !== undefined && (units[index + 1] as Unit).gap === 0 && next.isShort;
  if (line.isShort && !line.isFurniture && (tightAbove || tightBelow)) list.push(N.tightRun);
  if (line.isItem && (previous?.isItem || next?.isItem)) {
    list.push(N.runOfItems);
  }
  if (isLongItem(seen, index)) list.push(N.longItem);
  if (line.isShort && (isShortSentence(previous) || isShortSentence(next))) list.push(N.stopRun);
  // a picture may stand between a subhead and its paragraph
  const below =
    next !== undefined && (hasCue(next, 'credit') || hasCue(next, 'caption')) ? seen[index + 2] : next;
  if (line.isShort && below?.isLong && share(line, below) >= 0.3) list.push(N.wordsOfNext);
  const head = seen[layout.headline];
  if (head !== undefined && index !== layout.headline && line.isShort && share(line, head) >= 0.6) {
    list.push(N.wordsOfHeadline);
  }
  switch (layout.under[index]) {
    case 'read-also':
      list.push(N.underReadAlso);
      break;
    case 'related':
      list.push(N.underRelated);
      break;
    case 'tags':
      list.push(N.underTags);
      break;
    case 'comments':
      list.push(N.underComments);
      break;
    default:
      break;
  }
}

/** Share of the words of a short line that stand in another, particles aside, both without their article. */
function share(line: Observation, other: Observation): number {
  let total = 0;
  let shared = 0;
  const stems = new Set(other.words.map(stemOf));
  for (const word of line.words) {
    if (word.length < 3) continue;
    total++;
    if (stems.has(stemOf(word))) shared++;
  }
  return total === 0 ? 0 : shared / total;
}

/** A numbered paragraph with the number before or after its own on a paragraph nearby. */
function isLongItem(seen: readonly Observation[], index: number): boolean {
  const line = seen[index] as Observation;
  const number = line.isLong && line.isItem ? itemNumber(line.text) : null;
  if (number === null) return false;
  for (const at of [index - 2, index - 1, index + 1, index + 2]) {
    const other = seen[at];
    const next = other?.isLong && other.isItem ? itemNumber(other.text) : null;
    if (next !== null && Math.abs(next - number) === 1) return true;
  }
  return false;
}

function isShortSentence(line: Observation | undefined): boolean {
  return line?.isShort === true && line.shape.endsWithStop;
}

function isDateLine(line: Observation): boolean {
  return (line.hasDate || line.hasTime) && line.dateShare >= 0.5;
}

function hasCue(line: Observation, cue: Cue): boolean {
  const { whole, label, start, inside } = line.cues;
  return whole.includes(cue) || label.includes(cue) || start.includes(cue) || inside.includes(cue);
}
