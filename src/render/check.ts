/**
 * Walks the syntax trees of a theme before anything is printed: every partial, helper, field and interface string
 * that a template names must exist. A partial is walked once for each kind of thing that it is called with.
 */
import type { Diagnostic } from '../model.js';
import { checkMarkup } from './check-markup.js';
import { collectParameters, elementOf, fieldsOf, resolvePath, type Scope } from './check-scope.js';
import { HELPERS } from './helpers.js';
import { phraseKeys } from './phrase.js';
import { helperName } from './print.js';
import { isNode, nameOf } from './syntax.js';
import { fault, REQUIRED, suggestion, type Template } from './templates.js';
import type { ThemeFiles } from './theme-files.js';
import { BLOCK_VIEW, LAYOUT_VIEW, type Shape, VIEWS } from './view-fields.js';

type Place = hbs.AST.Node;
const BLOCK_HELPERS = ['if', 'unless', 'each', 'with'];

/** What is wrong with the templates of a theme. `files`: for the addresses of its assets. */
export function checkTheme(templates: ReadonlyMap<string, Template>, files: ThemeFiles): Diagnostic[] {
  const check = new ThemeCheck(templates, files);
  for (const [path, view] of Object.entries(VIEWS)) check.page(`${path}.hbs`, view);
  for (const path of REQUIRED) if (path.startsWith('blocks/')) check.template(path, BLOCK_VIEW, LAYOUT_VIEW);
  const markup = [...templates.values()].flatMap((template) => checkMarkup(template));
  return [...check.diagnostics.values(), ...markup];
}

class ThemeCheck {
  /** By place and message: a partial that is called from ten places has its fault once. */
  readonly diagnostics = new Map<string, Diagnostic>();
  private readonly walked = new Map<string, Shape[]>();
  private readonly parameters: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly partials: readonly string[];
  private origin = '';

  private readonly templates: ReadonlyMap<string, Template>;
  private readonly files: ThemeFiles;

  constructor(templates: ReadonlyMap<string, Template>, files: ThemeFiles) {
    this.templates = templates;
    this.files = files;
    this.parameters = collectParameters(templates);
    this.partials = [...templates.keys()]
      .filter((path) => path.startsWith('partials/'))
      .map((path) => path.slice(9, -4));
  }

  page(path: string, view: Shape): void {
    this.template(path, view, view);
    const page = this.templates.get(path);
    if (page === undefined || page.layout === null) return;
    const layout = `layouts/${page.layout}.hbs`;
    if (this.templates.has(layout)) {
      this.template(layout, LAYOUT_VIEW, LAYOUT_VIEW);
      return;
    }
    const layouts = [...this.templates.keys()]
      .filter((each) => each.startsWith('layouts/'))
      .map((each) => each.slice(8, -4));
    const message = `There is no layout "${page.layout}"${suggestion(page.layout, layouts)}`;
    this.report(fault(page.origin, 'template-layout-unknown', message, { line: 1, column: 0 }));
  }

  template(path: string, here: Shape, root: Shape, trail: readonly string[] = []): void {
    const template = this.templates.get(path);
    if (template === undefined) return;
    const seen = this.walked.get(path) ?? [];
    if (seen.includes(here)) return;
    this.walked.set(path, [...seen, here]);
    const before = this.origin;
    this.origin = template.origin;
    this.program(template.tree, { here, root, names: new Map(), outer: null }, [...trail, path]);
    this.origin = before;
  }

  private program(tree: hbs.AST.Program | undefined, scope: Scope, trail: readonly string[]): void {
    for (const statement of tree?.body ?? []) this.statement(statement, scope, trail);
  }

  private statement(statement: hbs.AST.Statement, scope: Scope, trail: readonly string[]): void {
    if (isNode(statement, 'MustacheStatement')) this.mustache(statement, scope);
    else if (isNode(statement, 'BlockStatement')) this.block(statement, scope, trail);
    else if (isNode(statement, 'PartialStatement')) this.partial(statement, scope, trail);
    else if (!isNode(statement, 'ContentStatement') && !isNode(statement, 'CommentStatement')) {
      const message = 'Inline partials and {{#> …}} are not used here; put the part into a file in partials/';
      this.fail('template-unsupported', message, statement);
    }
  }

  private mustache(statement: hbs.AST.MustacheStatement, scope: Scope): void {
    const { path, params, hash, escaped } = statement;
    if (!isNode(path, 'PathExpression')) return;
    const name = helperName(path);
    if (name !== null) {
      this.helper(name, path, params, hash, scope);
      if (params.length === 0 && fieldsOf(scope.here)?.[name] !== undefined) {
        const message = `"${name}" is a helper and a field; write {{this.${name}}} for the field`;
        this.fail('template-field-hidden', message, path);
      }
      return;
    }
    if (params.length > 0 || hash?.pairs.length) {
      this.unknownHelper(path);
      return;
    }
    const shape = this.resolve(path, scope);
    if (shape === null) return;
    if (shape === 'html' && escaped) {
      const message = `${path.original} is ready HTML and would be printed as text; write {{{${path.original}}}}`;
      this.fail('template-html-escaped', message, path);
    } else if (shape !== 'html' && !escaped) {
      const message = `${path.original} is plain text and must be escaped; write {{${path.original}}}`;
      this.fail('template-text-unescaped', message, path);
    } else if (typeof shape === 'object') {
      const what = Array.isArray(shape) ? 'a list; use {{#each}}' : 'an object; print one of its fields';
      this.fail('template-field-not-text', `${path.original} is ${what}`, path);
    }
  }

  private block(statement: hbs.AST.BlockStatement, scope: Scope, trail: readonly string[]): void {
    const { path, params, program, inverse, hash } = statement;
    const name = nameOf(path);
    if (!BLOCK_HELPERS.includes(name)) {
      const message = `There is no block {{#${name}}}${suggestion(name, BLOCK_HELPERS)}`;
      this.fail('template-helper-unknown', message, statement);
      return;
    }
    this.hash(hash, scope);
    const value = this.value(params[0], scope);
    let inner = scope;
    if (name === 'each' || name === 'with') {
      const here = name === 'each' ? elementOf(value) : value;
      if (name === 'each' && value !== null && here === null) {
        this.fail('template-field-not-list', 'This is not a list, so {{#each}} prints nothing', statement);
      }
      const given = program?.blockParams?.[0];
      const names = new Map(scope.names);
      if (given !== undefined && here !== null) names.set(given, here);
      inner = { here: here ?? {}, root: scope.root, names, outer: scope };
      // What is walked inside an unknown thing would only repeat that it is unknown.
      if (here === null) {
        this.program(inverse, scope, trail);
        return;
      }
    }
    this.program(program, inner, trail);
    this.program(inverse, scope, trail);
  }

  private partial(statement: hbs.AST.PartialStatement, scope: Scope, trail: readonly string[]): void {
    const { name: target, params, hash } = statement;
    if (!isNode(target, 'PathExpression')) {
      this.fail('template-unsupported', 'The name of a partial must be written out', statement);
      return;
    }
    const name = target.original;
    const path = `partials/${name}.hbs`;
    const given = this.hash(hash, scope);
    const here = params.length === 0 ? scope.here : this.value(params[0], scope);
    if (!this.templates.has(path)) {
      const message = `There is no partial "${name}"${suggestion(name, this.partials)}`;
      this.fail('template-partial-unknown', message, statement);
      return;
    }
    if (trail.includes(path)) {
      const circle = [...trail.slice(trail.indexOf(path)), path].join(' → ');
      this.fail('template-partial-recursive', `This partial calls itself: ${circle}`, statement);
      return;
    }
    if (here === null) return;
    const parameters = this.parameters.get(name);
    const fields = fieldsOf(here);
    const plain = parameters === undefined || fields === undefined;
    const inside = plain ? here : this.withParameters(here, fields, parameters, given);
    this.template(path, inside, scope.root, trail);
  }

  private readonly extended = new Map<Shape, Map<string, Shape>>();
  /** The same object for the same call, so that the walk of the partial is remembered. */
  private withParameters(
    here: Shape,
    fields: Readonly<Record<string, Shape>>,
    parameters: ReadonlySet<string>,
    given: ReadonlyMap<string, Shape>,
  ): Shape {
    const key = [...parameters].map((name) => `${name}:${typeof given.get(name)}`).join();
    const known = this.extended.get(here) ?? new Map<string, Shape>();
    this.extended.set(here, known);
    const made = known.get(key) ?? {
      ...Object.fromEntries([...parameters].map((name) => [name, 'text' as const])),
      ...fields,
      ...Object.fromEntries(given),
    };
    known.set(key, made);
    return made;
  }

  private helper(
    name: string,
    path: Place,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash,
    scope: Scope,
  ): void {
    const info = HELPERS[name];
    if (info === undefined) return;
    if (params.length < info.takes[0] || params.length > info.takes[1]) {
      this.fail('template-helper-use', `{{${name}}} is used like this: ${info.usage}`, path);
    }
    this.hash(hash, scope);
    for (const param of params) this.value(param, scope);
    const [first] = params;
    const literal = isNode(first, 'StringLiteral') ? first.value : null;
    if (info.string && literal === null) {
      this.fail(
        'template-string-unknown',
        `{{${name}}} takes the name of an interface string, in quotes`,
        path,
      );
    } else if (info.string && literal !== null && !phraseKeys.has(literal)) {
      const message = `There is no interface string "${literal}"${suggestion(literal, phraseKeys)}`;
      this.fail('template-string-unknown', message, path);
    }
    if (name === 'asset' && literal !== null && !this.files.has(`assets/${literal}`)) {
      const assets = [...this.files.keys()].filter((each) => each.startsWith('assets/'));
      const message = `There is no file assets/${literal}${suggestion(`assets/${literal}`, assets)}`;
      this.fail('template-asset-unknown', message, path);
    }
  }

  private hash(hash: hbs.AST.Hash | undefined, scope: Scope): Map<string, Shape> {
    const given = new Map<string, Shape>();
    for (const pair of hash?.pairs ?? []) given.set(pair.key, this.value(pair.value, scope) ?? 'text');
    return given;
  }

  /** The shape of a parameter; null when it is unknown (and then has been reported). */
  private value(expression: hbs.AST.Expression | undefined, scope: Scope): Shape | null {
    if (isNode(expression, 'PathExpression')) return this.resolve(expression, scope);
    if (isNode(expression, 'SubExpression')) {
      const { path, params, hash } = expression;
      const name = isNode(path, 'PathExpression') ? helperName(path) : null;
      if (name === null) {
        this.unknownHelper(path);
        return null;
      }
      this.helper(name, path, params, hash, scope);
      return 'flag';
    }
    if (expression?.type === 'NumberLiteral') return 'number';
    return expression?.type === 'BooleanLiteral' ? 'flag' : 'text';
  }

  private resolve(path: hbs.AST.PathExpression, scope: Scope): Shape | null {
    const found = resolvePath(path, scope);
    if ('shape' in found) return found.shape;
    this.fail('template-field-unknown', found.problem, path);
    return null;
  }

  private unknownHelper(path: hbs.AST.PathExpression): void {
    const message = `There is no helper "${path.original}"${suggestion(path.original, [...Object.keys(HELPERS), ...BLOCK_HELPERS])}`;
    this.fail('template-helper-unknown', message, path);
  }

  private fail(id: string, message: string, at: Place): void {
    this.report(fault(this.origin, id, message, at.loc.start));
  }

  private report(diagnostic: Diagnostic): void {
    const { file, line, column, message } = diagnostic;
    this.diagnostics.set(`${file}:${line}:${column}:${message}`, diagnostic);
  }
}
