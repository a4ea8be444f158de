/** What an editor should know of one text: how problems are told, and those that concern the text as a whole. */
import { languageOf } from '../language-tag.js';
import { HEADER_WORDS } from '../languages/headers.js';
import type { Diagnostic, Lang, Source } from '../model.js';
import type { Piece } from './assemble/blocks.js';
import type { Held } from './parse/markdown-guard.js';
import type { Unit } from './parse/units.js';
import { missingLines } from './rules/side-car-lines.js';

/** Takes up a problem. `line`: from 1, null for the whole file. Of the excerpt the first 80 letters are kept. */
export type Report = (
  id: string,
  severity: Diagnostic['severity'],
  line: number | null,
  message: string,
  excerpt?: string,
) => void;

/** Takes problems of the file at `path` up into `diagnostics`. */
export function reporter(path: string, diagnostics: Diagnostic[]): Report {
  return (id, severity, line, message, excerpt) => {
    const base = { id, severity, file: path, line, column: line === null ? null : 1, message };
    diagnostics.push(excerpt === undefined ? base : { ...base, excerpt: excerpt.slice(0, 80) });
  };
}

/** Lines that ran backwards: the first of them and how many there were. */
export function reportTurned(
  report: Report,
  { first, count }: { readonly first: number; readonly count: number },
  lines: readonly string[],
): void {
  const turned = count === 1 ? 'one line was' : `${count} lines were`;
  const message = `This text ran backwards, as PDF files store it; ${turned} turned round. Compare with the original.`;
  report('visual-order', 'warning', first + 1, message, lines[first]);
}

const TOO_MUCH: Readonly<Record<Held['reason'], string>> = {
  delimiters: 'it has more marks of Markdown than anybody types',
  lines: 'it has too many lines without a blank one',
  nesting: 'its quotations or lists are nested too deeply',
  total: 'the text has more marks of Markdown than anybody types',
};

/** Blocks of Markdown that are published as they were typed. */
export function reportHeld(report: Report, held: readonly Held[], headerLines: number): void {
  for (const { line, text, reason } of held) {
    const message = `This block is published as plain text: ${TOO_MUCH[reason]}. See limits.md.`;
    report('markdown-limit', 'warning', line + headerLines, message, text.trimStart());
  }
}

/** Corrections in the side-car whose line is not there. */
export function reportUselessCorrections(
  report: Report,
  sideCar: Source['sideCar'],
  units: readonly Unit[],
): void {
  const texts = units.map((unit) => unit.text);
  for (const text of missingLines(sideCar, texts)) {
    const message = 'The side-car names a line that is not in the text, so this correction does nothing.';
    report('side-car-line', 'warning', null, message, text);
  }
}

/** A text without a headline, or without a paragraph. */
export function reportMissing(
  report: Report,
  lang: Lang,
  headline: string | null,
  pieces: readonly Piece[],
): void {
  if (headline === null) {
    const key = HEADER_WORDS[languageOf(lang)]?.headline?.[0] ?? 'title';
    report(
      'no-headline',
      'warning',
      null,
      `The text has no headline. State one in the header: \`${key}: …\`.`,
    );
  }
  if (pieces.some(({ role }) => role === 'body' || role === 'list' || role === 'quote')) return;
  const message = 'No paragraph was found in this file: only a headline, labels or page furniture.';
  report('no-text', 'warning', null, message);
}
