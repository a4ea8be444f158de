/**
 * The helpers that templates may call. Few, and each prints finished, escaped text: strings from outside come out
 * isolated, so that a Latin name cannot reorder the Arabic around it.
 */
import { escapeAttribute } from '../html.js';
import { listParts } from '../locales/list.js';
import type { StringPart } from '../locales/strings/index.js';
import type { Direction } from '../model.js';
import type { DateView } from '../site/views.js';
import { isolateHtml } from '../typeset/bidi/isolate.js';
import { localeOf, phrase } from './phrase.js';

/** What helpers read of the page: its root view. */
export interface Root {
  readonly lang: string;
  readonly dir: Direction;
  readonly root: string;
}

/** Values by name, as a tag gives them: `n=words`. */
export type Named = Readonly<Record<string, unknown>>;
type Run = (values: readonly unknown[], named: Named, root: Root) => unknown;

/** A helper with what its check and its documentation need. */
export interface Helper {
  readonly usage: string;
  readonly does: string;
  /** How many values it takes, at least and at most. */
  readonly takes: readonly [number, number];
  /** The first value is the name of an interface string. */
  readonly string?: true;
  /** Prints HTML that is escaped already: not for attributes. Other helpers give plain text or a yes or no. */
  readonly elements?: true;
  readonly run: Run;
}

/** For the printer, the check of templates and the reference in docs/themes.md. */
export const HELPERS: Readonly<Record<string, Helper>> = {
  t: {
    usage: '{{t "shareOn" network=network}}',
    does: 'An interface string in the language of the page. Values are isolated with `<bdi>`; `n=` picks the plural form.',
    takes: [1, 1],
    string: true,
    elements: true,
    run: ([key], named, { lang }) => fill(phrase(String(key), lang, named.n), named, escapeAttribute, bdi),
  },
  tAttr: {
    usage: 'aria-label="{{tAttr "shareOn" network=network}}"',
    does: 'The same for an attribute, where no element can stand: values are isolated with U+2068 and U+2069.',
    takes: [1, 1],
    string: true,
    run: ([key], named, { lang }) => fill(phrase(String(key), lang, named.n), named, same, fsi),
  },
  isolate: {
    usage: '{{isolate headline}}',
    does: 'A text with its runs of the other direction isolated: for headlines, decks and all that an editor wrote. `dir=` names the direction of a text that is not in the direction of the page.',
    takes: [1, 1],
    elements: true,
    run: ([text], { dir }, root) =>
      typeof text === 'string' ? isolated(text, dir === 'ltr' || dir === 'rtl' ? dir : root.dir) : '',
  },
  list: {
    usage: '{{list byline}}',
    does: 'Names joined by the comma and the *and* of the language, each in a `<bdi>`.',
    takes: [1, 1],
    elements: true,
    run: ([items], _, { lang }) => listHtml(items as readonly string[], lang),
  },
  date: {
    usage: '{{date published style="full" second=true time=true}}',
    does: 'A date in a `<time datetime>`; `style="full"` with the weekday, `second` with the second calendar, `time` with the clock.',
    takes: [1, 1],
    elements: true,
    run: ([date], named) => dateHtml(date as DateView, named),
  },
  content: {
    usage: '{{content}}',
    does: 'The body of an article, each piece by its template in `blocks/`. `only="prose"` leaves out all but the prose.',
    takes: [0, 0],
    elements: true,
    // The printer of blocks does it: it alone knows the templates.
    run: () => '',
  },
  asset: {
    usage: '<img src="{{asset "crest.svg"}}" alt="">',
    does: 'The address of a file in `templates/assets/`, from the page that shows it.',
    takes: [1, 1],
    run: ([name], _, { root }) => `${root}assets/${String(name)}`,
  },
  eq: {
    usage: '{{#if (eq kind "front")}}',
    does: 'Whether two values are equal.',
    takes: [2, 2],
    run: ([a, b]) => a === b,
  },
  and: {
    usage: '{{#if (and deck picture)}}',
    does: 'Whether all are there.',
    takes: [2, 9],
    run: (values) => values.every(isThere),
  },
  or: {
    usage: '{{#if (or lead secondary)}}',
    does: 'Whether one is there.',
    takes: [2, 9],
    run: (values) => values.some(isThere),
  },
  not: {
    usage: '{{#if (not lead)}}',
    does: 'Whether it is missing or empty.',
    takes: [1, 1],
    run: ([value]) => !isThere(value),
  },
};

/** As Handlebars judges in `{{#if}}`, but an empty list is not there. */
export function isThere(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value);
}

/** A headline is printed on many pages: on its own, in lists, beside its neighbours. */
const MOST_KEPT = 20_000;
const kept: Readonly<Record<Direction, Map<string, string>>> = { rtl: new Map(), ltr: new Map() };

function isolated(text: string, base: Direction): string {
  const known = kept[base];
  let html = known.get(text);
  if (html === undefined) {
    html = isolateHtml(text, base);
    if (known.size >= MOST_KEPT) known.clear();
    known.set(text, html);
  }
  return html;
}

const same = (text: string): string => text;
const bdi = (text: string): string => `<bdi>${escapeAttribute(text)}</bdi>`;
const fsi = (text: string): string => `\u2068${text}\u2069`;

/** Puts the values in their places; the text between and the values each pass through their function. */
function fill(
  parts: readonly StringPart[],
  values: Named,
  literal: (text: string) => string,
  value: (text: string) => string,
): string {
  let out = '';
  for (const part of parts) {
    if (typeof part === 'string') out += literal(part);
    else out += value(String(values[part.placeholder] ?? ''));
  }
  return out;
}

function listHtml(items: readonly string[], lang: string): string {
  if (items.length === 1) return bdi(items[0] ?? '');
  return listParts(items, localeOf(lang))
    .map((part) => ('text' in part ? escapeAttribute(part.text) : bdi(items[part.item] ?? '')))
    .join('');
}

function dateHtml(date: DateView, named: Named): string {
  const text = named.style === 'full' ? date.full : date.text;
  let out = `<time datetime="${escapeAttribute(date.iso)}">${escapeAttribute(text)}</time>`;
  if (named.time === true && date.time !== null)
    out += ` <bdi class="clock">${escapeAttribute(date.time)}</bdi>`;
  if (named.second === true && date.second !== null) {
    out += ` <bdi class="second-date">${escapeAttribute(date.second)}</bdi>`;
  }
  return out;
}
