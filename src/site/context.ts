/** What all pages of a plan share, made once: what surrounds a page is cached by language, folder depth and section. */
import type { Config } from '../config.js';
import type { DateOptions } from '../locales/date.js';
import { formatDate } from '../locales/date.js';
import { direction, subtags } from '../locales/direction.js';
import { locale, withNumbering } from '../locales/locale.js';
import { string } from '../locales/strings/index.js';
import type { Locale } from '../locales/types.js';
import type { Direction, Lang, Moment } from '../model.js';
import { pageLang } from './page-lang.js';
import type { Section, Site, Story } from './site.js';
import type { Digest, Pictures, ThemeInfo } from './theme-info.js';
import { absoluteUrl, hrefOf, rootOf, urlPath } from './urls.js';
import type { DateView, LinkView, SiteView } from './views.js';

export interface Context {
  readonly site: Site;
  readonly config: Config;
  readonly theme: ThemeInfo;
  readonly pictures: Pictures;
  readonly digest: Digest;
  /** Digest of the settings that any page may show: part of every key. */
  readonly settingsKey: string;
  /** Language of pages for a text in `lang`: with the site's region where the language is the site's. */
  readonly pageLang: (lang: Lang) => Lang;
  /**
   * `newest`: the newest story that the page is about. Its year is the one of the copyright line, so that no page
   * changes because a year has passed.
   */
  readonly frame: (lang: Lang, path: string, current: Section | null, newest: Story | null) => Frame;
}

/** A page before anything stands on it. */
export interface Frame {
  readonly lang: Lang;
  readonly dir: Direction;
  readonly locale: Locale;
  /** Prefix that leads to the root of the site. */
  readonly root: string;
  readonly view: SiteView;
  /** Digest of all of the above. */
  readonly key: string;
  readonly href: (path: string) => string;
  readonly date: (moment: Moment) => DateView;
}

export const FEED = 'feed.xml';
export const ARCHIVE = 'archive';
export const UNDATED = 'undated';
export const NOT_FOUND = '404.html';

export function createContext(
  site: Site,
  config: Config,
  theme: ThemeInfo,
  digest: Digest,
  pictures: Pictures,
): Context {
  const frames = new Map<string, Frame>();
  const { build, dates, share, lite, shortLinks } = config;
  const { baseUrl, publisher } = config.site;
  const settings = {
    build,
    dates,
    share,
    lite,
    shortLinks,
    baseUrl,
    publisher,
    zone: site.timeZone,
    name: site.name,
  };
  const context: Context = {
    site,
    config,
    theme,
    pictures,
    digest,
    settingsKey: digest(JSON.stringify(settings)),
    pageLang: (lang) => pageLang(lang, site.lang),
    frame(lang, path, current, newest) {
      const root = path === NOT_FOUND ? rootPath(config) : rootOf(path);
      const year = newest?.time == null ? null : (newest.card.published?.slice(0, 4) ?? null);
      const key = `${lang} ${root} ${year} ${current?.folder ?? ''}`;
      let frame = frames.get(key);
      if (frame === undefined) {
        frame = createFrame(context, lang, root, current, year);
        frames.set(key, frame);
      }
      return frame;
    },
  };
  return context;
}

/** A link to a section; its language is named where it is not the page's. */
export function sectionLink(section: Section, frame: Pick<Frame, 'lang' | 'href'>): LinkView {
  return {
    text: section.name,
    href: frame.href(`${section.folder}/index.html`),
    ...foreign(section.lang, frame.lang),
  };
}

/** Language and direction of a text, for a page in another language; nulls where both are the page's. */
export function foreign(lang: Lang, pageLanguage: Lang): { lang: Lang | null; dir: Direction | null } {
  if (
    subtags(lang).language === subtags(pageLanguage).language &&
    direction(lang) === direction(pageLanguage)
  ) {
    return { lang: null, dir: null };
  }
  return { lang, dir: direction(lang) };
}

/** The 404 page is shown at any address, so its links begin at the host. */
function rootPath(config: Config): string {
  return config.site.baseUrl === null ? '/' : new URL(config.site.baseUrl).pathname;
}

function createFrame(
  context: Context,
  lang: Lang,
  root: string,
  current: Section | null,
  year: string | null,
): Frame {
  const { site, config, theme } = context;
  const base = locale(lang);
  const printed = config.dates.digits === null ? base : withNumbering(base, config.dates.digits);
  const href = (path: string): string => hrefOf(root, path, config.build.links);
  const assets = theme.assets(lang);
  const dates: DateOptions = {
    timeZone: site.timeZone,
    calendar: config.dates.calendar,
    second: config.dates.secondCalendar ?? undefined,
    hijriOffset: config.dates.hijriOffset,
    digits: printed.numbering,
  };
  const frame = { lang, dir: direction(lang), locale: printed, root, href };
  const view: SiteView = {
    name: site.name,
    tagline: site.tagline,
    ...foreign(site.lang, lang),
    homeHref: href('index.html'),
    feedHref: href(FEED),
    sections: site.sections
      .filter((section) => section.inMenu)
      .map((section) => ({ ...sectionLink(section, frame), current: section === current })),
    stylesheetHref: root + urlPath(assets.stylesheet, 'clean'),
    scriptHref: assets.script === null ? null : root + urlPath(assets.script, 'clean'),
    preload: assets.preload.map((path) => root + urlPath(path, 'clean')),
    styleHtml: assets.style(root),
    layout: config.theme.layout,
    copyright: config.site.copyright ?? copyright(site.name, year, printed),
    footerLinks: config.footerLinks.map((link) => ({
      text: link.text,
      href: isElsewhere(link.href) ? link.href : root + link.href,
      ...foreign(site.lang, lang),
    })),
  };
  return {
    ...frame,
    view,
    key: context.digest(JSON.stringify([lang, root, dates, view])),
    date(moment) {
      const { iso, long, full, second, time } = formatDate(moment, printed, dates);
      return { iso, text: long, full, second, time };
    },
  };
}

function copyright(name: string, year: string | null, printed: Locale): string {
  const line = string(printed, 'copyright', { year: year === null ? '' : Number(year), site: name });
  return year === null ? line.replace(/ {2,}/g, ' ') : line;
}

export function isElsewhere(href: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(href);
}

export function canonicalUrl(context: Context, path: string): string | null {
  const { baseUrl } = context.config.site;
  return baseUrl === null ? null : absoluteUrl(baseUrl, path);
}
