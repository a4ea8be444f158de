/**
 * Turns the observations of all lines into named features: what the line says, where it stands, what its neighbours
 * say. Every feature is cheap and linear in the number of lines.
 */
import { CUES, type Cue } from '../languages/index.js';
import type { Lang } from '../model.js';
import { readByline } from './byline.js';
import { splitCredit } from './credit.js';
import { featureId } from './feature-names.js';
import { type Layout, layOut } from './layout.js';
import { FURNITURE_CUES } from './lexicon.js';
import type { Observation } from './observe.js';
import type { Repeat } from './repeats.js';
import { isSectionPath } from './section.js';
import type { Unit } from './units.js';

const id = featureId;
const LENGTHS = [4, 12, 25, 45, 75, 120, 200];
const LENGTH_IDS = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => id(`length-${step}`));
const CUE_IDS = new Map(CUES.map((cue) => [cue, id(`cue-${cue}`)]));
const CUE_START_IDS = new Map(CUES.map((cue) => [cue, id(`cue-start-${cue}`)]));
const CUE_INSIDE_IDS = new Map(CUES.map((cue) => [cue, id(`cue-inside-${cue}`)]));

/** What the features need to know of a text. */
export interface Scene {
  readonly units: readonly Unit[];
  readonly seen: readonly Observation[];
  readonly repeats: readonly (Repeat | null)[];
  readonly layout: Layout;
  readonly lang: Lang;
}

/** The numbers of the features that are true of each unit. */
export function features(
  units: readonly Unit[],
  seen: readonly Observation[],
  repeats: readonly (Repeat | null)[],
  lang: Lang,
): number[][] {
  const scene: Scene = { units, seen, repeats, lang, layout: layOut(seen, repeats) };
  return units.map((_, index) => {
    const list: number[] = [ALWAYS];
    addShape(list, seen[index] as Observation);
    addPhrases(list, seen[index] as Observation);
    addPlace(list, scene, index);
    addHead(list, scene, index);
    addRepeats(list, scene, index);
    addNeighbours(list, scene, index);
    return list;
  });
}

const ALWAYS = id('always');
const F = {
  stop: id('ends-with-stop'),
  colon: id('ends-with-colon'),
  ellipsis: id('ends-with-ellipsis'),
  question: id('ends-with-question'),
  innerStop: id('inner-stop'),
  commas: id('two-commas'),
  noLetters: id('no-letters'),
  digitsOnly: id('digits-only'),
  manyDigits: id('many-digits'),
  latinOnly: id('latin-only'),
  latinGlued: id('latin-glued'),
  separators: id('separators'),
  breadcrumb: id('breadcrumb'),
  bracketed: id('bracketed'),
  opensQuote: id('opens-quote'),
  quoted: id('quoted'),
  startsWithQuote: id('starts-with-quote'),
  loneQuote: id('lone-quote'),
  ellipsisAround: id('ellipsis-around'),
  dash: id('starts-with-dash'),
  bullet: id('bullet'),
  numbered: id('numbered'),
  star: id('star'),
  copyright: id('copyright'),
  link: id('link'),
  embed: id('embed'),
  handle: id('handle'),
  verse: id('verse'),
  tabs: id('tabs'),
  turn: id('turn'),
  startsWithTime: id('starts-with-time'),
  item: id('item'),
  nameLike: id('name-like'),
  oneWord: id('one-word'),
  opener: id('starts-with-opener'),
};

const BULLET = /^[•▪●◦‣⁃■□►▶✓✔➤*–-]\s*\S/;
const NUMBERED = /^[([]?(?:\d{1,2}|[٠-٩]{1,2}|[۰-۹]{1,2})\s?[-.)\]–—:۔]\s*[^\d\s]/;
const LINK = /https?:|www\.|@|\.(?:com|org|net|ir|il|pk|ly|tv|info)\b/i;
const EMBED = /pic\.twitter\.com|t\.co\/|instagram\.com|twitter\.com\/|^—.*\(@|youtube\.com|youtu\.be/i;
const HANDLE = /@[a-z0-9_]{3,}/i;
const GLUED = /[a-z][A-Z][a-z]+[A-Z]?|\p{Script=Arabic}[a-z]{2,}[A-Z]|^\S{28,}$/u;
const PATH = /[»›>/\\←|]/;
const VERSE = /\S(?: {3,}|\s*(?:\*{2,}|\.{4,}|…{2,}|\t|[#=]{2,})\s*)\S/;
const TIME_FIRST = /^[\d٠-٩۰-۹]{1,2}[:.][\d٠-٩۰-۹]{2}\s/;
const MIDDOT = /^[·•]/;

function addShape(list: number[], line: Observation): void {
  const { shape, text } = line;
  let step = 0;
  while (step < LENGTHS.length && shape.length >= (LENGTHS[step] as number)) step++;
  list.push(LENGTH_IDS[step] as number);
  if (shape.endsWithStop) list.push(F.stop);
  if (shape.endsWithColon) list.push(F.colon);
  if (shape.endsWithEllipsis) list.push(F.ellipsis);
  if (shape.endsWithQuestion) list.push(F.question);
  if (shape.innerStops > 0) list.push(F.innerStop);
  if (shape.commas >= 2) list.push(F.commas);
  if (line.startsWithOpener) list.push(F.opener);
  if (shape.letters === 0) {
    list.push(shape.digits > 0 ? F.digitsOnly : F.noLetters);
    if (shape.quotes > 0 && shape.digits === 0) list.push(F.loneQuote);
  } else if (shape.digits > shape.letters) list.push(F.manyDigits);
  if (shape.letters > 0 && shape.latin === shape.letters) list.push(F.latinOnly);
  if (text.length > 330) return;
  if (shape.latin > 8 && GLUED.test(text)) list.push(F.latinGlued);
  if (shape.words === 1) list.push(F.oneWord);
  if (shape.separators >= 2) list.push(F.separators);
  if (shape.separators >= 1 && text.length < 120 && PATH.test(text)) list.push(F.breadcrumb);
  if (shape.startsWithBracket && shape.endsWithBracket) list.push(F.bracketed);
  if (shape.startsWithQuote) {
    list.push(F.startsWithQuote);
    if (shape.endsWithQuote && shape.length > 20) list.push(F.quoted);
    else if (shape.quotes % 2 === 1) list.push(F.opensQuote);
  }
  if (shape.length > 20 && (text.startsWith('…') || text.startsWith('...'))) list.push(F.ellipsisAround);
  const code = text.charCodeAt(0);
  if (shape.startsWithDash) list.push(F.dash);
  if (code === 0x2a && shape.length > 3) list.push(F.star);
  else if (code > 0x6ff || code < 0x5d0) {
    if (MIDDOT.test(text) || (!shape.startsWithDash && BULLET.test(text))) list.push(F.bullet);
  }
  if ((shape.startsWithDigit || shape.startsWithBracket) && NUMBERED.test(text)) list.push(F.numbered);
  if (text.includes('©') || text.includes('(c)')) list.push(F.copyright);
  if (shape.latin >= 3) {
    if (LINK.test(text)) list.push(F.link);
    if (EMBED.test(text)) list.push(F.embed);
    if (HANDLE.test(text)) list.push(F.handle);
  }
  if (text.includes('\t')) list.push(F.tabs);
  if (shape.length < 120 && VERSE.test(text)) list.push(F.verse);
  if (line.isTurn && line.cues.label.length === 0) list.push(F.turn);
  if (shape.startsWithDigit && shape.words > 2 && TIME_FIRST.test(text)) list.push(F.startsWithTime);
  if (line.isItem) list.push(F.item);
  if (isNameLike(line)) list.push(F.nameLike);
}

function isNameLike(line: Observation): boolean {
  const { shape } = line;
  return (
    shape.words >= 2 &&
    shape.words <= 5 &&
    shape.length <= 40 &&
    shape.digits === 0 &&
    shape.commas + shape.quotes + shape.separators === 0 &&
    !shape.endsWithStop &&
    !shape.endsWithColon &&
    line.furnitureShare === 0 &&
    line.cues.whole.length === 0
  );
}

const P = {
  some: id('furniture-words-some'),
  half: id('furniture-words-half'),
  all: id('furniture-words-all'),
  many: id('furniture-words-many'),
  phrase: id('furniture-phrase'),
  start: id('furniture-start'),
  inside: id('furniture-inside'),
  value: id('label-with-value'),
  dateOnly: id('date-only'),
  dateMostly: id('date-mostly'),
  dateInside: id('date-inside'),
  timeOnly: id('time-only'),
  relative: id('relative'),
};

function addPhrases(list: number[], line: Observation): void {
  const { cues } = line;
  if (line.furnitureCount >= 4) list.push(P.many);
  if (line.furnitureShare >= 0.75) list.push(P.all);
  else if (line.furnitureShare >= 0.4) list.push(P.half);
  else if (line.furnitureShare > 0.15) list.push(P.some);
  if (line.isFurniture) list.push(P.phrase);
  addCues(list, cues.whole, CUE_IDS);
  addCues(list, cues.label, CUE_IDS);
  if (cues.label.length > 0 && cues.whole.length === 0) list.push(P.value);
  if (addCues(list, cues.start, CUE_START_IDS)) list.push(P.start);
  if (addCues(list, cues.inside, CUE_INSIDE_IDS)) list.push(P.inside);
  if (line.hasDate) {
    if (line.dateShare >= 0.99) list.push(P.dateOnly);
    else if (line.dateShare >= 0.5) list.push(P.dateMostly);
    else list.push(P.dateInside);
  } else if (line.hasTime && line.dateShare >= 0.8) list.push(P.timeOnly);
  if (line.isRelative && !line.hasDate) list.push(P.relative);
}

/** Adds each cue once; tells whether one of them is furniture. */
function addCues(list: number[], cues: readonly Cue[], ids: ReadonlyMap<Cue, number>): boolean {
  let furniture = false;
  for (const cue of cues) {
    const feature = ids.get(cue) as number;
    if (!list.includes(feature)) list.push(feature);
    if (FURNITURE_CUES.has(cue)) furniture = true;
  }
  return furniture;
}

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
  afterHeadline: id('after-headline'),
  between: id('between-headline-and-body'),
  beforeHeadline: id('before-headline'),
  justBeforeHeadline: id('just-before-headline'),
  noHeadline: id('no-headline'),
  headline: id('headline'),
  most: id('words-of-body-most'),
  someWords: id('words-of-body-some'),
  none: id('words-of-body-none'),
};

function addPlace(list: number[], { layout, seen }: Scene, index: number): void {
  const { start, end, headline, endLabel } = layout;
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
  const share = layout.bodyShare[index] as number;
  if (share >= 0) list.push(share >= 0.5 ? L.most : share > 0.1 ? L.someWords : L.none);
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
  menu: id('menu-run'),
  shortMenu: id('short-menu-run'),
  lastOfMenu: id('last-of-menu-run'),
  path: id('section-path'),
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

const BRACKET_TAIL = /[([][^()[\]]{2,40}[)\]]$/u;
const TWO_PARTS = /^[^:–—-]{2,30}(?:\s*:\s*|\s+[–—-]+\s*|[–—-]+\s+)[^:–—-]{2,40}$/u;

/** What matters above the body and below it: bylines, paths, menus, the order of the lines that could be a title. */
function addHead(list: number[], { layout, seen, lang }: Scene, index: number): void {
  const line = seen[index] as Observation;
  const { shape, cues } = line;
  // bylines stand near the body, above or below it
  const signed =
    index <= layout.start ? layout.start - index <= 60 : index >= layout.end && index - layout.end <= 12;
  if (shape.length <= 90 && shape.words >= 1 && shape.letters > 2) {
    if (signed && !shape.endsWithQuestion && !cues.whole.includes('section') && !cues.whole.includes('nav')) {
      const reading = readByline(line.text, lang);
      if (reading !== null) list.push(H.byline[reading.evidence]);
    }
    if (shape.words >= 2 && shape.length <= 60 && TWO_PARTS.test(line.text)) list.push(H.twoParts);
    if (shape.separators > 0 && isSectionPath(line.text)) list.push(H.path);
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

function addRepeats(list: number[], { layout, seen, repeats }: Scene, index: number): void {
  const copies = layout.copies[index] as number;
  const line = seen[index] as Observation;
  if (copies >= 3) list.push(R.often);
  else if (copies === 2) list.push(layout.firstCopy[index] ? R.twiceFirst : R.twice);
  const head = layout.headline < 0 ? undefined : (seen[layout.headline] as Observation);
  if (head !== undefined && index !== layout.headline && head.folded.length > 14) {
    if (line.folded === head.folded) list.push(R.headline);
    else if (line.shape.length < 200 && line.folded.includes(head.folded)) list.push(R.extends);
  }
  if (isSetApart(layout, repeats[index] as Repeat | null, index)) {
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
  if (isSetApart(layout, repeats[index - 1] ?? null, index - 1)) list.push(R.below);
  if (isSetApart(layout, repeats[index + 1] ?? null, index + 1)) list.push(R.above);
}

/** Does the line repeat a passage of the body? */
function isSetApart({ start, end }: Layout, repeat: Repeat | null, _index: number): boolean {
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
};

function addNeighbours(list: number[], { units, seen, layout }: Scene, index: number): void {
  const line = seen[index] as Observation;
  const previous = seen[index - 1];
  const next = seen[index + 1];
  if (
    layout.stopless &&
    line.shape.length >= 60 &&
    !line.shape.endsWithStop &&
    !line.shape.endsWithEllipsis
  ) {
    list.push(F.stop);
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

function isDateLine(line: Observation): boolean {
  return (line.hasDate || line.hasTime) && line.dateShare >= 0.5;
}

function hasCue(line: Observation, cue: Cue): boolean {
  const { whole, label, start, inside } = line.cues;
  return whole.includes(cue) || label.includes(cue) || start.includes(cue) || inside.includes(cue);
}
