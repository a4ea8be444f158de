/** Printing in any language: tables, dates, numbers, words. Nothing here reads the machine's own locale. */
export { alphabet } from './alphabet.js';
export { compareNames } from './collate.js';
export { type DateOptions, type DateParts, formatDate, formatMonth } from './date.js';
export { type ListPart, list, listParts } from './list.js';
export { knowsCalendar, locale, locales, withNumbering } from './locale.js';
export { counterStyle, digits, number, percent } from './numbers.js';
export { plural, pluralCategories } from './plural.js';
export { readingMinutes } from './reading.js';
export {
  type CountKey,
  isCountKey,
  isTextKey,
  pluralParts,
  pluralString,
  type StringPart,
  string,
  stringParts,
  strings,
  type TextKey,
  type Values,
} from './strings/index.js';
export type {
  Clock,
  DatePattern,
  Locale,
  Numbering,
  PluralCategory,
  StringsLang,
  Typography,
} from './types.js';
export { isTimeZone } from './zones.js';
