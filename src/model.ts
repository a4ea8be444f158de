/**
 * The nouns of Warraq. Everything that crosses from one folder of `src/` to another is one of these types.
 *
 *   bytes --read--> Source --extract--> Extraction --typeset--> Manuscript (Card + Body)
 *   Card[] --gather--> Site --plan--> Page[] --render--> text --publish--> files
 *
 * All values are plain data, safe to send to a worker or to write to the cache as JSON.
 */
import type { RootContent } from 'mdast';

/** Writing direction. */
export type Direction = 'rtl' | 'ltr';

/** BCP 47 language of a text: one of the languages in `src/languages/`, or another tag the editor wrote. */
export type Lang = string;

/** What a line is to the reader of its article. `meta`: part of the header of `key: value` lines. */
export const ROLES = [
  'section',
  'headline',
  'deck',
  'byline',
  'dateline',
  'body',
  'subhead',
  'pullquote',
  'quote',
  'caption',
  'list',
  'readalso',
  'furniture',
  'meta',
] as const;
/** See `ROLES`. */
export type Role = (typeof ROLES)[number];

/** How bad it is: see `Diagnostic`. */
export type Severity = 'error' | 'warning' | 'info';

/**
 * One thing an editor should know, as plain data: content problems never throw.
 * Printed as `file:line:column severity id  message`, then the excerpt.
 */
export interface Diagnostic {
  /** Stable kebab-case name, listed in docs/diagnostics.md. */
  readonly id: string;
  /** `error`: a page was withheld or is wrong. `warning`: look at it. `info`: worth knowing. */
  readonly severity: Severity;
  /** Relative to the site's root, `/` between folders. */
  readonly file: string;
  /** From 1, in the file as stored; null when the whole file is meant. */
  readonly line: number | null;
  readonly column: number | null;
  /** What was found and what to do, one line, for a person who does not program. */
  readonly message: string;
  /** The text in question, at most 80 characters. */
  readonly excerpt?: string;
}

/** A date as precisely as it was written: `2019-06-30`, `2019-06-30T14:05`, `2019-06-30T14:05+02:00`. ASCII digits. */
export type Moment = string;

/** What an editor states outright, in a header, front matter or side-car. Absent = not stated. */
export interface Metadata {
  readonly headline?: string;
  readonly section?: string;
  readonly deck?: string;
  readonly byline?: readonly string[];
  /** Place of reporting. */
  readonly dateline?: string;
  readonly published?: Moment;
  readonly updated?: Moment;
  readonly tags?: readonly string[];
  readonly lang?: Lang;
  readonly slug?: string;
  readonly draft?: boolean;
  /** Picture beside the article, as a relative file name, with its alternative text, caption and credit. */
  readonly picture?: string;
  readonly pictureAlt?: string;
  readonly pictureCaption?: string;
  readonly pictureCredit?: string;
  /** Shown in the breaking bar of the front page until this moment. */
  readonly breakingUntil?: Moment;
  /** What was corrected after publication, newest last. */
  readonly corrections?: readonly { readonly date: Moment; readonly text: string }[];
}

/** `NAME.meta.json`: corrects what extraction chose, the text stays untouched. */
export interface SideCar extends Metadata {
  /** Text of a line (compared folded, so that it survives edits) → its role. */
  readonly roles?: Readonly<Record<string, Role>>;
  /** Texts of lines to drop as furniture. */
  readonly drop?: readonly string[];
}

/** An article file, decoded. One entry of `lines` per line of the file (split at LF, CRLF or CR), NFC, no BOM. */
export interface Source {
  /** Relative to the root: `articles/2019/06/hadath.txt`. */
  readonly path: string;
  readonly format: 'text' | 'markdown';
  /** WHATWG label: `utf-8`, `utf-16le`, `windows-1256` … */
  readonly encoding: string;
  readonly lines: readonly string[];
  /** What the header or front matter states. */
  readonly header: Metadata;
  /** How many leading lines the header takes, fences and the blank line after it included. */
  readonly headerLines: number;
  readonly sideCar: SideCar;
  readonly diagnostics: readonly Diagnostic[];
}

/** A piece of the article's text in reading order. `node` is its mdast; `text` is plain, without marks of emphasis. */
export type Block =
  | (BlockBase & { readonly type: 'paragraph' })
  | (BlockBase & { readonly type: 'subhead'; readonly depth: 2 | 3 | 4 })
  | (BlockBase & {
      readonly type: 'pullquote';
      /** The sentence as published: outer marks off. */
      readonly text: string;
      /** Line and block number (index into `blocks`) of the body sentence that it repeats; null when it repeats none. */
      readonly source: { readonly line: number; readonly block: number } | null;
      readonly attribution: string | null;
    })
  | (BlockBase & { readonly type: 'quote'; readonly attribution: string | null })
  | (BlockBase & { readonly type: 'list' })
  | (BlockBase & { readonly type: 'verse' })
  | (BlockBase & { readonly type: 'table' })
  | (BlockBase & { readonly type: 'caption'; readonly credit: string | null })
  /** A link to another article inside the body; `text` is that article's title, without the label. */
  | (BlockBase & { readonly type: 'readalso'; readonly label: string | null })
  /** An editor's note or a correction. */
  | (BlockBase & { readonly type: 'note' })
  /** What Markdown has beyond these: code, pictures, thematic breaks. */
  | (BlockBase & { readonly type: 'other' });

interface BlockBase {
  readonly text: string;
  /** First line of the block in the file, from 1. */
  readonly line: number;
  readonly node: RootContent;
}

/** What was understood of one text. */
export interface Article {
  readonly lang: Lang;
  readonly dir: Direction;
  /** The label with its page decoration off. */
  readonly section: string | null;
  /** As printed; null when the text has none. */
  readonly headline: string | null;
  readonly deck: string | null;
  readonly byline: readonly string[];
  /** Place of reporting. */
  readonly dateline: string | null;
  readonly published: Moment | null;
  readonly updated: Moment | null;
  readonly tags: readonly string[];
  readonly blocks: readonly Block[];
}

/** Why a line has its role (or a field its value). */
export interface Evidence {
  readonly line: number;
  readonly role: Role;
  /** Stable kebab-case name of the rule. */
  readonly rule: string;
  /** 0 to 1. */
  readonly confidence: number;
  /** For an editor, in English, one sentence. */
  readonly because: string;
}

/** An article with what its lines were taken for, and why. */
export interface Extraction {
  readonly article: Article;
  /** One entry per line of the source; null for blank lines. */
  readonly roles: readonly (Role | null)[];
  readonly evidence: readonly Evidence[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A picture named by an article. */
export interface PictureRef {
  /** Relative to the root: `articles/2019/06/port.jpg`. */
  readonly path: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** What the site graph keeps of an article: a few hundred bytes, no body. */
export interface Card {
  /** Path of the source: identifies the article. */
  readonly path: string;
  /** Digest of everything below and of the body: equal digest, equal page content. */
  readonly digest: string;
  readonly lang: Lang;
  readonly dir: Direction;
  readonly section: string | null;
  /** Headline, or a title made from the first words when the text has none (then `titled` is false). */
  readonly title: string;
  readonly titled: boolean;
  readonly deck: string | null;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  readonly published: Moment | null;
  readonly updated: Moment | null;
  readonly tags: readonly string[];
  /** 80 to 160 letters of the lead, cut at a word. Plain text. */
  readonly summary: string;
  /** Words of the body, pull quotes and furniture not counted. */
  readonly words: number;
  readonly slug: string | null;
  readonly draft: boolean;
  readonly picture: PictureRef | null;
  readonly breakingUntil: Moment | null;
  /** Titles of the read-also lines, to be resolved against the site. */
  readonly readAlso: readonly string[];
  /** Pull quotes in the order of the text: their share pictures are planned without the body. Absent: there is none. */
  readonly pullQuotes?: readonly { readonly text: string; readonly attribution: string | null }[];
  /** Paths of the pictures in the body: the page is made anew when one of them changes. */
  readonly bodyPictures?: readonly string[];
}

/** The body as ready pieces. Runs of prose are HTML already; what depends on the site or the theme stays data. */
export type Segment =
  /** `<p id="p-3">…</p>`, lists, quotations, subheads: sanitized, bidi runs isolated. */
  | { readonly kind: 'prose'; readonly html: string }
  | {
      readonly kind: 'pull-quote';
      /** Inline HTML of the quotation, marks off. */
      readonly html: string;
      readonly text: string;
      /** Id of the paragraph that holds the sentence: `p-3`; null when there is none. */
      readonly anchor: string | null;
      /** Text fragment directive, percent-encoded: `text=start,end`; null when there is none. */
      readonly fragment: string | null;
      readonly attribution: string | null;
    }
  | { readonly kind: 'read-also'; readonly label: string | null; readonly titles: readonly string[] }
  | {
      readonly kind: 'figure';
      /** null: a caption without its picture. */
      readonly picture: PictureRef | null;
      readonly captionHtml: string | null;
      readonly credit: string | null;
    };

/** What a page prints below the headline. */
export interface Body {
  readonly segments: readonly Segment[];
  /** The text of the paragraphs for search and JSON-LD, no pull quotes, one paragraph a line. */
  readonly plain: string;
  /** What was corrected after publication, newest last; absent when nothing was. */
  readonly corrections?: readonly { readonly date: Moment; readonly text: string }[];
}

/** What pages are printed from and the cache keeps. The plain text would double it, and no page shows it. */
export type StoredBody = Omit<Body, 'plain'>;

/**
 * A short text that is equal for equal texts only, in practice: a cryptographic digest. The pure middle is handed one,
 * because making it is an effect of the platform.
 */
export type Digest = (text: string) => string;

/** Everything one file gives the site; made from that file alone, so it can be cached by content. */
export interface Manuscript {
  readonly card: Card;
  readonly body: Body;
  readonly diagnostics: readonly Diagnostic[];
}

/** A file of the site that can be written: where, under which key, and how to make it. */
export interface Page {
  /** Relative to `dist/`, `/` between folders, NFC. */
  readonly path: string;
  readonly kind: PageKind;
  /** Digest of exactly what its template can see. Same key, same bytes. */
  readonly key: string;
  /** Path of the article whose body the page needs; null for lists. */
  readonly article: string | null;
  /** Makes the text. `body` loads the body of an article by its source path. */
  readonly render: (body: (path: string) => StoredBody) => string;
}

/** What a page is for. */
export type PageKind =
  | 'front'
  | 'section'
  | 'article'
  | 'undated'
  | 'not-found'
  | 'feed'
  | 'sitemap'
  | 'robots'
  | 'redirect'
  | 'lite'
  | 'manifest'
  /** Archive: a month, and the page that leads to the months. */
  | 'month'
  /** The page that searches, and the files of its index. */
  | 'search'
  /** What a reader sees without a network, and the scripts behind it. */
  | 'offline'
  | 'worker';
