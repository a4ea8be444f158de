/**
 * The parts that the table of config keys is made of. Each knows three things: how to read a value,
 * what stands for it when the key is absent, and how a JSON schema describes it.
 */
import { nearest } from '../nearest.js';

/** Where a value stands and what was wrong there. `path` is dotted: `site.sections.0.name`. */
export interface Problem {
  readonly id: 'unknown-config-key' | 'config-type' | 'config-value' | 'low-contrast-accent';
  readonly path: string;
  readonly message: string;
}

/** Takes up what is wrong with a value. */
export type Report = (problem: Problem) => void;

/** One kind of value: how it is read, what stands for it, how a schema describes it. */
export interface Field<T> {
  /** For an absent key, and in place of a value that cannot be used. */
  readonly fallback: T;
  /** Never throws: what is wrong goes to `report`, and the fallback is taken. */
  readonly read: (value: unknown, path: string, report: Report) => T;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** Turns the text into a value, or returns null; `wanted` says what it should have been. */
interface Check<T> {
  readonly wanted: string;
  readonly parse: (text: string) => T | null;
  readonly schema?: Readonly<Record<string, unknown>>;
}

/** Text of any language, trimmed; empty text counts as absent. */
export function text<T extends string | null>(fallback: T, description: string): Field<string | T> {
  return {
    fallback,
    schema: described({ type: 'string' }, description, fallback),
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType(value, 'text', path, report, fallback);
      return value.trim() || fallback;
    },
  };
}

/** Text of a certain form. */
export function checked<T, F extends T | null>(
  check: Check<T>,
  fallback: F,
  description: string,
): Field<T | F> {
  return {
    fallback,
    schema: described({ type: 'string', ...check.schema }, description, fallback),
    read(value, path, report) {
      if (typeof value !== 'string') return wrongType(value, 'text', path, report, fallback);
      const parsed = check.parse(value.trim());
      if (parsed !== null) return parsed;
      report({ id: 'config-value', path, message: `"${value}" is not ${check.wanted}.` });
      return fallback;
    },
  };
}

/** `true` or `false`. */
export function flag<F extends boolean | null>(fallback: F, description: string): Field<boolean | F> {
  return {
    fallback,
    schema: described({ type: 'boolean' }, description, fallback),
    read: (value, path, report) =>
      typeof value === 'boolean' ? value : wrongType(value, 'true or false', path, report, fallback),
  };
}

/** A whole number from `least` to `most`. */
export function integer(least: number, most: number, fallback: number, description: string): Field<number> {
  return {
    fallback,
    schema: described({ type: 'integer', minimum: least, maximum: most }, description, fallback),
    read(value, path, report) {
      if (typeof value !== 'number') return wrongType(value, 'a number', path, report, fallback);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      const message = `${value} is not a whole number from ${least} to ${most}.`;
      report({ id: 'config-value', path, message });
      return fallback;
    },
  };
}

/** One of a few words. */
export function choice<const V extends readonly string[], F extends V[number] | null>(
  values: V,
  fallback: F,
  description: string,
): Field<V[number] | F> {
  return {
    fallback,
    schema: described({ enum: values }, description, fallback),
    read(value, path, report) {
      const found = values.find((known) => known === value);
      if (found !== undefined) return found;
      const guess = typeof value === 'string' ? nearest(value, values) : null;
      const hint = guess === null ? `Choose one of: ${values.join(', ')}.` : `Did you mean "${guess}"?`;
      report({ id: 'config-value', path, message: `${quoted(value)} is not known here. ${hint}` });
      return fallback;
    },
  };
}

/** A list of values of one kind. */
export function list<T>(item: Field<T>, fallback: readonly T[], description: string): Field<readonly T[]> {
  return {
    fallback,
    schema: described({ type: 'array', items: item.schema }, description, fallback),
    read(value, path, report) {
      if (!Array.isArray(value)) return wrongType(value, 'a list in [ ]', path, report, fallback);
      const items: T[] = [];
      for (const [index, entry] of value.entries()) {
        let sound = true;
        const parsed = item.read(entry, `${path}.${index}`, (problem) => {
          sound = false;
          report(problem);
        });
        if (sound) items.push(parsed);
      }
      return items;
    },
  };
}

/** A value that may be written short, as text, or long, as a group. */
export function either<T>(short: (text: string) => T, long: Field<T>, description: string): Field<T> {
  return {
    fallback: long.fallback,
    schema: { description, anyOf: [{ type: 'string', minLength: 1 }, long.schema] },
    read(value, path, report) {
      if (typeof value === 'string' && value.trim() !== '') return short(value.trim());
      if (isGroup(value)) return long.read(value, path, report);
      return wrongType(value, 'text or a group in { }', path, report, long.fallback);
    },
  };
}

type Fields<T> = { readonly [K in keyof T]: Field<T[K]> };

/** Keys inside braces. A key that is not in the table is refused. */
export function group<T extends object>(
  fields: Fields<T>,
  description: string,
  required: readonly (keyof T & string)[] = [],
): Field<T> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const make = (value: (name: keyof T & string) => T[keyof T]): T =>
    Object.fromEntries(names.map((name) => [name, value(name)])) as T;
  const fallback = make((name) => fields[name].fallback);
  return {
    fallback,
    schema: {
      description,
      type: 'object',
      additionalProperties: false,
      ...(required.length > 0 ? { required } : {}),
      properties: Object.fromEntries(names.map((name) => [name, fields[name].schema])),
    },
    read(value, path, report) {
      if (!isGroup(value)) return wrongType(value, 'a group in { }', path, report, fallback);
      const inner = (name: string) => (path === '' ? name : `${path}.${name}`);
      for (const key of Object.keys(value)) {
        if (names.some((name) => name === key) || (path === '' && key === '$schema')) continue;
        const guess = nearest(key, names);
        const hint = guess === null ? `Known here: ${names.join(', ')}.` : `Did you mean "${guess}"?`;
        report({
          id: 'unknown-config-key',
          path: inner(key),
          message: `There is no key "${key}" here. ${hint}`,
        });
      }
      for (const name of required) {
        if (value[name] !== undefined) continue;
        report({ id: 'config-value', path, message: `"${name}" is missing here.` });
      }
      return make((name) =>
        value[name] === undefined || (value[name] === null && fields[name].fallback === null)
          ? fields[name].fallback
          : fields[name].read(value[name], inner(name), report),
      );
    },
  };
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongType<T>(value: unknown, wanted: string, path: string, report: Report, fallback: T): T {
  report({ id: 'config-type', path, message: `Here should be ${wanted}, not ${quoted(value)}.` });
  return fallback;
}

function quoted(value: unknown): string {
  if (typeof value === 'string') return `"${value.slice(0, 60)}"`;
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' && value !== null ? 'a group' : String(value);
}

/** A key whose fallback is null may also be written as null, which means the same as leaving it out. */
function described(
  schema: Readonly<Record<string, unknown>>,
  description: string,
  fallback: unknown,
): Readonly<Record<string, unknown>> {
  if (fallback !== null) return { description, ...schema, default: fallback };
  if ('enum' in schema && Array.isArray(schema.enum))
    return { description, enum: [...schema.enum, null], default: null };
  return { description, ...schema, type: [schema.type, 'null'], default: null };
}
