/** The page of one article, and its light twin. */
import type { Network } from '../../config.js';
import { readingMinutes } from '../../locales/reading.js';
import type { TextKey } from '../../locales/strings/index.js';
import { pluralString, string } from '../../locales/strings/index.js';
import type { Moment, Segment, StoredBody } from '../../model.js';
import type { Context, Frame } from '../context.js';
import { canonicalUrl, foreign } from '../context.js';
import { machineDate, timeOf } from '../moment.js';
import { litePath, shortPath } from '../paths.js';
import { isolated, withoutControls } from '../plain-text.js';
import type { Story } from '../site.js';
import { relatedStories } from '../site.js';
import type { ArticleView, BlockView, DateView, FigureView, PageView } from '../views.js';
import { articleTitle, pageView, pictureMeta } from './head.js';
import { articleJsonLd } from './json-ld.js';
import { pictureView, storyView } from './story-view.js';

/** An update sooner than so many minutes after publication is not worth a second date. */
const UPDATE = 5;

/** What the template of an article sees. */
export function articleView(context: Context, frame: Frame, story: Story, body: StoredBody): ArticleView {
  const { card, path, section } = story;
  const zone = context.site.timeZone;
  const { published, updated } = dates(context, frame, story);
  const og = [{ property: 'og:type', content: 'article' }, ...pictureMeta(context, story)];
  const add = (property: string, content: string | null): void => {
    if (content !== null) og.push({ property, content });
  };
  if (published !== null) add('article:published_time', machineDate(card.published ?? '', zone));
  if (updated !== null) add('article:modified_time', machineDate(card.updated ?? '', zone));
  if (section !== null) add('article:section', withoutControls(section.name));
  const head = pageView(context, frame, {
    kind: 'article',
    title: articleTitle(story, frame),
    path,
    description: card.summary === '' ? null : withoutControls(card.summary),
    index: true,
    og,
    jsonLdHtml: articleJsonLd(context, frame, story),
  });
  return composeView(context, frame, head, story, body, {
    related: relatedStories(context.site, story).map((other) => storyView(context, frame, other)),
    share: shareLinks(context, frame, story),
    liteHref: context.config.lite ? frame.href(litePath(path)) : null,
    fullHref: null,
  });
}

/** Text alone: pictures, related stories and share links are left to the full page. */
export function liteView(context: Context, frame: Frame, story: Story, body: StoredBody): ArticleView {
  const { card, path } = story;
  const head = pageView(context, frame, {
    kind: 'lite',
    title: articleTitle(story, frame),
    path: litePath(path),
    canonicalPath: path,
    description: null,
    index: false,
    og: [],
  });
  const plainStory: Story = { ...story, card: { ...card, picture: null } };
  const segments = body.segments.filter(({ kind }) => kind === 'prose' || kind === 'read-also');
  return composeView(
    context,
    frame,
    head,
    plainStory,
    { ...body, segments },
    {
      related: [],
      share: [],
      liteHref: null,
      fullHref: frame.href(path),
    },
  );
}

/** One literal without a spread: with one, V8 takes several times as long for each view. */
function composeView(
  context: Context,
  frame: Frame,
  head: PageView & { readonly kind: 'article' | 'lite' },
  story: Story,
  body: StoredBody,
  around: Pick<ArticleView, 'related' | 'share' | 'liteHref' | 'fullHref'>,
): ArticleView {
  const { card, section } = story;
  const { published, updated } = dates(context, frame, story);
  const minutes = readingMinutes(card.words, frame.lang);
  let quotes = 0;
  return {
    kind: head.kind,
    lang: head.lang,
    dir: head.dir,
    root: head.root,
    site: head.site,
    documentTitle: head.documentTitle,
    description: head.description,
    canonical: head.canonical,
    robots: head.robots,
    meta: head.meta,
    jsonLdHtml: head.jsonLdHtml,
    previous: head.previous,
    next: head.next,
    kicker: section === null ? null : frame.sectionLink(section),
    headline: card.title,
    deck: card.deck,
    byline: card.byline,
    dateline: card.dateline,
    published,
    updated,
    readingTime: card.words === 0 ? null : pluralString(frame.locale, 'readingTime', minutes),
    picture: card.picture === null ? null : pictureView(context, frame, card.picture),
    vocalised: isVocalised(card.summary),
    body: withGalleries(
      body.segments.map((segment) =>
        blockView(context, frame, story, segment, segment.kind === 'pull-quote' ? quotes++ : 0),
      ),
    ),
    corrections: (body.corrections ?? []).map(({ date, text }) => ({ date: frame.date(date), text })),
    tags: card.tags,
    related: around.related,
    share: around.share,
    liteHref: around.liteHref,
    fullHref: around.fullHref,
  };
}

/** More than one letter in four has a vowel sign. A name with one or two does not make a text vocalised. */
function isVocalised(text: string): boolean {
  const signs = text.match(/[\u064b-\u0652\u0670\u05b0-\u05bc\u05c1\u05c2]/g)?.length ?? 0;
  return signs > 8 && 4 * signs > text.length - signs;
}

/** Pictures that follow one another stand side by side. */
function withGalleries(blocks: readonly BlockView[]): readonly BlockView[] {
  const isPicture = (block: BlockView | undefined): block is FigureView & { readonly kind: 'figure' } =>
    block?.kind === 'figure' && block.picture !== null;
  if (!blocks.some((block, index) => isPicture(block) && isPicture(blocks[index + 1]))) return blocks;
  const grouped: BlockView[] = [];
  for (let index = 0; index < blocks.length; ) {
    let end = index;
    const figures: FigureView[] = [];
    for (let block = blocks[end]; isPicture(block); block = blocks[++end]) figures.push(block);
    const block = blocks[index++];
    if (figures.length > 1) {
      grouped.push({ kind: 'gallery', figures });
      index = end;
    } else if (block !== undefined) grouped.push(block);
  }
  return grouped;
}

function dates(
  context: Context,
  frame: Frame,
  { card, time }: Story,
): { published: DateView | null; updated: DateView | null } {
  const zone = context.site.timeZone;
  const changed = card.updated === null ? null : timeOf(card.updated, zone);
  const show = (moment: Moment | null): DateView | null => (moment === null ? null : frame.date(moment));
  return {
    published: time === null ? null : show(card.published),
    updated: changed !== null && (time === null || changed > time + UPDATE) ? show(card.updated) : null,
  };
}

/** `index`: of a pull quote among the pull quotes. */
function blockView(context: Context, frame: Frame, story: Story, segment: Segment, index: number): BlockView {
  switch (segment.kind) {
    case 'prose':
      return segment;
    case 'pull-quote': {
      const { html, text, anchor, fragment, attribution } = segment;
      const href =
        anchor === null && fragment === null
          ? null
          : `#${anchor ?? ''}${fragment === null ? '' : `:~:${fragment}`}`;
      const picture = context.cards.quote(story, index);
      const cardHref = picture === null ? null : frame.href(picture.path);
      return { kind: 'pull-quote', html, text, href, attribution, cardHref };
    }
    case 'read-also': {
      const { readAlso } = story.card;
      const links = segment.titles.map((title) => {
        const found = story.readAlso[readAlso.indexOf(title)] ?? null;
        if (found === null) return { text: title, href: null };
        const { lang, dir } = foreign(context.pageLang(found.lang), frame.lang);
        return { text: found.title, href: frame.href(found.path), lang, dir };
      });
      return { kind: 'read-also', label: segment.label ?? string(frame.locale, 'readAlso'), links };
    }
    case 'figure': {
      const picture = segment.picture === null ? null : pictureView(context, frame, segment.picture);
      return { kind: 'figure', picture, captionHtml: segment.captionHtml, credit: segment.credit };
    }
  }
}

const NETWORK_NAMES: Readonly<Record<Network, TextKey>> = {
  whatsapp: 'networkWhatsApp',
  telegram: 'networkTelegram',
  x: 'networkX',
  facebook: 'networkFacebook',
  email: 'networkEmail',
};

/** Plain links, no script. Without a base URL there is nothing to share yet. */
function shareLinks(context: Context, frame: Frame, story: Story): ArticleView['share'] {
  const path = story.shortId === null ? story.path : shortPath(story.shortId);
  const url = canonicalUrl(context, path);
  if (url === null) return [];
  const title = isolated(story.card.title, story.card.dir);
  return context.config.share.map((network) => ({
    network: string(frame.locale, NETWORK_NAMES[network]),
    href: shareHref(network, encodeURIComponent(url), encodeAscii(title)),
  }));
}

/** Escapes what means something in an address. The browser escapes the other letters, in a third of the bytes of a page. */
function encodeAscii(text: string): string {
  return text.toWellFormed().replace(/[\0-\x7f]+/g, encodeURIComponent);
}

function shareHref(network: Network, url: string, title: string): string {
  switch (network) {
    case 'whatsapp':
      return `https://wa.me/?text=${title}%0A${url}`;
    case 'telegram':
      return `https://t.me/share/url?url=${url}&text=${title}`;
    case 'x':
      return `https://x.com/intent/post?text=${title}&url=${url}`;
    case 'facebook':
      return `https://www.facebook.com/sharer/sharer.php?u=${url}`;
    case 'email':
      return `mailto:?subject=${title}&body=${url}`;
  }
}
