/** What an article is found by: the words of its headline as they are, and the stems of all others, each once. */
import type { Card } from '../model.js';
import { stemOf } from './stem.js';
import { Vocabulary } from './vocabulary.js';
import { eachWord } from './words.js';

/** Stands before a word of a headline, so that it is told from the stems. */
export const TITLE = '=';

/** So many words are kept before the memory starts anew. */
const MOST_WORDS = 200_000;

/** The words of all articles so far, so that each is worked out once. */
class Terms {
  readonly vocabulary = new Vocabulary();
  /** By number of a word: number of its stem; number of the article that was last seen with it, in its headline or at all. */
  readonly #stems: number[] = [];
  readonly #inTitle: number[] = [];
  readonly #seen: number[] = [];
  #article = 0;

  of({ titled, title, section, byline, tags, deck, dateline }: Card, plain: string): string {
    const terms: string[] = [];
    const { words } = this.vocabulary;
    const article = ++this.#article;
    const takeTitle = (number: number): void => {
      if (this.#inTitle[number] === article) return;
      this.#inTitle[number] = article;
      terms.push(TITLE + words[number]);
      this.#seen[this.#stemOf(number)] = article;
    };
    const take = (number: number): void => {
      const stem = this.#stemOf(number);
      if (this.#seen[stem] === article) return;
      this.#seen[stem] = article;
      terms.push(words[stem] as string);
    };
    if (titled) eachWord(title, this.vocabulary, takeTitle);
    for (const text of [section ?? '', ...byline, ...tags]) eachWord(text, this.vocabulary, takeTitle);
    for (const text of [deck ?? '', dateline ?? '', plain]) eachWord(text, this.vocabulary, take);
    return terms.join(' ');
  }

  #stemOf(number: number): number {
    let stem = this.#stems[number];
    if (stem === undefined) {
      stem = this.vocabulary.findWord(stemOf(this.vocabulary.words[number] as string));
      this.#stems[number] = stem;
    }
    return stem;
  }
}

let memory = new Terms();

/**
 * The terms of an article, apart by spaces. Section, authors and topics count as headline. Pull quotes, furniture and
 * captions are in none of the texts that come in. `plain`: the text of the paragraphs.
 */
export function termsOf(card: Card, plain: string): string {
  if (memory.vocabulary.words.length > MOST_WORDS) memory = new Terms();
  return memory.of(card, plain);
}
