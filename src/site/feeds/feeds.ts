/**
 * Feeds: RSS 2.0, Atom and JSON Feed. Readers of feeds are often laid out from the left, so titles are isolated and
 * each text stands in one element with its own direction.
 */
import { escapeAttribute, escapeText, escapeXml } from '../../html.js';
import { direction } from '../../language-tag.js';
import type { Lang, StoredBody } from '../../model.js';
import type { Context } from '../context.js';
import { rfc822, rfc3339 } from '../moment.js';
import { isolated, withoutControls } from '../plain-text.js';
import type { Story } from '../site.js';
import { absoluteUrl } from '../urls.js';
import { absoluteHtml } from './absolute-html.js';

/** What a feed holds, whatever its format. Paths are relative to `dist/`; stories newest first. */
export interface Feed {
  readonly path: string;
  /** Page that the feed belongs to. */
  readonly home: string;
  readonly title: string;
  readonly description: string;
  readonly lang: Lang;
  readonly stories: readonly Story[];
}

type Bodies = (path: string) => StoredBody;
type Print = (context: Context, feed: Feed, bodies: Bodies) => string;

/** RSS 2.0 (https://www.rssboard.org/rss-specification). */
export const printRss: Print = (context, feed, bodies) => {
  const { timeZone } = context.site;
  const newest = feed.stories[0]?.time ?? null;
  const items = feed.stories.map((story) => {
    const url = storyUrl(context, story);
    const content = itemContent(context, story, bodies);
    return [
      '<item>',
      `<title>${escapeXml(isolated(story.card.title, story.card.dir))}</title>`,
      `<link>${escapeXml(url)}</link>`,
      `<guid isPermaLink="${context.config.site.baseUrl !== null}">${escapeXml(url)}</guid>`,
      story.time === null ? '' : `<pubDate>${rfc822(story.time, timeZone)}</pubDate>`,
      ...story.card.byline.map((name) => `<dc:creator>${escapeXml(withoutControls(name))}</dc:creator>`),
      ...categories(story).map((name) => `<category>${escapeXml(name)}</category>`),
      // Readers show it as HTML, whatever it holds.
      `<description>${escapeXml(escapeText(withoutControls(story.card.summary)))}</description>`,
      content === null ? '' : `<content:encoded>${escapeXml(content)}</content:encoded>`,
      '</item>',
    ];
  });
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<channel>',
    `<title>${escapeXml(isolated(feed.title, direction(feed.lang)))}</title>`,
    `<link>${escapeXml(url(context, feed.home))}</link>`,
    `<description>${escapeXml(withoutControls(feed.description))}</description>`,
    `<language>${escapeXml(feed.lang)}</language>`,
    `<atom:link rel="self" type="application/rss+xml" href="${escapeXml(url(context, feed.path))}"/>`,
    newest === null ? '' : `<lastBuildDate>${rfc822(newest, timeZone)}</lastBuildDate>`,
    ...items.flat(),
    '</channel>',
    '</rss>',
  ]);
};

/** Atom wants a date for each entry: stories without one are left out. */
export const printAtom: Print = (context, feed, bodies) => {
  const { timeZone } = context.site;
  const dated = feed.stories.filter(({ time }) => time !== null);
  const entries = dated.map((story) => {
    const { card } = story;
    const moment = rfc3339(story.time ?? 0, timeZone);
    const address = storyUrl(context, story);
    const content = itemContent(context, story, bodies);
    return [
      `<entry xml:lang="${escapeXml(context.pageLang(card.lang))}">`,
      `<title>${escapeXml(isolated(card.title, card.dir))}</title>`,
      `<link href="${escapeXml(address)}"/>`,
      `<id>${escapeXml(entryId(context, address))}</id>`,
      `<published>${moment}</published>`,
      `<updated>${moment}</updated>`,
      ...card.byline.map((name) => `<author><name>${escapeXml(withoutControls(name))}</name></author>`),
      ...categories(story).map((name) => `<category term="${escapeXml(name)}"/>`),
      `<summary>${escapeXml(withoutControls(card.summary))}</summary>`,
      content === null ? '' : `<content type="html">${escapeXml(content)}</content>`,
      '</entry>',
    ];
  });
  const home = url(context, feed.home);
  return lines([
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapeXml(feed.lang)}">`,
    `<title>${escapeXml(isolated(feed.title, direction(feed.lang)))}</title>`,
    `<subtitle>${escapeXml(withoutControls(feed.description))}</subtitle>`,
    `<id>${escapeXml(entryId(context, home))}</id>`,
    `<link href="${escapeXml(home)}"/>`,
    `<link rel="self" type="application/atom+xml" href="${escapeXml(url(context, feed.path))}"/>`,
    `<updated>${rfc3339(dated[0]?.time ?? 0, timeZone)}</updated>`,
    `<author><name>${escapeXml(context.config.site.publisher.name ?? context.site.name)}</name></author>`,
    ...entries.flat(),
    '</feed>',
  ]);
};

/** JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export const printJsonFeed: Print = (context, feed, bodies) => {
  const { timeZone } = context.site;
  const items = feed.stories.map((story) => {
    const { card } = story;
    const content = itemContent(context, story, bodies);
    const address = storyUrl(context, story);
    return {
      id: address,
      url: address,
      title: isolated(card.title, card.dir),
      summary: withoutControls(card.summary),
      ...(content === null ? { content_text: withoutControls(card.summary) } : { content_html: content }),
      ...(story.time === null ? {} : { date_published: rfc3339(story.time, timeZone) }),
      ...(card.byline.length === 0
        ? {}
        : { authors: card.byline.map((name) => ({ name: withoutControls(name) })) }),
      tags: categories(story),
      language: context.pageLang(card.lang),
    };
  });
  const feedObject = {
    version: 'https://jsonfeed.org/version/1.1',
    title: isolated(feed.title, direction(feed.lang)),
    description: withoutControls(feed.description),
    home_page_url: url(context, feed.home),
    feed_url: url(context, feed.path),
    language: feed.lang,
    items,
  };
  return `${JSON.stringify(feedObject, null, 1)}\n`;
};

/** The whole article in one element, or null when feeds carry beginnings only. */
function itemContent(context: Context, story: Story, bodies: Bodies): string | null {
  if (context.config.feeds.content === 'summary') return null;
  const { card } = story;
  const address = storyUrl(context, story);
  const picture = card.picture === null ? '' : image(context, card.picture.path, card.picture.alt);
  const pieces = bodies(card.path).segments.map((segment): string => {
    if (segment.kind === 'prose') return absoluteHtml(segment.html, address);
    if (segment.kind !== 'figure') return '';
    const shown = segment.picture === null ? '' : image(context, segment.picture.path, segment.picture.alt);
    const caption = segment.captionHtml === null ? '' : absoluteHtml(segment.captionHtml, address);
    return shown === ''
      ? ''
      : `<figure>${shown}${caption === '' ? '' : `<figcaption>${caption}</figcaption>`}</figure>`;
  });
  const deck = card.deck === null ? '' : `<p><strong>${escapeText(withoutControls(card.deck))}</strong></p>`;
  const lang = escapeAttribute(context.pageLang(card.lang));
  return `<div lang="${lang}" dir="${card.dir}">${deck}${picture}${pieces.join('')}</div>`;
}

function image(context: Context, source: string, alt: string): string {
  const file = context.config.build.pictures ? context.pictures(source) : null;
  if (file === null) return '';
  const src = escapeAttribute(url(context, file.path));
  return `<img src="${src}" alt="${escapeAttribute(withoutControls(alt))}" width="${file.width}" height="${file.height}">`;
}

function categories({ card, section }: Story): string[] {
  const names = section === null ? card.tags : [section.name, ...card.tags];
  return [...new Set(names.map(withoutControls))];
}

function storyUrl(context: Context, story: Story): string {
  return url(context, story.path);
}

function url(context: Context, path: string): string {
  return absoluteUrl(context.config.site.baseUrl, path);
}

/** Atom ids are absolute even where the site has no address yet. */
function entryId(context: Context, address: string): string {
  return context.config.site.baseUrl === null ? `urn:warraq:${address.slice(1)}` : address;
}

function lines(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n')}\n`;
}
