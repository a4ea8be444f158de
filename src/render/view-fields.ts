/**
 * The fields of the views, as data: what templates are checked against when a theme is loaded. The types below make
 * the compiler compare the table with `site/views.ts`, field by field, so that neither can change alone.
 */
import type {
  ArticleView,
  BlockView,
  DateView,
  FigureView,
  FrontView,
  LinkView,
  MonthsView,
  MonthView,
  NotFoundView,
  PageView,
  PaginationView,
  PictureView,
  SearchView,
  SectionBlockView,
  SectionView,
  SiteView,
  StoryView,
} from '../site/views.js';

/** What a field holds: plain text, ready HTML, a number, yes or no, a list of one shape, or an object with fields. */
export type Shape =
  | 'text'
  | 'html'
  | 'number'
  | 'flag'
  | readonly [Shape]
  | { readonly [field: string]: Shape };

type KeysOf<V> = V extends unknown ? keyof V : never;
type ValueOf<V, K extends PropertyKey> = V extends { readonly [P in K]: infer T } ? T : never;
type ShapeOf<T, K> = [T] extends [readonly (infer E)[]]
  ? readonly [ShapeOf<E, ''>]
  : [T] extends [string]
    ? K extends `${string}Html` | 'html'
      ? 'html'
      : 'text'
    : [T] extends [number]
      ? 'number'
      : [T] extends [boolean]
        ? 'flag'
        : Fields<T>;
/** One entry for each field that any member of the view's type has. */
type Fields<V> = { readonly [K in KeysOf<V> & string]: ShapeOf<NonNullable<ValueOf<V, K>>, K> };

const link = { text: 'text', href: 'text', lang: 'text', dir: 'text' } as const satisfies Fields<LinkView>;

const date = {
  iso: 'text',
  text: 'text',
  full: 'text',
  second: 'text',
  time: 'text',
} as const satisfies Fields<DateView>;

const picture = {
  src: 'text',
  sources: [{ src: 'text', type: 'text' }],
  width: 'number',
  height: 'number',
  alt: 'text',
  caption: 'text',
  credit: 'text',
} as const satisfies Fields<PictureView>;

const story = {
  ...link,
  kicker: link,
  deck: 'text',
  summary: 'text',
  byline: ['text'],
  dateline: 'text',
  date,
  picture,
  opinion: 'flag',
} as const satisfies Fields<StoryView>;

const sectionBlock = {
  heading: link,
  opinion: 'flag',
  lead: story,
  stories: [story],
} as const satisfies Fields<SectionBlockView>;

const pagination = {
  current: 'number',
  total: 'number',
  label: 'text',
  previous: 'text',
  next: 'text',
  pages: [{ label: 'text', href: 'text', current: 'flag', gap: 'flag' }],
} as const satisfies Fields<PaginationView>;

const site = {
  name: 'text',
  tagline: 'text',
  lang: 'text',
  dir: 'text',
  homeHref: 'text',
  feedHref: 'text',
  archiveHref: 'text',
  searchHref: 'text',
  sections: [{ ...link, current: 'flag' }],
  stylesheetHref: 'text',
  scriptHref: 'text',
  preload: ['text'],
  styleHtml: 'html',
  layout: 'text',
  copyright: 'text',
  footerLinks: [link],
} as const satisfies Fields<SiteView>;

const page = {
  kind: 'text',
  lang: 'text',
  dir: 'text',
  root: 'text',
  site,
  documentTitle: 'text',
  description: 'text',
  canonical: 'text',
  robots: 'text',
  meta: [{ property: 'text', content: 'text' }],
  jsonLdHtml: 'html',
  previous: 'text',
  next: 'text',
} as const satisfies Fields<PageView>;

const front = {
  ...page,
  edition: date,
  breaking: { ...link, until: 'text' },
  lead: story,
  secondary: [story],
  latest: [story],
  blocks: [sectionBlock],
  opinion: sectionBlock,
} as const satisfies Fields<FrontView>;

const section = {
  ...page,
  name: 'text',
  feedHref: 'text',
  lead: story,
  stories: [story],
  pagination,
  years: [link],
} as const satisfies Fields<SectionView>;

const month = {
  ...page,
  name: 'text',
  days: [{ date, stories: [link] }],
  pagination,
  newer: link,
  older: link,
  monthsHref: 'text',
} as const satisfies Fields<MonthView>;

const months = {
  ...page,
  name: 'text',
  calendars: [{ years: [{ id: 'text', label: 'text', months: [link] }] }],
} as const satisfies Fields<MonthsView>;

const figure = { picture, captionHtml: 'html', credit: 'text' } as const satisfies Fields<FigureView>;

const block = {
  kind: 'text',
  html: 'html',
  text: 'text',
  href: 'text',
  attribution: 'text',
  cardHref: 'text',
  label: 'text',
  links: [link],
  ...figure,
  figures: [figure],
} as const satisfies Fields<BlockView>;

const article = {
  ...page,
  kicker: link,
  headline: 'text',
  deck: 'text',
  byline: ['text'],
  dateline: 'text',
  published: date,
  updated: date,
  readingTime: 'text',
  picture,
  vocalised: 'flag',
  body: [block],
  corrections: [{ date, text: 'text' }],
  tags: ['text'],
  related: [story],
  share: [{ network: 'text', href: 'text' }],
  liteHref: 'text',
  fullHref: 'text',
} as const satisfies Fields<ArticleView>;

const notFound = { ...page, latest: [story] } as const satisfies Fields<NotFoundView>;

const search = {
  ...page,
  action: 'text',
  indexHref: 'text',
  counts: 'text',
  searchScriptHref: 'text',
} as const satisfies Fields<SearchView>;

/** What a template of each name sees. A layout sees what every page has, and `body`: the page, printed. */
export const VIEWS = {
  front,
  section,
  undated: section,
  article,
  lite: article,
  'not-found': notFound,
  search,
  month,
  months,
} as const satisfies Record<PageView['kind'], Shape>;

/** What a layout sees: what every page has, and the page itself, printed. */
export const LAYOUT_VIEW = { ...page, body: 'html' } as const satisfies Shape;

/** What `blocks/KIND.hbs` sees. */
export const BLOCK_VIEW = block;

/** Every kind of page that has a template. */
export const PAGE_KINDS = Object.keys(VIEWS) as readonly PageView['kind'][];
/** Every kind of block that has a template. */
export const BLOCK_KINDS = [
  'prose',
  'pull-quote',
  'read-also',
  'figure',
  'gallery',
] as const satisfies readonly BlockView['kind'][];
