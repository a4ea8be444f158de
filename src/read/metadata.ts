/**
 * What an editor states outright → Metadata. One place for header lines, front matter and side-car: known fields are
 * copied by name, values of an odd type are reported and left out, so that nothing strange is ever printed.
 */
import { readDate } from '../extract/dates/dates.js';
import { type Field, HELD, LANGUAGE_NAMES, NO, YES } from '../languages/headers.js';
import type { Diagnostic, Metadata, Moment } from '../model.js';
import { nearest } from '../nearest.js';
import { foldKey, knownKey, knownWords } from './fields.js';

/** One stated value: `value` is a string, or whatever YAML or JSON made of it (maps as Map or plain object). */
export interface Entry {
  readonly key: string;
  readonly value: unknown;
  readonly line: number | null;
}

/** The fields before they are frozen into Metadata. */
type Draft = { -readonly [Key in keyof Metadata]: Metadata[Key] };

/** Where problems are reported: the file, and the list that takes them. */
export interface Report {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  /** Every key is meant for us (a side-car), so an unknown one is a mistake; other systems put theirs into front matter. */
  readonly strict?: true;
}

/** Reads the entries in order; the first value of a field counts. `lang` is for dates that leave their calendar open. */
export function toMetadata(entries: readonly Entry[], lang: string, report: Report): Metadata {
  const draft: Draft = {};
  const seen = new Set<Field>();
  for (const entry of entries) {
    const known = knownKey(entry.key);
    // Other systems write `published: false`.
    const field = known?.field === 'published' && isAnswer(entry.value) ? 'state' : known?.field;
    if (field === undefined) {
      if (foldKey(entry.key) === 'corrections') readCorrections(draft, entry, lang, report);
      else reportUnknown(entry, report);
    } else if (seen.has(field)) {
      say(
        report,
        entry,
        'header-duplicate',
        'warning',
        `“${entry.key}” is stated twice; the first value counts.`,
      );
    } else {
      seen.add(field);
      readField(draft, field, entry, lang, report);
    }
  }
  return draft;
}

function readField(draft: Draft, field: Field, entry: Entry, lang: string, report: Report): void {
  switch (field) {
    case 'headline':
    case 'section':
    case 'deck':
    case 'dateline':
    case 'slug':
    case 'pictureAlt':
    case 'pictureCaption':
    case 'pictureCredit': {
      const text = readText(entry, report);
      if (text !== null) draft[field] = text;
      return;
    }
    case 'byline':
    case 'tags': {
      const texts = readTexts(entry, report);
      if (texts.length > 0) draft[field] = texts;
      return;
    }
    case 'state':
      readState(draft, entry, report);
      return;
    case 'published':
    case 'updated':
    case 'breakingUntil': {
      const moment = readMoment(entry, lang, report);
      if (moment !== null) draft[field] = moment;
      return;
    }
    case 'lang': {
      const text = readText(entry, report);
      const tag = text === null ? null : languageTag(text);
      if (tag !== null) draft.lang = tag;
      else if (text !== null)
        say(
          report,
          entry,
          'header-language',
          'warning',
          `“${text}” is not a language tag such as ar, fa or he.`,
        );
      return;
    }
    case 'draft': {
      const text = readText(entry, report);
      if (text === null) return;
      const word = foldKey(text);
      draft.draft = draft.draft === true || !NO_WORDS.has(word);
      // An answer nobody understands keeps the article back: better late than published by mistake.
      if (!NO_WORDS.has(word) && !YES_WORDS.has(word)) {
        say(
          report,
          entry,
          'header-draft',
          'warning',
          `“${text}” is neither yes nor no; the article is kept as a draft.`,
        );
      }
      return;
    }
    case 'picture':
      readPicture(draft, entry, report);
  }
}

const YES_WORDS = new Set(YES.map(foldKey));
const NO_WORDS = new Set(NO.map(foldKey));
const HELD_WORDS = new Set(HELD.map(foldKey));

function isAnswer(value: unknown): boolean {
  if (typeof value === 'boolean') return true;
  return typeof value === 'string' && (YES_WORDS.has(foldKey(value)) || NO_WORDS.has(foldKey(value)));
}

/** `status: draft`, `published: false`: what keeps an article back where it comes from does so here. */
function readState(draft: Draft, entry: Entry, report: Report): void {
  const text = readText(entry, report);
  if (text === null) return;
  const word = foldKey(text);
  if (!HELD_WORDS.has(word) && !NO_WORDS.has(word)) return;
  draft.draft = true;
  say(report, entry, 'header-held', 'info', `“${entry.key}: ${text}” keeps the article back as a draft.`);
}

/** A scalar as one line of text; null when it is empty or no scalar (then reported). */
function readText(entry: Entry, report: Report): string | null {
  const { value } = entry;
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return oneLine(value);
  if (typeof value === 'boolean' || typeof value === 'bigint') return String(value);
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  reportType(entry, 'a text', report);
  return null;
}

/** YAML and JSON can write with escapes what no text may carry: it is taken out here as it is from the text itself. */
const UNPRINTABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufeff\ufffd]/gu;

function oneLine(text: string): string | null {
  const line = text
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .replace(UNPRINTABLE, '')
    .replace(/ {2,}/gu, ' ')
    .trim();
  return line === '' ? null : line;
}

/** A list, or a text whose items stand between commas or semicolons of any script. */
function readTexts(entry: Entry, report: Report): readonly string[] {
  if (!Array.isArray(entry.value)) {
    const text = readText(entry, report);
    return text === null
      ? []
      : text.split(/[,،;؛|]/u).flatMap((item) => oneLine(item.replace(/^\s*#/u, '')) ?? []);
  }
  const items: readonly unknown[] = entry.value;
  return items.flatMap((value) => readText({ ...entry, value }, report) ?? []);
}

function readMoment(entry: Entry, lang: string, report: Report): Moment | null {
  const text = readText(entry, report);
  if (text === null) return null;
  const reading = readDate(text, lang);
  const moment = reading?.published ?? reading?.updated ?? null;
  if (moment !== null) return moment;
  const why =
    reading?.problem === 'impossible'
      ? 'there is no such day'
      : reading?.relative === true
        ? 'it depends on the day it is read'
        : 'write it as 2019-06-30 or as 30 June 2019';
  say(report, entry, 'header-date', 'warning', `“${text}” is not used as a date: ${why}.`);
  return null;
}

function languageTag(text: string): string | null {
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/iu.test(text)) {
    const [language = '', ...rest] = text.split('-');
    return [language.toLowerCase(), ...rest].join('-');
  }
  const folded = foldKey(text);
  const found = Object.entries(LANGUAGE_NAMES).find(([, names]) =>
    names.some((name) => foldKey(name) === folded),
  );
  return found?.[0] ?? null;
}

const PICTURE_KEYS: Readonly<Record<string, 'picture' | 'pictureAlt' | 'pictureCaption' | 'pictureCredit'>> =
  {
    src: 'picture',
    file: 'picture',
    path: 'picture',
    alt: 'pictureAlt',
    caption: 'pictureCaption',
    credit: 'pictureCredit',
  };

/** A file name, or a map of `src`, `alt`, `caption`, `credit`. Addresses and absolute paths are refused. */
function readPicture(draft: Draft, entry: Entry, report: Report): void {
  const parts = isMap(entry.value) ? pairs(entry.value) : [['src', entry.value] as const];
  for (const [key, value] of parts) {
    const field = Object.hasOwn(PICTURE_KEYS, key) ? PICTURE_KEYS[key] : undefined;
    if (field === undefined) {
      reportUnknown({ ...entry, key }, report);
      continue;
    }
    const text = readText({ ...entry, value }, report);
    if (text === null) continue;
    if (field === 'picture' && /^(?:[a-z][a-z0-9+.-]*:|[/\\])/iu.test(text)) {
      say(
        report,
        entry,
        'header-picture',
        'warning',
        `“${text}” is not a file beside the article; the picture is left out.`,
      );
    } else draft[field] = text;
  }
}

function readCorrections(draft: Draft, entry: Entry, lang: string, report: Report): void {
  if (!Array.isArray(entry.value)) {
    reportType(entry, 'a list of { date, text }', report);
    return;
  }
  const items: readonly unknown[] = entry.value;
  const corrections = items.flatMap((item) => {
    const parts = new Map(isMap(item) ? pairs(item) : []);
    const text = readText({ ...entry, value: parts.get('text') }, report);
    const date = readMoment({ ...entry, value: parts.get('date') }, lang, report);
    if (text !== null && date !== null) return [{ date, text }];
    reportType(entry, 'a list of { date, text }', report);
    return [];
  });
  if (corrections.length > 0) draft.corrections = corrections;
}

function isMap(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Own entries only, so that keys such as `__proto__` and `constructor` are plain data. */
function pairs(map: object): readonly (readonly [string, unknown])[] {
  if (map instanceof Map) return [...map].map(([key, value]) => [String(key), value] as const);
  return Object.entries(map);
}

function reportUnknown(entry: Entry, report: Report): void {
  const key = oneLine(entry.key) ?? '';
  const near = nearest(foldKey(entry.key), knownWords());
  const hint = near === null ? '' : ` Did you mean “${near}”?`;
  const severity = report.strict ? 'warning' : 'info';
  say(
    report,
    entry,
    'header-unknown',
    severity,
    `“${key.slice(0, 40)}” is not a field of an article.${hint}`,
  );
}

function reportType(entry: Entry, wanted: string, report: Report): void {
  say(
    report,
    entry,
    'header-type',
    'warning',
    `The value of “${entry.key}” is not ${wanted}; it is left out.`,
  );
}

function say(
  report: Report,
  entry: Entry,
  id: string,
  severity: Diagnostic['severity'],
  message: string,
): void {
  report.diagnostics.push({ id, severity, file: report.file, line: entry.line, column: null, message });
}
