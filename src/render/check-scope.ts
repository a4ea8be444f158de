/** What a path in a template leads to, by the table of views: the part of the check that knows about scopes. */
import { HELPERS } from './helpers.js';
import { isNode } from './syntax.js';
import { suggestion, type Template } from './templates.js';
import type { Shape } from './view-fields.js';

/** Where a template is: what `this` and `@root` hold, the names that `as |x|` gave, and the scope outside. */
export interface Scope {
  readonly here: Shape;
  readonly root: Shape;
  readonly names: ReadonlyMap<string, Shape>;
  readonly outer: Scope | null;
}

const LIST_FIELDS: Readonly<Record<string, Shape>> = { length: 'number' };
const LOOP_DATA = ['index', 'first', 'last', 'key'];

/** The shape of what a path names, or why there is none. */
export function resolvePath(
  path: hbs.AST.PathExpression,
  scope: Scope,
): { readonly shape: Shape } | { readonly problem: string } {
  let here: Shape = scope.here;
  let parts = path.parts.map(String);
  const [first = ''] = parts;
  if (path.data) {
    if (LOOP_DATA.includes(first)) return { shape: 'number' };
    if (first !== 'root')
      return { problem: `There is no @${first}${suggestion(first, ['root', ...LOOP_DATA])}` };
    here = scope.root;
    parts = parts.slice(1);
  } else if (path.depth > 0) {
    let from: Scope | null = scope;
    for (let up = 0; up < path.depth; up++) from = from?.outer ?? null;
    if (from === null) {
      return { problem: `${path.original} leads out of this template; write @root for the page` };
    }
    here = from.here;
  } else if (scope.names.has(first)) {
    here = scope.names.get(first) ?? here;
    parts = parts.slice(1);
  }
  for (const part of parts) {
    const fields = fieldsOf(here) ?? (isList(here) ? LIST_FIELDS : {});
    const next = Object.hasOwn(fields, part) ? fields[part] : undefined;
    if (next === undefined) {
      const known = [...Object.keys(fields), ...Object.keys(HELPERS)];
      return { problem: `There is no field "${part}" here${suggestion(part, known)}` };
    }
    here = next;
  }
  return { shape: here };
}

/** The fields of an object; undefined for text, numbers and lists. */
export function fieldsOf(shape: Shape): Readonly<Record<string, Shape>> | undefined {
  return typeof shape === 'object' && !isList(shape) ? shape : undefined;
}

/** What a list is made of; null for anything else. */
export function elementOf(shape: Shape | null): Shape | null {
  return shape !== null && isList(shape) ? shape[0] : null;
}

function isList(shape: Shape): shape is readonly [Shape] {
  return Array.isArray(shape);
}

/** What `{{> name key=value}}` hands to each partial, from all its calls: such a name may be missing in a call. */
export function collectParameters(
  templates: ReadonlyMap<string, Template>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const parameters = new Map<string, Set<string>>();
  const visit = (tree: hbs.AST.Program | undefined): void => {
    for (const statement of tree?.body ?? []) {
      if (isNode(statement, 'BlockStatement')) {
        visit(statement.program);
        visit(statement.inverse);
      } else if (isNode(statement, 'PartialStatement')) {
        const { name, hash } = statement;
        if (!isNode(name, 'PathExpression') || hash === undefined) continue;
        const key = name.original;
        const known = parameters.get(key) ?? new Set();
        for (const pair of hash.pairs) known.add(pair.key);
        parameters.set(key, known);
      }
    }
  };
  for (const template of templates.values()) visit(template.tree);
  return parameters;
}
