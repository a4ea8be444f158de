/** What all pages of a plan share, made once: what surrounds a page is cached by language, folder depth and section. */
import type { Config } from '../config.js';
import { direction, subtags } from '../language-tag.js';
import { formatDate } from '../locales/date.js';
import { string } from '../locales/strings/index.js';
import type { Locale } from '../locales/types.js';
import type { Digest, Direction, Lang, Moment } from '../model.js';
import { pageLang } from './page-lang.js';
import { pageStyle } from './page-style.js';
import type { ShareCards } from './pages/share-card.js';
import { ARCHIVE, FEED, FRONT, NOT_FOUND, SEARCH } from './paths.js';
import { dateOptions, printedLocale } from './printing.js';
import type { Section, Site, Story } from './site.js';
import type { Pictures, TemplateName, ThemeInfo } from './theme-info.js';
import { absoluteUrl, hrefOf, rootOf, urlPath } from './urls.js';
import type { DateView, LinkView, SiteView } from './views.js';

/** What a page may ask of the site that it belongs to. */
export interface Context {
  readonly site: Site;
  readonly config: Config;
  readonly theme: ThemeInfo;
  readonly pictures: Pictures;
  readonly cards: ShareCards;
  readonly digest: Digest;
  /** Digest of the settings that any page may show: part of every key. */
  readonly settingsKey: string;
  /** Language of pages for a text in `lang`: with the site's region where the language is the site's. */
  readonly pageLang: (lang: Lang) => Lang;
  /** Digest of what a link to a section shows. */
  readonly sectionKey: (section: Section) => string;
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
  /** Digest of the frame and of the template and the settings that a page in it shows. */
  readonly key: (template: TemplateName) => string;
  readonly href: (path: string) => string;
  /** A link to a section; its language is named where it is not the page's. */
  readonly sectionLink: (section: Section) => LinkView;
  readonly date: (moment: Moment) => DateView;
}

/** The context of one plan. What it works out, it keeps: by language, folder depth, section and year. */
export function createContext(
  site: Site,
  config: Config,
  theme: ThemeInfo,
  digest: Digest,
  pictures: Pictures,
  cards: ShareCards,
): Context {
  const frames = new Map<string, Frame>();
  const langs = new Map<Lang, Lang>();
  const sectionKeys = new Map<Section, string>();
  const { build, dates, share, lite, shortLinks } = config;
  const { baseUrl, publisher } = config.site;
  const { links, pictures: withPictures } = build;
  const looks = { links, withPictures, dates, share, lite, shortLinks };
  const settings = { ...looks, cards: cards.key, baseUrl, publisher, zone: site.timeZone, name: site.name };
  const context: Context = {
    site,
    config,
    theme,
    pictures,
    cards,
    digest,
    settingsKey: digest(JSON.stringify(settings)),
    pageLang(lang) {
      let found = langs.get(lang);
      if (found === undefined) {
        found = pageLang(lang, site.lang);
        langs.set(lang, found);
      }
      return found;
    },
    sectionKey(section) {
      let key = sectionKeys.get(section);
      if (key === undefined) {
        const { folder, name, lang, opinion } = section;
        key = digest(JSON.stringify([folder, name, lang, opinion]));
        sectionKeys.set(section, key);
      }
      return key;
    },
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

const SAME = { lang: null, dir: null } as const;

/** Language and direction of a text, for a page in another language; nulls where both are the page's. */
export function foreign(lang: Lang, pageLanguage: Lang): { lang: Lang | null; dir: Direction | null } {
  if (lang === pageLanguage) return SAME;
  if (
    subtags(lang).language === subtags(pageLanguage).language &&
    direction(lang) === direction(pageLanguage)
  ) {
    return SAME;
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
  const printed = printedLocale(config, lang);
  const href = (path: string): string => hrefOf(root, path, config.build.links);
  const dates = dateOptions(config, site.timeZone, printed);
  const links = new Map<Section, LinkView>();
  const sectionLink = (section: Section): LinkView => {
    let link = links.get(section);
    if (link === undefined) {
      const { name, folder } = section;
      link = { text: name, href: href(`${folder}/index.html`), ...foreign(section.lang, lang) };
      links.set(section, link);
    }
    return link;
  };
  const copyright = config.site.copyright ?? copyrightLine(site.name, year, printed);
  const view = surroundings(context, { lang, root, locale: printed, href, sectionLink }, current, copyright);
  const own = context.digest(JSON.stringify([context.settingsKey, lang, root, dates, view]));
  const keys = new Map<TemplateName, string>();
  return {
    lang,
    dir: direction(lang),
    locale: printed,
    root,
    href,
    sectionLink,
    view,
    key(template) {
      let key = keys.get(template);
      if (key === undefined) {
        key = context.digest(`${template}\n${theme.digest(template)}\n${own}`);
        keys.set(template, key);
      }
      return key;
    },
    date(moment) {
      const { iso, long, full, second, time } = formatDate(moment, printed, dates);
      return { iso, text: long, full, second, time };
    },
  };
}

/** What stands around every page in a frame: masthead, menu, foot, and what its head loads. */
function surroundings(
  { site, config, theme }: Context,
  { lang, root, locale, href, sectionLink }: Pick<Frame, 'lang' | 'root' | 'locale' | 'href' | 'sectionLink'>,
  current: Section | null,
  copyright: string,
): SiteView {
  const assets = theme.assets(lang);
  return {
    name: site.name,
    tagline: site.tagline,
    ...foreign(site.lang, lang),
    homeHref: href(FRONT),
    feedHref: href(FEED),
    searchHref: config.search ? href(`${SEARCH}/index.html`) : null,
    archiveHref: site.dated > 0 ? href(`${ARCHIVE}/index.html`) : null,
    sections: site.sections
      .filter(({ inMenu }) => inMenu)
      .map(({ section }) => ({ ...sectionLink(section), current: section === current })),
    stylesheetHref: root + urlPath(assets.stylesheet, 'clean'),
    scriptHref: assets.script === null ? null : root + urlPath(assets.script, 'clean'),
    preload: assets.preload.map((path) => root + urlPath(path, 'clean')),
    styleHtml: assets.style(root) + pageStyle(site.name, locale),
    layout: config.theme.layout,
    copyright,
    footerLinks: config.footerLinks.map((link) => ({
      text: link.text,
      href: isElsewhere(link.href) ? link.href : root + link.href,
      ...foreign(site.lang, lang),
    })),
  };
}

function copyrightLine(name: string, year: string | null, printed: Locale): string {
  const line = string(printed, 'copyright', { year: year === null ? '' : Number(year), site: name });
  return year === null ? line.replace(/ {2,}/g, ' ') : line;
}

/** Does it lead out of the site? It begins with a scheme then. */
export function isElsewhere(href: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(href);
}

/** The one address of a page, for search engines and for sharing; null where the site has no base URL. */
export function canonicalUrl(context: Context, path: string): string | null {
  const { baseUrl } = context.config.site;
  return baseUrl === null ? null : absoluteUrl(baseUrl, path);
}
