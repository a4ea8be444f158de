/** Paths of pages above the body: on one line with arrows, or copied as a line an entry under the link to the home page. */
import { fold } from '../../fold.js';
import type { Observation } from '../observe/observe.js';

/** What lines have to do with paths of pages, line by line. */
export interface Paths {
  /** Is the line one of a few labels right under the home page? */
  readonly crumb: readonly boolean[];
  /** Is the line a path whose last part stands as a line of its own, too? */
  readonly pathToTitle: readonly boolean[];
  /** Is the line the last part of such a path? */
  readonly titleOfPath: readonly boolean[];
}

/** Longer runs under the home page are menus. */
const MOST_CRUMBS = 3;
const ARROW = /[»›‹>←]/u;
const LONGEST = 300;

/** `start`: first line of the body; `headline`: the likeliest headline, -1 when there is none. */
export function findPaths(seen: readonly Observation[], start: number, headline: number): Paths {
  const none = () => new Array<boolean>(seen.length).fill(false);
  const paths = { crumb: none(), pathToTitle: none(), titleOfPath: none() };
  const end = headline >= 0 && headline < start ? headline : start;
  for (let index = 0; index < end; index++) {
    if (!isHome(seen[index] as Observation)) continue;
    let last = index;
    while (last + 1 < end && isLabel(seen[last + 1] as Observation)) last++;
    if (last > index && last - index <= MOST_CRUMBS && last + 1 < seen.length)
      paths.crumb.fill(true, index + 1, last + 1);
    index = last;
  }
  findTitles(seen, start, paths);
  return paths;
}

function findTitles(
  seen: readonly Observation[],
  start: number,
  { pathToTitle, titleOfPath }: { pathToTitle: boolean[]; titleOfPath: boolean[] },
): void {
  let ends: Map<string, number> | null = null;
  for (let index = 0; index < start; index++) {
    const line = seen[index] as Observation;
    if (ends?.has(line.folded)) {
      titleOfPath[index] = true;
      pathToTitle[ends.get(line.folded) as number] = true;
    }
    if (line.text.length > LONGEST || !ARROW.test(line.text)) continue;
    const part = fold(line.text.split(ARROW).at(-1) ?? '').trim();
    if (part.length >= 10 && part !== line.folded) {
      ends ??= new Map();
      ends.set(part, index);
    }
  }
}

function isHome({ cues }: Observation): boolean {
  return cues.whole.includes('nav') && !cues.whole.includes('section');
}

function isLabel(line: Observation): boolean {
  const { shape, cues } = line;
  if (shape.length > 30 || shape.words > 4 || shape.letters < 2 || shape.digits > 0 || shape.endsWithStop)
    return false;
  return (cues.whole.includes('section') || !line.isFurniture) && !isHome(line) && !line.hasDate;
}
