/**
 * The sequence model: every line gets points for every state from its features, every pair of neighbours from the
 * transition; the best path wins (Viterbi). Running it from both ends tells how much worse the best path with another
 * role would be: the confidence.
 */
import type { Role } from '../../model.js';
import { mayFollow, STATE_ROLES, STATES } from './states.js';

/** The weights of the sequence model, in points; features and states are numbers. */
export interface Model {
  /** Points of feature f for state s at `f * STATES.length + s`. */
  readonly emissions: Float64Array;
  /** Points of state b after state a at `a * STATES.length + b`. */
  readonly transitions: Float64Array;
  /** Points of a state for the first and the last line. */
  readonly first: Float64Array;
  readonly last: Float64Array;
}

/** The best path, line by line. */
export interface Decoded {
  readonly states: Int32Array;
  /** By how many points the best path beats the best one that gives the line another role. */
  readonly margins: Float64Array;
  /** The state of that second-best path. */
  readonly rivals: Int32Array;
  /** By how many points the best path that makes the line a headline stays behind the best path. */
  readonly headline: Float64Array;
  /** The same for a section label. */
  readonly section: Float64Array;
}

const COUNT = STATES.length;
const FORBIDDEN = -1e6;
const HEADLINE = STATE_ROLES.indexOf('headline');
const SECTION = STATE_ROLES.indexOf('section');

/** Points of every line for every state. `forced` pins lines to a role; `banned` forbids one. */
export function emit(model: Model, lists: readonly (readonly number[])[]): Float64Array {
  const points = new Float64Array(lists.length * COUNT);
  for (let line = 0; line < lists.length; line++) {
    const base = line * COUNT;
    for (const feature of lists[line] as readonly number[]) {
      const row = feature * COUNT;
      for (let state = 0; state < COUNT; state++) {
        points[base + state] = (points[base + state] as number) + (model.emissions[row + state] as number);
      }
    }
  }
  return points;
}

/** Forbids all states of a line but those of a role. */
export function pin(points: Float64Array, line: number, role: Role): void {
  for (let state = 0; state < COUNT; state++) {
    if (STATE_ROLES[state] !== role) points[line * COUNT + state] = FORBIDDEN;
  }
}

/** Forbids the states of a role for a line. */
export function ban(points: Float64Array, line: number, role: Role): void {
  for (let state = 0; state < COUNT; state++) {
    if (STATE_ROLES[state] === role) points[line * COUNT + state] = FORBIDDEN;
  }
}

/** Adds points to the states of a role. */
export function favour(points: Float64Array, line: number, role: Role, value: number): void {
  for (let state = 0; state < COUNT; state++) {
    const at = line * COUNT + state;
    if (STATE_ROLES[state] === role) points[at] = (points[at] as number) + value;
  }
}

/** The best path through the points of a text. */
export function decode(model: Model, points: Float64Array): Decoded {
  const lines = points.length / COUNT;
  const states = new Int32Array(lines);
  const margins = new Float64Array(lines);
  const rivals = new Int32Array(lines);
  const headline = new Float64Array(lines);
  const section = new Float64Array(lines);
  if (lines === 0) return { states, margins, rivals, headline, section };
  const { transitions } = model;
  const forward = new Float64Array(points.length);
  const backward = new Float64Array(points.length);
  for (let state = 0; state < COUNT; state++) {
    forward[state] = (points[state] as number) + (model.first[state] as number);
    backward[(lines - 1) * COUNT + state] = model.last[state] as number;
  }
  for (let line = 1; line < lines; line++) {
    const base = line * COUNT;
    for (let to = 0; to < COUNT; to++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let from = 0; from < COUNT; from++) {
        const value = (forward[base - COUNT + from] as number) + (transitions[from * COUNT + to] as number);
        if (value > best) best = value;
      }
      forward[base + to] = best + (points[base + to] as number);
    }
  }
  for (let line = lines - 2; line >= 0; line--) {
    const base = line * COUNT;
    for (let from = 0; from < COUNT; from++) {
      let best = Number.NEGATIVE_INFINITY;
      for (let to = 0; to < COUNT; to++) {
        const next = base + COUNT + to;
        const value =
          (transitions[from * COUNT + to] as number) + (points[next] as number) + (backward[next] as number);
        if (value > best) best = value;
      }
      backward[base + from] = best;
    }
  }
  for (let line = 0; line < lines; line++) {
    const base = line * COUNT;
    let best = 0;
    for (let state = 1; state < COUNT; state++) {
      if (total(forward, backward, base + state) > total(forward, backward, base + best)) best = state;
    }
    let rival = -1;
    for (let state = 0; state < COUNT; state++) {
      if (STATE_ROLES[state] === STATE_ROLES[best]) continue;
      if (rival < 0 || total(forward, backward, base + state) > total(forward, backward, base + rival))
        rival = state;
    }
    states[line] = best;
    rivals[line] = rival;
    margins[line] = total(forward, backward, base + best) - total(forward, backward, base + rival);
    headline[line] = total(forward, backward, base + best) - total(forward, backward, base + HEADLINE);
    section[line] = total(forward, backward, base + best) - total(forward, backward, base + SECTION);
  }
  return { states, margins, rivals, headline, section };
}

function total(forward: Float64Array, backward: Float64Array, at: number): number {
  return (forward[at] as number) + (backward[at] as number);
}

/** A table of the weights as text: names of features and states, whole hundredths. See `scripts/train.mjs`. */
export function readModel(table: string, featureNames: readonly string[]): Model {
  const emissions = new Float64Array(featureNames.length * COUNT);
  const transitions = new Float64Array(COUNT * COUNT);
  const first = new Float64Array(COUNT);
  const last = new Float64Array(COUNT);
  const ids = new Map(featureNames.map((name, id) => [name, id]));
  for (let from = 0; from < COUNT; from++) {
    for (let to = 0; to < COUNT; to++) if (!mayFollow(from, to)) transitions[from * COUNT + to] = FORBIDDEN;
  }
  for (const row of table.split('\n')) {
    const [name, ...numbers] = row.trim().split(/\s+/);
    if (name === undefined || name === '' || name === '#') continue;
    const target = name === '^' ? first : name === '$' ? last : null;
    const feature = ids.get(name);
    const from = name.startsWith('>') ? STATES.indexOf(name.slice(1)) : -1;
    for (let state = 0; state < COUNT; state++) {
      const value = Number(numbers[state] ?? 0) / 100;
      if (target !== null) target[state] = value;
      else if (from >= 0) {
        if (mayFollow(from, state)) transitions[from * COUNT + state] = value;
      } else if (feature !== undefined) emissions[feature * COUNT + state] = value;
    }
  }
  return { emissions, transitions, first, last };
}
