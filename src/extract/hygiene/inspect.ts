/**
 * What an editor can see and should decide: reported with its place, never changed in the published text. Every kind
 * is one rule: a pattern that finds it, a message, and (in `propose.ts`) the change that would mend it.
 */
import type { Diagnostic } from '../../model.js';
import { findUnbalanced, type Unbalanced } from './quotation-balance.js';
import { RULES, type Rule, rulesFor } from './rules.js';
import { QUOTE, survey } from './survey.js';

/** Unbalanced marks that are listed one by one, each is a place to mend; the rest of a file is counted. */
const LISTED = 10;

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
  const kept = lines.map((line, index) => (skip(index) ? '' : line));
  return inspectSurveyed(
    () => kept,
    lang,
    file,
    kept.reduce((bits, line) => bits | survey(line), 0),
  );
}

/** The same when the survey of all lines is known; they are asked for only if it says that there may be something. */
export function inspectSurveyed(
  shown: () => readonly string[],
  lang: string,
  file: string,
  bits: number,
): readonly Diagnostic[] {
  const rules = rulesFor(lang).filter(({ needs }) => (bits & needs) !== 0);
  if (rules.length === 0 && (bits & QUOTE) === 0) return [];
  const lines = shown();
  const found: Diagnostic[] = [];
  if (rules.length > 0) {
    for (const [index, line] of lines.entries()) {
      const own = survey(line);
      for (const rule of rules) if ((own & rule.needs) !== 0) applyRule(rule, line, index + 1, file, found);
    }
  }
  if ((bits & QUOTE) !== 0) {
    for (const problem of findUnbalanced(lines)) found.push(describeUnbalanced(problem, lines, file));
  }
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

const PARTNERS: Readonly<Record<string, string>> = Object.fromEntries(
  ['“”', '”“', '«»', '»«', '()', ')(', '[]', '][', '‹›', '›‹', '‘’'].map(([mark = '', partner = '']) => [
    mark,
    partner,
  ]),
);

function describeUnbalanced(problem: Unbalanced, lines: readonly string[], file: string): Diagnostic {
  const { mark, side, kind, line, column } = problem;
  const name = kind === 'quote' ? 'quotation' : 'bracket';
  const partner = PARTNERS[mark] ?? 'its partner';
  const message =
    side === 'unclosed'
      ? `${mark} is never closed. Add ${partner} where the ${name} ends, or take it out.`
      : `${mark} closes a ${name} that was never opened. Add ${partner} where it begins, or take it out.`;
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

/** Every kind of slip is said once a file, with its first place and how many lines have it. */
function limit(found: readonly Diagnostic[]): readonly Diagnostic[] {
  if (found.length === 0) return found;
  const counts = new Map<string, number>();
  const listed: Diagnostic[] = [];
  for (const problem of found) {
    const count = (counts.get(problem.id) ?? 0) + 1;
    counts.set(problem.id, count);
    if (count <= (isUnbalanced(problem) ? LISTED : 1)) listed.push(problem);
  }
  const last = new Map(listed.map((problem) => [problem.id, problem]));
  const told = listed.map((problem) => {
    const count = counts.get(problem.id) ?? 0;
    const more = isUnbalanced(problem) ? count - LISTED : count - 1;
    if (more <= 0 || last.get(problem.id) !== problem) return problem;
    return { ...problem, message: `${problem.message} (and ${more} more in this file)` };
  });
  return told.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function isUnbalanced({ id }: Diagnostic): boolean {
  return id.startsWith('unbalanced');
}

/** Ids of everything that can be reported here, for the documentation. */
export const INSPECTIONS: readonly string[] = [
  'unbalanced-quote',
  'unbalanced-bracket',
  ...RULES.map(({ id }) => id),
];
