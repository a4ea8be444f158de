/** Structured data for search engines (schema.org). No invented date: what is not known is left out. */
import { jsonForScript } from '../../html.js';
import type { Context, Frame } from '../context.js';
import { canonicalUrl, isElsewhere } from '../context.js';
import { machineDate } from '../moment.js';
import { FRONT } from '../paths.js';
import { shorten, withoutControls } from '../plain-text.js';
import type { Story } from '../site.js';
import { absoluteUrl } from '../urls.js';

type Thing = Readonly<Record<string, unknown>>;

/** Search engines cut a headline here. */
const HEADLINE_LETTERS = 110;

/** The structured data of an article (`NewsArticle`, for opinion `OpinionNewsArticle`), ready for a script element. */
export function articleJsonLd(context: Context, frame: Frame, story: Story): string {
  const { card, section, path } = story;
  const { timeZone } = context.site;
  const { baseUrl } = context.config.site;
  const url = canonicalUrl(context, path);
  const file = card.picture === null ? null : context.pictures(card.picture.path);
  const published = card.published === null ? null : machineDate(card.published, timeZone);
  const updated = card.updated === null ? null : machineDate(card.updated, timeZone);
  // What is undefined is left out by the serialiser.
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': section?.opinion === true ? 'OpinionNewsArticle' : 'NewsArticle',
    headline: withoutControls(shorten(card.title, HEADLINE_LETTERS)),
    description: card.summary === '' ? undefined : withoutControls(card.summary),
    inLanguage: frame.lang,
    datePublished: published ?? undefined,
    dateModified: published === null ? undefined : (updated ?? published),
    articleSection: section === null ? undefined : withoutControls(section.name),
    author:
      card.byline.length === 0
        ? undefined
        : card.byline.map((name) => ({ '@type': 'Person', name: withoutControls(name) })),
    keywords: card.tags.length === 0 ? undefined : card.tags.map(withoutControls),
    dateline: card.dateline === null ? undefined : withoutControls(card.dateline),
    wordCount: card.words === 0 ? undefined : card.words,
    image: file === null || baseUrl === null ? undefined : [absoluteUrl(baseUrl, file.path)],
    url: url ?? undefined,
    mainEntityOfPage: url === null ? undefined : { '@type': 'WebPage', '@id': url },
    publisher: organisation(context),
    isAccessibleForFree: true,
  });
}

/** For the front page: the site and who publishes it. */
export function siteJsonLd(context: Context): string {
  const url = canonicalUrl(context, FRONT);
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'WebSite',
    name: context.site.name,
    ...(context.site.tagline === null ? {} : { description: context.site.tagline }),
    ...(url === null ? {} : { url }),
    inLanguage: context.site.lang,
    publisher: organisation(context),
  });
}

const organisations = new WeakMap<Context, Thing>();

/** The same on every page, so made once. */
function organisation(context: Context): Thing {
  const known = organisations.get(context) ?? describeOrganisation(context);
  organisations.set(context, known);
  return known;
}

function describeOrganisation({ site, config }: Context): Thing {
  const { baseUrl, publisher } = config.site;
  const page = (href: string | null): string | null =>
    href === null || isElsewhere(href) ? href : baseUrl === null ? null : new URL(href, baseUrl).href;
  const logo = page(publisher.logo);
  const principles = page(publisher.principles);
  const corrections = page(publisher.corrections);
  return {
    '@type': 'NewsMediaOrganization',
    name: publisher.name ?? site.name,
    ...(baseUrl === null ? {} : { url: baseUrl }),
    ...(logo === null ? {} : { logo: { '@type': 'ImageObject', url: logo } }),
    ...(principles === null ? {} : { publishingPrinciples: principles }),
    ...(corrections === null ? {} : { correctionsPolicy: corrections }),
  };
}
