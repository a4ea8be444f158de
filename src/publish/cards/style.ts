/** Colours and measures of share cards: the newspaper in small. */
import type { ThemeConfig } from '../../config.js';

/** What a theme decides of its cards. Colours in hexadecimal. */
export interface CardStyle {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
  /** Where the name of the paper stands. */
  readonly masthead: ThemeConfig['masthead'];
  /** Name of a pairing of typefaces; null: that of the language. */
  readonly fonts: string | null;
}

/** A paper that is always dark has dark cards; one that follows the reader's system has light ones. */
export function cardStyle({ scheme, accent, accentDark, masthead, fonts }: ThemeConfig): CardStyle {
  const colours =
    scheme === 'dark'
      ? { paper: '#14161a', ink: '#ebe8e1', quiet: '#aeaaa1', line: '#373b42', accent: accentDark }
      : { paper: '#fffefa', ink: '#17181c', quiet: '#57554f', line: '#ddd7ca', accent };
  return { ...colours, masthead, fonts };
}
