/** What a build reads besides the articles: the config, the theme, the files of `static/`. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ConfigResult } from '../config.js';
import { UsageError } from './failure.js';

export const CONFIG_FILE = 'warraq.config.json';
const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Text of the config file, and its name for messages; no file is an empty config. */
export interface ConfigText {
  readonly text: string;
  readonly name: string;
}

/** Reads the config file. `given`: what `--config` says, relative to the current folder; it must exist then. */
export function readConfigText(root: string, given: string | null): ConfigText {
  const path = given === null ? join(root, CONFIG_FILE) : resolve(given);
  const name = given === null ? CONFIG_FILE : relative(root, path) || basename(path);
  try {
    return { text: readFileSync(path, 'utf8'), name };
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (given === null && code === 'ENOENT') return { text: '', name };
    throw new UsageError(`The config file ${name} cannot be read (${code}).`);
  }
}

/** Parses it, with the base URL of the command line in the place of the file's. */
export async function parseConfigText(
  { text, name }: ConfigText,
  baseUrl: string | null,
): Promise<ConfigResult> {
  const { parseConfig, readConfig } = await import('../config.js');
  const result = text === '' ? parseConfig({}, name) : readConfig(text, name);
  if (baseUrl === null || result.diagnostics.some((one) => one.severity === 'error')) return result;
  const value: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  const site = typeof value.site === 'object' && value.site !== null ? value.site : {};
  const again = parseConfig({ ...value, site: { ...site, baseUrl } }, name);
  if (again.diagnostics.length > result.diagnostics.length)
    throw new UsageError(`--base-url ${baseUrl} is not an address such as https://news.example.org/`);
  return again;
}

/** A text file of the theme. */
export interface TextFile {
  readonly text: string;
  /** As messages name it. */
  readonly origin: string;
}

/** The built-in theme. */
export function readBuiltInTheme(): Map<string, TextFile> {
  return readTexts(BUILT_IN, 'built-in');
}

/** The site's own templates; empty when it has none. */
export function readSiteTheme(root: string): Map<string, TextFile> {
  return readTexts(join(root, 'templates'), 'templates');
}

/** Every readable text below a folder, by its path there. Links count only when they stay inside. */
function readTexts(folder: string, shown: string): Map<string, TextFile> {
  const texts = new Map<string, TextFile>();
  if (!existsSync(folder)) return texts;
  const home = realpathSync(folder);
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    if (!/\.(?:hbs|css|js|svg)$/.test(name) || /(?:^|[\\/])\./.test(name)) continue;
    const path = join(home, name);
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    if (!real.startsWith(home + sep) || !lstatSync(real).isFile()) continue;
    const key = name.replaceAll('\\', '/');
    texts.set(key, { text: readFileSync(real, 'utf8'), origin: `${shown}/${key}` });
  }
  return texts;
}
