/**
 * The `---` block at the beginning of a Markdown file. It is YAML, but nearly all of them are plain `key: value` lines:
 * those are read here, thirty times faster than by a YAML parser and with the same result (a test compares the two).
 * Whatever is not that simple goes to the YAML package, loaded when the first file needs it.
 */
import type { Entry, Report } from './metadata.js';
import { parseYaml } from './yaml.js';

/** Longest block that is read, in UTF-16 units. */
const LONGEST_FRONT_MATTER = 65_536;

/** The block between the fences at the head of a Markdown file. */
export interface FrontMatter {
  readonly entries: readonly Entry[];
  /** Lines taken, both fences and the blank line after included. */
  readonly lines: number;
  /** The block could not be understood and the article must not go out by mistake. */
  readonly broken: boolean;
}

/** Reads the block; null when the file does not begin with one. */
export function readFrontMatter(lines: readonly string[], report: Report): FrontMatter | null {
  const foreign = FOREIGN_FENCE.exec(lines[0] ?? '');
  if (foreign !== null) return readForeign(lines, foreign[1] ?? foreign[0], report);
  if (lines[0]?.trimEnd() !== '---') return null;
  const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
  if (close < 0) {
    if (!/^[\p{L}\p{N}_][^:]{0,40}:(?:\s|$)/u.test(lines[1] ?? '')) return null; // A thematic break, then text.
    return broken(
      report,
      1,
      1,
      'The front matter opened by --- is never closed. Add a line of --- after it.',
    );
  }
  const taken = close + 1 + (lines[close + 1]?.trim() === '' ? 1 : 0);
  const block = lines.slice(1, close);
  const length = block.reduce((sum, line) => sum + line.length + 1, 0);
  if (length > LONGEST_FRONT_MATTER) {
    return broken(report, 1, taken, 'The front matter is longer than 64 KB and was not read.');
  }
  const quick = readPlainLines(block);
  if (quick !== null) return { entries: quick, lines: taken, broken: false };
  const parsed = parseYaml(block.join('\n'));
  if (parsed.ok) return { entries: parsed.entries, lines: taken, broken: false };
  return broken(report, parsed.line + 1, taken, `The front matter is not valid YAML: ${parsed.message}`);
}

/** Front matter of other programs: TOML between `+++`, and a language named after the dashes. */
const FOREIGN_FENCE = /^(?:\+\+\+|(---)[A-Za-z]{2,10})\s*$/u;

/** It is never run and never printed, and since it may say `draft = true`, the article stays back. */
function readForeign(lines: readonly string[], fence: string, report: Report): FrontMatter | null {
  const close = lines.findIndex((line, index) => index > 0 && line.trimEnd() === fence);
  if (close < 0) return null;
  const message = `Front matter must be YAML between two lines of ---; “${(lines[0] ?? '').trim()}” is not read. Write it as “key: value” lines.`;
  return broken(report, 1, close + 1, message);
}

function broken(report: Report, line: number, taken: number, message: string): FrontMatter {
  report.diagnostics.push({
    id: 'front-matter-broken',
    severity: 'error',
    file: report.file,
    line,
    column: null,
    message,
  });
  return { entries: [], lines: taken, broken: true };
}

/**
 * `key: value` with plain or simply quoted scalars and flow lists of them, as YAML 1.2 (core schema) reads them;
 * null when a line could mean anything else. Line numbers are those of the file.
 */
export function readPlainLines(block: readonly string[]): readonly Entry[] | null {
  const entries: Entry[] = [];
  const keys = new Set<string>();
  for (const [index, line] of block.entries()) {
    if (/^ *$/u.test(line)) continue;
    const match = PLAIN_LINE.exec(line);
    const key = match?.[1];
    if (match === null || key === undefined || keys.has(key) || isTyped(key)) return null;
    const value = readScalar(match[2] ?? '') ?? readFlowList(match[2] ?? '');
    if (value === null) return null;
    keys.add(key);
    entries.push({ key, value: value.value, line: index + 2 });
  }
  return entries;
}

const PLAIN_LINE = /^([\p{L}_][\p{L}\p{M}\p{N}_]*(?:[ \u200c][\p{L}\p{M}\p{N}_]+)*):(?: +(\S.*?))? *$/u;

interface Value {
  readonly value: unknown;
}

function readScalar(text: string): Value | null {
  if (text === '') return { value: null };
  const quoted = /^"([^"\\\t]*)"$/u.exec(text) ?? /^'([^'\t]*)'$/u.exec(text);
  if (quoted !== null) return { value: quoted[1] ?? '' };
  if (text === 'true' || text === 'false') return { value: text === 'true' };
  if (!/^[\p{L}\p{N}«“”(]/u.test(text) || /:(?:\s|$)|\s#|\t|[\u0085\u2028\u2029\ufeff]/u.test(text))
    return null;
  return isTyped(text) ? null : { value: text };
}

/** What the core schema makes a number, a boolean or null of. */
function isTyped(text: string): boolean {
  return /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0[ox][\da-f]+|true|false|null|~|[-+]?\.(?:inf|nan))$/iu.test(
    text,
  );
}

function readFlowList(text: string): Value | null {
  if (!/^\[[^[\]{}"'#&*!|>%@`]*\]$/u.test(text)) return null;
  const inner = text.slice(1, -1).trim();
  if (inner === '') return { value: [] };
  const items = inner.split(',').map((item) => readScalar(item.trim()));
  if (items.some((item) => item === null || item.value === null)) return null;
  return { value: items.map((item) => item?.value) };
}
