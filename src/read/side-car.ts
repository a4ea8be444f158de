/** `NAME.meta.json`: corrections of what extraction chose. JSON, checked field by field. */

import { fileDiagnostic } from '../diagnostic.js';
import { parseJson } from '../json.js';
import { ROLES, type Role, type SideCar } from '../model.js';

import { nearest } from '../nearest.js';
import { decode } from './decode.js';
import { foldKey } from './fields.js';
import { type Entry, type Report, toMetadata } from './metadata.js';

/** Largest side-car that is read, in bytes. */
const LARGEST_SIDE_CAR = 1_048_576;

/** Reads a side-car; everything wrong with it is reported under its own name and the rest counts. */
export function readSideCar(bytes: Uint8Array, lang: string, report: Report): SideCar {
  const parsed = parse(bytes, report);
  if (parsed === null) return {};
  const rest: Entry[] = [];
  const sideCar: { roles?: Record<string, Role>; drop?: readonly string[] } = {};
  for (const [key, value] of Object.entries(parsed.value)) {
    if (key === 'roles') sideCar.roles = readRoles(value, report);
    else if (key === 'drop') sideCar.drop = readDrop(value, report);
    else if (!key.startsWith('$')) rest.push({ key, value, line: parsed.lineOf(key) });
  }
  return { ...toMetadata(rest, lang, report), ...sideCar };
}

interface Parsed {
  readonly value: object;
  readonly lineOf: (key: string) => number | null;
}

function parse(bytes: Uint8Array, report: Report): Parsed | null {
  if (bytes.length > LARGEST_SIDE_CAR)
    return refuse(report, null, 'The side-car is larger than 1 MB and was not read.');
  const { text } = decode(bytes);
  if (text === null) return refuse(report, null, 'The side-car is not UTF-8 text.');
  const json = parseJson(text);
  if (!json.ok) return refuse(report, json.place.line, `The side-car is not valid JSON. ${json.message}`);
  const { value, places } = json;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(report, 1, 'The side-car must be one JSON object: { "headline": "…" }.');
  }
  return { value, lineOf: (key) => places.get(key)?.line ?? null };
}

function refuse(report: Report, line: number | null, text: string): null {
  const message = printable(text);
  // An error, since a side-car may hold `draft: true`: what cannot be read must not go out unseen.
  report.diagnostics.push({
    id: 'side-car-broken',
    severity: 'error',
    file: report.file,
    line,
    column: null,
    message,
  });
  return null;
}

function readRoles(value: unknown, report: Report): Record<string, Role> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    warn(report, '“roles” must be an object: { "text of the line": "caption" }.');
    return {};
  }
  const roles: [string, Role][] = [];
  for (const [text, name] of Object.entries(value)) {
    const role = ROLES.find((known) => known === name);
    if (role !== undefined) roles.push([text, role]);
    else {
      const near = typeof name === 'string' ? nearest(foldKey(name), ROLES) : null;
      warn(
        report,
        `“${typeof name === 'string' ? name : typeof name}” is not a role.${near === null ? '' : ` Did you mean “${near}”?`}`,
      );
    }
  }
  return Object.fromEntries(roles);
}

function readDrop(value: unknown, report: Report): readonly string[] {
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts = items.filter((item): item is string => typeof item === 'string');
  if (texts.length < items.length) warn(report, '“drop” must be a list of the texts of lines.');
  return texts;
}

function warn(report: Report, text: string): void {
  const message = printable(text);
  report.diagnostics.push(fileDiagnostic('side-car-value', 'warning', report.file, message));
}

/** Names from the file go into messages: no control character may reach a terminal. */
function printable(message: string): string {
  return message.replace(/\s+/gu, ' ').replace(/\p{Cc}/gu, '');
}
