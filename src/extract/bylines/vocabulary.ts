/** What bylines are made of in each language, folded and made ready to be looked up. */

import { fold, trimEdges } from '../../fold.js';
import { languageOf } from '../../language-tag.js';
import { BYLINE_WORDS, type BylineWords } from '../../languages/bylines/index.js';

/** What the persons behind a label did. */
export type Job = 'by' | 'translators' | 'photographers';

/** The words of a language that bylines are made of, folded. */
export interface Vocabulary {
  readonly labels: ReadonlyMap<string, Job>;
  readonly agencies: ReadonlySet<string>;
  readonly agencyWords: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  readonly andPrefix: string | null;
  readonly notAnd: readonly string[];
  readonly from: readonly string[];
  readonly places: ReadonlySet<string>;
  readonly placeWords: ReadonlySet<string>;
  readonly occupations: ReadonlySet<string>;
  readonly never: ReadonlySet<string>;
  /** First and last words of labels, first words of agencies, last words of places: most lines hold none of them. */
  readonly labelFirst: ReadonlySet<string>;
  readonly labelLast: ReadonlySet<string>;
  readonly agencyFirst: ReadonlySet<string>;
  readonly placeLast: ReadonlySet<string>;
}

/** The key of a place or an agency: folded, without hyphens and apostrophes. */
export function placeKey(text: string): string {
  const folded = fold(/[.,،]$/u.test(text) ? text.replace(/[.,،]+$/u, '') : text);
  return /[-']/.test(folded) ? folded.replaceAll('-', ' ').replaceAll("'", '') : folded;
}

const built = new Map<string, Vocabulary>();

/** The vocabulary of a language with that of English, which bylines of all languages borrow from. */
export function vocabulary(lang: string): Vocabulary {
  const code = languageOf(lang).toLowerCase();
  const key = Object.hasOwn(BYLINE_WORDS, code) ? code : code === 'prs' ? 'fa' : 'en';
  const known = built.get(key);
  if (known !== undefined) return known;
  const tables = [BYLINE_WORDS[key], key === 'en' ? undefined : BYLINE_WORDS.en].filter(
    (table) => table !== undefined,
  );
  const made = build(tables);
  built.set(key, made);
  return made;
}

function build(tables: readonly BylineWords[]): Vocabulary {
  const labels = new Map<string, Job>();
  const collect = (pick: (words: BylineWords) => readonly string[]): string[] =>
    tables.flatMap(pick).map(placeKey);
  for (const table of tables) {
    for (const job of ['by', 'translators', 'photographers'] as const) {
      for (const word of table[job]) if (!labels.has(fold(word))) labels.set(fold(word), job);
    }
  }
  const agencies = collect((words) => words.agencies);
  const places = collect((words) => words.places.split('|'));
  return {
    labels,
    agencies: new Set([...agencies, ...agencies.map((name) => name.replace(/[. ]/gu, ''))]),
    agencyWords: new Set(collect((words) => words.agencyWords)),
    and: new Set(collect((words) => words.and)),
    andPrefix: tables[0]?.andPrefix ?? null,
    notAnd: tables[0]?.notAnd.map(fold) ?? [],
    from: collect((words) => words.from),
    places: new Set(places),
    placeWords: new Set(collect((words) => words.placeWords ?? [])),
    occupations: new Set(collect((words) => words.occupations ?? [])),
    never: new Set(collect((words) => words.never)),
    labelFirst: new Set([...labels.keys()].map(firstWord)),
    labelLast: new Set([...labels.keys()].map(lastWord)),
    agencyFirst: new Set(agencies.map(firstWord)),
    placeLast: new Set(places.map(lastWord)),
  };
}

function firstWord(phrase: string): string {
  return trimEdges(phrase.split(' ')[0] ?? '');
}

function lastWord(phrase: string): string {
  return trimEdges(phrase.split(' ').at(-1) ?? '');
}

/** Whether a text says what an author is, and not who: `writer and translator`. */
export function namesOccupation(text: string, lang: string): boolean {
  return vocabulary(lang).occupations.has(placeKey(firstWord(text)));
}
