/** What stands on the share pictures of a story: all that they are drawn from, and so all that their addresses name. */
import type { Config } from '../../config.js';
import { direction } from '../../language-tag.js';
import { formatDate } from '../../locales/date.js';
import type { Direction, Lang } from '../../model.js';
import { pageLang } from '../page-lang.js';
import { dateOptions, printedLocale } from '../printing.js';
import type { Site, Story } from '../site.js';
import type { PictureFile } from '../theme-info.js';

/** A text in its own language, for a picture in another. */
export interface CardLine {
  readonly text: string;
  readonly lang: Lang;
  readonly dir: Direction;
}

/** The picture that is shown when an article is shared. */
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

/** The picture of a pull quote. */
export interface QuoteCard {
  readonly kind: 'quote';
  readonly name: CardLine;
  /** The quotation without its marks. */
  readonly quote: CardLine;
  /** The marks that the language draws around it. */
  readonly marks: readonly [open: string, close: string];
  readonly attribution: string | null;
}

/** What a share picture is drawn from. */
export type ShareCard = ArticleCard | QuoteCard;

/** Where the share pictures of stories will be. */
export interface ShareCards {
  /** Equal keys: the same story has the same pictures at the same addresses. */
  readonly key: string;
  /** null: the story has none. */
  readonly article: (story: Story) => PictureFile | null;
  /** Of a pull quote, by its number in the text. */
  readonly quote: (story: Story, index: number) => PictureFile | null;
}

/** For sites without share pictures. */
export const NO_CARDS: ShareCards = { key: '', article: () => null, quote: () => null };

/** What stands on the picture of an article. */
export function articleCard(site: Site, config: Config, { card, section, time }: Story): ArticleCard {
  const { lang, date } = printing(site, config, card.lang);
  return {
    kind: 'article',
    name: { text: site.name, lang: site.lang, dir: site.dir },
    headline: { text: card.title, lang, dir: direction(lang) },
    kicker: section === null ? null : { text: section.name, lang: section.lang, dir: section.dir },
    deck: card.deck,
    date: time === null || card.published === null ? null : date(card.published),
  };
}

/** One for each pull quote, in the order of the text. */
export function quoteCards(site: Site, config: Config, { card }: Story): QuoteCard[] {
  const { lang, marks } = printing(site, config, card.lang);
  return (card.pullQuotes ?? []).map(({ text, attribution }) => ({
    kind: 'quote',
    name: { text: site.name, lang: site.lang, dir: site.dir },
    quote: { text, lang, dir: direction(lang) },
    marks,
    attribution,
  }));
}

function printing(site: Site, config: Config, textLang: Lang) {
  const lang = pageLang(textLang, site.lang);
  const printed = printedLocale(config, lang);
  const options = { ...dateOptions(config, site.timeZone, printed), second: false };
  const marks = [printed.quotes[0], printed.quotes[1]] as const;
  return { lang, marks, date: (moment: string): string => formatDate(moment, printed, options).long };
}
