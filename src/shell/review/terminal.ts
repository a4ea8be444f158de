/**
 * The review for a terminal. Texts that run from the right stand on lines of their own, so that no number or English
 * word is drawn into them, whatever the terminal makes of directions.
 */
import { visible } from '../visible.js';
import type { Verdict } from './doubt.js';

/** Lines and problems of one article beyond these are counted. */
const LINES = 4;
const PROBLEMS = 4;
const EXCERPT = 70;

/** Marks a text for the terminal. */
export interface Styles {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly warn: (text: string) => string;
}

/** With or without colours. */
export function makeStyles(colour: boolean): Styles {
  const wrap = (code: number) => (text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
  return { bold: wrap(1), dim: wrap(2), warn: wrap(33) };
}

/** One article of the list. `rank` from 1; `textOf` gives a line of the file. */
export function formatVerdict(
  verdict: Verdict,
  rank: number,
  textOf: (line: number) => string,
  { bold, dim, warn }: Styles,
): string {
  const { path, score, headline, undated, problems, lines } = verdict;
  const rows = [
    `${String(rank).padStart(3)}. ${bold(visible(path))}  ${dim(`doubt ${score}`)}`,
    headline === null ? `     ${warn('no headline')}` : `     ${visible(shorten(headline))}`,
  ];
  if (undated) rows.push(`     ${dim('no date')}`);
  for (const { id, line, message } of problems.slice(0, PROBLEMS)) {
    rows.push(`     ${warn(id)}${line === null ? '' : ` line ${line}`}  ${visible(message)}`);
  }
  for (const { line, role, confidence, because } of lines.slice(0, LINES)) {
    const sure = `${Math.round(confidence * 100)} %`.padStart(5);
    rows.push(`  ${warn('?')}${String(line).padStart(5)} ${role.padEnd(10)}${sure}  ${dim(because)}`);
    rows.push(`        ${visible(shorten(textOf(line).trim()))}`);
  }
  const more = Math.max(0, lines.length - LINES) + Math.max(0, problems.length - PROBLEMS);
  if (more > 0) rows.push(`        ${dim(`and ${more} more, on the page`)}`);
  return `${rows.join('\n')}\n\n`;
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= EXCERPT ? text : `${letters.slice(0, EXCERPT - 1).join('')}…`;
}
