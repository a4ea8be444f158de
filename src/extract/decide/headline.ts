/** The best path, with what we know of headlines as a whole: a text has one, and nearly every text has one. */

import type { Observation } from '../observe/observe.js';
import { ban, type Decoded, decode, type Model, pin } from './decode.js';
import { STATE_ROLES } from './states.js';

/** Decodes the points of a text and settles which line is its headline. `stated`: the header names it. */
export function settleHeadline(
  model: Model,
  points: Float64Array,
  seen: readonly Observation[],
  fixed: ReadonlySet<number>,
  stated: boolean,
): Decoded {
  const decoded = keepOneHeadline(model, points, decode(model, points), fixed);
  return stated ? decoded : findMissingHeadline(model, points, decoded, seen, fixed);
}

/** A text has one headline: the best stays, the others are decided again. */
function keepOneHeadline(
  model: Model,
  points: Float64Array,
  decoded: Decoded,
  fixed: ReadonlySet<number>,
): Decoded {
  let best = -1;
  const headlines: number[] = [];
  decoded.states.forEach((state, index) => {
    if (STATE_ROLES[state] !== 'headline') return;
    headlines.push(index);
    const stronger =
      best < 0 ||
      (fixed.has(index) && !fixed.has(best)) ||
      (fixed.has(index) === fixed.has(best) &&
        (decoded.margins[index] as number) > (decoded.margins[best] as number));
    if (stronger) best = index;
  });
  if (headlines.length < 2) return decoded;
  for (const index of headlines) if (index !== best && !fixed.has(index)) ban(points, index, 'headline');
  return decode(model, points);
}

/** How far behind the best path a headline may be and still be taken when the text would have none. */
const HEADLINE_DEBT = 4;

/** A text with lines above its body that could be a title has a headline, unless all of them are much more likely else. */
function findMissingHeadline(
  model: Model,
  points: Float64Array,
  decoded: Decoded,
  seen: readonly Observation[],
  fixed: ReadonlySet<number>,
): Decoded {
  let best = -1;
  for (let index = 0; index < seen.length; index++) {
    const role = STATE_ROLES[decoded.states[index] as number];
    if (role === 'headline') return decoded;
    if (role === 'body' || role === 'list') break;
    const { shape, isFurniture } = seen[index] as Observation;
    if (shape.words < 2 || shape.letters < 8 || isFurniture || fixed.has(index)) continue;
    if (best < 0 || (decoded.headline[index] as number) < (decoded.headline[best] as number)) best = index;
  }
  if (best < 0 || (decoded.headline[best] as number) > HEADLINE_DEBT) return decoded;
  pin(points, best, 'headline');
  return decode(model, points);
}
