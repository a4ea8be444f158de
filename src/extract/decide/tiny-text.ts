/**
 * Texts of two or three lines: a headline and a few words, as news in brief begins. There is nothing around a line that
 * could say what it is, so the model may find no headline or no text; then the order decides.
 */

import type { Observation } from '../observe/observe.js';
import { type Decoded, decode, type Model, pin } from './decode.js';
import { STATE_ROLES } from './states.js';

const MOST_LINES = 3;
/** What the model is right about even here. */
const SIGNED = new Set(['byline', 'dateline', 'section']);

/** Why a line of a tiny text has its role. */
export const TINY = {
  rule: 'tiny-text',
  because: 'the text is these few lines alone: a headline, then what it says',
};

/** `free`: may the line get another role? `stated`: the header names the headline. `tell` is told which lines were settled. */
export function settleTiny(
  model: Model,
  points: Float64Array,
  decoded: Decoded,
  seen: readonly Observation[],
  free: (index: number) => boolean,
  stated: boolean,
  tell: (index: number) => void,
): Decoded {
  if (seen.length > MOST_LINES || seen.some(({ isLong }) => isLong)) return decoded;
  const roles = [...decoded.states].map((state) => STATE_ROLES[state]);
  const titled = stated || roles.includes('headline');
  if (titled && roles.some((role) => role === 'body' || role === 'list' || role === 'quote')) return decoded;
  const lines = seen.flatMap(({ shape, cues, dateShare }, index) => {
    const says = shape.letters > 0 && cues.whole.length === 0 && cues.label.length === 0 && dateShare < 0.6;
    return says && free(index) && !SIGNED.has(roles[index] ?? '') ? [index] : [];
  });
  // a line alone is a text; above a date or a label it is their headline
  const alone = seen.length === 1;
  if (lines.length === 0 || (!titled && (alone || endsLikeText(seen[lines[0] as number])))) return decoded;
  const headline = stated ? -1 : titled ? roles.indexOf('headline') : (lines[0] as number);
  for (const index of lines) {
    pin(points, index, index === headline ? 'headline' : 'body');
    tell(index);
  }
  return decode(model, points);
}

function endsLikeText(line: Observation | undefined): boolean {
  return line === undefined || line.shape.endsWithStop || line.shape.words > 14;
}
