/**
 * What an editor can see and should decide: reported with its place, never changed in the published text. Every kind
 * is one rule: a pattern that finds it, a message, and (in `propose.ts`) the change that would mend it.
 */
import type { Diagnostic } from '../../model.js';
import { findUnbalanced, type Unbalanced } from '../quotation-balance.js';
import { RULES, type Rule, rulesFor } from './rules.js';
import { QUOTE, survey } from './survey.js';

/** Findings of one kind that are listed one by one; the rest of a file is counted in one line. */
const LISTED = 5;

/**
 * Inspects the lines of an article (blank lines where they are, so that numbers are those of the file).
 * @param skip lines that nobody publishes (header, furniture), by index; they are passed over.
 */
export function inspect(
  lines: readonly string[],
  lang: string,
  file = '',
  skip: (index: number) => boolean = () => false,
): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const kept = lines.map((line, index) => (skip(index) ? '' : line));
  const rules = rulesFor(lang);
  let marks = 0;
  for (const [index, line] of kept.entries()) {
    const bits = survey(line);
    marks |= bits & QUOTE;
    for (const rule of rules) if ((bits & rule.needs) !== 0) applyRule(rule, line, index + 1, file, found);
  }
  if (marks === 0) return limit(found);
  for (const problem of findUnbalanced(kept)) found.push(describeUnbalanced(problem, kept, file));
  return limit(found);
}

function applyRule(rule: Rule, line: string, number: number, file: string, found: Diagnostic[]): void {
  for (const match of line.matchAll(rule.pattern)) {
    if (rule.unless?.(line, match.index, match[0]) === true) continue;
    found.push({
      id: rule.id,
      severity: rule.severity,
      file,
      line: number,
      column: match.index + 1,
      message: rule.message(match[0]),
      excerpt: excerpt(line, match.index),
    });
    return; // Once a line is enough: the editor reads the line.
  }
}

function describeUnbalanced(problem: Unbalanced, lines: readonly string[], file: string): Diagnostic {
  const { mark, side, kind, line, column } = problem;
  const name = kind === 'quote' ? 'quotation' : 'bracket';
  const message =
    side === 'unclosed'
      ? `${mark} is never closed. Close the ${name} in this paragraph, or take the mark out.`
      : `${mark} closes a ${name} that was never opened. Open it in this paragraph, or take the mark out.`;
  return {
    id: kind === 'quote' ? 'unbalanced-quote' : 'unbalanced-bracket',
    severity: 'warning',
    file,
    line,
    column,
    message,
    excerpt: excerpt(lines[line - 1] ?? '', column - 1),
  };
}

/** The surroundings of a place, at most 80 characters. */
function excerpt(line: string, at: number): string {
  const from = Math.max(0, at - 40);
  return line
    .slice(from, from + 80)
    .toWellFormed()
    .replaceAll('\ufffd', '')
    .trim();
}

function limit(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length === 0) return found;
  const counts = new Map<string, number>();
  const listed: Diagnostic[] = [];
  for (const problem of found) {
    const count = (counts.get(problem.id) ?? 0) + 1;
    counts.set(problem.id, count);
    if (count <= LISTED || problem.id.startsWith('unbalanced')) listed.push(problem);
  }
  for (const problem of found) {
    const count = counts.get(problem.id) ?? 0;
    if (count <= LISTED || problem.id.startsWith('unbalanced')) continue;
    counts.delete(problem.id);
    const message = `${count - LISTED} more lines have the same problem (${problem.id}).`;
    listed.push({ ...problem, line: null, column: null, message, excerpt: '' });
  }
  return listed.sort(
    (a, b) =>
      (a.line ?? Number.MAX_SAFE_INTEGER) - (b.line ?? Number.MAX_SAFE_INTEGER) ||
      (a.column ?? 0) - (b.column ?? 0),
  );
}

/** Ids of everything that can be reported here, for the documentation. */
export const INSPECTIONS: readonly string[] = [
  'unbalanced-quote',
  'unbalanced-bracket',
  ...RULES.map(({ id }) => id),
];
