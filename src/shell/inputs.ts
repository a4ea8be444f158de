/** What a build reads besides the articles: the config, the theme, the files of `static/`. */
import { lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../model.js';
import { look } from '../publish/look.js';
import { listStatic, readRegular } from '../publish/static.js';
import type { OutputFile } from '../publish/types.js';
import { type Listing, listArticles } from '../read/find.js';
import { mergeThemes, type ThemeFile, type ThemeFiles } from '../render/theme-files.js';
import { systemCode, troubleWords } from '../system-error.js';
import { digest } from './digest.js';
import { UsageError } from './failure.js';
import { lookOf, signatureOf } from './signature.js';

/** Name of the config in the root of a site. */
export const CONFIG_FILE = 'warraq.config.json';
/** Name of the rules in the root of a site. */
export const RULES_FILE = 'warraq.rules.json';
const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Everything that a build depends on, as found on disk. */
export interface Inputs {
  readonly config: ConfigText;
  /** The site's rules for understanding its texts. */
  readonly rules: ConfigText;
  readonly listing: Listing;
  readonly theme: ThemeFiles;
  readonly files: { readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] };
  /** Equal digests, equal sites; empty when a file was saved so lately that its look proves nothing. */
  readonly digest: string;
}

/** What of the command line decides what is read. */
export interface InputOptions {
  readonly configFile: string | null;
  readonly out: string | null;
  readonly baseUrl: string | null;
  readonly drafts: boolean;
  readonly allowEmpty: boolean;
}

/** Looks at everything: the config and the theme are read, articles and static files listed. */
export function readInputs(root: string, options: InputOptions): Inputs {
  const config = readConfigText(root, options.configFile);
  const rules = readRulesText(root);
  const listing = listArticles(root);
  const theme = mergeThemes(readBuiltInTheme(), readSiteTheme(root));
  const files = listStatic(root, 'static');
  const { out, baseUrl, drafts, allowEmpty } = options;
  const parts = [
    JSON.stringify([
      config,
      rules,
      out,
      baseUrl,
      drafts,
      allowEmpty,
      [...theme],
      listing.diagnostics,
      files.diagnostics,
    ]),
  ];
  for (const file of files.files) parts.push(file.path, file.key);
  for (const picture of listing.pictures) parts.push(picture.path, lookOf(picture));
  const now = Date.now();
  let settled = true;
  for (const article of listing.articles) {
    const signature = signatureOf(article, now);
    if (signature === '') settled = false;
    parts.push(article.path, signature);
  }
  return { config, rules, listing, theme, files, digest: settled ? digest(parts.join('\n')) : '' };
}

/** Text of the config file, and its name for messages; no file is an empty config. */
export interface ConfigText {
  readonly text: string;
  readonly name: string;
}

/** Reads the config file. `given`: what `--config` says, relative to the current folder; it must exist then. */
export function readConfigText(root: string, given: string | null): ConfigText {
  if (given === null) return readData(join(root, CONFIG_FILE), CONFIG_FILE);
  const path = resolve(given);
  const name = relative(root, path) || basename(path);
  if (look(path) === undefined) throw new UsageError(`There is no config file ${name}.`);
  return readData(path, name);
}

/** Reads the rules file of the site; no file is no rules. */
export function readRulesText(root: string): ConfigText {
  return readData(join(root, RULES_FILE), RULES_FILE);
}

/** A data file of the site; empty when there is none. Throws `UsageError` when it can not be read. */
function readData(path: string, name: string): ConfigText {
  if (look(path) === undefined) return { text: '', name };
  let bytes: Uint8Array;
  try {
    bytes = readRegular(realpathSync(path));
  } catch (error) {
    const why = systemCode(error) === '' ? 'it is not a regular file' : troubleWords(error);
    throw new UsageError(`${name} cannot be read: ${why}.`);
  }
  return { text: decodeUtf8(bytes, name), name };
}

/** A byte order mark, as some editors write it, is no part of the text. */
function decodeUtf8(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UsageError(`${name} is not UTF-8 text. Save it as UTF-8.`);
  }
}

/** The built-in theme. */
export function readBuiltInTheme(): Map<string, ThemeFile> {
  return readTexts(BUILT_IN, 'built-in');
}

/** The site's own templates; empty when it has none. */
export function readSiteTheme(root: string): Map<string, ThemeFile> {
  return readTexts(join(root, 'templates'), 'templates');
}

/** Every readable text below a folder, by its path there. Links count only when they stay inside. */
function readTexts(folder: string, shown: string): Map<string, ThemeFile> {
  const texts = new Map<string, ThemeFile>();
  if (look(folder) === undefined) return texts;
  const home = realpathSync(folder);
  const names = readdirSync(home, { recursive: true, encoding: 'utf8' }).sort();
  for (const name of names) {
    if (!/\.(?:hbs|css|js|svg)$/.test(name) || /(?:^|[\\/])\./.test(name)) continue;
    const key = name.replaceAll('\\', '/');
    const origin = `${shown}/${key}`;
    const path = join(home, name);
    const real = lstatSync(path).isSymbolicLink() ? realpathSync(path) : path;
    // A template that is passed over in silence is a page that looks wrong.
    if (!real.startsWith(home + sep))
      throw new UsageError(`${origin} is a link that leads out of ${shown}/. Put the file itself there.`);
    if (!lstatSync(real).isFile()) throw new UsageError(`${origin} is not a regular file. Take it away.`);
    texts.set(key, { text: decodeUtf8(readFileSync(real), origin), origin });
  }
  return texts;
}
