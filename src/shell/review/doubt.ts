/** How much an editor should doubt what was understood of a text. Every point has its reason, and the reasons are shown. */
import { DOUBT } from '../../extract/extract.js';
import type { Diagnostic, Evidence, Role } from '../../model.js';
import type { Reading } from './reading.js';

/** How far an article is in doubt, and why. */
export interface Verdict {
  readonly path: string;
  /** 0: nothing to look at. An article without headline has about 40, one that could not be read over 100. */
  readonly score: number;
  readonly lang: string;
  readonly headline: string | null;
  /** The article has no date that could be used. */
  readonly undated: boolean;
  /** Errors and warnings, and the dates that could not be used. */
  readonly problems: readonly Diagnostic[];
  /** Lines whose role is not sure, the least sure first. */
  readonly lines: readonly Evidence[];
}

const POINTS: Readonly<Record<string, number>> = { 'no-headline': 40, 'no-text': 60 };
const BY_SEVERITY = { error: 100, warning: 4, info: 0 } as const;
const UNUSABLE_DATES = new Set(['incomplete-date', 'impossible-date', 'relative-date']);
const UNUSABLE_DATE = 12;
const UNDATED = 3;
/** One bad text may not have more points for its many small faults than one without a headline. */
const MOST_FOR_FAULTS = 30;
/** What a wrong line of this role would cost; others count 1. */
const WEIGHTS: Readonly<Partial<Record<Role, number>>> = { headline: 4, body: 2, section: 2, byline: 2 };
const MOST_FOR_LINES = 60;

/** Judges one text. */
export function judge({ path, extraction, diagnostics }: Reading): Verdict {
  const { article, evidence } = extraction;
  const undated = article.published === null && article.updated === null;
  const problems = diagnostics.filter((one) => one.severity !== 'info' || UNUSABLE_DATES.has(one.id));
  let heavy = 0;
  let faults = 0;
  for (const one of problems) {
    const points = POINTS[one.id];
    if (points !== undefined) heavy += points;
    else if (one.severity === 'error') heavy += BY_SEVERITY.error;
    else if (UNUSABLE_DATES.has(one.id)) faults += UNUSABLE_DATE;
    else faults += BY_SEVERITY[one.severity];
  }
  const lines = evidence
    .filter((one) => one.confidence < DOUBT)
    .sort((a, b) => a.confidence - b.confidence || a.line - b.line);
  let doubts = 0;
  // From a third of a point for a line just below the limit to 5 for one that nothing speaks for.
  for (const one of lines) doubts += (DOUBT - one.confidence + 0.04) * 8 * (WEIGHTS[one.role] ?? 1);
  const score =
    heavy +
    Math.min(faults, MOST_FOR_FAULTS) +
    Math.min(doubts, MOST_FOR_LINES) +
    (undated && !problems.some((one) => UNUSABLE_DATES.has(one.id)) ? UNDATED : 0);
  const { lang, headline } = article;
  return { path, score: Math.round(score * 10) / 10, lang, headline, undated, problems, lines };
}

/** The most doubtful first; equal ones by their names. */
export function byDoubt(a: Verdict, b: Verdict): number {
  return b.score - a.score || (a.path < b.path ? -1 : a.path > b.path ? 1 : 0);
}
