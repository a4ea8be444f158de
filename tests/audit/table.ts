/** The table that the audit prints: every item of the checklist, what was found, and the figure. */
import type { Check, Finding, Section } from './check.js';

export interface Row {
  readonly check: Check;
  /** By locale. */
  readonly findings: ReadonlyMap<string, Finding>;
}

export type Result = 'pass' | 'fail' | 'not in this run';

export function resultOf({ findings }: Row): Result {
  if (findings.size === 0) return 'not in this run';
  return [...findings.values()].some(({ faults }) => faults.length > 0) ? 'fail' : 'pass';
}

/** Markdown, one table a section. */
export function printTable(
  sections: readonly Section[],
  rows: readonly Row[],
  tags: readonly string[],
): string {
  const counts = { pass: 0, fail: 0, 'not in this run': 0 };
  for (const row of rows) counts[resultOf(row)]++;
  const absent = sections.flatMap((section) => section.absent);
  const states = [...new Set(absent.map(({ state }) => state))].sort();
  const rest = states.map((state) => `${absent.filter((one) => one.state === state).length} ${state}`);
  const summary = `${tags.length} locales (${tags.join(', ')}): ${counts.pass} checks pass, ${counts.fail} fail; of the other items ${rest.join(', ')}.`;
  return `${[summary, ...sections.map((section) => printSection(section, rows))].join('\n\n')}\n`;
}

function printSection(section: Section, rows: readonly Row[]): string {
  const lines = [
    ...rows
      .filter(({ check }) => section.checks.includes(check))
      .map((row) => ({ item: row.check.item, line: printRow(row) })),
    ...section.absent.map(({ item, level, title, state, reason }) => ({
      item,
      line: `| ${item} | ${level} | ${title} | ${state} | | ${reason} |`,
    })),
  ].sort((a, b) => a.item - b.item);
  const head = ['| item | level | what | result | figure | note |', '| --- | --- | --- | --- | --- | --- |'];
  return [`## ${section.name}`, '', ...head, ...lines.map(({ line }) => line)].join('\n');
}

function printRow(row: Row): string {
  const { item, level, title, note = '' } = row.check;
  const failing = [...row.findings].filter(([, { faults }]) => faults.length > 0);
  const result = resultOf(row);
  const where =
    result === 'fail' && row.findings.size > 1 ? ` in ${failing.length} of ${row.findings.size}` : '';
  return `| ${item} | ${level} | ${title} | ${result}${where} | ${figureOf(row)} | ${note} |`;
}

/** One figure, or the least and the most. */
function figureOf({ findings }: Row): string {
  const all = [...findings.values()];
  const figures = all.flatMap(({ figure }) =>
    figure === undefined ? [] : [Math.round(figure * 1000) / 1000],
  );
  if (figures.length === 0) return '';
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  const unit = all.find((finding) => finding.unit !== undefined)?.unit ?? '';
  return `${least === most ? most : `${least} to ${most}`} ${unit}`.trim();
}
