/** The card of an article: what lists, feeds and the site graph know of it. */
import { fileDiagnostic } from '../diagnostic.js';
import type { Article, Card, Diagnostic, Metadata, PictureRef, Source } from '../model.js';
import { dropControls } from './bidi/isolate.js';
import { resolvePicture } from './pictures.js';
import { summarize, titleFrom } from './summary.js';
import { countWords } from './words.js';

/** Printed when an article has neither headline nor words. */
const UNTITLED = '—';

/** The card, still without its digest. */
export function makeCard(
  source: Source,
  article: Article,
  paragraphs: readonly string[],
  plain: string,
  picture: PictureRef | null,
): Omit<Card, 'digest'> {
  const stated: Metadata = { ...source.header, ...source.sideCar };
  const headline = article.headline === null ? '' : clean(article.headline);
  const deck = optional(article.deck);
  const dateline = optional(article.dateline);
  const pullQuotes = article.blocks.flatMap((block) =>
    block.type === 'pullquote' ? [{ text: clean(block.text), attribution: optional(block.attribution) }] : [],
  );
  return {
    path: source.path,
    lang: article.lang,
    dir: article.dir,
    section: optional(article.section),
    title: headline || titleFrom(paragraphs.length > 0 ? paragraphs : [plain]) || UNTITLED,
    titled: headline !== '',
    deck,
    byline: article.byline.map(clean).filter((name) => name !== ''),
    dateline,
    published: article.published,
    updated: article.updated,
    tags: article.tags.map(clean).filter((tag) => tag !== ''),
    summary: summarize(deck, paragraphs, dateline),
    words: countWords(plain),
    slug: stated.slug ?? null,
    draft: stated.draft ?? false,
    picture,
    breakingUntil: stated.breakingUntil ?? null,
    readAlso: article.blocks.flatMap((block) => (block.type === 'readalso' ? clean(block.text) || [] : [])),
    ...(pullQuotes.length === 0 ? {} : { pullQuotes }),
  };
}

/** The picture that the header or side-car names, resolved; a diagnostic when it cannot be used. */
export function statedPicture(source: Source): { picture: PictureRef | null; diagnostics: Diagnostic[] } {
  const stated: Metadata = { ...source.header, ...source.sideCar };
  if (!stated.picture) return { picture: null, diagnostics: [] };
  const found = resolvePicture(source.path, stated.picture);
  if ('problem' in found) {
    const message = 'The picture of the header must be a jpg, png, webp, avif or gif file inside articles/.';
    const excerpt = stated.picture.slice(0, 80);
    const refused = fileDiagnostic('picture-refused', 'warning', source.path, message);
    return { picture: null, diagnostics: [{ ...refused, excerpt }] };
  }
  const picture: PictureRef = {
    path: found.path,
    alt: clean(stated.pictureAlt ?? ''),
    caption: optional(stated.pictureCaption ?? null),
    credit: optional(stated.pictureCredit ?? null),
  };
  return { picture, diagnostics: [] };
}

function clean(text: string): string {
  return dropControls(text).replace(/\s+/g, ' ').trim();
}

function optional(text: string | null): string | null {
  return text === null ? null : clean(text) || null;
}
