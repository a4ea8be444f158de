/** What a check of the audit is. The tables of checks are in `checks/`, in the order and numbers of the checklist. */
import type { Sheet } from './sheet.js';

export type Level = 'MUST' | 'SHOULD' | 'MOONSHOT';

export interface Finding {
  /** What is wrong, each with its place; none: passed. */
  readonly faults: readonly string[];
  /** What was measured: the worst of the site. */
  readonly figure?: number;
  readonly unit?: string;
}

export interface Check {
  /** Number in the checklist. */
  readonly item: number;
  readonly level: Level;
  readonly title: string;
  /** Looked at on every site, or once when it does not depend on the locale. */
  readonly once?: true;
  /** Takes seconds: looked at once a language; on one site of a quick run. */
  readonly slow?: true;
  /** Locales that it is about, when not all. */
  readonly only?: (sheet: Sheet) => boolean;
  /** What of the item is left out, or why a failure stands for now. Never a reason to print "pass". */
  readonly note?: string;
  /** A failure that is known and stands: the test fails when it is gone, so that this mark goes, too. */
  readonly open?: true;
  readonly run: (sheet: Sheet) => Promise<Finding | readonly string[]> | Finding | readonly string[];
}

/** An item that no check looks at, and why. */
export interface Absent {
  readonly item: number;
  readonly level: Level;
  readonly title: string;
  readonly state: 'not applicable' | 'not done' | 'tested elsewhere';
  readonly reason: string;
}

export interface Section {
  /** Letter of the checklist and what it is about. */
  readonly name: string;
  readonly checks: readonly Check[];
  readonly absent: readonly Absent[];
}

/** A figure that must not pass a limit. */
export function atMost(figure: number, most: number, unit: string, place = ''): Finding {
  const faults = figure <= most ? [] : [`${place} ${figure} ${unit}, at most ${most}`.trim()];
  return { faults, figure, unit };
}

/** Several measurements of one kind: the faults of all, the largest figure. */
export function worst(findings: readonly Finding[]): Finding {
  const figures = findings.flatMap(({ figure }) => (figure === undefined ? [] : [figure]));
  const faults = findings.flatMap((finding) => finding.faults);
  const unit = findings.find((finding) => finding.unit !== undefined)?.unit;
  return {
    faults,
    ...(figures.length === 0 ? {} : { figure: Math.max(...figures) }),
    ...(unit === undefined ? {} : { unit }),
  };
}

/** Faults as `place: fault` when there are any. */
export function expectSame(place: string, found: unknown, wanted: unknown): string[] {
  const [one, other] = [JSON.stringify(found), JSON.stringify(wanted)];
  return one === other ? [] : [`${place}: ${one} instead of ${other}`];
}
