/** A loaded theme as the site needs it: digests, paths of its files, and those files ready to be published. */
import type { Config } from '../config.js';
import type { Diagnostic } from '../model.js';
import type { OutputFile } from '../publish/types.js';
import { loadTheme, type ThemeFiles } from '../render/theme.js';
import type { ThemeInfo } from '../site/theme-info.js';
import { digest } from './digest.js';
import type { Stopwatch } from './stopwatch.js';

export interface ReadyTheme {
  readonly info: ThemeInfo;
  readonly files: readonly OutputFile[];
}

/** null: a template has an error; the diagnostics say where. */
export function readyTheme(
  texts: ThemeFiles,
  config: Config,
  stopwatch: Stopwatch,
): { theme: ReadyTheme | null; diagnostics: readonly Diagnostic[] } {
  const { theme, diagnostics } = loadTheme(texts);
  if (theme === null) return { theme: null, diagnostics };
  const files = new Map<string, OutputFile>();
  for (const [path, { text }] of theme.assets) {
    const hashed = withDigest(path, digest(text));
    files.set(path, { path: hashed, key: hashed, content: () => text });
  }
  const templates = [...texts].filter(([path]) => path.endsWith('.hbs'));
  const key = digest(JSON.stringify(templates.map(([path, { text }]) => [path, text])));
  const { accent, accentDark } = config.theme;
  const assets = {
    stylesheet: files.get('assets/theme.css')?.path ?? '',
    script: files.get('assets/theme.js')?.path ?? null,
    preload: [],
    style: () => `:root{--accent:${accent};--accent-dark:${accentDark}}`,
  };
  const info: ThemeInfo = {
    digest: () => key,
    assets: () => assets,
    render: (name, view) => stopwatch.part(name, () => theme.render(name, view)),
  };
  return { theme: { info, files: [...files.values()] }, diagnostics };
}

/** `assets/theme.css` → `assets/theme.1f2e3d4c.css`: a changed file has a new address, so old ones may be kept for ever. */
function withDigest(path: string, text: string): string {
  const dot = path.lastIndexOf('.');
  const mark = Buffer.from(text, 'base64url').toString('hex').slice(0, 10);
  return `${path.slice(0, dot)}.${mark}${path.slice(dot)}`;
}
