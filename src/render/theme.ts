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
import type { ThemeFiles } from './theme-files.js';
import { PAGE_KINDS } from './view-fields.js';

/** A theme that can print. */
export interface Theme {
  /** The text of a page. `view` is the view of that kind of page. */
  readonly render: (kind: PageView['kind'], view: AnyView) => string;
  /** What is published as it is: the files under `assets/`, by that path. */
  readonly assets: ThemeFiles;
}

/** A theme, if it can be used, and what is wrong with it. */
export interface LoadedTheme {
  /** null when a template has an error: nothing can be printed with it. */
  readonly theme: Theme | null;
  readonly diagnostics: readonly Diagnostic[];
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
    render: (kind, view) => {
      const made = pages.get(kind);
      if (made === undefined) throw new Error(`There is no page kind ${kind}.`);
      const body = made.page(view);
      return made.layout === null ? body : made.layout({ ...view, body });
    },
  };
}
