/**
 * The line that names who wrote an article: names, agencies, places, translators, photographers, in the orders that
 * newspapers use ("by X", "X - place", "place: X", "place - agency", "«paper» from place", "(X)"). The line is cut at
 * its separators and every piece is told by the vocabulary or by its shape; a piece that is none of these means that
 * the line is no byline.
 */

import { fold, trimEdges } from '../../fold.js';
import type { Moment } from '../../model.js';
import { looksLikeDate, readDate } from '../dates/dates.js';
import { Recall } from '../observe/recall.js';
import { clean, type Piece, split } from './pieces.js';
import { MARKED, maySign, NAME_WORDS, OPENS_QUOTE } from './screen.js';
import { type Job, placeKey, type Vocabulary, vocabulary } from './vocabulary.js';

/** What a byline says. */
export interface BylineReading {
  /** Persons and agencies, as printed. */
  readonly authors: readonly string[];
  readonly translators: readonly string[];
  readonly photographers: readonly string[];
  readonly place: string | null;
  /** An agency or a newspaper is among the authors. */
  readonly agency: boolean;
  /** A date standing in the same line, and the date of the last change beside it. */
  readonly date: Moment | null;
  readonly updated: Moment | null;
  /** The strongest reason to take the line for a byline; `name` says only that it looks like one person's name. */
  readonly evidence: 'label' | 'agency' | 'place' | 'brackets' | 'name';
}

/** Longest line read, in UTF-16 units. */
const LONGEST_BYLINE = 120;

/** By language: a date in the line is read differently. */
const readings = new Map<string, Recall<BylineReading | null>>();

/** Reads a byline in a language; null when the line is none. */
export function readByline(line: string, lang: string): BylineReading | null {
  if (line.length > LONGEST_BYLINE || line.length < 2) return null;
  let known = readings.get(lang);
  if (known === undefined) {
    known = new Recall();
    readings.set(lang, known);
  }
  return known.take(line, (own) => read(own, lang, vocabulary(lang)));
}

function read(line: string, lang: string, words: Vocabulary): BylineReading | null {
  if (!MARKED.test(line) && !maySign(line, words)) return null;
  let text = clean(line);
  const dated = looksLikeDate(text) ? readDate(text, lang) : null;
  if (dated !== null) text = clean(dated.rest);
  if (SENTENCE.test(text) || PATH.test(text)) return null;
  const inner = /^[-–—\s]*[([]([^()[\]]+)[)\]]\.?$/u.exec(text)?.[1]?.trim();
  const reader = new Reader(words, inner !== undefined);
  for (const piece of split(inner ?? text)) if (!reader.take(piece)) return null;
  return reader.result(dated?.published ?? null, dated?.updated ?? null);
}

/** A path of sections: home » news. */
const PATH = / [»›>] /u;
/** Six words or more with a stop at the end. */
const SENTENCE = /^(?:\S+ ){5,}.*[.!؟?۔…]$/u;

const PAPER = /^[«“"][^«»“”"]{2,30}[»”"]$/u;
const PAPER_BEFORE = /^[«“"][^«»“”"]{2,30}[»”"] (?=\S)/u;
const EDGE_MARKS = /^[«“”"']|[»”“"'.]$/u;

class Reader {
  private readonly words: Vocabulary;
  private readonly bracketed: boolean;
  private readonly named: Record<Job, string[]> = { by: [], translators: [], photographers: [] };
  private place: string | null = null;
  private agency = false;
  private labelled = false;
  /** A label alone in brackets, as "place (correspondent)" has it. */
  private office: string | null = null;
  /** The first piece, where it is one name without a label; and whether a colon ends it. */
  private first: string | null = null;
  private colon = false;
  private known = false;
  private job: Job = 'by';

  constructor(words: Vocabulary, bracketed: boolean) {
    this.words = words;
    this.bracketed = bracketed;
  }

  /** Takes a piece in; false when it belongs to no byline. */
  take(piece: Piece): boolean {
    if (piece.closedBy === null && !maySign(piece.text, this.words)) return false;
    const words = piece.text.split(' ');
    const lead = this.leadingLabel(words, piece.closedBy);
    if (lead > 0 && lead === words.length && piece.closedBy === ')') this.office = piece.text;
    words.splice(0, lead);
    if (lead > 0 && words.length > 1 && this.isLink(words[0])) words.shift();
    // "X on" is left when a date went.
    if (words.length > 1 && this.isLink(words.at(-1))) words.pop();
    if (words.length === 0) return true;
    const tail = this.trailingLabel(words);
    if (tail !== null) words.splice(-tail.length);
    let text = words.join(' ');
    if (lead > 0) {
      // "correspondent of «paper» X", "X – correspondent of «paper»": whose correspondent it is names nobody
      if (this.total() > 0 && PAPER.test(text)) return true;
      text = text.replace(PAPER_BEFORE, '');
    }
    if (this.total() === 0 && this.place === null && lead === 0 && piece.closedBy !== null) {
      this.first = this.splitNames(text).length === 1 ? text : null;
      this.colon = /[:：]/u.test(piece.closedBy);
    }
    const taken = words.length === 0 || this.content(text) || this.setting(text, piece.closedBy);
    if (tail !== null) this.job = tail.job;
    return taken;
  }

  private isLink(word: string | undefined): boolean {
    return word !== undefined && this.words.from.includes(fold(word));
  }

  /** What stands before the author and is in no list: a newspaper in quotation marks, a place of one word. */
  private setting(text: string, closedBy: string | null): boolean {
    if (this.total() > 0 || closedBy === null) return false;
    if (PAPER.test(text)) return this.add(text.slice(1, -1), true);
    if (this.place !== null || !NAME_WORD.test(text) || this.words.never.has(fold(text))) return false;
    this.place = text;
    return true;
  }

  result(published: Moment | null, updated: Moment | null): BylineReading | null {
    const { by: authors, translators, photographers } = this.named;
    this.putPlaceFirst(authors);
    if (this.office !== null && this.total() === 0 && this.place !== null) authors.push(this.office);
    if (authors.length + translators.length + photographers.length === 0) return null;
    const evidence = this.labelled
      ? 'label'
      : this.agency
        ? 'agency'
        : this.known
          ? 'place'
          : this.bracketed
            ? 'brackets'
            : 'name';
    const date = published ?? updated;
    const { place, agency } = this;
    return { authors, translators, photographers, place, agency, date, updated, evidence };
  }

  /** `place: X`, `place - X`: what was taken for a name is the place when its own word or the colon says so. */
  private putPlaceFirst(authors: string[]): void {
    const [first = ''] = authors;
    const words = first.split(' ');
    const named = words.some((word) => this.words.placeWords.has(fold(word)));
    if (
      this.office !== null &&
      first === this.first &&
      authors.length === 1 &&
      (named || words.length === 1)
    ) {
      this.place ??= authors.shift() ?? null;
      return;
    }
    const isPlace = this.colon || this.words.placeWords.has(fold(words[0] ?? ''));
    if (first !== this.first || this.known || !isPlace || authors.length + (this.place === null ? 0 : 1) < 2)
      return;
    authors.shift();
    if (this.place !== null) authors.unshift(this.place);
    this.place = first;
  }

  private leadingLabel(words: readonly string[], closedBy: string | null): number {
    if (!this.words.labelFirst.has(trimEdges(fold(words[0] ?? '')))) return 0;
    for (let count = Math.min(4, words.length); count > 0; count -= 1) {
      const label = fold(words.slice(0, count).join(' '));
      const job = this.words.labels.get(label);
      if (job === undefined) continue;
      const end = this.joinedLabels(words, count);
      // A bare short word is a label only before a colon or a dash; a label at the end of the line labels nothing.
      if (end === words.length ? closedBy === null : label.length < 3 && !/^[a-z]/u.test(label)) continue;
      this.job = job;
      this.labelled = true;
      return end;
    }
    return 0;
  }

  /** Where the labels end that are joined to the one before `from`: "text and photos". */
  private joinedLabels(words: readonly string[], from: number): number {
    const { labels, and, andPrefix } = this.words;
    let end = from;
    while (end < words.length) {
      const word = fold(words[end] ?? '');
      if (and.has(word) && labels.has(fold(words[end + 1] ?? ''))) end += 2;
      else if (andPrefix !== null && word.startsWith(andPrefix) && labels.has(word.slice(andPrefix.length)))
        end += 1;
      else break;
    }
    return end;
  }

  private trailingLabel(words: readonly string[]): { readonly job: Job; readonly length: number } | null {
    if (!this.words.labelLast.has(trimEdges(fold(words.at(-1) ?? '')))) return null;
    for (let count = Math.min(2, words.length - 1); count > 0; count -= 1) {
      const job = this.words.labels.get(fold(words.slice(-count).join(' ')));
      if (job !== undefined && job !== 'by') return { job, length: count };
    }
    return null;
  }

  private content(text: string): boolean {
    const bare = EDGE_MARKS.test(text)
      ? text
          .replace(/^[«“”"']+|[»”“"'.]+$/gu, (marks) => (marks.includes('.') && text.length < 6 ? marks : ''))
          .trim()
      : text;
    const key = placeKey(bare);
    if (this.words.places.has(key) && (this.place === null || this.total() > 0)) {
      this.place ??= bare;
      this.known = true;
      return true;
    }
    if (this.isAgency(key)) return this.add(bare, true);
    if (this.total() > 0 && this.words.labels.has(fold(text))) return true;
    const from = this.fromPlace(bare) ?? this.paperFrom(text);
    if (from !== null) {
      this.place ??= from.place;
      this.known = true;
      const rest = from.rest.replace(/^[«“”"]+|[»”“"]+$/gu, '');
      return rest === '' || this.isAgency(placeKey(rest)) || rest !== from.rest
        ? this.add(rest, true)
        : this.people(rest);
    }
    return this.people(bare);
  }

  private total(): number {
    return this.named.by.length + this.named.photographers.length + this.named.translators.length;
  }

  private isAgency(key: string): boolean {
    if (this.words.agencies.has(key)) return true;
    const words = key.split(' ');
    if (words.length > NAME_WORDS && !key.includes('.')) return false;
    if (this.words.agencies.has(key.replace(/[. ]/gu, ''))) return true;
    // The word alone is a section ("news"), among many words a sentence.
    if (words.length < 2 || words.length > 5 || words.some((word) => this.words.never.has(word)))
      return false;
    return words.some((word) => this.words.agencyWords.has(word));
  }

  private add(name: string, agency: boolean): boolean {
    if (name === '') return true;
    this.named[this.job].push(name);
    if (agency) this.agency = true;
    return true;
  }

  /** `… من الرياض`, `… מירושלים`: a place at the end, with what stands before. */
  private fromPlace(text: string): { readonly place: string; readonly rest: string } | null {
    const words = text.split(' ');
    const last = trimEdges(placeKey(words.at(-1) ?? ''));
    if (!this.words.placeLast.has(last) && !this.words.placeLast.has(last.slice(1))) return null;
    for (let count = Math.min(3, words.length - 1); count > 0; count -= 1) {
      const place = words.slice(-count).join(' ');
      const key = placeKey(place);
      const link = fold(words.at(-count - 1) ?? '');
      if (this.words.places.has(key) && this.words.from.includes(link)) {
        return { place, rest: words.slice(0, -count - 1).join(' ') };
      }
      const glued = this.words.from.find((letter) => letter.length === 1 && key.startsWith(letter));
      if (glued !== undefined && this.words.places.has(key.slice(1)) && words.length > count + 1) {
        return { place: place.slice(1), rest: words.slice(0, -count).join(' ') };
      }
    }
    return null;
  }

  /** `«paper» from place`, the place in no list. */
  private paperFrom(text: string): { readonly place: string; readonly rest: string } | null {
    if (!OPENS_QUOTE.test(text)) return null;
    const [, paper, link, place] = /^([«“"][^«»“”"]{2,30}[»”"]) (\S+) (\S+(?: \S+){0,2})$/u.exec(text) ?? [];
    if (paper === undefined || place === undefined || !this.isLink(link)) return null;
    return this.isName(place, 1) ? { place, rest: paper } : null;
  }

  /** One or more names; a lone short word after them is the place. */
  private people(text: string): boolean {
    const names = this.splitNames(text);
    const least = this.labelled || this.bracketed || this.total() > 0 || this.known ? 1 : 2;
    if (!names.every((name) => this.isName(name, names.length > 1 ? 1 : least))) return false;
    if (
      this.total() > 0 &&
      this.place === null &&
      this.job === 'by' &&
      names.length === 1 &&
      wordCount(text) <= 2
    ) {
      this.place = text;
      return true;
    }
    for (const name of names) this.add(name, this.isAgency(placeKey(name)));
    return true;
  }

  private splitNames(text: string): readonly string[] {
    return text.split(/\s*[,،;؛]\s*/u).flatMap((part) => this.splitAnd(part.split(' ')));
  }

  private splitAnd(words: readonly string[]): readonly string[] {
    const names: string[][] = [[]];
    for (const [index, word] of words.entries()) {
      const key = fold(word);
      const current = names.at(-1);
      const prefix = this.words.andPrefix;
      if (this.words.and.has(key) && index > 0) names.push([]);
      else if (
        prefix !== null &&
        key.length > 3 &&
        key.startsWith(prefix) &&
        (current?.length ?? 0) >= 2 &&
        words.length - index >= 2 &&
        !this.words.notAnd.some((name) => key.startsWith(name))
      ) {
        names.push([word.slice(prefix.length)]);
      } else current?.push(word);
    }
    return names.map((name) => name.join(' ')).filter((name) => name !== '');
  }

  /** Letters only, two to six short words (one where something else speaks for it), none that names never hold. */
  private isName(name: string, least: number): boolean {
    const words = name.split(' ');
    if (words.length < least || words.length > NAME_WORDS || name.length > 45) return false;
    return words.every((word) => NAME_WORD.test(word) && !this.words.never.has(fold(word)));
  }
}

const NAME_WORD = /^[\p{L}\p{M}][\p{L}\p{M}\u0640\u200c.'’"״׳־-]*$/u;

function wordCount(text: string): number {
  return text.split(' ').length;
}
