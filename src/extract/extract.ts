/**
 * One text, understood: cut into units, classified, put together as an Article. Pure; a matter of microseconds for a
 * short text, linear for a long one.
 */
import type { RootContent } from 'mdast';
import { direction } from '../language-tag.js';
import type { Article, Diagnostic, Evidence, Extraction, Metadata, Role, Source } from '../model.js';
import { assemble, type Piece } from './assemble/blocks.js';
import { collectFields } from './assemble/fields.js';
import { classify, type Hint } from './decide/classify.js';
import { Ledger } from './hygiene/ledger.js';
import { straighten } from './hygiene/visual-order.js';
import { identify } from './observe/identify.js';
import { markdownUnits } from './parse/markdown.js';
import type { Held } from './parse/markdown-guard.js';
import { toUnits, type Unit } from './parse/units.js';
import { reporter, reportHeld, reportMissing, reportTurned, reportUselessCorrections } from './report.js';
import { compileRules, type Rules } from './rules/rules.js';

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
  const given: Metadata = { ...source.header, ...withoutRoles(source.sideCar) };
  const diagnostics: Diagnostic[] = [];
  const report = reporter(source.path, diagnostics);

  const { lines, turned, formed } = straighten(source.lines);
  const { parsed, held } = parse({ ...source, lines });
  const units = parsed.map(({ unit }) => unit);
  const lang = given.lang ?? identify(units.map((unit) => unit.text)).lang;
  const ledger = new Ledger(source, lang, formed);
  const stated = stateFields(given, ledger);
  const hints = source.format === 'markdown' ? parsed.map(({ hint }) => hint) : null;
  const classified = classify(units, compiled, stated, source.sideCar, lang, hints);
  const pieces: Piece[] = classified.map((line, index) => {
    const node = parsed[index]?.node ?? null;
    return { ...line, text: ledger.print(line.unit, node, PRINTED.has(line.role)), node };
  });

  const roles = rolesOf(source, pieces);
  const fields = collectFields(pieces, stated, compiled, lang, report);
  if (turned !== null) reportTurned(report, turned, lines);
  const shown = (stated: ReadonlySet<number>) =>
    lines.map((line, index) => (PRINTED.has(roles[index] as Role) || stated.has(index) ? line : ''));
  diagnostics.push(...ledger.diagnostics(shown));
  reportHeld(report, held, source.headerLines);
  reportUselessCorrections(report, source.sideCar, units);
  // A file that could not be read has been named; it has neither headline nor text.
  const isRead = lines.length > 0 || source.diagnostics.every(({ severity }) => severity !== 'error');
  if (isRead) reportMissing(report, lang, fields.headline, pieces);
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

function parse(source: Source): { parsed: readonly Parsed[]; held: readonly Held[] } {
  if (source.format === 'markdown') {
    const { units, held } = markdownUnits(source.lines, source.headerLines);
    return { parsed: units, held };
  }
  const parsed = toUnits(source.lines, source.headerLines).map((unit) => ({ unit, hint: null, node: null }));
  return { parsed, held: [] };
}

function withoutRoles({ roles: _roles, drop: _drop, ...metadata }: Source['sideCar']): Metadata {
  return metadata;
}

/** What a header states in words, tidied like the text. */
function stateFields(given: Metadata, ledger: Ledger): Metadata {
  const { headline, deck, section, dateline, byline } = given;
  const clean = (text: string | undefined, key: string) =>
    text === undefined ? {} : { [key]: ledger.state(text) };
  return {
    ...given,
    ...clean(headline, 'headline'),
    ...clean(deck, 'deck'),
    ...clean(section, 'section'),
    ...clean(dateline, 'dateline'),
    ...(byline === undefined ? {} : { byline: byline.map((name) => ledger.state(name)) }),
  };
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
