/**
 * Turns the observations of all lines into named features: what the line says, where it stands, what its neighbours
 * say. Every feature is cheap and linear in the number of lines.
 */
import type { Lang } from '../../model.js';
import { layOut, type Scene } from '../layout/layout.js';
import type { Observation } from '../observe/observe.js';
import type { Repeat } from '../observe/repeats.js';
import type { Unit } from '../parse/units.js';
import { addNeighbours } from './context.js';
import { addLead } from './lead.js';
import { featureId } from './names.js';
import { addHead, addPlace } from './place.js';
import { addRepeats } from './repeats.js';
import { addPhrases, addShape } from './shape.js';

const ALWAYS = featureId('always');
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
    addLead(list, scene, index);
    addRepeats(list, scene, index);
    addNeighbours(list, scene, index);
    return list;
  });
}
