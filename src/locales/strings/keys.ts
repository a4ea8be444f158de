import type { PluralCategory } from '../types.js';
import type { en } from './en.js';

/** Name of a string that is the same for every number. */
export type TextKey = keyof (typeof en)['texts'];
/** Name of a counted noun. */
export type CountKey = keyof (typeof en)['counts'];

/**
 * The interface strings of a language whose counted nouns have the forms `C`: a missing or unknown key, or a missing
 * plural form, does not compile. Placeholders are in braces.
 */
export interface Strings<C extends PluralCategory> {
  readonly texts: Readonly<Record<TextKey, string>>;
  readonly counts: Readonly<Record<CountKey, Readonly<Record<C, string>>>>;
}

/** Any language, when its forms are not known statically. */
export interface AnyStrings {
  readonly texts: Readonly<Record<TextKey, string>>;
  readonly counts: Readonly<Record<CountKey, Readonly<Partial<Record<PluralCategory, string>>>>>;
}
