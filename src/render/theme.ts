/**
 * A theme: templates as text in, a function that prints views out. Everything is checked and compiled here, once,
 * so that a mistake in a template is told with its file and line before a page is made.
 */
import type { Diagnostic } from '../model.js';
import type { AnyView, PageView } from '../site/views.js';
import { checkTheme } from './check.js';
import { checkStylesheet } from './check-css.js';
import { Printers } from './print.js';
import { parseTemplates, type Template } from './templates.js';
import { BLOCK_KINDS, PAGE_KINDS } from './view-fields.js';

export interface ThemeFile {
  readonly text: string;
  /** The file as messages name it: `templates/article.hbs`. */
  readonly origin: string;
}

/** Files of a theme by their path in `templates/`: `article.hbs`, `partials/story.hbs`, `assets/theme.css`. */
export type ThemeFiles = ReadonlyMap<string, ThemeFile>;

export interface Theme {
  /** The text of a page. `view` is the view of that kind of page. */
  readonly render: (kind: PageView['kind'], view: AnyView) => string;
  /** The text of all templates that a kind of page is printed with: its digest tells when to print again. */
  readonly sources: (kind: PageView['kind']) => string;
  /** What is published as it is: the files under `assets/`, by that path. */
  readonly assets: ThemeFiles;
}

export interface LoadedTheme {
  /** null when a template has an error: nothing can be printed with it. */
  readonly theme: Theme | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The built-in theme with a site's own files in the place of those of the same name. */
export function mergeThemes(builtIn: ThemeFiles, site: ThemeFiles): ThemeFiles {
  return new Map([...builtIn, ...site]);
}

/** Checks and compiles a theme. Never throws for what a file says. */
export function loadTheme(files: ThemeFiles): LoadedTheme {
  const { templates, diagnostics: syntax } = parseTemplates(files);
  const diagnostics = [...syntax, ...checkTheme(templates, files)];
  for (const [path, file] of files) if (path.endsWith('.css')) diagnostics.push(...checkStylesheet(file));
  const broken = diagnostics.some((each) => each.severity === 'error');
  return { theme: broken ? null : compileTheme(templates, files), diagnostics };
}

function compileTheme(templates: ReadonlyMap<string, Template>, files: ThemeFiles): Theme {
  const printers = new Printers(templates);
  const pages = new Map(
    PAGE_KINDS.map((kind) => {
      const layout = templates.get(`${kind}.hbs`)?.layout ?? null;
      const page = printers.print(`${kind}.hbs`);
      return [kind, { page, layout: layout === null ? null : printers.print(`layouts/${layout}.hbs`) }];
    }),
  );
  return {
    assets: new Map([...files].filter(([path]) => path.startsWith('assets/'))),
    sources: (kind) => sourcesOf(`${kind}.hbs`, templates),
    render: (kind, view) => {
      const made = pages.get(kind);
      if (made === undefined) throw new Error(`There is no page kind ${kind}.`);
      const body = made.page(view);
      return made.layout === null ? body : made.layout({ ...view, body });
    },
  };
}

/** The texts of a page's template and of all that it reaches, in a fixed order. */
function sourcesOf(path: string, templates: ReadonlyMap<string, Template>): string {
  const reached = new Set<string>();
  const queue = [path];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const template = templates.get(next);
    if (template === undefined || reached.has(next)) continue;
    reached.add(next);
    if (template.layout !== null) queue.push(`layouts/${template.layout}.hbs`);
    // Names are looked for in the text: one too many in a comment only makes the digest wider.
    for (const [, name] of template.text.matchAll(/\{\{~?>\s*([\w./-]+)/g))
      queue.push(`partials/${name}.hbs`);
    if (/\{\{~?content\b/.test(template.text)) queue.push(...BLOCK_KINDS.map((kind) => `blocks/${kind}.hbs`));
  }
  return [...reached]
    .sort()
    .map((name) => `${name}\n${templates.get(name)?.text}`)
    .join('\n');
}
