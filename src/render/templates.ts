/** Template files → syntax trees, with the faults that keep them from being read. */
import Handlebars from 'handlebars';
import type { Diagnostic } from '../model.js';
import { nearest } from '../nearest.js';
import type { ThemeFiles } from './theme-files.js';
import { BLOCK_KINDS, PAGE_KINDS } from './view-fields.js';

/** A template of the theme, parsed. */
export interface Template {
  /** In the theme: `partials/story.hbs`. */
  readonly path: string;
  /** As messages name it. */
  readonly origin: string;
  readonly text: string;
  readonly tree: hbs.AST.Program;
  /** Named by a first line `{{!< default}}`: the page is put into `layouts/default.hbs`. */
  readonly layout: string | null;
}

/** A diagnostic about a place in a template. Lines of the tree count from 1, its columns from 0. */
export function fault(
  origin: string,
  id: string,
  message: string,
  place: { readonly line: number; readonly column: number } | null = null,
): Diagnostic {
  return {
    id,
    severity: 'error',
    file: origin,
    line: place?.line ?? null,
    column: place === null ? null : place.column + 1,
    message,
  };
}

/** `; did you mean "story"?`, or nothing when no known name is near. */
export function suggestion(name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return near === null ? '' : `; did you mean "${near}"?`;
}

/** Every page and block that must exist, by path. */
export const REQUIRED = [
  ...PAGE_KINDS.map((kind) => `${kind}.hbs`),
  ...BLOCK_KINDS.map((kind) => `blocks/${kind}.hbs`),
];

/** Parses every template; one that cannot be parsed is empty, and its fault is told. */
export function parseTemplates(files: ThemeFiles): {
  templates: ReadonlyMap<string, Template>;
  diagnostics: Diagnostic[];
} {
  const templates = new Map<string, Template>();
  const diagnostics: Diagnostic[] = [];
  for (const [path, { text, origin }] of files) {
    if (!path.endsWith('.hbs')) continue;
    if (!/^(?:layouts|partials)\//.test(path) && !REQUIRED.includes(path)) {
      const message = `No page or block has this name, so the file is not used${suggestion(path, REQUIRED)}`;
      diagnostics.push({ ...fault(origin, 'template-name-unknown', message), severity: 'warning' });
    }
    try {
      const tree = Handlebars.parse(text, { srcName: origin });
      templates.set(path, { path, origin, text, tree, layout: layoutOf(tree) });
    } catch (error) {
      diagnostics.push(syntaxFault(origin, error));
      templates.set(path, { path, origin, text: '', tree: Handlebars.parse(''), layout: null });
    }
  }
  for (const path of REQUIRED) {
    if (templates.has(path)) continue;
    diagnostics.push(fault(path, 'template-missing', `The theme has no ${path}; every theme needs one`));
  }
  return { templates, diagnostics };
}

function layoutOf(tree: hbs.AST.Program): string | null {
  const first = tree.body[0];
  if (first?.type !== 'CommentStatement') return null;
  return /^<\s*([\w-]+)\s*$/.exec((first as hbs.AST.CommentStatement).value)?.[1] ?? null;
}

/** Handlebars tells the line in the first words of its message, or in `lineNumber` and `column`. */
function syntaxFault(origin: string, error: unknown): Diagnostic {
  const message = error instanceof Error ? error.message : String(error);
  const at = error as { lineNumber?: number; column?: number };
  const line = at.lineNumber ?? Number(/on line (\d+)/.exec(message)?.[1] ?? 1);
  const expected = /got '(\w+)'/.exec(message)?.[1];
  const reason =
    error instanceof RangeError
      ? 'its blocks are nested too deeply'
      : expected === undefined
        ? (message.split('\n')[0] ?? '').replace(/ - \d+:\d+$/, '')
        : expected === 'EOF'
          ? 'the file ends before a {{#…}} is closed by its {{/…}}'
          : 'a tag {{…}} here is not closed or not spelled as Handlebars expects';
  return fault(origin, 'template-syntax', `This template cannot be read: ${reason}`, {
    line,
    column: at.column ?? 0,
  });
}
