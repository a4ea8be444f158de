/**
 * The terms of some articles → the files of an index. In each file one line: terms in order, apart by spaces, each as the
 * number of letters it shares with the one before (base 36), the other letters, `:`, and where it stands: numbers of
 * articles, each as the distance from the one before.
 */
import { bucketOf, stemOf } from './stem.js';
import { TITLE } from './terms.js';
import { addToHash, Vocabulary } from './vocabulary.js';
import { LONGEST } from './words.js';

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The first half of the digits ends a number, the others say that more follow. */
const HALF = 32;
/** A term in more than this share of the articles finds nothing in particular: `*` stands for all of them. */
const COMMON = 0.4;
/** Below so many articles every term counts. */
const FEW = 16;
const MOST_SHARED = 35;
const SPACE = 0x20;

/** `articles`: for each the line that `termsOf` made, oldest first. Returns the text of each of `count` files. */
export function pack(articles: readonly string[], count: number): string[] {
  const vocabulary = new Vocabulary();
  const places: number[][] = [];
  for (const [article, line] of articles.entries())
    eachTerm(line, vocabulary, (term) => {
      const list = places[term];
      if (list === undefined) places[term] = [article];
      else list.push(article);
    });
  const files = Array.from({ length: count }, (): string[] => []);
  for (const term of vocabulary.words) files[count === 1 ? 0 : fileOf(term, count)]?.push(term);
  const common = articles.length < FEW ? Number.POSITIVE_INFINITY : COMMON * articles.length;
  const placesOf = (term: string): readonly number[] => places[vocabulary.findWord(term)] ?? [];
  return files.map((terms) => packTerms(terms.sort(), placesOf, common));
}

const units = new Uint16Array(TITLE.length + 2 * LONGEST);

function eachTerm(line: string, vocabulary: Vocabulary, take: (term: number) => void): void {
  let count = 0;
  let hash = 0;
  for (let at = 0; at <= line.length; at++) {
    const unit = at === line.length ? SPACE : line.charCodeAt(at);
    if (unit !== SPACE) {
      units[count++] = unit;
      hash = addToHash(hash, unit);
    } else if (count > 0) {
      take(vocabulary.find(units, count, hash));
      count = 0;
      hash = 0;
    }
  }
}

function fileOf(term: string, count: number): number {
  return bucketOf(term.startsWith(TITLE) ? stemOf(term.slice(TITLE.length)) : term, count);
}

function packTerms(
  terms: readonly string[],
  placesOf: (term: string) => readonly number[],
  common: number,
): string {
  let before = '';
  const entries = terms.map((term) => {
    const list = placesOf(term);
    const most = Math.min(MOST_SHARED, before.length, term.length);
    let shared = 0;
    while (shared < most && before.charCodeAt(shared) === term.charCodeAt(shared)) shared++;
    before = term;
    return `${shared.toString(36)}${term.slice(shared)}:${list.length > common ? '*' : packPlaces(list)}`;
  });
  return entries.join(' ');
}

function packPlaces(list: readonly number[]): string {
  let text = '';
  let last = 0;
  for (const number of list) {
    let value = number - last;
    last = number;
    let digits = DIGITS.charAt(value % HALF);
    for (value = Math.floor(value / HALF); value > 0; value = Math.floor(value / HALF))
      digits = DIGITS.charAt(HALF + (value % HALF)) + digits;
    text += digits;
  }
  return text;
}
