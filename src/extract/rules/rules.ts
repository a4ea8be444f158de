/** The site's own rules, as data: one line here mends all files of the same origin. */

import { fold, lineKey } from '../../fold.js';
import { CUES, type Cue } from '../../languages/index.js';
import type { Role } from '../../model.js';
import { FURNITURE_CUES } from '../observe/lexicon.js';

/** What a site knows of its own texts, as its rules file and its config state it. */
export interface Rules {
  /** Lines that are furniture: a text (`…` at an end stands for anything), or what a short line contains. */
  readonly furniture: readonly (string | Containing)[];
  /** Section names of the site, each with the labels that mean it: `{ "محليات": ["أخبار محلية", "المحليات"] }`. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** More phrases for the lexicon, by cue: `{ "read-also": ["لا تفوّت"], "by": ["كتبه لكم"] }`. */
  readonly labels: Readonly<Partial<Record<Cue, readonly string[]>>>;
  /** Text of a line → its role. */
  readonly roles: Readonly<Record<string, Role>>;
}

/** A line that holds a text and has fewer letters than a paragraph. */
export interface Containing {
  readonly contains: string;
  /** Letters, after folding. */
  readonly shorterThan: number;
}

/** The rules of a site that states none. */
export const NO_RULES: Rules = { furniture: [], sections: {}, labels: {}, roles: {} };

/** Fewer folded letters than this would match half a newspaper: such a beginning, end or part is no rule. */
export const LEAST_PART = 4;

/** The rules folded and indexed. */
export interface CompiledRules {
  readonly isEmpty: boolean;
  /** The role that a rule gives a line, null when none does. */
  roleOf(folded: string): Role | null;
  /** Cues of the site's own labels. */
  cuesOf(folded: string): readonly Cue[];
  /** The site's name for a section label; null when the site does not know it. */
  sectionOf(label: string): string | null;
}

const compiled = new WeakMap<Rules, CompiledRules>();

/** Compiles rules once for each object. */
export function compileRules(rules: Rules): CompiledRules {
  const known = compiled.get(rules);
  if (known !== undefined) return known;
  const fresh = build(rules);
  compiled.set(rules, fresh);
  return fresh;
}

/** The key of a whole line: decoration at its ends does not count, unless it is all there is. Long lines count as they are. */
export function wholeKey(folded: string): string {
  return folded.length > 300 ? folded : lineKey(folded) || folded;
}

/** The letters of a rule about a part of a line, as they are compared. */
export function partKey(text: string): string {
  return fold(text.replaceAll('…', ' '));
}

/** Labels that say what their own line is, wherever it stands. */
const LABEL_ROLES: Readonly<Partial<Record<Cue, Role>>> = { 'read-also': 'readalso', caption: 'caption' };

function build(rules: Rules): CompiledRules {
  const roles = new Map<string, Role>();
  const starts = new Map<string, string[]>();
  const ends = new Map<string, string[]>();
  const parts: { key: string; shorterThan: number }[] = [];
  for (const rule of rules.furniture) {
    const text = typeof rule === 'string' ? rule : rule.contains;
    const key = partKey(text);
    if (key === '') continue;
    if (typeof rule !== 'string') parts.push({ key, shorterThan: rule.shorterThan });
    else if (text.endsWith('…')) put(starts, key.slice(0, LEAST_PART), key);
    else if (text.startsWith('…')) put(ends, key.slice(-LEAST_PART), key);
    else roles.set(wholeKey(key), 'furniture');
  }
  for (const [text, role] of Object.entries(rules.roles)) roles.set(wholeKey(fold(text)), role);
  const cues = new Map<string, Cue[]>();
  for (const cue of CUES) {
    const role = FURNITURE_CUES.has(cue) ? 'furniture' : LABEL_ROLES[cue];
    for (const phrase of rules.labels[cue] ?? []) {
      const key = lineKey(fold(phrase));
      put(cues, key, cue);
      if (role !== undefined && !roles.has(key)) roles.set(key, role);
    }
  }
  const sections = new Map<string, string>();
  for (const [name, aliases] of Object.entries(rules.sections)) {
    for (const alias of [name, ...aliases]) sections.set(lineKey(fold(alias)), name);
  }
  const isPart = (folded: string): boolean => {
    if (starts.get(folded.slice(0, LEAST_PART))?.some((start) => folded.startsWith(start))) return true;
    if (ends.get(folded.slice(-LEAST_PART))?.some((end) => folded.endsWith(end))) return true;
    return parts.some(({ key, shorterThan }) => folded.length < shorterThan && folded.includes(key));
  };
  const hasParts = starts.size + ends.size + parts.length > 0;
  return {
    isEmpty: !hasParts && roles.size + cues.size + sections.size === 0,
    roleOf(folded) {
      const role = roles.size === 0 ? undefined : roles.get(wholeKey(folded));
      if (role !== undefined) return role;
      return hasParts && isPart(folded) ? 'furniture' : null;
    },
    cuesOf: (folded) => (cues.size === 0 ? [] : (cues.get(lineKey(folded)) ?? [])),
    sectionOf: (label) => sections.get(lineKey(fold(label))) ?? null,
  };
}

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
