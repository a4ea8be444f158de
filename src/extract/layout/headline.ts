/** Which line above the body is the likeliest headline, before any line has its role. */

import type { Observation } from '../observe/observe.js';
import { startsWithTime } from './runs.js';

/** The best line above the body: the length of a headline, words that return in the body, near to it, perhaps twice. `live`: entries begin with a time. */
export function findHeadline(
  seen: readonly Observation[],
  start: number,
  bodyShare: readonly number[],
  copies: readonly number[],
  live: boolean,
): number {
  let best = 0.6;
  let found = -1;
  for (let index = 0; index < start; index++) {
    const line = seen[index] as Observation;
    const { shape } = line;
    if (shape.letters < 6 || line.isFurniture || line.hasDate || (live && startsWithTime(line))) continue;
    let score = 0;
    score +=
      shape.length >= 25 && shape.length <= 130
        ? 0.8
        : shape.length >= 14 && shape.length <= 190
          ? 0.3
          : -0.5;
    score += 1.6 * Math.max(0, bodyShare[index] as number);
    if ((copies[index] as number) > 1) score += 0.25;
    if (shape.words === 1) score -= 0.8;
    if (shape.endsWithStop && !shape.endsWithQuestion) score -= 0.5;
    if (shape.startsWithBracket && shape.endsWithBracket) score -= 1;
    if (line.cues.whole.length > 0 || line.cues.label.length > 0 || line.cues.start.length > 0) score -= 0.8;
    if (line.cues.inside.length > 0) score -= 0.4;
    if (line.furnitureShare >= 0.4) score -= 1;
    const up = start - index;
    score -= Math.min(0.8, (up - 1) * 0.05);
    if (isPartOfTitle(seen, index, start)) score -= 0.7;
    if (score > best) {
      best = score;
      found = index;
    }
  }
  return found;
}

const MOST_TITLES = 40;

/** A caption that shortens the headline, or the browser's title that adds the name of the site to it. */
function isPartOfTitle(seen: readonly Observation[], index: number, start: number): boolean {
  const { folded } = seen[index] as Observation;
  if (folded.length < 10 || folded.length > 220) return false;
  for (let other = Math.max(0, start - MOST_TITLES); other < start; other++) {
    const line = seen[other] as Observation;
    if (other === index || line.folded.length > 220 || line.folded.length < 10) continue;
    if (line.folded.length > folded.length && line.folded.includes(folded) && !isExtension(line, folded))
      return true;
    if (
      line.folded.length < folded.length &&
      folded.includes(line.folded) &&
      isExtension(seen[index] as Observation, line.folded)
    ) {
      return true;
    }
  }
  return false;
}

/** "Headline - Site" or "Headline | Site". */
function isExtension(line: Observation, title: string): boolean {
  const at = line.folded.indexOf(title);
  const rest = line.folded.slice(at + title.length);
  return /^ ?[-|:»>]/u.test(rest) || at > 0;
}

const PARTS = /^(.{15,}?) ?[|»›:–—-] ?[^|»›]{2,40}$/u;

/** Lines above the body that are another one with the name of the site behind it, as browsers name their windows. */
export function findBrowserTitles(seen: readonly Observation[], start: number): boolean[] {
  const found: boolean[] = new Array(seen.length).fill(false);
  const titles = new Set<string>();
  const most = Math.min(start, MOST_TITLES);
  for (let index = 0; index < most; index++) titles.add((seen[index] as Observation).folded);
  for (let index = 0; index < most; index++) {
    const { folded, shape } = seen[index] as Observation;
    if (folded.length < 18 || folded.length > 220 || shape.words < 4) continue;
    const title = PARTS.exec(folded)?.[1];
    if (title !== undefined && titles.has(title)) found[index] = true;
  }
  return found;
}
