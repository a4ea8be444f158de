/** A loaded theme as the site needs it: digests, paths of its files, and those files ready to be published. */
import type { Config } from '../config.js';
import { languageOf } from '../language-tag.js';
import type { Diagnostic, Lang } from '../model.js';
import { cutFonts } from '../publish/fonts.js';
import type { OutputFile } from '../publish/types.js';
import { lookCss } from '../render/look.js';
import { loadTheme } from '../render/theme.js';
import type { ThemeFiles } from '../render/theme-files.js';
import { trimCss } from '../render/trim-css.js';
import { REGISTER_SCRIPT } from '../site/pages/offline-scripts.js';
import type { ThemeInfo } from '../site/theme-info.js';
import { digest } from './digest.js';
import type { Stopwatch } from './stopwatch.js';
import type { Entry } from './store.js';
import { templateDigests } from './template-digests.js';

/** A theme with its fonts, cut to the site. */
export interface ReadyTheme {
  readonly info: ThemeInfo;
  readonly files: readonly OutputFile[];
}

/** What the theme depends on. */
interface ThemeSources {
  readonly texts: ThemeFiles;
  readonly config: Config;
  /** The characters of each language of the site. */
  readonly letters: ReadonlyMap<Lang, string>;
  /** `.warraq/` */
  readonly cache: string;
}

const STYLESHEET = 'assets/theme.css';
const SCRIPT = 'assets/theme.js';
const SEARCH_SCRIPT = 'assets/search.js';

type Loaded = Awaited<ReturnType<typeof readyTheme>>;

/** The theme of the build before, used again as long as it depends on the same. */
export class ThemeShelf {
  #entries: readonly Entry[] = [];
  #letters: ReadonlyMap<Lang, string> = new Map();
  #lang: Lang | null = null;
  #sources: ThemeSources | null = null;
  #loaded: Loaded | null = null;

  /** `entries`: in the order of the build before, wherever they are the same. */
  async take(
    { texts, config, cache }: Omit<ThemeSources, 'letters'>,
    entries: readonly Entry[],
    siteLang: Lang,
    stopwatch: Stopwatch,
  ): Promise<Loaded> {
    if (siteLang !== this.#lang || !sameLetters(entries, this.#entries))
      this.#letters = lettersByLanguage(entries, siteLang);
    this.#entries = entries;
    this.#lang = siteLang;
    const before = this.#sources;
    const sources = { texts, config, letters: this.#letters, cache };
    const same =
      before !== null &&
      before.config === config &&
      isEqual(before.texts, texts) &&
      isEqual(before.letters, sources.letters);
    if (this.#loaded === null || !same) this.#loaded = await readyTheme(sources, stopwatch);
    this.#sources = sources;
    return this.#loaded;
  }
}

function sameLetters(now: readonly Entry[], before: readonly Entry[]): boolean {
  if (now.length !== before.length) return false;
  return now.every((entry, index) => {
    const old = before[index];
    return entry === old || (entry.letters === old?.letters && entry.card?.lang === old.card?.lang);
  });
}

function isEqual(a: ReadonlyMap<string, unknown>, b: ReadonlyMap<string, unknown>): boolean {
  return a === b || JSON.stringify([...a]) === JSON.stringify([...b]);
}

/** `theme` is null when a template has an error; the diagnostics say where. */
async function readyTheme(
  { texts, config, letters, cache }: ThemeSources,
  stopwatch: Stopwatch,
): Promise<{ theme: ReadyTheme | null; diagnostics: readonly Diagnostic[] }> {
  const { theme, diagnostics } = loadTheme(texts);
  if (theme === null) return { theme: null, diagnostics };
  const requests = [...letters].map(([lang, text]) => ({ lang, letters: text }));
  const fonts = await cutFonts(requests, config.theme.fonts, cache);

  const { layout } = config.theme;
  const named = config.site.sections.flatMap(({ lang }) => (lang === null ? [] : [languageOf(lang)]));
  const languages = new Set([...letters.keys(), ...named, 'en']);
  const files = new Map<string, OutputFile>();
  for (const [path, { text }] of theme.assets) {
    if (path === SEARCH_SCRIPT && !config.search) continue;
    const more =
      path === STYLESHEET ? `\n${fonts.css}` : path === SCRIPT && config.offline ? REGISTER_SCRIPT : '';
    const content = (path === STYLESHEET ? trimCss(text, { layout, languages }) : text) + more;
    const hashed = withDigest(path, digest(content));
    files.set(path, { path: hashed, key: hashed, content: () => content });
  }
  for (const [path, bytes] of fonts.files) files.set(path, { path, key: path, content: () => bytes });

  const look = lookCss(config.theme, config.site.name);
  const common = {
    stylesheet: files.get(STYLESHEET)?.path ?? '',
    script: files.get(SCRIPT)?.path ?? null,
    search: files.get(SEARCH_SCRIPT)?.path ?? null,
    style: () => look,
  };
  const info: ThemeInfo = {
    digest: templateDigests(texts),
    assets: (lang) => ({ ...common, preload: fonts.preload[languageOf(lang)] ?? [] }),
    render: (name, view) => stopwatch.part(name, () => theme.render(name, view)),
  };
  return { theme: { info, files: [...files.values()] }, diagnostics: [...diagnostics, ...fonts.diagnostics] };
}

/** The characters that the articles of each language use. */
function lettersByLanguage(entries: readonly Entry[], siteLang: Lang): Map<Lang, string> {
  const marks = new Map<Lang, Uint8Array>([[languageOf(siteLang), new Uint8Array(0x10000)]]);
  for (const { card, letters } of entries) {
    if (card === null) continue;
    const language = languageOf(card.lang);
    const marked = marks.get(language) ?? new Uint8Array(0x10000);
    marks.set(language, marked);
    for (let index = 0; index < letters.length; index++) marked[letters.charCodeAt(index)] = 1;
  }
  const sorted = new Map<Lang, string>();
  for (const [language, marked] of marks) {
    const units: number[] = [];
    for (let unit = 0; unit < marked.length; unit++) if (marked[unit] === 1) units.push(unit);
    sorted.set(language, String.fromCharCode(...units));
  }
  return sorted;
}

/** `assets/theme.css` → `assets/theme.1f2e3d4c.css`: a changed file has a new address, so old ones may be kept for ever. */
function withDigest(path: string, text: string): string {
  const dot = path.lastIndexOf('.');
  const mark = Buffer.from(text, 'base64url').toString('hex').slice(0, 10);
  return `${path.slice(0, dot)}.${mark}${path.slice(dot)}`;
}
