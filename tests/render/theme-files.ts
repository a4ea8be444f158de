/** The files of the built-in theme, read as the shell reads them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ThemeFile } from '../../src/render/theme-files.js';

export function readTheme(folder: string): Map<string, ThemeFile> {
  const files = new Map<string, ThemeFile>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (!statSync(path).isFile()) continue;
    const inTheme = name.replaceAll('\\', '/');
    files.set(inTheme, { text: readFileSync(path, 'utf8'), origin: `templates/${inTheme}` });
  }
  return files;
}

export const builtIn = readTheme(new URL('../../templates', import.meta.url).pathname);
