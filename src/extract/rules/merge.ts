/** Adds learned rules to the text of a rules file; what stands there stays, in its order. */
import { type Json, parseJson } from '../../json.js';
import type { Learned } from './propose.js';

type JsonObject = { [key: string]: Json };

/** The new text of the file. `text` must be a rules file without mistakes, or empty. */
export function mergeRules(text: string, learned: readonly Learned[]): string {
  const parsed = parseJson(text.trim() === '' ? '{}' : text);
  const rules: JsonObject = parsed.ok && isObject(parsed.value) ? { ...parsed.value } : {};
  for (const one of learned) {
    if (one.kind === 'furniture') rules.furniture = union(rules.furniture, [one.rule]);
    else if (one.kind === 'label') rules.labels = extend(rules.labels, one.cue, [one.rule]);
    else rules.sections = extend(rules.sections, one.rule, one.aliases);
  }
  return `${JSON.stringify(rules, null, 2)}\n`;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function extend(group: Json | undefined, key: string, values: readonly string[]): Json {
  const before = isObject(group) ? group : {};
  return { ...before, [key]: union(Object.hasOwn(before, key) ? before[key] : [], values) };
}

function union(list: Json | undefined, values: readonly string[]): Json[] {
  const before = list === undefined ? [] : Array.isArray(list) ? list : [list];
  return [...before, ...values.filter((value) => !before.includes(value))];
}
