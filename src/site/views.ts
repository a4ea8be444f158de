/**
 * What templates see: plain data, made by `site/`, printed by `templates/`. No function, no file system, no site graph.
 *
 * `href` values are finished: relative to the page that shows them, percent-encoded, ready for an attribute.
 * Strings are plain text unless the name ends in `Html`. Every string that comes from outside (author, place, site name,
 * title) is isolated by the template with `<bdi>`; the view holds no bidi control.
 */
import type { Direction, Lang } from '../model.js';

/** A link with its text. */
export interface LinkView {
  readonly text: string;
  readonly href: string;
  /** Set only when it differs from the page's language. */
  readonly lang: Lang | null;
  readonly dir: Direction | null;
}

/** A date in the language of the page. */
export interface DateView {
  /** For `datetime`: ASCII digits, with offset when a time is known. */
  readonly iso: string;
  /** `30 يونيو 2019`, in the digits of the site. */
  readonly text: string;
  /** With weekday. */
  readonly full: string;
  /** The same day in the second calendar; null when the locale has none or it is off. */
  readonly second: string | null;
  /** Clock time with the zone named, when a time is known. */
  readonly time: string | null;
}

/** A published picture. Width and height in CSS pixels. */
export interface PictureView {
  readonly src: string;
  /** The same picture in kinds that weigh less, best first: for `<source>`. */
  readonly sources: readonly { readonly src: string; readonly type: string }[];
  readonly width: number;
  readonly height: number;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** A story in a list. */
export interface StoryView extends LinkView {
  readonly kicker: LinkView | null;
  readonly deck: string | null;
  readonly summary: string;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  readonly date: DateView | null;
  readonly picture: PictureView | null;
  readonly opinion: boolean;
}

/** The newest stories of a section, on the front page. */
export interface SectionBlockView {
  readonly heading: LinkView;
  readonly opinion: boolean;
  readonly lead: StoryView | null;
  readonly stories: readonly StoryView[];
}

/** Links from one page of a list to the others. */
export interface PaginationView {
  /** From 1, the oldest. */
  readonly current: number;
  /** Known on the newest page only: the others stay as they are when pages are added. */
  readonly total: number | null;
  /** `صفحة 9 من 9` on the newest page, `7` on an older one, in the digits of the site. */
  readonly label: string;
  /** Towards newer stories. */
  readonly previous: string | null;
  /** Towards older stories. */
  readonly next: string | null;
  readonly pages: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
    /** Pages are left out between this one and the one before it. */
    readonly gap: boolean;
  }[];
}

/** What every page has. The layout needs nothing else. */
export interface PageView {
  readonly kind:
    | 'front'
    | 'section'
    | 'article'
    | 'undated'
    | 'not-found'
    | 'lite'
    | 'search'
    | 'month'
    | 'months';
  readonly lang: Lang;
  readonly dir: Direction;
  /** Prefix that leads from this page to the site's root: ``, `../`, `../../`, or an absolute path on the 404 page. */
  readonly root: string;
  readonly site: SiteView;
  /** For `<title>`: at most 65 letters before the brand; begins with U+200F when it would start left-to-right. */
  readonly documentTitle: string;
  readonly description: string | null;
  readonly canonical: string | null;
  readonly robots: string | null;
  /** Open Graph and Twitter pairs in order. */
  readonly meta: readonly { readonly property: string; readonly content: string }[];
  /** JSON for a script element, `<`, `>`, `&`, U+2028, U+2029 escaped. */
  readonly jsonLdHtml: string | null;
  readonly previous: string | null;
  readonly next: string | null;
}

/** What surrounds a page: masthead, menu, foot, style. */
export interface SiteView {
  readonly name: string;
  readonly tagline: string | null;
  /** Language of the name and of the section names; set only when it differs from the page's. */
  readonly lang: Lang | null;
  readonly dir: Direction | null;
  readonly homeHref: string;
  readonly feedHref: string;
  /** To the list of all stories; null when no story has a date. */
  readonly archiveHref: string | null;
  /** To the search page; null when the site has none. */
  readonly searchHref: string | null;
  readonly sections: readonly (LinkView & { readonly current: boolean })[];
  readonly stylesheetHref: string;
  readonly scriptHref: string | null;
  /** Fonts to preload (at most two). */
  readonly preload: readonly string[];
  /** Critical CSS that depends on the config: custom properties and `@font-face` rules. Trusted. */
  readonly styleHtml: string;
  /** `broadsheet`, `magazine` or `wire`. */
  readonly layout: string;
  readonly copyright: string;
  readonly footerLinks: readonly LinkView[];
}

/** The front page. */
export interface FrontView extends PageView {
  readonly kind: 'front';
  /** The day of the newest story: the front page's date line. */
  readonly edition: DateView | null;
  readonly breaking: (LinkView & { readonly until: string }) | null;
  readonly lead: StoryView | null;
  readonly secondary: readonly StoryView[];
  readonly latest: readonly StoryView[];
  readonly blocks: readonly SectionBlockView[];
  readonly opinion: SectionBlockView | null;
}

/** A page of a list of stories: of a section, of the archive, of those without a date. */
export interface SectionView extends PageView {
  readonly kind: 'section' | 'undated';
  readonly name: string;
  readonly feedHref: string | null;
  /** On the newest page only: set large above the list. */
  readonly lead: StoryView | null;
  readonly stories: readonly StoryView[];
  readonly pagination: PaginationView | null;
  /** On the newest page of the archive only: its years. */
  readonly years: readonly LinkView[];
}

/** The headlines of a month. */
export interface MonthView extends PageView {
  readonly kind: 'month';
  readonly name: string;
  /** Newest first. */
  readonly days: readonly { readonly date: DateView; readonly stories: readonly LinkView[] }[];
  readonly pagination: PaginationView | null;
  /** Months beside it that have a story. */
  readonly newer: LinkView | null;
  readonly older: LinkView | null;
  readonly monthsHref: string;
}

/** All months that have a story. */
export interface MonthsView extends PageView {
  readonly kind: 'months';
  readonly name: string;
  /** In the order of the dates; years newest first, months as in a year. */
  readonly calendars: readonly {
    readonly years: readonly {
      readonly id: string;
      readonly label: string;
      readonly months: readonly LinkView[];
    }[];
  }[];
}

/** A piece of the body. The block partial `blocks/KIND.hbs` prints it. */
export type BlockView =
  | { readonly kind: 'prose'; readonly html: string }
  | {
      readonly kind: 'pull-quote';
      readonly html: string;
      readonly text: string;
      /** To the sentence in the body, by anchor and text fragment; null when it has none. */
      readonly href: string | null;
      readonly attribution: string | null;
      /** Its share picture; null where the config asks for none. */
      readonly cardHref: string | null;
    }
  | {
      readonly kind: 'read-also';
      readonly label: string;
      readonly links: readonly (LinkView | { readonly text: string; readonly href: null })[];
    }
  | (FigureView & { readonly kind: 'figure' })
  /** Pictures that follow one another. */
  | { readonly kind: 'gallery'; readonly figures: readonly FigureView[] };

/** A picture with its caption, or a caption whose picture is not there. */
export interface FigureView {
  /** null: a caption without its picture. */
  readonly picture: PictureView | null;
  readonly captionHtml: string | null;
  readonly credit: string | null;
}

/** An article; `lite`: its text alone. */
export interface ArticleView extends PageView {
  readonly kind: 'article' | 'lite';
  readonly kicker: LinkView | null;
  readonly headline: string;
  readonly deck: string | null;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  readonly published: DateView | null;
  /** Only when it differs from `published` by more than five minutes. */
  readonly updated: DateView | null;
  /** `مدة القراءة: 3 دقائق`, with the plural of the language. */
  readonly readingTime: string | null;
  readonly picture: PictureView | null;
  /** Written with vowel signs: its lines need more room. */
  readonly vocalised: boolean;
  readonly body: readonly BlockView[];
  readonly corrections: readonly { readonly date: DateView; readonly text: string }[];
  readonly tags: readonly string[];
  /** Older stories only, so that publishing an article does not change the pages of those before it. */
  readonly related: readonly StoryView[];
  readonly share: readonly { readonly network: string; readonly href: string }[];
  readonly liteHref: string | null;
  readonly fullHref: string | null;
}

/** The page for addresses that do not exist. */
export interface NotFoundView extends PageView {
  readonly kind: 'not-found';
  readonly latest: readonly StoryView[];
}

/** The page that searches. */
export interface SearchView extends PageView {
  readonly kind: 'search';
  /** Where the form leads without script: the archive. */
  readonly action: string;
  /** Folder of the index. */
  readonly indexHref: string;
  /** JSON: the plural forms of the number of results, and the digits of the site. */
  readonly counts: string;
  readonly searchScriptHref: string | null;
}

/** What any template may be given. */
export type AnyView =
  | FrontView
  | SectionView
  | ArticleView
  | NotFoundView
  | SearchView
  | MonthView
  | MonthsView;
