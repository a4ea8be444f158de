/**
 * `warraq.rules.json`: unknown JSON → `Rules` and diagnostics. Data only; nothing in it is a pattern that could run away.
 * A mistake is named with its line, and nothing is built then: half of the rules would publish what they should mend.
 */
import { type Json, type Place, parseJson } from '../../json.js';
import { CUES, type Cue } from '../../languages/index.js';
import { type Diagnostic, ROLES, type Role } from '../../model.js';
import { nearest } from '../../nearest.js';
import { type Containing, LEAST_PART, NO_RULES, partKey, type Rules } from './rules.js';

/** Rules, and the mistakes that keep them from being used. */
export interface RulesResult {
  readonly rules: Rules;
  /** All errors. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A line that is shorter than this is no paragraph. */
export const SHORT_LINE = 120;

/** What a rules file may hold. */
export const RULE_KEYS = ['furniture', 'labels', 'sections', 'roles'] as const;

/** Reads the text of a rules file; an empty text is no rules. `file`: its name for messages. */
export function readRules(text: string, file: string): RulesResult {
  if (text.trim() === '') return { rules: NO_RULES, diagnostics: [] };
  const json = parseJson(text);
  if (!json.ok) {
    const message = json.message;
    return {
      rules: NO_RULES,
      diagnostics: [{ id: 'rules-syntax', severity: 'error', file, ...json.place, message }],
    };
  }
  const reader = new RulesReader(file, json.places);
  return { rules: reader.read(json.value), diagnostics: reader.diagnostics };
}

class RulesReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #file: string;
  readonly #places: ReadonlyMap<string, Place>;

  constructor(file: string, places: ReadonlyMap<string, Place>) {
    this.#file = file;
    this.#places = places;
  }

  read(value: Json): Rules {
    if (!isObject(value)) {
      this.#wrong('', 'The rules are one JSON object: { "furniture": ["…"] }.');
      return NO_RULES;
    }
    for (const key of Object.keys(value)) {
      if (!key.startsWith('$')) this.#known(key, RULE_KEYS, key, 'a kind of rule');
    }
    return {
      furniture: this.#furniture(value.furniture),
      labels: this.#labels(value.labels),
      sections: this.#sections(value.sections),
      roles: this.#roles(value.roles),
    };
  }

  #furniture(value: Json | undefined): (string | Containing)[] {
    if (value === undefined) return [];
    if (!Array.isArray(value)) {
      this.#wrong('furniture', 'This is a list of lines: ["نسخة للطباعة", "اشترك في …"].');
      return [];
    }
    return value.flatMap((item, index): (string | Containing)[] => {
      const path = `furniture.${index}`;
      if (typeof item === 'string') return this.#line(item, path);
      if (isObject(item)) return this.#containing(item, path);
      this.#wrong(path, 'A rule is the text of a line, or { "contains": "…", "shorterThan": 120 }.');
      return [];
    });
  }

  #line(text: string, path: string): string[] {
    const open = text.trim().endsWith('…') || text.trim().startsWith('…');
    return this.#enough(text, open ? LEAST_PART : 1, path) ? [text.trim()] : [];
  }

  #containing(item: { readonly [key: string]: Json }, path: string): Containing[] {
    for (const key of Object.keys(item))
      this.#known(key, ['contains', 'shorterThan'], `${path}.${key}`, 'part of such a rule');
    const { contains, shorterThan = SHORT_LINE } = item;
    if (typeof contains !== 'string') {
      this.#wrong(path, '"contains" is the text to look for in a line.');
      return [];
    }
    if (typeof shorterThan !== 'number' || !(shorterThan > 0)) {
      this.#wrong(`${path}.shorterThan`, '"shorterThan" is a number of letters, such as 120.');
      return [];
    }
    return this.#enough(contains, LEAST_PART, path) ? [{ contains, shorterThan }] : [];
  }

  #enough(text: string, least: number, path: string): boolean {
    if (partKey(text).length >= least) return true;
    const message = `"${text}" has fewer than ${least} letters, so it would be found nearly everywhere.`;
    this.#wrong(path, least === 1 ? 'This line is empty.' : message);
    return false;
  }

  #labels(value: Json | undefined): Partial<Record<Cue, readonly string[]>> {
    const labels: Partial<Record<Cue, readonly string[]>> = {};
    for (const [cue, phrases] of this.#entries(value, 'labels')) {
      const path = `labels.${cue}`;
      const known = this.#known(cue, CUES, path, 'a kind of label');
      if (known !== null) labels[known] = this.#texts(phrases, path);
    }
    return labels;
  }

  #sections(value: Json | undefined): Record<string, readonly string[]> {
    return Object.fromEntries(
      this.#entries(value, 'sections').map(([name, aliases]) => [
        name,
        this.#texts(aliases, `sections.${name}`),
      ]),
    );
  }

  #roles(value: Json | undefined): Record<string, Role> {
    return Object.fromEntries(
      this.#entries(value, 'roles').flatMap(([text, name]) => {
        const path = `roles.${text}`;
        if (typeof name !== 'string') {
          this.#wrong(path, `The role of a line is one of: ${ROLES.join(', ')}.`);
          return [];
        }
        const role = this.#known(name, ROLES, path, 'a role');
        return role === null ? [] : [[text, role]];
      }),
    );
  }

  #entries(value: Json | undefined, path: string): [string, Json][] {
    if (value === undefined) return [];
    if (isObject(value)) return Object.entries(value);
    this.#wrong(path, `This is a list of names with their values: { "${path}": { "…": … } }.`);
    return [];
  }

  /** One text, or a list of them. */
  #texts(value: Json, path: string): string[] {
    const items = Array.isArray(value) ? value : [value];
    const texts = items.filter((item) => typeof item === 'string');
    if (texts.length < items.length) this.#wrong(path, 'This is a text, or a list of texts.');
    return texts.filter((text) => text.trim() !== '');
  }

  #known<const K extends string>(name: string, known: readonly K[], path: string, what: string): K | null {
    const found = known.find((one) => one === name);
    if (found !== undefined) return found;
    const near = nearest(name, known);
    const hint = near === null ? `Known are: ${known.join(', ')}.` : `Did you mean "${near}"?`;
    this.#wrong(path, `"${name}" is not ${what}. ${hint}`, 'rules-unknown');
    return null;
  }

  #wrong(path: string, message: string, id = 'rules-value'): void {
    const place = this.#places.get(path) ?? this.#places.get(path.slice(0, path.indexOf('.')));
    this.diagnostics.push({
      id,
      severity: 'error',
      file: this.#file,
      line: place?.line ?? null,
      column: place?.column ?? null,
      message: message.replace(/\s+/gu, ' '),
    });
  }
}

function isObject(value: Json | undefined): value is { [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
