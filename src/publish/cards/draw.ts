/** A card → SVG. Two designs: the head of a page for an article, a poster in the accent colour for a quotation. */
import { escapeXml } from '../../html.js';
import { locale } from '../../locales/locale.js';
import type { Direction } from '../../model.js';
import type { ArticleCard, CardLine, QuoteCard, ShareCard } from '../../site/pages/share-card.js';
import { shorten } from '../../site/plain-text.js';
import type { FaceName } from '../font-pairings.js';
import { facesOf } from './faces.js';
import { type Box, findWords, type Setting, setLines, type Word } from './lines.js';
import { HEIGHT, lineText, type Painter, WIDTH } from './painter.js';
import type { CardStyle } from './style.js';

/** Room left free on both sides. */
const EDGE = 76;
const INNER = WIDTH - 2 * EDGE;
/** More letters than these are cut at a word: nobody reads them in a picture. */
const HEADLINE_LETTERS = 150;
const QUOTE_LETTERS = 320;
const DECK_LETTERS = 140;
/** Size of the mark before a quotation. */
const MARK = 150;

/** The faces that a card is set in. */
export function facesOfCard(card: ShareCard, { fonts }: CardStyle): FaceName[] {
  const lines =
    card.kind === 'quote'
      ? [card.quote]
      : card.kicker === null
        ? [card.headline]
        : [card.headline, card.kicker];
  const own = lines.map(({ lang }) => facesOf(lang, fonts)).flatMap(({ head, text }) => [head, text]);
  return [...new Set([...own, facesOf(card.name.lang, fonts).head])];
}

/** The SVG of a card, its words in the faces of `facesOfCard`. */
export function drawCard(card: ShareCard, style: CardStyle, painter: Painter): string {
  return card.kind === 'article' ? drawArticle(card, style, painter) : drawQuote(card, style, painter);
}

function drawArticle(card: ArticleCard, style: CardStyle, painter: Painter): string {
  const { headline, kicker, name, date } = card;
  const { dir, lang } = headline;
  const faces = facesOf(lang, style.fonts);
  const nameFace = facesOf(name.lang, style.fonts).head;
  const parts = [rect(0, 0, WIDTH, HEIGHT, style.paper), rect(0, 0, WIDTH, 16, style.accent)];
  const centred = style.masthead === 'centered' && date === null;
  parts.push(
    fitLine(painter, name, nameFace, {
      size: 44,
      width: date === null ? INNER : INNER * 0.62,
      y: 98,
      fill: style.ink,
      at: centred ? 'middle' : 'start',
      page: dir,
    }),
  );
  if (date !== null)
    parts.push(
      fitLine(painter, { text: date, lang, dir }, faces.text, {
        size: 26,
        width: INNER * 0.34,
        y: 96,
        fill: style.quiet,
        at: 'end',
        page: dir,
      }),
    );
  parts.push(rect(EDGE, 130, INNER, 4, style.ink), rect(EDGE, 138, INNER, 1.5, style.ink));
  let top = 164;
  if (kicker !== null) {
    const face = facesOf(kicker.lang, style.fonts).head;
    const square = 16;
    const x = dir === 'rtl' ? WIDTH - EDGE - square : EDGE;
    const base = baseline(painter, face, top, 30, labelLeading(kicker));
    parts.push(rect(x, base - 17, square, square, style.accent));
    parts.push(
      fitLine(painter, kicker, face, {
        size: 30,
        width: INNER - 60,
        y: base,
        fill: style.accent,
        at: 'start',
        page: dir,
        indent: square + 14,
      }),
    );
    top += 30 * labelLeading(kicker);
  }
  const leading = locale(lang).typography.lineHeight.headline;
  const bottom = HEIGHT - 40;
  const box: Box = { width: INNER, height: bottom - top, most: 4, largest: 92, smallest: 34, leading };
  const set = setText(painter, headline.text, faces.head, HEADLINE_LETTERS, box);
  const height = set.lines.length * set.size * leading;
  const deck =
    card.deck === null ? null : deckOf(painter, card.deck, lang, faces.text, bottom - top - height - 12);
  const free = bottom - top - height - (deck?.height ?? 0);
  const start = top + Math.max(0, free * 0.42);
  parts.push(textLines(painter, set, dir, faces.head, start, leading, style.ink));
  if (deck !== null)
    parts.push(textLines(painter, deck.set, dir, faces.text, start + height + 12, deck.leading, style.quiet));
  return parts.join('');
}

/** Two lines of the deck under a short headline, whole or not at all. */
function deckOf(
  painter: Painter,
  text: string,
  lang: string,
  face: string,
  room: number,
): { set: SetText; leading: number; height: number } | null {
  const leading = locale(lang).typography.lineHeight.bodyMin;
  const box: Box = { width: INNER * 0.94, height: room, most: 2, largest: 34, smallest: 28, leading };
  if (text.length > DECK_LETTERS || room < box.smallest * leading) return null;
  const words = findWords(text);
  const set = setWords(painter, text, words, face, box);
  return set === null ? null : { set, leading, height: set.lines.length * set.size * leading };
}

function drawQuote(card: QuoteCard, style: CardStyle, painter: Painter): string {
  const { quote, name, marks, attribution } = card;
  const { dir, lang } = quote;
  const faces = facesOf(lang, style.fonts);
  const nameFace = facesOf(name.lang, style.fonts).head;
  const { paper } = style;
  const foot = HEIGHT - 116;
  const leading = locale(lang).typography.lineHeight.headline;
  const [top, bottom, mark] = [36, foot - 24, 96];
  const box: Box = { width: INNER, height: bottom - top - mark, most: 5, largest: 84, smallest: 30, leading };
  const set = setText(painter, quote.text, faces.head, QUOTE_LETTERS, box);
  const height = set.lines.length * set.size * leading;
  const start = top + mark + Math.max(0, bottom - top - mark - height) * 0.5;
  const x = dir === 'rtl' ? WIDTH - EDGE : EDGE;
  // Some marks hang at the top of the line, some stand in its middle: the ink is what counts.
  const markY = start - 4 - MARK * painter.inkBottom(marks[0], faces.head);
  const parts = [
    rect(0, 0, WIDTH, HEIGHT, style.accent),
    `<g opacity="0.5">${label(marks[0], faces.head, MARK, x, markY, paper, dir === 'rtl' ? 'end' : 'start', dir)}</g>`,
    textLines(painter, set, dir, faces.head, start, leading, paper),
    `<g opacity="0.5">${rect(EDGE, foot, INNER, 2, paper)}</g>`,
  ];
  const y = HEIGHT - 54;
  const half = attribution === null ? INNER : INNER * 0.46;
  parts.push(
    fitLine(painter, name, nameFace, {
      size: 34,
      width: half,
      y,
      fill: paper,
      at: attribution === null ? 'start' : 'end',
      page: dir,
    }),
  );
  if (attribution !== null)
    parts.push(
      fitLine(painter, { text: attribution, lang, dir }, faces.head, {
        size: 34,
        width: half,
        y,
        fill: paper,
        at: 'start',
        page: dir,
      }),
    );
  return parts.join('');
}

interface SetText {
  readonly text: string;
  readonly size: number;
  readonly lines: readonly (readonly [start: number, end: number])[];
}

/** The text in the box; when it does not fit in the smallest size, as much of it as does. */
function setText(painter: Painter, text: string, face: string, letters: number, box: Box): SetText {
  for (let most = letters; ; most = Math.floor(most * 0.8)) {
    const shown = shorten(text, Math.max(most, 12));
    const words = findWords(shown);
    // A dozen letters fit in any case, in whatever size.
    const set = setWords(painter, shown, words, face, most > 12 ? box : { ...box, smallest: 1 });
    if (set !== null || most <= 12)
      return set ?? { text: shown, size: box.smallest, lines: [[0, shown.length]] };
  }
}

function setWords(
  painter: Painter,
  text: string,
  words: readonly Word[],
  face: string,
  box: Box,
): SetText | null {
  const widths = words.map(({ start, end }) => painter.width(text.slice(start, end), face));
  const setting: Setting | null = setLines(widths, painter.space(face), box);
  if (setting === null) return null;
  const lines = setting.starts.map((first, index) => {
    const next = setting.starts[index + 1] ?? words.length;
    return [words[first]?.start ?? 0, words[next - 1]?.end ?? text.length] as const;
  });
  return { text, size: Math.floor(setting.size * 2) / 2, lines };
}

function textLines(
  painter: Painter,
  { text, size, lines }: SetText,
  dir: Direction,
  face: string,
  top: number,
  leading: number,
  fill: string,
): string {
  const x = dir === 'rtl' ? WIDTH - EDGE : EDGE;
  return lines
    .map(([start, end], index) => {
      const y = baseline(painter, face, top + index * size * leading, size, leading);
      return label(
        lineText(text, start, end, dir),
        face,
        size,
        x,
        y,
        fill,
        dir === 'rtl' ? 'end' : 'start',
        null,
      );
    })
    .join('');
}

interface Place {
  readonly size: number;
  readonly width: number;
  readonly y: number;
  readonly fill: string;
  readonly at: 'start' | 'middle' | 'end';
  /** Direction of the card. */
  readonly page: Direction;
  readonly indent?: number;
}

/** One line that becomes smaller, and at last shorter, until it fits its width. */
function fitLine(painter: Painter, { text, dir }: CardLine, face: string, place: Place): string {
  const { y, fill, at, page, indent = 0 } = place;
  const box: Box = {
    width: place.width,
    height: 1000,
    most: 1,
    largest: place.size,
    smallest: place.size * 0.6,
    leading: 1,
  };
  const set = setText(painter, text, face, 80, box);
  const right = (page === 'rtl') === (at === 'start');
  const x = at === 'middle' ? WIDTH / 2 : right ? WIDTH - EDGE - indent : EDGE + indent;
  const anchor = at === 'middle' ? 'middle' : right ? 'end' : 'start';
  return label(lineText(set.text, 0, set.text.length, dir), face, set.size, x, y, fill, anchor, null);
}

function labelLeading({ lang }: CardLine): number {
  return Math.max(1.7, locale(lang).typography.lineHeight.headline);
}

/** Where letters stand in a line that begins at `top`: half of what the leading adds lies above them, as in CSS. */
function baseline(painter: Painter, face: string, top: number, size: number, leading: number): number {
  const { ascent, descent } = painter.face(face);
  return top + size * ((leading - ascent - descent) / 2 + ascent);
}

/** The painter knows no direction of text: `end` is the right edge. */
function label(
  text: string,
  face: string,
  size: number,
  x: number,
  y: number,
  fill: string,
  anchor: string,
  dir: Direction | null,
): string {
  const ordered = dir === null ? text : lineText(text, 0, text.length, dir);
  return `<text x="${round(x)}" y="${round(y)}" font-family="${face}" font-size="${round(size)}" text-anchor="${anchor}" fill="${fill}" xml:space="preserve">${escapeXml(ordered)}</text>`;
}

function rect(x: number, y: number, width: number, height: number, fill: string): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
