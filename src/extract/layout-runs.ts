/** Runs of lines that belong together: entries of a menu, the titles under a label. */
import type { Observation } from './observe.js';

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
