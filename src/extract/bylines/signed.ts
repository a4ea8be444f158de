/** Who signed a text: the names in a byline, the agency, the place before it, a date glued to it. */
import type { Moment } from '../../model.js';
import { readByline } from './byline.js';

/** What a byline says of the article. */
export interface Signed {
  readonly authors: readonly string[];
  readonly place: string | null;
  readonly published: Moment | null;
  readonly updated: Moment | null;
}

const NOBODY: Signed = { authors: [], place: null, published: null, updated: null };
/** A line about the author, or one that no rule reads, is taken as it stands only when it may be a name. */
const LONGEST_NAME = 60;

/** Reads a line that was classified as a byline. */
export function readSigned(line: string, lang: string): Signed {
  const found = readByline(line, lang);
  if (found !== null) {
    // a photographer or a translator who stands alone signs as well
    const authors = found.authors.length > 0 ? found.authors : found.translators;
    return { authors, place: found.place, published: found.date, updated: found.updated };
  }
  const text = line.replace(/^[\s([–—-]+|[\s)\]،,.–—-]+$/gu, '');
  if (text === '' || text.length > LONGEST_NAME || /[.!؟?:،,]/u.test(text)) return NOBODY;
  return { ...NOBODY, authors: [text] };
}
