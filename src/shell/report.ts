/** What is said of a build: one line a problem, its quotation below, and a summary that adds up. */
import type { Diagnostic, Severity } from '../model.js';
import { visible } from './visible.js';

/** read = published + withheld + failed. */
export interface Counts {
  readonly read: number;
  readonly published: number;
  /** By reason: `draft`, `empty`. */
  readonly withheld: Readonly<Record<string, number>>;
  readonly failed: number;
}

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36 };

/** `file:line:column severity id  message`, then the excerpt. `colour`: for a terminal that shows it. */
export function formatDiagnostic(one: Diagnostic, colour: boolean): string {
  const place = [one.file, ...[one.line, one.column].flatMap((part) => part ?? [])].join(':');
  const severity = colour ? `\u001b[${COLOURS[one.severity]}m${one.severity}\u001b[0m` : one.severity;
  const line = `${visible(place)} ${severity} ${one.id}  ${visible(one.message)}\n`;
  return one.excerpt === undefined || one.excerpt === '' ? line : `${line}    ${visible(one.excerpt)}\n`;
}

/** By file, then by place, errors of one place first; the same thing once. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const rank = { error: 0, warning: 1, info: 2 };
  const sorted = [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      rank[a.severity] - rank[b.severity] ||
      compare(a.id, b.id) ||
      compare(a.message, b.message),
  );
  return sorted.filter((one, index) => index === 0 || !isSame(one, sorted[index - 1]));
}

function isSame(a: Diagnostic, b: Diagnostic | undefined): boolean {
  if (b === undefined || a.file !== b.file || a.line !== b.line || a.column !== b.column) return false;
  return a.id === b.id && a.message === b.message && a.excerpt === b.excerpt;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** 1 when something kept a page from being published. `strict`: warnings count as errors. */
export function exitCodeOf(diagnostics: readonly Diagnostic[], strict: boolean): 0 | 1 {
  const bad = (one: Diagnostic): boolean =>
    one.severity === 'error' || (strict && one.severity === 'warning');
  return diagnostics.some(bad) ? 1 : 0;
}

/** `1 article`, `34 articles`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** `34 articles read = 32 published + 1 withheld (1 draft) + 1 failed` */
export function formatCounts({ read, published, withheld, failed }: Counts): string {
  const reasons = Object.entries(withheld).filter(([, count]) => count > 0);
  const sum = reasons.reduce((total, [, count]) => total + count, 0);
  const why = sum === 0 ? '' : ` (${reasons.map(([reason, count]) => `${count} ${reason}`).join(', ')})`;
  return `${counted(read, 'article')} read = ${published} published + ${sum} withheld${why} + ${failed} failed`;
}

/** `dist: 3 added, 1 changed, 0 removed, 96 unchanged` */
export function formatChanges(
  out: string,
  {
    added,
    changed,
    removed,
    unchanged,
  }: { added: readonly string[]; changed: readonly string[]; removed: readonly string[]; unchanged: number },
): string {
  return `${visible(out)}: ${added.length} added, ${changed.length} changed, ${removed.length} removed, ${unchanged} unchanged`;
}

/** `1.24 s`, `87 ms`. */
export function formatDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
