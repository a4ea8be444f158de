/** Features of a line among others: what it repeats, what stands above and below it. */
import type { Cue } from '../languages/index.js';
import { featureId } from './feature-names.js';
import { HANDLE } from './features-shape.js';
import { type Layout, type Scene, stemOf } from './layout.js';
import type { Observation } from './observe.js';
import type { Repeat } from './repeats.js';
import type { Unit } from './units.js';

const id = featureId;
const STOP = id('ends-with-stop');

const R = {
  twice: id('stands-twice'),
  twiceFirst: id('stands-twice-first'),
  often: id('stands-often'),
  headline: id('repeats-headline'),
  extends: id('extends-headline'),
  inBody: id('repeated-in-body'),
  nearly: id('repeated-nearly'),
  next: id('repeats-next'),
  start: id('repeats-start'),
  place: id('repeats-in-body-place'),
  mark: id('repeats-with-mark'),
  plain: id('repeats-plain'),
  elsewhere: id('repeats-elsewhere'),
  long: id('repeats-long'),
  below: id('below-repeat'),
  above: id('above-repeat'),
};

/** What the line repeats, and what repeats it. */
export function addRepeats(list: number[], { layout, seen, repeats }: Scene, index: number): void {
  const copies = layout.copies[index] as number;
  const line = seen[index] as Observation;
  if (copies >= 3) list.push(R.often);
  else if (copies === 2) list.push(layout.firstCopy[index] ? R.twiceFirst : R.twice);
  const head = layout.headline < 0 ? undefined : (seen[layout.headline] as Observation);
  if (head !== undefined && index !== layout.headline && head.folded.length > 14) {
    if (line.folded === head.folded) list.push(R.headline);
    else if (line.shape.length < 200 && line.folded.includes(head.folded)) list.push(R.extends);
  }
  if (repeatsBody(layout, repeats[index] as Repeat | null)) {
    const repeat = repeats[index] as Repeat;
    list.push(repeat.cover >= 0.85 ? R.inBody : R.nearly);
    if (repeat.atStart) list.push(repeat.source === index + 1 ? R.next : R.start);
    const inside = index > layout.start && index <= layout.end + 1;
    const marked = line.shape.startsWithQuote || line.shape.endsWithQuote || line.text.startsWith('…');
    if (inside) list.push(R.place);
    if (inside && repeat.source !== index + 1) list.push(R.elsewhere);
    if (inside && line.shape.length >= 120) list.push(R.long);
    if (marked) list.push(R.mark);
    else if (inside && repeat.cover >= 0.95 && line.shape.length >= 40) list.push(R.plain);
  }
  if (repeatsBody(layout, repeats[index - 1] ?? null)) list.push(R.below);
  if (repeatsBody(layout, repeats[index + 1] ?? null)) list.push(R.above);
}

/** Does the line repeat a passage of the body? */
function repeatsBody({ start, end }: Layout, repeat: Repeat | null): boolean {
  return repeat !== null && repeat.source >= start && repeat.source <= end;
}

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
  const tightAbove = index > 0 && (units[index] as Unit).gap === 0 && previous?.isShort;
  const tightBelow = next !== undefined && (units[index + 1] as Unit).gap === 0 && next.isShort;
  if (line.isShort && !line.isFurniture && (tightAbove || tightBelow)) list.push(N.tightRun);
  if (line.isItem && (previous?.isItem || next?.isItem)) {
    list.push(N.runOfItems);
  }
  if (line.isShort && (previous?.shape.endsWithStop || next?.shape.endsWithStop)) list.push(N.stopRun);
  if (isPlain(line) && index > layout.start && index <= layout.end && previous?.isLong) {
    if (layout.under[index] === null && !previous.shape.endsWithColon) list.push(N.plainInBody);
  }
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

/** A short line without a stop that no list, label, date or mark explains. */
function isPlain(line: Observation): boolean {
  const { shape, cues } = line;
  if (!line.isShort || line.isItem || line.isFurniture || shape.letters < 4 || line.dateShare > 0.4)
    return false;
  if (shape.startsWithQuote || shape.startsWithBracket || shape.separators > 0) return false;
  if (shape.endsWithStop && !shape.endsWithQuestion) return false;
  return cues.whole.length + cues.label.length + cues.start.length + cues.inside.length === 0;
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

function isDateLine(line: Observation): boolean {
  return (line.hasDate || line.hasTime) && line.dateShare >= 0.5;
}

function hasCue(line: Observation, cue: Cue): boolean {
  const { whole, label, start, inside } = line.cues;
  return whole.includes(cue) || label.includes(cue) || start.includes(cue) || inside.includes(cue);
}
