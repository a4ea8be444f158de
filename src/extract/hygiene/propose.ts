/** The visible repairs as proposals: a changed line beside the old one, and all of them as a unified diff. */
import { rulesFor } from './rules.js';
import { survey } from './survey.js';
import { tidy } from './tidy.js';
import { straighten } from './visual-order.js';

/** A change of one line. */
export interface Proposal {
  /** From 1. */
  readonly line: number;
  readonly before: string;
  readonly after: string;
  /** Names of the rules and repairs at work. */
  readonly ids: readonly string[];
}

/** Proposes changes of lines; what only an editor can decide (where a quotation ends) is not among them. */
export function propose(lines: readonly string[], lang: string): readonly Proposal[] {
  const rules = rulesFor(lang).filter(({ mend }) => mend !== undefined);
  const { lines: straight } = straighten(lines);
  return lines.flatMap((before, index) => {
    const { text, repairs } = tidy(straight[index] ?? before, lang);
    const ids: string[] = [...repairs];
    let after = text;
    const bits = survey(after);
    for (const { id, needs, pattern, unless, mend } of rules) {
      if ((bits & needs) === 0) continue;
      const mended = after.replace(pattern, (match: string, ...rest: unknown[]) => {
        const at = rest.find((value) => typeof value === 'number');
        if (mend === undefined || (typeof at === 'number' && unless?.(after, at, match) === true))
          return match;
        return mend(match);
      });
      if (mended !== after) ids.push(id);
      after = mended;
    }
    return after === before ? [] : [{ line: index + 1, before, after, ids }];
  });
}

/** Unchanged lines shown around a change. */
const CONTEXT = 2;

/**
 * The proposals as a unified diff, as `patch` and `git apply` read it; empty when there are none.
 * `lines` are those of the file; `open`: its last line has no line end.
 */
export function unifiedDiff(
  file: string,
  lines: readonly string[],
  proposals: readonly Proposal[],
  open = false,
): string {
  if (proposals.length === 0) return '';
  const changed = new Map(proposals.map((proposal) => [proposal.line, proposal.after]));
  const out = [`--- a/${file}`, `+++ b/${file}`];
  let at = 0;
  while (at < proposals.length) {
    const first = Math.max(1, (proposals[at]?.line ?? 1) - CONTEXT);
    let last = proposals[at]?.line ?? 1;
    while (at < proposals.length && (proposals[at]?.line ?? 0) <= last + 2 * CONTEXT) {
      last = proposals[at]?.line ?? last;
      at += 1;
    }
    last = Math.min(lines.length, last + CONTEXT);
    const count = last - first + 1;
    out.push(`@@ -${first},${count} +${first},${count} @@`);
    for (let line = first; line <= last; line += 1) {
      const before = lines[line - 1] ?? '';
      const after = changed.get(line);
      const shown = after === undefined ? [` ${before}`] : [`-${before}`, `+${after}`];
      const bare = open && line === lines.length;
      out.push(...(bare ? shown.flatMap((one) => [one, '\\ No newline at end of file']) : shown));
    }
  }
  return `${out.join('\n')}\n`;
}
