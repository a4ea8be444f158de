/** Typesetting: what was understood of a text becomes a card for the site and a body ready to be printed. */
import type { Body, Card, Diagnostic, Digest, Extraction, Source } from '../model.js';
import { setBody } from './body.js';
import { makeCard, statedPicture } from './card.js';

/** Card, body and what typesetting had to leave out of one article. Pure; never throws on content. */
export function typeset(
  source: Source,
  extraction: Extraction,
  digest: Digest,
): { card: Card; body: Body; diagnostics: readonly Diagnostic[] } {
  const stated = statedPicture(source);
  const { body, picture, paragraphs, diagnostics } = setBody(source, extraction, stated.picture !== null);
  const card = makeCard(source, extraction.article, paragraphs, body.plain, stated.picture ?? picture);
  return {
    card: { ...card, digest: digest(JSON.stringify(card) + imprint(body)) },
    body,
    diagnostics: [...stated.diagnostics, ...diagnostics],
  };
}

/** A text that differs when the body differs. `plain` comes from the same blocks: its length is enough of it. */
function imprint({ segments, plain, corrections }: Body): string {
  let text = `\n${plain.length} ${JSON.stringify(corrections ?? [])}`;
  for (const segment of segments) {
    text +=
      segment.kind === 'prose' ? `\n${segment.html.length} ${segment.html}` : `\n${JSON.stringify(segment)}`;
  }
  return text;
}
