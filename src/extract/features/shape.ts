/** Features of one line by itself: its shape, the phrases and words in it, dates. */
import { CUES, type Cue } from '../../languages/index.js';
import { startsWithTime } from '../layout/runs.js';
import { FURNITURE_CUES } from '../observe/lexicon.js';
import type { Observation } from '../observe/observe.js';
import { featureId } from './names.js';

const id = featureId;
const LENGTHS = [4, 12, 25, 45, 75, 120, 200];
const LENGTH_IDS = [0, 1, 2, 3, 4, 5, 6, 7].map((step) => id(`length-${step}`));
const CUE_IDS = new Map(CUES.map((cue) => [cue, id(`cue-${cue}`)]));
const CUE_START_IDS = new Map(CUES.map((cue) => [cue, id(`cue-start-${cue}`)]));
const CUE_INSIDE_IDS = new Map(CUES.map((cue) => [cue, id(`cue-inside-${cue}`)]));

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
/** The name of an account on a social network. */
export const HANDLE = /@[a-z0-9_]{3,}/i;
const GLUED = /[a-z][A-Z][a-z]+[A-Z]?|\p{Script=Arabic}[a-z]{2,}[A-Z]|^\S{28,}$/u;
const PATH = /[»›>/\\←|]/;
const VERSE = /\S(?: {3,}|\s*(?:\*{2,}|\.{4,}|…{2,}|\t|[#=]{2,})\s*)\S/;
const MIDDOT = /^[·•]/;

/** How the line looks. */
export function addShape(list: number[], line: Observation): void {
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
  if (startsWithTime(line)) list.push(F.startsWithTime);
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

/** The known phrases, words and dates in the line. */
export function addPhrases(list: number[], line: Observation): void {
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
