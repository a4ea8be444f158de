/** The first item of a numbered list looks like a numbered subhead; the line below it says which of the two it is. */

import { itemNumber } from '../assemble/lists.js';
import { type Decoded, decode, type Model, pin } from './decode.js';
import { STATE_ROLES } from './states.js';

/** Why such a line is an item. */
export const FIRST_ITEM = {
  rule: 'first-item',
  because: 'the item below goes on from its number',
};

/** `free`: may the line get another role? `tell` is told which lines became items. */
export function settleFirstItems(
  model: Model,
  points: Float64Array,
  decoded: Decoded,
  texts: readonly string[],
  free: (index: number) => boolean,
  tell: (index: number) => void,
): Decoded {
  let changed = false;
  for (let index = 0; index + 1 < texts.length; index++) {
    const role = STATE_ROLES[decoded.states[index] as number];
    if (role !== 'subhead' || STATE_ROLES[decoded.states[index + 1] as number] !== 'list') continue;
    const number = itemNumber(texts[index] as string);
    if (number === null || itemNumber(texts[index + 1] as string) !== number + 1 || !free(index)) continue;
    pin(points, index, 'list');
    tell(index);
    changed = true;
  }
  return changed ? decode(model, points) : decoded;
}
