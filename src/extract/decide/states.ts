/**
 * The states of the sequence model. A role is split by where it stands (above, inside, below the body), because an
 * article runs one way: after its tail has begun, the body does not resume.
 */
import type { Role } from '../../model.js';

type Phase = 0 | 1 | 2;

const TABLE: readonly (readonly [name: string, role: Role, phase: Phase])[] = [
  ['head-section', 'section', 0],
  ['head-headline', 'headline', 0],
  ['head-deck', 'deck', 0],
  ['head-byline', 'byline', 0],
  ['head-dateline', 'dateline', 0],
  ['head-caption', 'caption', 0],
  ['head-furniture', 'furniture', 0],
  ['body', 'body', 1],
  ['subhead', 'subhead', 1],
  ['pullquote', 'pullquote', 1],
  ['quote', 'quote', 1],
  ['list', 'list', 1],
  ['caption', 'caption', 1],
  ['readalso', 'readalso', 1],
  ['inner-furniture', 'furniture', 1],
  ['tail-byline', 'byline', 2],
  ['tail-dateline', 'dateline', 2],
  ['tail-furniture', 'furniture', 2],
];

/** The name of each state, by its number. */
export const STATES: readonly string[] = TABLE.map(([name]) => name);
/** The role of each state, by its number. */
export const STATE_ROLES: readonly Role[] = TABLE.map(([, role]) => role);
const PHASES: readonly Phase[] = TABLE.map(([, , phase]) => phase);

/** May `to` follow `from`? Phases never run backwards. */
export function mayFollow(from: number, to: number): boolean {
  return (PHASES[to] as Phase) >= (PHASES[from] as Phase);
}

const BODY_ROLES: ReadonlySet<Role> = new Set(['body', 'subhead', 'pullquote', 'quote', 'list', 'readalso']);

/** The states of a text whose roles are known, for training. A role that cannot stand in its phase gets the nearest. */
export function statesOf(roles: readonly Role[]): number[] {
  const first = roles.findIndex((role) => BODY_ROLES.has(role));
  const last = roles.findLastIndex((role) => BODY_ROLES.has(role) || (role === 'caption' && first >= 0));
  return roles.map((role, index) => {
    const phase = first < 0 || index < first ? 0 : index <= last ? 1 : 2;
    const exact = TABLE.findIndex(([, name, at]) => name === role && at === phase);
    if (exact >= 0) return exact;
    return phase === 1 ? STATES.indexOf('inner-furniture') : TABLE.findIndex(([, name]) => name === role);
  });
}
