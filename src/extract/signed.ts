/** Who signed a text: the names in a byline, the agency, the place before it, a date glued to it. */
import type { Moment } from '../model.js';
import { readDate } from './dates.js';

export interface Signed {
  readonly authors: readonly string[];
  readonly place: string | null;
  readonly published: Moment | null;
}

const NOBODY: Signed = { authors: [], place: null, published: null };

/** Reads a byline; of a dateline (`names` false) only its date counts. */
export function readSigned(text: string, lang: string, names: boolean): Signed {
  if (!names) return NOBODY;
  const date = readDate(text, lang);
  const rest = (date === null ? text : date.rest).replace(/^[\s([]+|[\s)\]|،,-]+$/gu, '');
  return { authors: rest === '' ? [] : [rest], place: null, published: date?.published ?? null };
}
