/** Every key of `warraq.config.json`: its form, what it is when left out, and what it means to an editor. */
import type {
  BuildConfig,
  CardsConfig,
  Config,
  DatesConfig,
  FooterLink,
  FrontConfig,
  PublisherConfig,
  SectionConfig,
  SiteConfig,
  ThemeConfig,
} from '../config.js';
import { parseHex } from './colour.js';
import { checked, choice, either, flag, group, integer, list, text } from './fields.js';
import { parseBaseUrl, parseFolder, parseHref, parseLang, parseTimeZone } from './forms.js';

/** As written: what depends on other keys is still open. */
type Stated = Omit<Config, 'theme' | 'build'> & {
  readonly theme: Omit<ThemeConfig, 'accentDark'> & { readonly accentDark: string | null };
  readonly build: Omit<BuildConfig, 'links'> & { readonly links: BuildConfig['links'] | null };
};

const NETWORKS = ['whatsapp', 'telegram', 'x', 'facebook', 'email'] as const;

const address = { wanted: 'an address such as https://example.org/about', parse: parseHref };
const colour = {
  wanted: 'a colour such as #9c1c1f',
  parse: parseHex,
  schema: { pattern: '^#([0-9A-Fa-f]{3}){1,2}$' },
};
const baseUrl = { wanted: 'an address such as https://news.example.org/', parse: parseBaseUrl };
const lang = { wanted: 'a language tag such as ar-LY, fa-IR, he-IL or ur-PK', parse: parseLang };
const timeZone = { wanted: 'a time zone such as Africa/Tripoli', parse: parseTimeZone };
const folder = { wanted: 'the name of a folder inside the site', parse: parseFolder };

const section = either(
  sectionNamed,
  group<SectionConfig>(
    {
      name: text('', 'As it is printed.'),
      slug: text(null, 'Its part of the address; made from the name when left out.'),
      aliases: list(text('', 'A label.'), [], 'Other labels that articles use for this section.'),
      opinion: flag(false, 'Set as opinion: authors are named in lists.'),
      description: text(null, 'One sentence for search engines and feeds.'),
      lang: checked(lang, null, 'Language of the name; that of the site when left out.'),
    },
    'A section with more than a name.',
    ['name'],
  ),
  'A name, or a group with a name and more.',
);

const publisher = group<PublisherConfig>(
  {
    name: text(null, 'The organisation that publishes; the name of the site when left out.'),
    logo: checked(address, null, 'Picture of its logo, an address or a path inside the site.'),
    principles: checked(address, null, 'Page with the publishing principles.'),
    corrections: checked(address, null, 'Page with the corrections policy.'),
  },
  'Who answers for the site.',
);

const site = group<SiteConfig>(
  {
    name: text(null, 'Name of the newspaper.'),
    tagline: text(null, 'A line under the name.'),
    baseUrl: checked(
      baseUrl,
      null,
      'Where the site is published. Needed for feeds, sitemaps and previews elsewhere.',
    ),
    lang: checked(
      lang,
      null,
      'Language and region; decides names of months and digits. Else that of most articles.',
    ),
    timeZone: checked(timeZone, null, 'Zone of times that are written without one. Else UTC.'),
    copyright: text(null, 'The line at the foot of each page; year and name are filled in when left out.'),
    publisher,
    sections: list(section, [], 'Sections in the order of the menu. Others follow, large ones first.'),
    menu: integer(1, 100, 10, 'How many sections the menu shows; those listed in "sections" always are.'),
  },
  'Name, address and sections.',
);

const theme = group<Stated['theme']>(
  {
    accent: checked(colour, '#9c1c1f', 'Accent colour; one too pale to be read on white is darkened.'),
    accentDark: checked(colour, null, 'Accent colour on dark paper; made from the accent when left out.'),
    layout: choice(['broadsheet', 'magazine', 'wire'], 'broadsheet', 'Arrangement of the front page.'),
    fonts: text(null, 'Name of a pairing of typefaces; that of the language when left out.'),
    masthead: choice(['centered', 'start'], 'centered', 'Where the name stands.'),
    scheme: choice(['auto', 'light', 'dark'], 'auto', 'Paper: as the reader’s system says, or always one.'),
  },
  'How the newspaper looks.',
);

const build = group<Stated['build']>(
  {
    out: checked(folder, 'dist', 'Folder that the site is written to.'),
    links: choice(
      ['portable', 'clean'],
      null,
      'portable: links name index.html, pages open from disk. clean: they end with /. Else clean with a base URL, portable without.',
    ),
    pageSize: integer(5, 500, 30, 'Stories on a page of a list.'),
    pictures: flag(
      true,
      'Publish the pictures that articles name. One with a twin beside it (`port.jpg`, `port.webp` or `port.avif`) is shown as the lighter one where the browser can.',
    ),
  },
  'What is written, and where.',
);

const dates = group<DatesConfig>(
  {
    calendar: choice(['first', 'second'], 'first', 'Which calendar of the language comes first.'),
    secondCalendar: flag(
      null,
      'Show the day in the other calendar, too; else as newsrooms of the country do.',
    ),
    hijriOffset: integer(-2, 2, 0, 'Days to add to computed Hijri dates, for countries that sight the moon.'),
    digits: choice(
      ['latn', 'arab', 'arabext'],
      null,
      'Digits: 123, ١٢٣ or ۱۲۳; those of the language when left out.',
    ),
  },
  'How dates and numbers are printed.',
);

const front = group<FrontConfig>(
  {
    secondary: integer(0, 12, 6, 'Stories beside the lead.'),
    latest: integer(0, 50, 7, 'Headlines under “latest”.'),
    blocks: integer(0, 30, 8, 'How many sections have a block.'),
    blockStories: integer(1, 12, 5, 'Stories in a block.'),
  },
  'The front page.',
);

const footerLink = group<FooterLink>(
  {
    text: text('', 'As it is printed.'),
    href: checked(address, '', 'An address, or a path inside the site.'),
  },
  'A link at the foot of each page.',
  ['text', 'href'],
);

const network = choice(NETWORKS, 'whatsapp', 'A network.');

/** Every key of the config: what it may hold and what it means. */
export const CONFIG = group<Stated>(
  {
    site,
    theme,
    build,
    dates,
    feeds: group<Config['feeds']>(
      {
        items: integer(1, 500, 20, 'Stories in a feed.'),
        content: choice(['full', 'summary'], 'full', 'Whole articles in feeds, or their beginnings.'),
      },
      'RSS, Atom and JSON feeds.',
    ),
    front,
    share: list(network, NETWORKS, 'Share links, in order.'),
    footerLinks: list(footerLink, [], 'About us, contact, privacy …'),
    lite: flag(false, 'A light twin of each article for slow networks, under lite/.'),
    offline: flag(
      false,
      'A service worker keeps the last 20 articles that a reader opened, for reading without a network.',
    ),
    search: flag(
      false,
      'A page that finds articles by their words, without a server. It makes a first build about a quarter longer.',
    ),
    cards: group<CardsConfig>(
      {
        articles: flag(
          null,
          'One for each article without a picture; else on a site of at most 300 articles.',
        ),
        quotes: flag(false, 'One for each pull quote.'),
      },
      'Pictures for social networks, with the headline or the quotation. They need a base URL.',
    ),
    shortLinks: flag(false, 'A short address for each article, under s/; share links use it.'),
    newsSitemap: flag(false, 'A sitemap for Google News.'),
  },
  'Settings of a newspaper made with Warraq. All of them may be left out.',
);

/** The JSON schema, kept in `schema/` for editors that complete and check while one types. */
export function configSchema(): Readonly<Record<string, unknown>> {
  const { properties, ...rest } = CONFIG.schema;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'warraq.config.json',
    ...rest,
    properties: { $schema: { type: 'string' }, ...(typeof properties === 'object' ? properties : {}) },
  };
}

function sectionNamed(name: string): SectionConfig {
  return { name, slug: null, aliases: [], opinion: false, description: null, lang: null };
}
