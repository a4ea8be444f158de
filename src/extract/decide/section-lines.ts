/**
 * Which label lines above the body name the section of the text: settled once for the whole text. A page has one place
 * that says where it belongs, and nearly every page has one; its menus hold the same words.
 */

import { featureId } from '../features/names.js';
import type { Observation } from '../observe/observe.js';
import { ban, type Decoded, decode, favour, type Model } from './decode.js';
import { STATE_ROLES } from './states.js';

const PATHS = ['section-path', 'path-form', 'path-to-title'].map(featureId);
const FEW = ['few-section-names', 'crumb'].map(featureId);
const COPIES = ['stands-twice', 'stands-often'].map(featureId);
const MENU = featureId('menu-run');
const NAV = featureId('cue-nav');
const FURNITURE = featureId('furniture-phrase');
const NAMED = featureId('cue-section');

/** How far behind the best path a label may be and still name the section when the text would have none. */
const SECTION_DEBT = 3;
/** By how much it leads then: the decision stays a doubtful one. */
const AHEAD = 0.5;
/** Labels stand near their headline: so many lines above or below it. */
const NEAR_ABOVE = 8;
const NEAR_BELOW = 6;

/** What the decisions need to know of the text. `lists`: the features of each line; `fixed`: lines settled already. */
interface Text {
  readonly model: Model;
  readonly points: Float64Array;
  readonly seen: readonly Observation[];
  readonly lists: readonly (readonly number[])[];
  readonly fixed: ReadonlySet<number>;
}

/** The decided text with its section lines settled. */
export function settleSections(text: Text, decoded: Decoded): Decoded {
  return findMissingSection(text, leaveFalseSections(text, decoded));
}

const roleAt = (decoded: Decoded, index: number) => STATE_ROLES[decoded.states[index] as number];
const hasOne = (list: readonly number[], features: readonly number[]) =>
  features.some((f) => list.includes(f));

/**
 * An entry of a long menu is no label, however near to the headline it stands, unless it repeats another entry; and a
 * line that holds the headline without being a path is its copy or the title of the browser.
 */
function leaveFalseSections({ model, points, seen, lists, fixed }: Text, decoded: Decoded): Decoded {
  const headline = seen[headlineOf(decoded)]?.folded ?? null;
  let changed = false;
  lists.forEach((list, index) => {
    if (roleAt(decoded, index) !== 'section' || fixed.has(index) || hasOne(list, PATHS)) return;
    const inMenu = list.includes(MENU) && !hasOne(list, COPIES);
    const titled = holds(seen[index], headline);
    if (!inMenu && !titled) return;
    ban(points, index, 'section');
    if (titled) ban(points, index, 'headline');
    changed = true;
  });
  return changed ? decode(model, points) : decoded;
}

const headlineOf = (decoded: Decoded) =>
  decoded.states.findIndex((state) => STATE_ROLES[state] === 'headline');

function holds(line: Observation | undefined, headline: string | null): boolean {
  if (line === undefined || headline === null) return false;
  return line.folded === headline || (headline.length > 14 && line.folded.includes(headline));
}

/** A text with a label in the place of a section has one, unless all of them are much more likely else. */
function findMissingSection(text: Text, decoded: Decoded): Decoded {
  const { model, points, seen, lists, fixed } = text;
  const headline = headlineOf(decoded);
  const title = seen[headline]?.folded ?? null;
  const candidates: number[] = [];
  for (let index = 0; index < lists.length; index++) {
    const role = roleAt(decoded, index);
    if (role === 'section') return decoded;
    if (role === 'body' || role === 'list' || role === 'quote') break;
    if (role !== 'furniture' || fixed.has(index) || !isLabel(lists[index] as number[])) continue;
    const away = index < headline ? (headline - index) / NEAR_ABOVE : (index - headline) / NEAR_BELOW;
    const isPath = hasOne(lists[index] as number[], PATHS);
    if (!isPath && (away > 1 || holds(seen[index], title))) continue;
    if ((decoded.section[index] as number) <= SECTION_DEBT) candidates.push(index);
  }
  const debt = (index: number) => decoded.section[index] as number;
  const best = candidates.reduce((a, b) => (debt(b) < debt(a) ? b : a), candidates[0] ?? -1);
  if (best < 0) return decoded;
  // two labels in a row are a section and its part
  const chosen = candidates.filter((index) => Math.abs(index - best) <= 1);
  for (const index of chosen) favour(points, index, 'section', debt(index) + AHEAD);
  const found = decode(model, points);
  if (headlineOf(found) === headline) return found;
  // a label that takes its place from the headline is none
  for (const index of chosen) favour(points, index, 'section', -debt(index) - AHEAD);
  return decoded;
}

/** Names of sections that stand alone or in pairs, labels under the home page, paths. */
function isLabel(list: readonly number[]): boolean {
  if (hasOne(list, PATHS)) return true;
  if (list.includes(NAV) || (list.includes(FURNITURE) && !list.includes(NAMED))) return false;
  return hasOne(list, FEW) && !list.includes(MENU);
}
