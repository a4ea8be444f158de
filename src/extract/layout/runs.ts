/** Runs of lines that belong together: entries of a menu, the titles under a label. */
import type { Observation } from '../observe/observe.js';

/** The kind of label that a line stands under. */
export type Under = 'read-also' | 'related' | 'tags' | 'comments' | null;

/** Lengths of the runs of menu entries and of names of sections that each line stands in, 0 outside. */
export function findMenus(seen: readonly Observation[]): {
  menuRun: number[];
  lastOfMenu: boolean[];
  sectionRun: number[];
} {
  const menuRun: number[] = new Array(seen.length).fill(0);
  const lastOfMenu: boolean[] = new Array(seen.length).fill(false);
  const sectionRun: number[] = new Array(seen.length).fill(0);
  let first = -1;
  for (let index = 0; index <= seen.length; index++) {
    if (index < seen.length && isSectionName(seen[index] as Observation)) {
      if (first < 0) first = index;
    } else if (first >= 0) {
      sectionRun.fill(index - first, first, index);
      first = -1;
    }
  }
  for (let index = 0; index < seen.length; index++) {
    let end = index;
    // entries with bullets and entries without are two menus
    const marked = (seen[index] as Observation).shape.separators > 0;
    while (end < seen.length && isMenuEntry(seen[end] as Observation, marked)) end++;
    if (end - index < 2) continue;
    menuRun.fill(end - index, index, end);
    lastOfMenu[end - 1] = true;
    index = end - 1;
  }
  return { menuRun, lastOfMenu, sectionRun };
}

function isSectionName({ shape, cues, isTopic }: Observation): boolean {
  return shape.length <= 40 && (isTopic || cues.whole.includes('section'));
}

function isMenuEntry({ shape, cues }: Observation, marked: boolean): boolean {
  if (shape.length > 30 || shape.separators > 0 !== marked) return false;
  return marked || cues.whole.includes('section') || cues.whole.includes('nav');
}

/** A short line that asks something. */
export function isQuestion({ shape, isShort, isFurniture }: Observation): boolean {
  return isShort && shape.endsWithQuestion && shape.words > 1 && !isFurniture;
}

/** The short lines between paragraphs that no list, label, date or mark explains, and the questions among short lines. */
export function findPlain(
  seen: readonly Observation[],
  start: number,
  end: number,
  under: readonly Under[],
): { plain: boolean[]; plainCount: number; questions: number } {
  let plainCount = 0;
  let questions = 0;
  const plain = seen.map((line, index) => {
    const previous = seen[index - 1];
    if (previous === undefined || index <= start || index > end) return false;
    const between = previous.isLong && seen[index + 1]?.isLong === true;
    if (between && isQuestion(line)) questions++;
    const found = previous.isLong && isPlain(line) && under[index] === null && !previous.shape.endsWithColon;
    if (found && !isQuestion(line)) plainCount++;
    return found;
  });
  return { plain, plainCount, questions };
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

const TIME_FIRST = /^[\d٠-٩۰-۹]{1,2}[:.][\d٠-٩۰-۹]{2}\s/;

/** An entry of a page that goes on all day: a time of day, then what happened. */
export function startsWithTime({ text, shape }: Observation): boolean {
  return shape.startsWithDigit && shape.words > 2 && TIME_FIRST.test(text);
}

/** Most titles of a box between two paragraphs. */
const BOX = 2;

/** Labels of other stories, and the titles under them, that stand between two paragraphs of the body. */
export function findBoxes(seen: readonly Observation[], end: number, below: readonly number[]): boolean[] {
  const inBox: boolean[] = new Array(seen.length).fill(false);
  for (let index = 1; index < end; index++) {
    const { cues } = seen[index] as Observation;
    const lines = below[index] as number;
    if (!cues.whole.includes('related') || lines < 2 || lines > BOX + 1 || index + lines > end) continue;
    if (!seen[index - 1]?.isLong || cues.whole.includes('popular') || cues.whole.includes('tags')) continue;
    inBox.fill(true, index, index + lines);
  }
  return inBox;
}

/** Which label's list a line belongs to: the lines under it up to the next paragraph or label. */
export function findLabels(seen: readonly Observation[]): Under[] {
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
