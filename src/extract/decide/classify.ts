/** Gives every unit of a text its role, with the reason and the confidence. */

import { fold } from '../../fold.js';
import { type Lang, type Metadata, ROLES, type Role, type SideCar } from '../../model.js';
import { features } from '../features/features.js';
import { describeFeature, FEATURE_NAMES } from '../features/names.js';
import { type Observation, observe } from '../observe/observe.js';
import { findRepeats, type Repeat, wordHashes } from '../observe/repeats.js';
import type { Unit } from '../parse/units.js';
import { type CompiledRules, wholeKey } from '../rules/rules.js';
import { AUTHOR_LINE, settleAuthorLines } from './author-lines.js';
import { ban, emit, type Model, pin, readModel } from './decode.js';
import { FIRST_ITEM, settleFirstItems } from './first-items.js';
import { settleHeadline } from './headline.js';
import { settleSections } from './section-lines.js';
import { STATE_ROLES, STATES } from './states.js';
import { settleTiny, TINY } from './tiny-text.js';
import { WEIGHTS } from './weights.js';

/** A unit with its role and why. */
export interface Classified {
  readonly unit: Unit;
  readonly seen: Observation;
  readonly repeat: Repeat | null;
  readonly role: Role;
  readonly rule: string;
  readonly confidence: number;
  readonly because: string;
}

/** What the form of a unit already says, for Markdown: the roles that it may have. */
export type Hint = readonly Role[] | null;

const MODEL: Model = readModel(WEIGHTS, FEATURE_NAMES);

/** Classifies the units of one text. */
export function classify(
  units: readonly Unit[],
  rules: CompiledRules,
  stated: Metadata,
  sideCar: SideCar,
  lang: Lang,
  hints: readonly Hint[] | null = null,
): Classified[] {
  const seen = units.map((unit) => withSiteCues(observe(unit.text), rules));
  const repeats = findRepeats(
    units.map((unit) => unit.text),
    units.map((unit) => wordHashes(unit.text)),
  );
  const lists = features(units, seen, repeats, lang);
  const points = emit(MODEL, lists);
  const pinned = new Map<number, { rule: string; because: string }>();
  const fixed = pinRoles(points, seen, rules, sideCar, pinned);
  if (hints !== null) applyHints(points, hints, repeats, pinned);
  banStated(points, seen, stated, pinned);
  banBarePullQuotes(points, seen, repeats, fixed);
  // "two days ago" is two words like a name, and nobody's
  seen.forEach(({ isRelative }, index) => {
    if (isRelative && !fixed.has(index)) ban(points, index, 'byline');
  });
  const titled = stated.headline !== undefined;
  const headed = settleHeadline(MODEL, points, seen, fixed, titled);
  const usual = settleSections({ model: MODEL, points, seen, lists, fixed }, headed);
  const free = (index: number) => !pinned.has(index);
  const sorted = settleFirstItems(
    MODEL,
    points,
    usual,
    units.map((unit) => unit.text),
    free,
    (index) => pinned.set(index, FIRST_ITEM),
  );
  const tiny = settleTiny(MODEL, points, sorted, seen, free, titled, (index) => pinned.set(index, TINY));
  const decoded = settleAuthorLines(MODEL, points, tiny, seen, lang, free, (index) =>
    pinned.set(index, AUTHOR_LINE),
  );
  return units.map((unit, index) => {
    const state = decoded.states[index] as number;
    const role = STATE_ROLES[state] as Role;
    const pin = pinned.get(index);
    const confidence = pin === undefined ? 1 / (1 + Math.exp(-(decoded.margins[index] as number))) : 1;
    const found = pin ?? strongest(lists[index] as number[], state, decoded.rivals[index] as number);
    const reason = isOfSite(found.rule, unit.text, seen[index] as Observation, rules) ? SITE_LABEL : found;
    return {
      unit,
      seen: seen[index] as Observation,
      repeat: repeats[index] as Repeat | null,
      role,
      rule: reason.rule,
      confidence: Math.round(confidence * 100) / 100,
      because: reason.because,
    };
  });
}

const SITE_LABEL = { rule: 'site-rule', because: 'a rule of the site lists this label' };

/** Is the phrase that decided one of the site's own? */
function isOfSite(rule: string, text: string, line: Observation, rules: CompiledRules): boolean {
  if (rules.isEmpty || !rule.startsWith('cue-')) return false;
  if (rule === 'cue-section' && rules.sectionOf(text) !== null) return true;
  return rules.cuesOf(line.folded).some((cue) => rule === `cue-${cue}`);
}

function withSiteCues(line: Observation, rules: CompiledRules): Observation {
  if (rules.isEmpty) return line;
  const cues = rules.cuesOf(line.folded);
  const section = rules.sectionOf(line.text) === null ? cues : [...cues, 'section' as const];
  if (section.length === 0) return line;
  return { ...line, cues: { ...line.cues, whole: [...line.cues.whole, ...section] } };
}

/** Roles that the side-car or the site's rules give; returns the lines with a role that nothing may change. */
function pinRoles(
  points: Float64Array,
  seen: readonly Observation[],
  rules: CompiledRules,
  sideCar: SideCar,
  pinned: Map<number, { rule: string; because: string }>,
): ReadonlySet<number> {
  const fixed = new Set<number>();
  const own = statedRoles(sideCar);
  if (own.length === 0 && rules.isEmpty) return fixed;
  const folds = seen.map((line) =>
    line.shape.length > line.folded.length + 40 ? fold(line.text) : line.folded,
  );
  const exact = new Set(folds);
  // What no line says letter by letter is looked for without the marks at the ends of the line.
  const roles = new Map(own.map(([key, role]) => [exact.has(key) ? key : wholeKey(key), role]));
  seen.forEach((_, index) => {
    const folded = folds[index] as string;
    const stated = roles.size === 0 ? undefined : (roles.get(folded) ?? roles.get(wholeKey(folded)));
    const role = stated ?? rules.roleOf(folded);
    if (role === undefined || role === null || role === 'meta') return;
    pin(points, index, role);
    fixed.add(index);
    pinned.set(
      index,
      stated === undefined
        ? { rule: 'site-rule', because: 'a rule of the site gives this line its role' }
        : { rule: 'side-car', because: 'the side-car file gives this line its role' },
    );
  });
  return fixed;
}

/** Folded texts of lines with the roles that the side-car gives them. */
function statedRoles({ roles = {}, drop = [] }: SideCar): [string, Role][] {
  const given = Object.entries(roles).map(([text, role]): [string, Role] => [fold(text), role]);
  return [...given, ...drop.map((text): [string, Role] => [fold(text), 'furniture'])];
}

function applyHints(
  points: Float64Array,
  hints: readonly Hint[],
  repeats: readonly (Repeat | null)[],
  pinned: Map<number, { rule: string; because: string }>,
): void {
  hints.forEach((hint, index) => {
    if (hint === null || pinned.has(index)) return;
    // a quotation is a pull quote when it repeats the text, else a part of it
    const displayed = hint.length === 2 && hint.includes('pullquote') && hint.includes('quote');
    const roles: readonly Role[] = displayed ? [repeats[index] === null ? 'quote' : 'pullquote'] : hint;
    for (const role of ROLES) if (!roles.includes(role)) ban(points, index, role);
    if (roles.length === 1) {
      pinned.set(index, { rule: 'markdown', because: 'its Markdown form says what it is' });
    }
  });
}

/** A headline that the header states is not looked for in the text; a line that repeats it is that headline. */
function banStated(
  points: Float64Array,
  seen: readonly Observation[],
  stated: Metadata,
  pinned: Map<number, { rule: string; because: string }>,
): void {
  if (stated.headline === undefined) return;
  const headline = fold(stated.headline);
  let found = false;
  seen.forEach((line, index) => {
    if (pinned.has(index)) return;
    if (!found && line.folded === headline) {
      found = true;
      pin(points, index, 'headline');
      pinned.set(index, { rule: 'stated-headline', because: 'the header states this headline' });
    } else ban(points, index, 'headline');
  });
}

/** A pull quote without marks repeats at least so much of its words in their order. */
const PLAIN_COVER = 0.9;

/** A pull quote repeats the text or carries marks; a line that does neither may only name the speaker beside one. */
function banBarePullQuotes(
  points: Float64Array,
  seen: readonly Observation[],
  repeats: readonly (Repeat | null)[],
  fixed: ReadonlySet<number>,
): void {
  const mayBe = seen.map(({ shape, text }, index) => {
    const marked =
      shape.startsWithQuote || shape.endsWithQuote || shape.letters === 0 || text.startsWith('…');
    return marked || (repeats[index]?.cover ?? 0) >= PLAIN_COVER;
  });
  seen.forEach(({ shape }, index) => {
    if (fixed.has(index) || mayBe[index]) return;
    const speaker = mayBe[index - 1] === true && shape.length <= 90;
    if (!speaker) ban(points, index, 'pullquote');
  });
}

/** The feature that speaks most for the chosen state and against its rival. */
function strongest(list: readonly number[], state: number, rival: number): { rule: string; because: string } {
  const count = STATES.length;
  let best = -1;
  let points = Number.NEGATIVE_INFINITY;
  for (const feature of list) {
    const row = feature * count;
    const value =
      (MODEL.emissions[row + state] as number) - (rival < 0 ? 0 : (MODEL.emissions[row + rival] as number));
    if (value > points) {
      points = value;
      best = feature;
    }
  }
  const name = FEATURE_NAMES[best] ?? 'always';
  return { rule: name, because: describeFeature(name) };
}
