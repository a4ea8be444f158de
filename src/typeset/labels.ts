/** Words that typesetting itself adds: around footnotes, tables and links that lead elsewhere. */
import { locale } from '../locales/locale.js';
import { strings } from '../locales/strings/index.js';
import type { Lang } from '../model.js';

/** The words in one language. */
export interface Labels {
  readonly footnotes: string;
  readonly back: string;
  /** Names the box that a wide table scrolls in. */
  readonly table: string;
  /** Follows the words of a link to another site, for those who hear it: `، رابط خارجي`. */
  readonly elsewhere: string;
}

/** The words in the language of a text. */
export function labelsFor(lang: Lang): Labels {
  const printed = locale(lang);
  const { footnotes, backToText, tableRegion, externalLink } = strings[printed.lang].texts;
  const elsewhere = `${printed.punctuation.comma} ${externalLink}`;
  return { footnotes, back: backToText, table: tableRegion, elsewhere };
}
