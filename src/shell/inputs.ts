/** What a build reads besides the articles: the config, the theme, the files of `static/`. */
import { existsSync, lstatSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../model.js';
import { listStatic, readRegular } from '../publish/static.js';
import type { OutputFile } from '../publish/types.js';
import { type Listing, listArticles } from '../read/find.js';
import { systemCode } from '../system-error.js';
import { digest } from './digest.js';
import { UsageError } from './failure.js';
import { lookOf, signatureOf } from './signature.js';

export const CONFIG_FILE = 'warraq.config.json';
export const RULES_FILE = 'warraq.rules.json';
const BUILT_IN = fileURLToPath(new URL('../../templates/', import.meta.url));

/** Everything that a build depends on, as found on disk. */
export interface Inputs {
  readonly config: ConfigText;
  /** The site's rules for understanding its texts. */
  readonly rules: ConfigText;
  readonly listing: Listing;
  readonly theme: ReadonlyMap<string, TextFile>;
  readonly files: { readonly files: readonly OutputFile[]; readonly diagnostics: readonly Diagnostic[] };
  /** Equal digests, equal sites; empty when a file was saved so lately that its look proves nothing. */
  readonly digest: string;
}

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
  const theme = new Map([...readBuiltInTheme(), ...readSiteTheme(root)]);
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
  const path = given === null ? join(root, CONFIG_FILE) : resolve(given);
  const name = given === null ? CONFIG_FILE : relative(root, path) || basename(path);
  try {
    return { text: readRegular(realpathSync(path)).toString('utf8'), name };
  } catch (error) {
    const code = systemCode(error);
    if (given === null && code === 'ENOENT') return { text: '', name };
    throw new UsageError(`The config file ${name} cannot be read (${code || 'it is not a regular file'}).`);
  }
}

/** Reads the rules file of the site; no file is no rules. */
export function readRulesText(root: string): ConfigText {
  try {
    return { text: readFileSync(join(root, RULES_FILE), 'utf8'), name: RULES_FILE };
  } catch (error) {
    const code = systemCode(error);
    if (code === 'ENOENT') return { text: '', name: RULES_FILE };
    throw new UsageError(`The rules file ${RULES_FILE} cannot be read (${code}).`);
  }
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
