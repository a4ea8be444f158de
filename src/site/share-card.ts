/** What stands on the share pictures of a story: all that they are drawn from, and so all that their addresses name. */
import type { Direction, Lang } from '../model.js';
import type { PictureFile } from './theme-info.js';

/** A text in its own language, for a picture in another. */
export interface CardLine {
  readonly text: string;
  readonly lang: Lang;
  readonly dir: Direction;
}

export interface ArticleCard {
  readonly kind: 'article';
  /** Name of the newspaper. */
  readonly name: CardLine;
  readonly headline: CardLine;
  /** The section. */
  readonly kicker: CardLine | null;
  /** Set when the headline leaves room for it. */
  readonly deck: string | null;
  /** The day, in the language of the headline. */
  readonly date: string | null;
}

export interface QuoteCard {
  readonly kind: 'quote';
  readonly name: CardLine;
  /** The quotation without its marks. */
  readonly quote: CardLine;
  /** The marks that the language draws around it. */
  readonly marks: readonly [open: string, close: string];
  readonly attribution: string | null;
}

export type ShareCard = ArticleCard | QuoteCard;

/** Where the picture of a card will be; null when cards are off. Called when pages are planned, for every card. */
export type ShareCards = (card: ShareCard) => PictureFile | null;
