/** Features of the place of a line: above, inside or below the body, beside the headline, in a menu. */
import type { Cue } from '../../languages/index.js';
import { splitCredit } from '../assemble/credit.js';
import { hasPathForm, isSectionPath } from '../assemble/section.js';
import { readByline } from '../bylines/byline.js';
import type { Scene } from '../layout/layout.js';
import type { Observation } from '../observe/observe.js';
import { featureId } from './names.js';

const id = featureId;

const L = {
  first: id('first-line'),
  second: id('second-line'),
  last: id('last-line'),
  before: id('before-body'),
  justBefore: id('just-before-body'),
  nearBefore: id('near-before-body'),
  farBefore: id('far-before-body'),
  bodyFirst: id('body-first'),
  inBody: id('in-body'),
  bodyLast: id('body-last'),
  justAfter: id('just-after-body'),
  nearAfter: id('near-after-body'),
  farAfter: id('far-after-body'),
  afterEnd: id('after-end-label'),
  afterSoftEnd: id('after-box-label'),
  afterHeadline: id('after-headline'),
  between: id('between-headline-and-body'),
  beforeHeadline: id('before-headline'),
  justBeforeHeadline: id('just-before-headline'),
  noHeadline: id('no-headline'),
  headline: id('headline'),
  most: id('words-of-body-most'),
  someWords: id('words-of-body-some'),
  none: id('words-of-body-none'),
  onTopic: id('on-topic'),
  offTopic: id('off-topic'),
};

/** Where the line stands in the plan of the text. */
export function addPlace(list: number[], { layout, seen }: Scene, index: number): void {
  const { start, end, headline, endLabel, softEnd } = layout;
  if (index === 0) list.push(L.first);
  if (index === 1) list.push(L.second);
  if (index === seen.length - 1) list.push(L.last);
  if (index < start) {
    list.push(L.before);
    const up = start - index;
    list.push(up === 1 ? L.justBefore : up <= 4 ? L.nearBefore : L.farBefore);
    if (headline < 0) list.push(L.noHeadline);
    else if (index === headline) list.push(L.headline);
    else if (index > headline) list.push(L.between);
    else list.push(index === headline - 1 ? L.justBeforeHeadline : L.beforeHeadline);
    if (index === headline + 1) list.push(L.afterHeadline);
  } else if (index <= end) {
    list.push(L.inBody);
    if (index === start) list.push(L.bodyFirst);
    if (index === end) list.push(L.bodyLast);
  } else {
    const down = index - end;
    list.push(down === 1 ? L.justAfter : down <= 3 ? L.nearAfter : L.farAfter);
  }
  if (endLabel >= 0 && index > endLabel) list.push(L.afterEnd);
  else if (softEnd >= 0 && index > softEnd) list.push(L.afterSoftEnd);
  const share = layout.bodyShare[index] as number;
  if (share >= 0 && seen[index]?.isLong && index > start) {
    if (share >= 0.25) list.push(L.onTopic);
    else if (share <= 0.08) list.push(L.offTopic);
  } else if (share >= 0) list.push(share >= 0.5 ? L.most : share > 0.1 ? L.someWords : L.none);
}

const H = {
  byline: {
    label: id('byline-label'),
    agency: id('byline-agency'),
    place: id('byline-place'),
    brackets: id('byline-brackets'),
    name: id('byline-name'),
  },
  twoParts: id('two-parts'),
  part: id('part-of-headline'),
  browserTitle: id('browser-title'),
  menu: id('menu-run'),
  shortMenu: id('short-menu-run'),
  lastOfMenu: id('last-of-menu-run'),
  path: id('section-path'),
  pathForm: id('path-form'),
  topic: id('topic-words'),
  sectionAbove: id('section-above-headline'),
  sectionBelow: id('section-below-headline'),
  bylineInPlace: id('byline-in-place'),
  nameInPlace: id('name-in-place'),
  bylineBelow: id('byline-below-body'),
  dateInPlace: id('date-in-place'),
  fewSections: id('few-section-names'),
  crumb: id('crumb'),
  pathToTitle: id('path-to-title'),
  titleOfPath: id('title-of-path'),
  titleAbove: id('title-above-sentence'),
  headerBelow: id('header-below'),
  bylineDate: id('byline-with-date'),
  initials: id('initials'),
  creditTail: id('credit-tail'),
  bracketTail: id('bracket-tail'),
  only: id('title-only'),
  first: id('title-first'),
  last: id('title-last'),
  longer: id('title-longer-than-previous'),
  shorter: id('title-shorter-than-next'),
  soon: id('body-soon-below'),
  below: id('body-below'),
  noneBelow: id('no-body-below'),
  noneAbove: id('no-body-above'),
};

/** Letters with stops or slashes, perhaps agencies in brackets behind them: "a.b / c.d (agency)". */
const INITIALS = /^\p{L}{1,2}(?:\s?[./]\s?\p{L}{1,2}){1,5}\.?(?:\s*\(.{1,24}\))?$/u;

/** A short line over a longer one with the marks of a sentence: a headline over its standfirst. */
function isTitleAboveSentence(line: Observation, next: Observation | undefined, above: boolean): boolean {
  const { shape, cues } = line;
  if (!above || next === undefined || shape.words < 2 || shape.length > 45 || line.isTopic) return false;
  if (line.isFurniture || line.dateShare > 0.3 || cues.whole.length + cues.label.length > 0) return false;
  const sentence = next.shape.endsWithStop || next.shape.commas > 0 || next.shape.innerStops > 0;
  return sentence && next.shape.length >= 50 && next.shape.length >= 1.6 * shape.length && !next.isFurniture;
}

/** Does a line of the article's head stand among the next three, before any paragraph? */
function hasHeaderBelow(seen: readonly Observation[], index: number): boolean {
  for (let at = index + 1; at <= index + 3 && at < seen.length; at++) {
    const { isLong, hasDate, hasTime, dateShare, cues } = seen[at] as Observation;
    if (isLong) return false;
    if ((hasDate || hasTime) && dateShare >= 0.5) return true;
    if ([...cues.whole, ...cues.label, ...cues.start].some((cue) => HEADER_CUES.has(cue))) return true;
  }
  return false;
}

const HEADER_CUES: ReadonlySet<Cue> = new Set([
  'by',
  'published',
  'updated',
  'credit',
  'read-time',
  'code',
  'print',
]);

const LOOSE_PATH = /\S\s+[-–—]\s+\S|\S«\s*\S/u;
const SPACED_ARROW = /\S\s[»›‹]\s+\S/u;

/** Arrows between parts, not quotation marks around some words. */
function hasArrows(text: string): boolean {
  return SPACED_ARROW.test(text) && !text.includes('«') && !(text.includes('‹') && text.includes('›'));
}
const BRACKET_TAIL = /[([][^()[\]]{2,40}[)\]]$/u;
const TWO_PARTS = /^[^:–—-]{2,30}(?:\s*:\s*|\s+[–—-]+\s*|[–—-]+\s+)[^:–—-]{2,40}$/u;

/** What matters above the body and below it: bylines, paths, menus, the order of the lines that could be a title. */
export function addHead(list: number[], { layout, seen, lang }: Scene, index: number): void {
  const line = seen[index] as Observation;
  const { shape, cues } = line;
  const { headline, start, end } = layout;
  const between = headline >= 0 && index > headline && index < start && start - index <= 12;
  let namesSection = cues.whole.includes('section') || cues.label.includes('section');
  if (line.isTopic) {
    list.push(H.topic);
    namesSection = true;
  }
  const credited = cues.whole.includes('credit') || cues.inside.includes('credit');
  // bylines stand near the body, above or below it
  const signed =
    index <= layout.start ? layout.start - index <= 60 : index >= layout.end && index - layout.end <= 12;
  if (shape.length <= 90 && shape.words >= 1 && shape.letters > 2) {
    if (signed && !shape.endsWithQuestion && !cues.whole.includes('section') && !cues.whole.includes('nav')) {
      const reading = readByline(line.text, lang);
      if (reading !== null && !(reading.evidence === 'agency' && credited)) {
        list.push(H.byline[reading.evidence]);
        if (reading.date !== null) list.push(H.bylineDate);
        if (between) list.push(reading.evidence === 'name' ? H.nameInPlace : H.bylineInPlace);
        else if (reading.evidence !== 'name' && index > end && index - end <= 2) list.push(H.bylineBelow);
      }
    }
    if (shape.words >= 2 && shape.length <= 60 && TWO_PARTS.test(line.text)) list.push(H.twoParts);
    const arrows = shape.separators > 0 || hasArrows(line.text);
    const parted = arrows || (shape.words <= 10 && LOOSE_PATH.test(line.text));
    if (parted && isSectionPath(line.text)) {
      list.push(H.path);
      namesSection = true;
    }
    if (arrows && hasPathForm(line.text)) {
      list.push(H.pathForm);
      namesSection = true;
    }
  }
  const sections = layout.sectionRun[index] as number;
  if (sections === 1 || sections === 2) list.push(H.fewSections);
  if (namesSection && sections <= 2 && (layout.menuRun[index] as number) < 5) {
    if (headline > index && headline - index <= 6) list.push(H.sectionAbove);
    else if (between) list.push(H.sectionBelow);
  }
  if (layout.browserTitle[index]) list.push(H.browserTitle);
  if (layout.crumb[index]) list.push(H.crumb);
  if (layout.pathToTitle[index]) list.push(H.pathToTitle);
  if (layout.titleOfPath[index]) list.push(H.titleOfPath);
  if (shape.length <= 40 && INITIALS.test(line.text)) list.push(H.initials);
  if (isTitleAboveSentence(line, seen[index + 1], index < layout.firstParagraph)) list.push(H.titleAbove);
  if (line.isLong && index <= layout.firstParagraph && hasHeaderBelow(seen, index)) list.push(H.headerBelow);
  const published = cues.label.includes('published') || cues.start.includes('published');
  if ((line.dateShare >= 0.5 && line.hasDate) || line.isRelative || (line.hasDate && published)) {
    if (between || (headline > index && headline - index <= 3)) list.push(H.dateInPlace);
  }
  if (
    shape.length >= 12 &&
    shape.length <= 220 &&
    (shape.endsWithBracket || shape.separators > 0 || (shape.colon > 0 && shape.length < 90))
  ) {
    const tail = splitCredit(line.text);
    if (tail.credit !== null && tail.text !== '') list.push(H.creditTail);
    if (shape.endsWithBracket && !shape.startsWithBracket && BRACKET_TAIL.test(line.text))
      list.push(H.bracketTail);
  }
  const head = layout.headline < 0 ? undefined : (seen[layout.headline] as Observation);
  if (head !== undefined && line.folded.length >= 8 && line.folded.length < head.folded.length) {
    if (head.folded.includes(line.folded)) list.push(H.part);
  }
  const run = layout.menuRun[index] as number;
  if (run >= 5) list.push(H.menu);
  else if (run >= 2) list.push(H.shortMenu);
  if (layout.lastOfMenu[index]) list.push(H.lastOfMenu);
  const at = layout.titleAt[index] as number;
  if (at >= 0) {
    const before = layout.titles[at - 1];
    const after = layout.titles[at + 1];
    if (layout.titles.length === 1) list.push(H.only);
    else if (at === 0) list.push(H.first);
    else if (after === undefined) list.push(H.last);
    if (before !== undefined && (seen[before] as Observation).shape.length < shape.length)
      list.push(H.longer);
    if (after !== undefined && (seen[after] as Observation).shape.length > shape.length) list.push(H.shorter);
  }
  const below = layout.paragraphBelow[index] as number;
  if (below < 0) list.push(H.noneBelow);
  else list.push(below <= 3 ? H.soon : H.below);
  if (index < layout.firstParagraph) list.push(H.noneAbove);
}
