/** The YAML parser, fenced in: core schema, no custom tags, no merge keys, few aliases, maps as Map, nothing thrown. */
import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';
import type { Entry } from './metadata.js';

/** The keys of a block, or what is wrong with it. */
export type YamlResult =
  | { readonly ok: true; readonly entries: readonly Entry[] }
  /** `line` is that of the block, from 1. */
  | { readonly ok: false; readonly line: number; readonly message: string };

const require = createRequire(import.meta.url);
let loaded: typeof Yaml | null = null;

/** Reads a block whose top is a map; entries carry the line in the file (the fence above is line 1). */
export function parseYaml(text: string): YamlResult {
  try {
    loaded ??= require('yaml') as typeof Yaml;
    return parse(loaded, text);
  } catch (error) {
    // Deep nesting overflows the parser's stack and too many aliases throw: a problem of this file, like any other.
    return {
      ok: false,
      line: 1,
      message: oneLine(error),
    };
  }
}

function parse(yaml: typeof Yaml, text: string): YamlResult {
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text, {
    schema: 'core',
    merge: false,
    customTags: [],
    resolveKnownTags: false,
    uniqueKeys: true,
    strict: true,
    logLevel: 'silent',
    prettyErrors: false,
    lineCounter: lines,
  });
  const [problem] = document.errors;
  if (problem !== undefined)
    return { ok: false, line: lines.linePos(problem.pos[0]).line, message: oneLine(problem) };
  const { contents } = document;
  if (contents === null) return { ok: true, entries: [] };
  if (!yaml.isMap(contents))
    return { ok: false, line: 1, message: 'it is not a list of “key: value” lines.' };
  const values: unknown = document.toJS({ mapAsMap: true, maxAliasCount: 20 });
  const byKey = values instanceof Map ? [...values] : [];
  const entries = contents.items.map((pair, index): Entry => {
    const [key, value] = byKey[index] ?? [null, null];
    const at = yaml.isNode(pair.key) ? pair.key.range?.[0] : undefined;
    return {
      key: typeof key === 'string' ? key : String(pair.key),
      value,
      line: lines.linePos(at ?? 0).line + 1,
    };
  });
  return { ok: true, entries };
}

function oneLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof RangeError || message.includes('call stack')) return 'it is nested too deeply.';
  if (message.includes('alias count')) return 'it repeats a part (&name, *name) too often.';
  return `${message.replace(/\s+/gu, ' ').slice(0, 160)}`;
}
