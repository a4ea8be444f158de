/** Features of a line that stands elsewhere too: copies, passages set apart from the text, and who said them. */

import type { Layout, Scene } from '../layout/layout.js';
import type { Observation } from '../observe/observe.js';
import type { Repeat } from '../observe/repeats.js';
import { featureId } from './names.js';

const id = featureId;

const R = {
  twice: id('stands-twice'),
  twiceFirst: id('stands-twice-first'),
  often: id('stands-often'),
  besideCopy: id('beside-copy'),
  copyAbove: id('copy-above-body'),
  shownTwice: id('shown-twice'),
  headline: id('repeats-headline'),
  extends: id('extends-headline'),
  inBody: id('repeated-in-body'),
  nearly: id('repeated-nearly'),
  next: id('repeats-next'),
  start: id('repeats-start'),
  place: id('repeats-in-body-place'),
  mark: id('repeats-with-mark'),
  unclosed: id('repeats-unclosed'),
  plain: id('repeats-plain'),
  elsewhere: id('repeats-elsewhere'),
  long: id('repeats-long'),
  part: id('repeats-part'),
  markedTwin: id('marked-twin'),
  twinMarked: id('twin-marked'),
  plainTwin: id('plain-twin'),
  below: id('below-repeat'),
  above: id('above-repeat'),
  speaker: id('speaker-below-repeat'),
  dash: id('dash-below-repeat'),
  loneMark: id('under-lone-mark'),
};

/** A pull quote may stand so many lines below the last line of the body. */
const REACH_BELOW = 4;

/** What the line repeats, and what repeats it. */
export function addRepeats(list: number[], { layout, seen, repeats }: Scene, index: number): void {
  const copies = layout.copies[index] as number;
  const line = seen[index] as Observation;
  if (copies >= 3) list.push(R.often);
  else if (copies === 2) list.push(layout.firstCopy[index] ? R.twiceFirst : R.twice);
  if (copies >= 2 && line.shape.words > 3 && (isCopy(seen[index - 1], line) || isCopy(seen[index + 1], line)))
    list.push(R.besideCopy);
  else if (copies === 2 && !layout.firstCopy[index] && index === layout.start - 1) list.push(R.copyAbove);
  const head = layout.headline < 0 ? undefined : (seen[layout.headline] as Observation);
  if (head !== undefined && index !== layout.headline && head.folded.length > 14) {
    if (line.folded === head.folded) list.push(R.headline);
    else if (line.shape.length < 200 && line.folded.includes(head.folded)) list.push(R.extends);
  }
  const repeat = repeats[index] as Repeat | null;
  if (repeat !== null && repeatsBody(layout, repeat)) addPassage(list, layout, seen, index, repeat);
  const above = repeats[index - 1] ?? null;
  if (above !== null && repeatsBody(layout, above)) {
    list.push(R.below);
    if (repeat === null && line.shape.length <= 60 && line.shape.letters > 2) addSpeaker(list, seen, index);
  }
  const below = repeats[index + 1] ?? null;
  if (below !== null && repeatsBody(layout, below)) list.push(R.above);
  if (seen[index - 1] !== undefined && isLoneMark(seen[index - 1] as Observation)) list.push(R.loneMark);
}

function addPassage(
  list: number[],
  layout: Layout,
  seen: readonly Observation[],
  index: number,
  repeat: Repeat,
): void {
  const line = seen[index] as Observation;
  list.push(repeat.cover >= 0.85 ? R.inBody : R.nearly);
  if (repeat.atStart) list.push(repeat.source === index + 1 ? R.next : R.start);
  const { start, end, endLabel } = layout;
  const inside =
    index > start && index <= end + REACH_BELOW && (index <= end + 1 || endLabel < 0 || index < endLabel);
  const marked = isMarked(line);
  if (inside) list.push(R.place);
  if (inside && repeat.source !== index + 1) list.push(R.elsewhere);
  if (inside && line.shape.length >= 120) list.push(R.long);
  if (marked) list.push(R.mark);
  else if (inside && repeat.cover >= 0.95 && line.shape.length >= 40) list.push(R.plain);
  if (inside && line.shape.startsWithQuote && line.shape.quotes % 2 === 1) list.push(R.unclosed);
  if (!inside) return;
  for (const beside of [index - 1, index + 1])
    if (repeat.source !== beside && isCopy(seen[beside], line)) list.push(R.shownTwice);
  if (!repeat.whole) list.push(R.part);
  else if (marked !== isMarked(seen[repeat.source] as Observation))
    list.push(marked ? R.markedTwin : R.twinMarked);
  else list.push(R.plainTwin);
}

/** A short line under a passage that is set apart: who said it, with a dash before the name or without. */
function addSpeaker(list: number[], seen: readonly Observation[], index: number): void {
  const { shape, cues, dateShare } = seen[index] as Observation;
  if (cues.whole.length + cues.start.length > 0 || shape.endsWithStop || dateShare > 0.4) return;
  if (shape.startsWithDash) list.push(R.dash);
  else if (shape.words <= 6 && isMarked(seen[index - 1] as Observation)) list.push(R.speaker);
}

function isMarked({ shape, text }: Observation): boolean {
  return shape.startsWithQuote || shape.endsWithQuote || text.startsWith('…');
}

function isLoneMark({ shape }: Observation): boolean {
  return shape.letters === 0 && shape.digits === 0 && shape.quotes > 0;
}

function isCopy(other: Observation | undefined, line: Observation): boolean {
  return other !== undefined && other.folded === line.folded;
}

/** Does the line repeat a passage of the body? */
function repeatsBody({ start, end }: Layout, repeat: Repeat): boolean {
  return repeat.source >= start && repeat.source <= end;
}
