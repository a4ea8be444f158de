/**
 * Learns rules of a site from the lines that return in its articles. One text of a newspaper differs from the next; what
 * stands in many of them word for word is part of their pages. Pure: texts are handed in one by one, nothing of them
 * is kept but the keys of their short lines.
 */

import { fold } from '../../fold.js';
import type { Extraction, Role, Source } from '../../model.js';
import { type Learned, propose } from './propose.js';
import { type CompiledRules, compileRules, type Rules, wholeKey } from './rules.js';

/** Longer lines are paragraphs. */
const LONGEST = 160;
const EXAMPLES = 5;
const TITLES = 12;

/** A line and the texts that it stands in. */
export interface Recurring {
  /** As first written. */
  readonly text: string;
  /** The digits differ from text to text. */
  varies: boolean;
  files: number;
  last: number;
  readonly roles: Map<Role, number>;
  /** A rule of the site decides it already. */
  ruled: boolean;
  above: number;
  inside: number;
  below: number;
  readonly examples: { readonly file: string; readonly line: number }[];
  /** Headlines of the texts that it stands in, folded, a few: copies of one article prove nothing. */
  readonly titles: Set<string>;
  /** Keys of the lines right below it, a few. */
  readonly next: Set<string>;
}

/** Reads the articles of a site one by one and counts the lines that return. */
export class Learner {
  readonly #rules: CompiledRules;
  readonly #lines = new Map<string, Recurring>();
  readonly #headlines = new Set<string>();
  readonly #sections = new Map<string, number>();
  #files = 0;

  /** `rules`: those that the texts were understood with. */
  constructor(rules: Rules) {
    this.#rules = compileRules(rules);
  }

  /** Takes up one text. */
  add(
    { path, lines }: Pick<Source, 'path' | 'lines'>,
    { article, roles, evidence }: Pick<Extraction, 'article' | 'roles' | 'evidence'>,
  ): void {
    const file = this.#files++;
    const headline = article.headline === null ? '' : keyOf(article.headline);
    if (headline !== '') this.#headlines.add(headline);
    const title = article.headline === null ? path : fold(article.headline);
    if (article.section !== null) {
      this.#sections.set(article.section, (this.#sections.get(article.section) ?? 0) + 1);
    }
    const ruled = new Set(evidence.filter(({ rule }) => rule === 'site-rule').map(({ line }) => line));
    const first = roles.indexOf('body');
    const last = roles.lastIndexOf('body');
    const keys = lines.map((line, index) => {
      const role = roles[index] ?? null;
      return role === null || role === 'meta' || line.length > LONGEST ? '' : keyOf(line);
    });
    for (const [index, key] of keys.entries()) {
      if (key === '') continue;
      const line = (lines[index] ?? '').trim();
      const role = roles[index] ?? 'body';
      const known = this.#find(key, line);
      if (known.last === file) continue;
      known.last = file;
      known.files++;
      if (!known.varies && line !== known.text) known.varies = numbersOf(line) !== numbersOf(known.text);
      known.roles.set(role, (known.roles.get(role) ?? 0) + 1);
      if (ruled.has(index + 1)) known.ruled = true;
      if (first < 0 || index < first) known.above++;
      else if (index <= last) known.inside++;
      else known.below++;
      if (known.examples.length < EXAMPLES) known.examples.push({ file: path, line: index + 1 });
      if (known.titles.size < TITLES) known.titles.add(title);
      const below = keys.slice(index + 1, index + 3).find((each) => each !== '');
      if (below !== undefined && below !== headline && known.next.size < TITLES) known.next.add(below);
    }
  }

  /** What is proposed; a line counts from `least` texts on. The most frequent first. */
  proposals(least: number): readonly Learned[] {
    const lines = [...this.#lines.values()].filter((line) => line.files >= least);
    return propose(lines, this.#ownSections(), this.#headlines, this.#rules, { files: this.#files, least });
  }

  /** How many texts were taken up. */
  get files(): number {
    return this.#files;
  }

  /** Without what is a section in a few texts and something else in most. */
  #ownSections(): ReadonlyMap<string, number> {
    return new Map(
      [...this.#sections].filter(([name]) => {
        const line = this.#lines.get(keyOf(name));
        return line === undefined || (line.roles.get('section') ?? 0) >= line.files / 2;
      }),
    );
  }

  #find(key: string, text: string): Recurring {
    const known = this.#lines.get(key);
    if (known !== undefined) return known;
    const fresh: Recurring = {
      text,
      varies: false,
      files: 0,
      last: -1,
      roles: new Map(),
      ruled: false,
      above: 0,
      inside: 0,
      below: 0,
      examples: [],
      titles: new Set(),
      next: new Set(),
    };
    this.#lines.set(key, fresh);
    return fresh;
  }
}

/** Equal for lines that differ in marks, decoration and numbers; empty for lines without two letters. */
export function keyOf(line: string): string {
  const key = wholeKey(fold(line)).replace(/\d+/g, '#');
  return /\p{L}{2}/u.test(key) ? key : '';
}

function numbersOf(line: string): string {
  return (fold(line).match(/\d+/g) ?? []).join(' ');
}
