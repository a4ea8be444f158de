/**
 * Syntax trees of templates → functions that print. Each tag becomes a closure once, when the theme is loaded; printing
 * a page only calls closures and joins strings. That is several times faster than the code that Handlebars generates
 * (which wraps every helper anew for every page), evaluates nothing, and can only reach fields that the check has found
 * in the table of views.
 *
 * What surrounds a page (masthead, section bar, colophon) depends on the site, the language and the kind of page
 * alone: a partial that reads nothing else is printed once for these and remembered.
 */
import { escapeAttribute } from '../html.js';
import { HELPERS, isThere, type Named, type Root } from './helpers.js';
import { isNode, nameOf } from './syntax.js';
import type { Template } from './templates.js';

/** Where the printer is: the thing at hand, the page, the thing outside, names and `@` values given by a loop. */
interface Frame {
  readonly here: unknown;
  readonly root: Root;
  readonly outer: Frame | null;
  readonly names: Named | null;
  readonly loop: Named | null;
}

type Printer = (frame: Frame) => string;
type Getter = (frame: Frame) => unknown;

/** Prints a template of the theme with a view; `root` is the view of the page when `here` is a part of it. */
export type Print = (here: object, root?: Root) => string;

/** White space that begins with the end of a line. */
const INDENTATION = /[ \t\r]*\n\s*/g;
const LINE_END = /^[ \t]*\r?\n/;
const PREFORMATTED = /<(?:pre|textarea)\b/i;

/** Makes the printers of the templates of a theme, each once. */
export class Printers {
  private readonly templates: ReadonlyMap<string, Template>;
  private readonly made = new Map<string, Printer>();
  /** Whether the template at hand may have its indentation taken out. */
  private loose = true;

  constructor(templates: ReadonlyMap<string, Template>) {
    this.templates = templates;
  }

  /** @param path of the template in the theme: `front.hbs`. */
  print(path: string): Print {
    const printer = this.template(path);
    return (here, root) =>
      printer({ here, root: root ?? (here as Root), outer: null, names: null, loop: null });
  }

  private template(path: string): Printer {
    let printer = this.made.get(path);
    if (printer === undefined) {
      const template = this.templates.get(path);
      const { loose } = this;
      this.loose = !PREFORMATTED.test(template?.text ?? '');
      printer = this.program(template?.tree);
      this.loose = loose;
      this.made.set(path, printer);
    }
    return printer;
  }

  private program(tree: hbs.AST.Program | undefined): Printer {
    const parts: (string | Printer)[] = [];
    for (const statement of tree?.body ?? []) {
      const part = this.statement(statement);
      const last = parts.at(-1);
      if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
      else if (part !== '') parts.push(part);
    }
    if (parts.length === 0) return () => '';
    const only = parts[0];
    if (parts.length === 1) return typeof only === 'function' ? only : () => only ?? '';
    return (frame) => {
      let out = '';
      for (const part of parts) out += typeof part === 'string' ? part : part(frame);
      return out;
    };
  }

  private statement(statement: hbs.AST.Statement): string | Printer {
    if (isNode(statement, 'ContentStatement')) return this.plain(statement);
    if (isNode(statement, 'MustacheStatement')) return this.mustache(statement);
    if (isNode(statement, 'BlockStatement')) return this.block(statement);
    return isNode(statement, 'PartialStatement') ? this.partial(statement) : '';
  }

  /** The indentation of a template is for its author: no reader needs it, and it would be in every page. */
  private plain({ value, original }: hbs.AST.ContentStatement): string {
    if (!this.loose) return value;
    // The end of a line that holds nothing but a tag has been taken out: what follows is indentation. (`original` is a
    // text, whatever its type says.)
    const begun = LINE_END.test(String(original)) && !LINE_END.test(value) ? value.trimStart() : value;
    return begun.replace(INDENTATION, '\n');
  }

  private mustache(statement: hbs.AST.MustacheStatement): Printer {
    const { path } = statement;
    // A text in braces: the check of the theme has let none through.
    if (!isNode(path, 'PathExpression')) return () => '';
    const name = helperName(path);
    if (name === 'content') return this.content(statement.hash);
    const value = name === null ? getter(path) : call(name, statement.params, statement.hash);
    const raw = !statement.escaped || (name !== null && HELPERS[name]?.elements === true);
    if (raw) return (frame) => String(value(frame) ?? '');
    return (frame) => {
      const found = value(frame);
      if (typeof found === 'string') return escapeAttribute(found);
      return found === null || found === undefined || found === false ? '' : String(found);
    };
  }

  private block(statement: hbs.AST.BlockStatement): Printer {
    const name = nameOf(statement.path);
    const value = expression(statement.params[0]);
    const program = this.program(statement.program);
    const inverse = this.program(statement.inverse);
    const given = statement.program?.blockParams?.[0];
    if (name === 'if') return (frame) => (isThere(value(frame)) ? program(frame) : inverse(frame));
    if (name === 'unless') return (frame) => (isThere(value(frame)) ? inverse(frame) : program(frame));
    const inside = (frame: Frame, here: unknown, loop: Named | null): Frame => ({
      here,
      root: frame.root,
      outer: frame,
      names: given === undefined ? frame.names : { ...frame.names, [given]: here },
      loop: loop ?? frame.loop,
    });
    if (name === 'with') {
      return (frame) => {
        const here = value(frame);
        return isThere(here) ? program(inside(frame, here, null)) : inverse(frame);
      };
    }
    return (frame) => {
      const items = value(frame);
      if (!Array.isArray(items) || items.length === 0) return inverse(frame);
      const last = items.length - 1;
      let out = '';
      for (let index = 0; index <= last; index++) {
        const loop = { index, key: index, first: index === 0, last: index === last };
        out += program(inside(frame, items[index], loop));
      }
      return out;
    };
  }

  private partial(statement: hbs.AST.PartialStatement): Printer {
    const path = `partials/${nameOf(statement.name)}.hbs`;
    const printer = this.template(path);
    const context = statement.params.length === 0 ? null : expression(statement.params[0]);
    const named = hashOf(statement.hash);
    if (context === null && named === null) {
      const kept = this.surrounds(path) ? remember(printer) : printer;
      return ({ here, root }) => kept({ here, root, outer: null, names: null, loop: null });
    }
    return (frame) => {
      const here = context === null ? frame.here : context(frame);
      const all = named === null ? here : { ...(here as object), ...named(frame) };
      return printer({ here: all, root: frame.root, outer: null, names: null, loop: null });
    };
  }

  private content(hash: hbs.AST.Hash | undefined): Printer {
    const named = hashOf(hash);
    const blocks = new Map<string, Printer>();
    for (const path of this.templates.keys()) {
      if (path.startsWith('blocks/')) blocks.set(path.slice(7, -4), this.template(path));
    }
    return (frame) => {
      const only = named?.(frame).only;
      let out = '';
      for (const block of (frame.root as { body?: readonly { kind: string }[] }).body ?? []) {
        if (only !== undefined && only !== block.kind) continue;
        out +=
          blocks.get(block.kind)?.({ here: block, root: frame.root, outer: null, names: null, loop: null }) ??
          '';
      }
      return out;
    };
  }

  /** Whether a partial reads nothing of the page but what all pages of a section have in common. */
  private surrounds(path: string): boolean {
    const reads = new Set<string>();
    this.collectReads(this.templates.get(path)?.tree, 0, reads);
    return [...reads].every((field) => SHARED.has(field));
  }

  /** Names of the fields of the page that a tree reads; `*` when that cannot be told. */
  private collectReads(node: hbs.AST.Node | undefined, depth: number, reads: Set<string>): void {
    const collect = (nodes: readonly hbs.AST.Node[] | undefined, at = depth): void => {
      for (const each of nodes ?? []) this.collectReads(each, at, reads);
    };
    if (isNode(node, 'PathExpression')) {
      if (helperName(node) !== null) return;
      const [first = '*', second = '*'] = node.parts.map(String);
      if (node.data) reads.add(first === 'root' ? second : 'loop');
      else if (node.depth >= depth) reads.add(first);
    } else if (isNode(node, 'PartialStatement')) {
      if (node.params.length > 0) reads.add('*');
      collect(this.templates.get(`partials/${nameOf(node.name)}.hbs`)?.tree.body);
    } else if (isNode(node, 'BlockStatement')) {
      const { path, params, program, inverse } = node;
      const goesIn = ['each', 'with'].includes(nameOf(path));
      collect(params);
      collect(program?.body, goesIn ? depth + 1 : depth);
      collect(inverse?.body);
    } else if (isNode(node, 'MustacheStatement') || isNode(node, 'SubExpression')) {
      const { path, params, hash } = node;
      if (isNode(path, 'PathExpression') && helperName(path) === 'content') reads.add('body');
      collect([path, ...params, ...(hash?.pairs ?? []).map((pair) => pair.value)]);
    } else if (isNode(node, 'Program')) collect(node.body);
  }
}

const SHARED: ReadonlySet<string> = new Set(['site', 'lang', 'dir', 'kind', 'root', 'loop']);

/** One text for each view of the site (made once a language, depth and section), language and kind of page. */
function remember(printer: Printer): Printer {
  const known = new WeakMap<object, Map<string, string>>();
  return (frame) => {
    const { site, kind, lang } = frame.root as Root & { site: object; kind: string };
    let texts = known.get(site);
    if (texts === undefined) {
      texts = new Map();
      known.set(site, texts);
    }
    const key = `${kind} ${lang}`;
    let text = texts.get(key);
    if (text === undefined) {
      text = printer(frame);
      texts.set(key, text);
    }
    return text;
  };
}

/** The helper that a path names: one word, no `this.`, no `@`. */
export function helperName(path: hbs.AST.PathExpression): string | null {
  const simple =
    path.parts.length === 1 && !path.data && path.depth === 0 && !/^\.|^this\b/.test(path.original);
  return simple && Object.hasOwn(HELPERS, path.original) ? path.original : null;
}

function call(name: string, params: readonly hbs.AST.Expression[], hash: hbs.AST.Hash | undefined): Getter {
  const run = HELPERS[name]?.run ?? (() => '');
  const getters = params.map((param) => expression(param));
  const named = hashOf(hash) ?? (() => NOTHING);
  const [only] = getters;
  if (getters.length === 1 && only !== undefined)
    return (frame) => run([only(frame)], named(frame), frame.root);
  return (frame) =>
    run(
      getters.map((get) => get(frame)),
      named(frame),
      frame.root,
    );
}

const NOTHING: Named = {};

function hashOf(hash: hbs.AST.Hash | undefined): ((frame: Frame) => Named) | null {
  if (hash === undefined || hash.pairs.length === 0) return null;
  const pairs = hash.pairs.map((pair) => [pair.key, expression(pair.value)] as const);
  if (hash.pairs.every((pair) => pair.value.type.endsWith('Literal'))) {
    const fixed: Named = Object.fromEntries(hash.pairs.map((pair) => [pair.key, literal(pair.value)]));
    return () => fixed;
  }
  return (frame) => Object.fromEntries(pairs.map(([key, get]) => [key, get(frame)]));
}

function expression(node: hbs.AST.Expression | undefined): Getter {
  if (isNode(node, 'PathExpression')) return getter(node);
  if (isNode(node, 'SubExpression')) return call(nameOf(node.path), node.params, node.hash);
  const value = literal(node);
  return () => value;
}

function literal(node: hbs.AST.Expression | undefined): unknown {
  return (node as { value?: unknown } | undefined)?.value;
}

/** Every name has been found in the table of views when the theme was checked: nothing else can be reached. */
function field(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? (of as Record<string, unknown>)[name] : undefined;
}

function getter(path: hbs.AST.PathExpression): Getter {
  const parts = path.parts.map(String);
  const [first = '', ...rest] = parts;
  const walk = (from: unknown, names: readonly string[]): unknown => {
    let found = from;
    for (const name of names) found = field(found, name);
    return found;
  };
  if (path.data) return first === 'root' ? (frame) => walk(frame.root, rest) : (frame) => frame.loop?.[first];
  if (path.depth > 0) {
    return (frame) => {
      let from: Frame | null = frame;
      for (let up = 0; up < path.depth; up++) from = from?.outer ?? null;
      return walk(from?.here, parts);
    };
  }
  if (parts.length === 0) return (frame) => frame.here;
  const own = path.original.startsWith('this') || path.original.startsWith('.');
  const [second] = rest;
  return (frame) => {
    if (frame.names !== null && !own && Object.hasOwn(frame.names, first))
      return walk(frame.names[first], rest);
    if (second === undefined) return field(frame.here, first);
    return rest.length === 1 ? field(field(frame.here, first), second) : walk(frame.here, parts);
  };
}
