/** The files of a theme, as text. */
export interface ThemeFile {
  readonly text: string;
  /** The file as messages name it: `templates/article.hbs`. */
  readonly origin: string;
}

/** Files of a theme by their path in `templates/`: `article.hbs`, `partials/story.hbs`, `assets/theme.css`. */
export type ThemeFiles = ReadonlyMap<string, ThemeFile>;

/** The built-in theme with a site's own files in the place of those of the same name. */
export function mergeThemes(builtIn: ThemeFiles, site: ThemeFiles): ThemeFiles {
  return new Map([...builtIn, ...site]);
}
