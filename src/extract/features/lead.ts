/** Features of the first paragraph of a text: is it the beginning of the text, or a standfirst above it? */

import { fold } from '../../fold.js';
import { REPORT_OPENINGS } from '../../languages/reports.js';
import { type Scene, stemOf } from '../layout/layout.js';
import { matchCues } from '../observe/lexicon.js';
import type { Observation } from '../observe/observe.js';
import { featureId } from './names.js';

const id = featureId;

const F = {
  opens: id('opens-as-report'),
  reportBelow: id('report-below'),
  restated: id('lead-restated'),
  apart: id('lead-apart'),
  joined: id('lead-joined'),
  oneSentence: id('lead-one-sentence'),
  shorter: id('lead-shorter'),
};

/** A standfirst has at least so many letters, and the next paragraph stands within so many lines. */
const SHORTEST = 40;
const LONGEST = 420;
const REACH = 12;
/** So many lines from the next paragraph on may say it again. */
const PARAGRAPHS_BELOW = 4;
/** Share of the words that come again below. */
const RESTATED = 0.55;

const OPENINGS: readonly string[] = Object.values(REPORT_OPENINGS)
  .flatMap((phrases = '') => phrases.split('\n'))
  .map((phrase) => ` ${fold(phrase)} `);
/** "place (agency) -", "place - agency:", "agency, place, 4 March". */
const PLACE_FIRST = /^[^\s.:،,]+(?: [^\s.:،,]+){0,3} ?(?:\([^()]{2,30}\)|[-–—/] ?[^-–—:]{2,30}) ?[-–—:]/u;
const BEGINNING = 110;

/** Does a paragraph begin with its agency, its reporter or its place? */
export function beginsAsReport({ text, words, folded, shape }: Observation): boolean {
  if (shape.length < SHORTEST) return false;
  const beginning = ` ${words.join(' ').slice(0, BEGINNING)} `;
  if (OPENINGS.some((phrase) => beginning.includes(phrase))) return true;
  const first = text.slice(0, 60);
  if (!PLACE_FIRST.test(first)) return false;
  const { start, inside, label } = matchCues(folded.slice(0, 60), words.slice(0, 8), false);
  return (
    [...start, ...inside, ...label].includes('agency') ||
    /^\S+(?: \S+){0,2} ?\([^()]{2,30}\) ?[-–—:]/u.test(first)
  );
}

/** `lead`: the first line that could be a standfirst; asked only above and at the first sure paragraph of the text. */
export function addLead(list: number[], { layout, seen }: Scene, index: number): void {
  const line = seen[index] as Observation;
  const { shape } = line;
  if (index > layout.firstParagraph || shape.length < SHORTEST || shape.length > LONGEST) return;
  if (line.isFurniture || line.dateShare > 0.5 || shape.words < 6 || index === layout.headline) return;
  const next = nextParagraph(seen, index);
  if (next < 0) return;
  if (beginsAsReport(line)) list.push(F.opens);
  const below = seen[next] as Observation;
  const report = beginsAsReport(below);
  if (report) list.push(F.reportBelow);
  if (next > index + 1) list.push(F.apart);
  else if (!report && shape.endsWithStop && shape.length >= 80) list.push(F.joined);
  if (shape.innerStops === 0) list.push(F.oneSentence);
  if (shape.length * 1.5 < below.shape.length) list.push(F.shorter);
  if (isRestated(line, seen.slice(next, next + PARAGRAPHS_BELOW))) list.push(F.restated);
}

/** The next line as long as a paragraph; -1 without one nearby. */
function nextParagraph(seen: readonly Observation[], index: number): number {
  for (let at = index + 1; at <= index + REACH && at < seen.length; at++) {
    const { shape, isFurniture } = seen[at] as Observation;
    if (!isFurniture && (shape.length >= 140 || (shape.length >= 70 && shape.endsWithStop))) return at;
  }
  return -1;
}

function isRestated(line: Observation, below: readonly Observation[]): boolean {
  const stems = new Set(below.flatMap((other) => other.words.map(stemOf)));
  let total = 0;
  let shared = 0;
  for (const word of line.words) {
    if (word.length < 3) continue;
    total++;
    if (stems.has(stemOf(word))) shared++;
  }
  return total >= 4 && shared >= total * RESTATED;
}
