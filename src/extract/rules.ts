/** The site's own rules, as data: one line here mends all files of the same origin. */
import { CUES, type Cue } from '../languages/index.js';
import type { Role } from '../model.js';
import { fold, lineKey } from './fold.js';

export interface Rules {
  /** Texts of lines that are furniture; `…` at an end stands for anything. Compared folded. */
  readonly furniture: readonly string[];
  /** Section names of the site, each with the labels that mean it: `{ "محليات": ["أخبار محلية", "المحليات"] }`. */
  readonly sections: Readonly<Record<string, readonly string[]>>;
  /** More phrases for the lexicon, by cue: `{ "read-also": ["لا تفوّت"], "by": ["كتبه لكم"] }`. */
  readonly labels: Readonly<Partial<Record<Cue, readonly string[]>>>;
  /** Text of a line → its role. */
  readonly roles: Readonly<Record<string, Role>>;
}

export const NO_RULES: Rules = { furniture: [], sections: {}, labels: {}, roles: {} };

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

function build(rules: Rules): CompiledRules {
  const roles = new Map<string, Role>();
  const starts: string[] = [];
  const ends: string[] = [];
  for (const text of rules.furniture) {
    const key = fold(text.replaceAll('…', ' '));
    if (key === '') continue;
    if (text.endsWith('…')) starts.push(key);
    else if (text.startsWith('…')) ends.push(key);
    else roles.set(key, 'furniture');
  }
  for (const [text, role] of Object.entries(rules.roles)) roles.set(fold(text), role);
  const cues = new Map<string, Cue[]>();
  for (const cue of CUES) {
    for (const phrase of rules.labels[cue] ?? []) {
      const key = lineKey(fold(phrase));
      cues.set(key, [...(cues.get(key) ?? []), cue]);
    }
  }
  const sections = new Map<string, string>();
  for (const [name, aliases] of Object.entries(rules.sections)) {
    for (const alias of [name, ...aliases]) sections.set(lineKey(fold(alias)), name);
  }
  return {
    isEmpty: roles.size + starts.length + ends.length + cues.size + sections.size === 0,
    roleOf(folded) {
      const role = roles.get(folded);
      if (role !== undefined) return role;
      if (starts.some((start) => folded.startsWith(start)) || ends.some((end) => folded.endsWith(end))) {
        return 'furniture';
      }
      return null;
    },
    cuesOf: (folded) => cues.get(lineKey(folded)) ?? [],
    sectionOf: (label) => sections.get(lineKey(fold(label))) ?? null,
  };
}
