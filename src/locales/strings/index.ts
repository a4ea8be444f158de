/** Interface strings: every word on a page that is not an editor's. */
import { digits, number } from '../numbers.js';
import { plural } from '../plural.js';
import type { Locale, StringsLang } from '../types.js';
import { ar } from './ar.js';
import { ckb } from './ckb.js';
import { dv } from './dv.js';
import { en } from './en.js';
import { fa } from './fa.js';
import { he } from './he.js';
import type { AnyStrings, CountKey, TextKey } from './keys.js';
import { ps } from './ps.js';
import { sd } from './sd.js';
import { ug } from './ug.js';
import { ur } from './ur.js';
import { yi } from './yi.js';

export type { CountKey, TextKey } from './keys.js';

/** The interface strings by language. */
export const strings: Readonly<Record<StringsLang, AnyStrings>> = {
  ar,
  ckb,
  dv,
  en,
  fa,
  he,
  ps,
  sd,
  ug,
  ur,
  yi,
};

/** Text as it is, and the places where a value goes. */
export type StringPart = string | { readonly placeholder: string };

/** What is put into the places of a string, by their name. */
export type Values = Readonly<Record<string, string | number>>;

/**
 * A string with its values put in as they are. Values of another script need isolation: a template prints
 * `stringParts` instead, with each value in its own `<bdi>`. Numbers get the digits of the locale, ungrouped.
 */
export function string(locale: Locale, key: TextKey, values: Values = {}): string {
  return insert(strings[locale.lang].texts[key], locale, values);
}

/** The form of a counted noun that goes with `n`; `{n}` becomes the number in the digits of the locale. */
export function pluralString(locale: Locale, key: CountKey, n: number, values: Values = {}): string {
  return insert(countForm(locale, key, n), locale, { n: number(n, locale), ...values });
}

/** A string in pieces, so that a template can isolate each value. */
export function stringParts(locale: Locale, key: TextKey): readonly StringPart[] {
  return parts(strings[locale.lang].texts[key]);
}

/** The form of a counted noun that goes with `n`, in pieces. */
export function pluralParts(locale: Locale, key: CountKey, n: number): readonly StringPart[] {
  return parts(countForm(locale, key, n));
}

/** Is it the name of a string? */
export function isTextKey(key: string): key is TextKey {
  return Object.hasOwn(en.texts, key);
}

/** Is it the name of a counted noun? */
export function isCountKey(key: string): key is CountKey {
  return Object.hasOwn(en.counts, key);
}

function countForm(locale: Locale, key: CountKey, n: number): string {
  const forms = strings[locale.lang].counts[key];
  return forms[plural(locale.lang, n)] ?? forms.other ?? '';
}

const PLACEHOLDER = /\{(\w+)\}/;

function parts(text: string): StringPart[] {
  return text
    .split(PLACEHOLDER)
    .map((piece, at): StringPart => (at % 2 === 0 ? piece : { placeholder: piece }))
    .filter((part) => part !== '');
}

function insert(text: string, locale: Locale, values: Values): string {
  return parts(text)
    .map((part) => (typeof part === 'string' ? part : show(part.placeholder, locale, values)))
    .join('');
}

/** A value that is missing keeps its placeholder in sight. */
function show(name: string, locale: Locale, values: Values): string {
  const value = Object.hasOwn(values, name) ? values[name] : `{${name}}`;
  return typeof value === 'number' ? digits(String(value), locale.numbering) : (value ?? '');
}
