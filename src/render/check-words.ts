/** Finds words that are typed right into a template: they would be the same on the pages of every language. */
import { strings } from '../locales/strings/index.js';

/** Attributes that a reader sees or hears. */
export const SPOKEN: ReadonlySet<string> = new Set([
  'alt',
  'title',
  'aria-label',
  'aria-description',
  'aria-placeholder',
  'aria-roledescription',
  'aria-valuetext',
  'placeholder',
  'label',
]);

/** Names that are written alike in every language. */
const NAMES = /\b(?:WhatsApp|Telegram|Facebook|Instagram|YouTube|TikTok|LinkedIn|Signal|Bluesky|Mastodon)\b/g;
/** RSS, PDF, X: letters, no word. */
const CAPITALS = /\b[A-Z][A-Z0-9]{0,5}\b/g;
const ENTITY = /&#?\w{1,12};/g;
const SHOWN = 30;

/**
 * What to say of a piece of literal text, and where in it its first letter is; null when it holds no word.
 * Where an interface string says the same, its name is given.
 */
export function typedWords(text: string): { readonly message: string; readonly at: number } | null {
  if (!LETTER.test(text)) return null;
  const blank = (found: string): string => ' '.repeat(found.length);
  const bare = text.replace(ENTITY, blank).replace(NAMES, blank).replace(CAPITALS, blank);
  const at = bare.search(LETTER);
  if (at < 0) return null;
  const words = text.trim().replace(/\s+/g, ' ');
  const shown = words.length > SHOWN ? `${words.slice(0, SHOWN)}…` : words;
  const key = keyOf(words);
  const instead = key === null ? 'interface strings come from {{t "…"}}' : `write {{t "${key}"}}`;
  return { message: `“${shown}” is the same on pages of every language; ${instead}`, at };
}

/** A Latin letter by itself is a sign, as in `x`. */
const LETTER = /[A-Za-z]{2}|[^\P{L}A-Za-z]/u;

let known: Map<string, string> | null = null;

/** The interface string that reads so in one of the languages. */
function keyOf(words: string): string | null {
  if (known === null) {
    known = new Map();
    for (const { texts } of Object.values(strings)) {
      for (const [key, text] of Object.entries(texts)) if (!known.has(text)) known.set(text, key);
    }
  }
  return known.get(words) ?? null;
}
