/** Interface strings by the names that templates write. */
import { locale } from '../locales/locale.js';
import { number } from '../locales/numbers.js';
import {
  type CountKey,
  isCountKey,
  isTextKey,
  pluralParts,
  type StringPart,
  stringParts,
  strings,
  type TextKey,
} from '../locales/strings/index.js';
import type { Locale } from '../locales/types.js';

/** Every name that `t` and `tAttr` know. */
export const phraseKeys: ReadonlySet<string> = new Set([
  ...Object.keys(strings.en.texts),
  ...Object.keys(strings.en.counts),
]);

const locales = new Map<string, Locale>();
/** The locale of a language, looked up once. */
export function localeOf(lang: string): Locale {
  let found = locales.get(lang);
  if (found === undefined) {
    found = locale(lang);
    locales.set(lang, found);
  }
  return found;
}

/** Without values a string is always the same, and most have none. */
const plain = new Map<string, readonly StringPart[]>();

/** The pieces of a string, `{n}` filled in. An unknown key cannot come here: templates are checked when loaded. */
export function phrase(key: string, lang: string, n: unknown): readonly StringPart[] {
  if (typeof n === 'number' && isCountKey(key)) return counted(key, localeOf(lang), n);
  const name = `${lang} ${key}`;
  let parts = plain.get(name);
  if (parts === undefined) {
    parts = isTextKey(key) ? texts(key, localeOf(lang)) : [key];
    plain.set(name, parts);
  }
  return parts;
}

function texts(key: TextKey, where: Locale): readonly StringPart[] {
  return stringParts(where, key);
}

function counted(key: CountKey, where: Locale, n: number): readonly StringPart[] {
  return pluralParts(where, key, n).map((part) =>
    typeof part !== 'string' && part.placeholder === 'n' ? number(n, where) : part,
  );
}
