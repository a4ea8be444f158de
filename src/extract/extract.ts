/**
 * One text, understood: cut into units, classified, put together as an Article. Pure; a matter of microseconds for a
 * short text, linear for a long one.
 */

import type { RootContent } from 'mdast';
import { direction } from '../languages/index.js';
import type { Article, Diagnostic, Evidence, Extraction, Metadata, Role, Source } from '../model.js';
import { assemble, type Piece } from './blocks.js';
import { classify, type Hint } from './classify.js';
import { collectFields } from './fields.js';
import { tidy } from './hygiene.js';
import { identify } from './identify.js';
import { markdownUnits } from './parse-markdown.js';
import { findUnbalanced } from './quotation-balance.js';
import { compileRules, type Rules } from './rules.js';
import { toUnits, type Unit } from './units.js';

/** Below this confidence a line is marked as doubtful. */
export const DOUBT = 0.6;

/** Roles whose text reaches the reader as prose. */
const PRINTED: ReadonlySet<Role> = new Set([
  'headline',
  'deck',
  'body',
  'subhead',
  'pullquote',
  'quote',
  'caption',
  'list',
]);

/** Understands one text. */
export function extract(source: Source, rules: Rules): Extraction {
  const compiled = compileRules(rules);
  const stated: Metadata = { ...source.header, ...withoutRoles(source.sideCar) };
  const diagnostics: Diagnostic[] = [];
  const report = (
    id: string,
    severity: Diagnostic['severity'],
    line: number | null,
    message: string,
    excerpt?: string,
    column: number | null = null,
  ) => {
    const base = {
      id,
      severity,
      file: source.path,
      line,
      column: line === null ? null : (column ?? 1),
      message,
    };
    diagnostics.push(excerpt === undefined ? base : { ...base, excerpt: excerpt.slice(0, 80) });
  };

  const parsed = parse(source);
  const units = parsed.map(({ unit }) => unit);
  const lang = stated.lang ?? identify(units.map((unit) => unit.text)).lang;
  const hints = source.format === 'markdown' ? parsed.map(({ hint }) => hint) : null;
  const classified = classify(units, compiled, stated, source.sideCar, lang, hints);
  const pieces: Piece[] = classified.map((line, index) => ({
    ...line,
    text: printed(line.unit.text, lang),
    node: parsed[index]?.node ?? null,
  }));

  const roles = rolesOf(source, pieces);
  const fields = collectFields(pieces, stated, compiled, lang, report);
  reportUnbalanced(source, roles, report);
  if (fields.headline === null) {
    report('no-headline', 'warning', null, 'The text has no headline. State one in the header: `title: …`.');
  }
  if (!pieces.some((piece) => piece.role === 'body' || piece.role === 'list' || piece.role === 'quote')) {
    report(
      'no-text',
      'warning',
      null,
      'No paragraph was found in this file: only a headline, labels or page furniture.',
    );
  }
  const article: Article = {
    lang,
    dir: direction(lang),
    ...fields,
    tags: stated.tags ?? [],
    blocks: assemble(pieces),
  };
  return { article, roles, evidence: pieces.map(evidenceOf), diagnostics };
}

interface Parsed {
  readonly unit: Unit;
  readonly hint: Hint;
  readonly node: RootContent | null;
}

function parse(source: Source): readonly Parsed[] {
  if (source.format === 'markdown') return markdownUnits(source.lines, source.headerLines);
  return toUnits(source.lines, source.headerLines).map((unit) => ({ unit, hint: null, node: null }));
}

function withoutRoles({ roles: _roles, drop: _drop, ...metadata }: Source['sideCar']): Metadata {
  return metadata;
}

/** The text as published; the columns of a pasted table stay apart. */
function printed(text: string, lang: string): string {
  if (!text.includes('\t')) return tidy(text, lang).text;
  return text
    .split('\t')
    .map((cell) => tidy(cell, lang).text)
    .join('\t');
}

function rolesOf(source: Source, pieces: readonly Piece[]): (Role | null)[] {
  const roles: (Role | null)[] = source.lines.map((line, index) =>
    index < source.headerLines && line.trim() !== '' ? 'meta' : null,
  );
  for (const piece of pieces) {
    for (let line = piece.unit.first; line <= piece.unit.last; line++) {
      if ((source.lines[line] ?? '').trim() !== '') roles[line] = piece.role;
    }
  }
  // what no unit took (link definitions of Markdown, marks of comments) is part of no text
  source.lines.forEach((line, index) => {
    if (roles[index] === null && line.trim() !== '') roles[index] = 'furniture';
  });
  return roles;
}

function evidenceOf(piece: Piece): Evidence {
  return {
    line: piece.unit.first + 1,
    role: piece.role,
    rule: piece.rule,
    confidence: piece.confidence,
    because: piece.because,
  };
}

type Report = (
  id: string,
  severity: Diagnostic['severity'],
  line: number | null,
  message: string,
  excerpt?: string,
  column?: number | null,
) => void;

function reportUnbalanced(source: Source, roles: readonly (Role | null)[], report: Report): void {
  const lines = source.lines.map((line, index) => (PRINTED.has(roles[index] as Role) ? line : ''));
  for (const { line, column, mark, side, kind } of findUnbalanced(lines)) {
    const message =
      side === 'unclosed'
        ? `${mark} is never closed. Add its partner, or take it out.`
        : `${mark} closes what was never opened. Add its partner, or take it out.`;
    const text = source.lines[line - 1] ?? '';
    const excerpt = text.slice(Math.max(0, column - 41), column + 39);
    report(
      kind === 'quote' ? 'unbalanced-quote' : 'unbalanced-bracket',
      'warning',
      line,
      message,
      excerpt,
      column,
    );
  }
}
