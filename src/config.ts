/**
 * Unknown JSON → a complete `Config` and diagnostics. Data only: nothing in a config is ever run.
 * What each key means stands in the table, `config/table.ts`, from which the JSON schema is made too.
 */
import type { Hex } from './config/colour.js';
import { contrast, LEAST_CONTRAST, PAPER, readable } from './config/colour.js';
import type { Problem, Report } from './config/fields.js';
import { CONFIG } from './config/table.js';
import type { Place } from './json.js';
import { parseJson } from './json.js';
import type { Numbering } from './locales/types.js';
import type { Diagnostic, Lang } from './model.js';

/** Every key is there. `null` = not stated: `gather` fills name and language from the articles. */
export interface Config {
  readonly site: SiteConfig;
  readonly theme: ThemeConfig;
  readonly build: BuildConfig;
  readonly dates: DatesConfig;
  readonly feeds: { readonly items: number; readonly content: 'full' | 'summary' };
  readonly front: FrontConfig;
  readonly share: readonly Network[];
  readonly footerLinks: readonly FooterLink[];
  /** A twin of each article without font, script and picture, under `lite/`. */
  readonly lite: boolean;
  readonly cards: CardsConfig;
  /** A service worker: the articles read last can be read without a network. */
  readonly offline: boolean;
  /** A page that searches the site, without a server. */
  readonly search: boolean;
  /** An address of at most eight letters for each article, `s/ID.html`. */
  readonly shortLinks: boolean;
  /** A Google News sitemap of the newest two days. */
  readonly newsSitemap: boolean;
}

/** Name, address and sections. */
export interface SiteConfig {
  readonly name: string | null;
  readonly tagline: string | null;
  /** http or https, ends with `/`, percent-encoded, no query. */
  readonly baseUrl: string | null;
  readonly lang: Lang | null;
  /** IANA name: `Africa/Tripoli`. */
  readonly timeZone: string | null;
  readonly copyright: string | null;
  readonly publisher: PublisherConfig;
  /** In the order of the menu. */
  readonly sections: readonly SectionConfig[];
  /** How many sections the menu shows; those listed in `sections` are always shown. */
  readonly menu: number;
}

/** The organisation behind the newspaper, for search engines. */
export interface PublisherConfig {
  readonly name: string | null;
  readonly logo: string | null;
  readonly principles: string | null;
  readonly corrections: string | null;
}

/** A section that the config lists. */
export interface SectionConfig {
  readonly name: string;
  readonly slug: string | null;
  /** Other labels that mean this section. */
  readonly aliases: readonly string[];
  readonly opinion: boolean;
  readonly description: string | null;
  /** Of the name; null: the language of the site. */
  readonly lang: Lang | null;
}

/** Where a story can be shared. */
export type Network = 'whatsapp' | 'telegram' | 'x' | 'facebook' | 'email';

/** How the newspaper looks. */
export interface ThemeConfig {
  /** On light paper. */
  readonly accent: Hex;
  /** On dark paper; always readable there. */
  readonly accentDark: Hex;
  readonly layout: 'broadsheet' | 'magazine' | 'wire';
  /** Name of a pairing of typefaces; null: the one of the language. */
  readonly fonts: string | null;
  readonly masthead: 'centered' | 'start';
  readonly scheme: 'auto' | 'light' | 'dark';
}

/** What is written, and where. */
export interface BuildConfig {
  /** Relative to the root of the site. */
  readonly out: string;
  /** `portable` writes `news/index.html`, which opens from disk; `clean` writes `news/`. */
  readonly links: 'portable' | 'clean';
  /** Stories on a page of a list. */
  readonly pageSize: number;
  readonly pictures: boolean;
}

/** How dates and numbers are printed. */
export interface DatesConfig {
  /** `second`: the second calendar of the locale comes first. */
  readonly calendar: 'first' | 'second';
  /** Whether the same day is given in the other calendar, too; null: as newsrooms of the locale do. */
  readonly secondCalendar: boolean | null;
  readonly hijriOffset: number;
  /** null: the digits of the locale. */
  readonly digits: Numbering | null;
}

/** How many stories the front page shows, and where. */
export interface FrontConfig {
  readonly secondary: number;
  readonly latest: number;
  /** How many sections have a block on the front page, and how many stories it shows. */
  readonly blocks: number;
  readonly blockStories: number;
}

/** Pictures for social networks. They need a base URL. */
export interface CardsConfig {
  /** One for each article without a picture of its own; null: where the site is small enough. */
  readonly articles: boolean | null;
  /** One for each pull quote. */
  readonly quotes: boolean;
}

/** A link at the foot of each page. */
export interface FooterLink {
  readonly text: string;
  readonly href: string;
}

/** A config that is always complete: what could not be used is the default, and is named. */
export interface ConfigResult {
  readonly config: Config;
  readonly diagnostics: readonly Diagnostic[];
}

/** The config of a site without a config file. */
export const defaultConfig: Config = parseConfig({}, '').config;

/** Reads the text of a config file. Where there is an `error` among the diagnostics, nothing should be built. */
export function readConfig(text: string, file: string): ConfigResult {
  const json = parseJson(text);
  if (json.ok) return parseConfig(json.value, file, json.places);
  const { place, message } = json;
  return {
    config: defaultConfig,
    diagnostics: [{ id: 'config-syntax', severity: 'error', file, ...place, message }],
  };
}

/** `places` says on which line each key stands; without it the diagnostics name the file alone. */
export function parseConfig(
  value: unknown,
  file: string,
  places: ReadonlyMap<string, Place> = new Map(),
): ConfigResult {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (problem) => {
    const place = placeOf(problem.path, places);
    diagnostics.push({
      id: problem.id,
      severity: problem.id === 'low-contrast-accent' ? 'warning' : 'error',
      file,
      line: place?.line ?? null,
      column: place?.column ?? null,
      message:
        problem.path === '' ? problem.message : `${problem.path}: ${problem.message}${elsewhere(problem)}`,
    });
  };
  const read = CONFIG.read(value, '', report);
  const { accentDark, ...theme } = read.theme;
  const accent = readable(theme.accent, PAPER.light);
  if (contrast(theme.accent, PAPER.light) < LEAST_CONTRAST) {
    const message = `${theme.accent} is too pale to be read on white. ${accent}, the nearest that is not, is used by day.`;
    report({ id: 'low-contrast-accent', path: 'theme.accent', message });
  }
  const config: Config = {
    ...read,
    theme: { ...theme, accent, accentDark: readable(accentDark ?? theme.accent, PAPER.dark) },
    build: { ...read.build, links: read.build.links ?? (read.site.baseUrl === null ? 'portable' : 'clean') },
  };
  return { config, diagnostics };
}

/** The place of a key, or of the nearest group around it that stands in the file. */
function placeOf(path: string, places: ReadonlyMap<string, Place>): Place | null {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) {
    const place = places.get(at);
    if (place) return place;
  }
  return null;
}

/** A right key in the wrong group is a common mistake: say where it belongs. */
function elsewhere(problem: Problem): string {
  if (problem.id !== 'unknown-config-key') return '';
  const key = problem.path.slice(problem.path.lastIndexOf('.') + 1);
  const isMeant = (name: string): boolean => name.toLowerCase() === key.toLowerCase();
  for (const [name, group] of Object.entries(CONFIG.fallback)) {
    if (isMeant(name)) return ` "${name}" belongs at the top.`;
    if (typeof group !== 'object' || group === null || Array.isArray(group)) continue;
    const found = Object.keys(group).find(isMeant);
    if (found !== undefined) return ` "${found}" belongs in "${name}".`;
  }
  return '';
}
