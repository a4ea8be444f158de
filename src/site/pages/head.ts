/** What stands in the head of a page: title, description, Open Graph. */
import { digits } from '../../locales/numbers.js';
import type { Context, Frame } from '../context.js';
import { canonicalUrl } from '../context.js';
import { shorten, titleText, withoutControls } from '../plain-text.js';
import type { Story } from '../site.js';
import { absoluteUrl } from '../urls.js';
import type { PageView } from '../views.js';

/** Letters of a document title before the name of the site. */
const TITLE_LETTERS = 65;

interface HeadOptions {
  readonly kind: PageView['kind'];
  /** Of the page itself, without the name of the site; null on the front page. */
  readonly title: string | null;
  readonly path: string;
  /** Where the content has its proper address, when that is another one. */
  readonly canonicalPath?: string;
  readonly description: string | null;
  readonly index: boolean;
  readonly og: readonly { readonly property: string; readonly content: string }[];
  readonly jsonLdHtml?: string | null;
  readonly previous?: string | null;
  readonly next?: string | null;
}

/** The fields that every view has. */
export function pageView<K extends PageView['kind']>(
  context: Context,
  frame: Frame,
  options: HeadOptions & { readonly kind: K },
): PageView & { readonly kind: K } {
  const { site } = context;
  const { title, path, description } = options;
  const short = title === null ? null : shorten(withoutControls(title), TITLE_LETTERS);
  const brand = title === null && site.tagline !== null ? `${site.name} | ${site.tagline}` : site.name;
  const canonical = canonicalUrl(context, options.canonicalPath ?? path);
  const og = [
    { property: 'og:site_name', content: site.name },
    { property: 'og:title', content: titleText(title ?? site.name, frame.dir) },
    ...(description === null ? [] : [{ property: 'og:description', content: description }]),
    ...(canonical === null ? [] : [{ property: 'og:url', content: canonical }]),
    ...(frame.locale.ogLocale === null ? [] : [{ property: 'og:locale', content: frame.locale.ogLocale }]),
    ...options.og,
  ];
  return {
    kind: options.kind,
    lang: frame.lang,
    dir: frame.dir,
    root: frame.root,
    site: frame.view,
    documentTitle: titleText(short === null ? brand : `${short} | ${brand}`, frame.dir),
    description,
    canonical,
    robots: options.index ? 'max-image-preview:large' : 'noindex',
    meta: options.index ? og : [],
    jsonLdHtml: options.jsonLdHtml ?? null,
    previous: options.previous ?? null,
    next: options.next ?? null,
  };
}

/** Title of an article's page: the second of one title carries a number, so that every page has its own. */
export function articleTitle({ card, ordinal }: Story, frame: Frame): string {
  if (ordinal === 1) return card.title;
  const number = ` (${digits(String(ordinal), frame.locale.numbering)})`;
  return shorten(card.title, TITLE_LETTERS - number.length) + number;
}

/** Open Graph and Twitter pairs of the story's picture, else of the one drawn for it, else of the plain card. */
export function pictureMeta(context: Context, story: Story): { property: string; content: string }[] {
  const { baseUrl } = context.config.site;
  const ref = story.card.picture;
  const own = ref === null || !context.config.build.pictures ? null : context.pictures(ref.path);
  const file = own ?? context.cards.article(story);
  if (file === null || baseUrl === null) return [{ property: 'twitter:card', content: 'summary' }];
  const alt = own === null || ref === null ? story.card.title : ref.alt;
  return [
    { property: 'og:image', content: absoluteUrl(baseUrl, file.path) },
    { property: 'og:image:width', content: String(file.width) },
    { property: 'og:image:height', content: String(file.height) },
    { property: 'og:image:alt', content: withoutControls(alt) },
    { property: 'twitter:card', content: 'summary_large_image' },
  ];
}
