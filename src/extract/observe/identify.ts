/** Which language a text is in: its script first, then letters and small words that tell languages of a script apart. */
import { languages } from '../../languages/index.js';
import type { Lang } from '../../model.js';

const SAMPLE = 1200;
const CODES = Object.keys(languages);

type Script = 'arabic' | 'hebrew' | 'thaana' | 'latin';

function scriptOf(code: number): Script | null {
  if (
    (code >= 0x620 && code <= 0x6ff) ||
    (code >= 0x750 && code <= 0x77f) ||
    (code >= 0x8a0 && code <= 0x8ff)
  ) {
    return 'arabic';
  }
  if (code >= 0xfb50 && code <= 0xfefc) return 'arabic';
  if ((code >= 0x5d0 && code <= 0x5f2) || (code >= 0xfb1d && code <= 0xfb4f)) return 'hebrew';
  if (code >= 0x780 && code <= 0x7bf) return 'thaana';
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 'latin';
  return null;
}

interface Profile {
  readonly code: Lang;
  readonly script: Script;
  readonly letters: ReadonlySet<string>;
  readonly foreign: ReadonlySet<string>;
}

const PROFILES: readonly Profile[] = CODES.map((code) => {
  const language = languages[code];
  if (language === undefined) throw new Error(`no language ${code}`);
  return {
    code,
    script: scriptOf(language.name.charCodeAt(0)) ?? 'latin',
    letters: new Set(language.letters),
    foreign: new Set(language.foreign),
  };
});

/** A small word and the numbers of the languages that use it. */
interface SmallWord {
  readonly word: string;
  readonly profiles: readonly number[];
}

/** Hash of a small word → the words that have it: a text is searched for them without cutting it into words. */
const WORDS: ReadonlyMap<number, readonly SmallWord[]> = (() => {
  const users = new Map<string, number[]>();
  CODES.forEach((code, index) => {
    for (const word of (languages[code]?.words ?? '').split(' ')) {
      if (word === '') continue;
      const list = users.get(word);
      if (list === undefined) users.set(word, [index]);
      else if (!list.includes(index)) list.push(index);
    }
  });
  const map = new Map<number, SmallWord[]>();
  for (const [word, profiles] of users) {
    let hash = 0;
    for (let index = 0; index < word.length; index++) hash = addToHash(hash, word.charCodeAt(index));
    map.set(hash, [...(map.get(hash) ?? []), { word, profiles }]);
  }
  return map;
})();

function addToHash(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) | 0;
}

/** What ends a word: white space, stops, commas, quotation marks, brackets. */
const ENDS_WORD: Uint8Array = (() => {
  const ends = new Uint8Array(0x10000);
  for (let code = 0; code < ends.length; code++) {
    if (/[\s.,:،؛؟"“”«»()!]/.test(String.fromCharCode(code))) ends[code] = 1;
  }
  return ends;
})();

/** What one occurrence of a letter is worth to a language; only letters that some language claims or rejects. */
interface Claim {
  readonly code: number;
  readonly profile: number;
  readonly worth: number;
}

const FOREIGN_COST = 4;

const CLAIMS: readonly Claim[] = PROFILES.flatMap((profile, index) => [
  ...[...profile.letters].map((char) => ({ code: char.charCodeAt(0), profile: index, worth: 1 })),
  ...[...profile.foreign].map((char) => ({ code: char.charCodeAt(0), profile: index, worth: -FOREIGN_COST })),
]);

/** Letters of the scripts that matter stand below this code; presentation forms are made letters first. */
const LETTERS = 0x800;
const SCRIPTS: readonly (Script | null)[] = Array.from({ length: LETTERS }, (_, code) => scriptOf(code));
const histogram = new Uint16Array(LETTERS);

/** The language of a text. `confidence`: 0 to 1, 0 where nothing tells. */
export interface Identified {
  readonly lang: Lang;
  /** 0 to 1: how far the runner-up is behind. */
  readonly confidence: number;
}

/**
 * The language of a text. Long lines count first: furniture is often in another language. A text without letters is
 * taken for the fallback.
 */
export function identify(texts: readonly string[], fallback: Lang = 'ar'): Identified {
  const counts: Record<Script, number> = { arabic: 0, hebrew: 0, thaana: 0, latin: 0 };
  const words = new Float64Array(PROFILES.length);
  histogram.fill(0);
  let letters = 0;
  let total = 0;
  for (const text of takeSample(texts)) total += count(text, words);
  for (let code = 0x41; code < LETTERS; code++) {
    const found = histogram[code] as number;
    if (found === 0) continue;
    const script = SCRIPTS[code];
    if (script === null || script === undefined) continue;
    counts[script] += found;
    letters += found;
  }
  if (letters === 0) return { lang: fallback, confidence: 0 };
  // names and terms in Latin letters are common on these pages: they decide only when they are nearly everything
  const rtl = counts.arabic + counts.hebrew + counts.thaana;
  let script: Script = 'latin';
  if (rtl * 4 >= counts.latin) {
    script = 'arabic';
    if (counts.hebrew > counts.arabic && counts.hebrew >= counts.thaana) script = 'hebrew';
    else if (counts.thaana > counts.arabic) script = 'thaana';
  }
  const worth = new Float64Array(PROFILES.length);
  for (const claim of CLAIMS) {
    worth[claim.profile] = (worth[claim.profile] as number) + claim.worth * (histogram[claim.code] ?? 0);
  }
  let best = -1;
  let second = -1;
  const scores = new Float64Array(PROFILES.length);
  for (let index = 0; index < PROFILES.length; index++) {
    if ((PROFILES[index] as Profile).script !== script) continue;
    const share = (words[index] as number) / Math.max(1, total);
    const score = 4 * share + (worth[index] as number) / Math.max(1, counts[script]);
    scores[index] = score;
    if (best < 0 || score > (scores[best] as number)) {
      second = best;
      best = index;
    } else if (second < 0 || score > (scores[second] as number)) second = index;
  }
  const found = PROFILES[best];
  if (found === undefined) return { lang: fallback, confidence: 0 };
  const lead = second < 0 ? 1 : (scores[best] as number) - (scores[second] as number);
  return { lang: found.code, confidence: Math.min(1, lead * 2) };
}

/** Counts the letters of a text in the histogram and its small words by language; returns how many words it has. */
function count(text: string, words: Float64Array): number {
  let total = 0;
  let start = 0;
  let hash = 0;
  for (let index = 0; index <= text.length; index++) {
    const code = index < text.length ? text.charCodeAt(index) : 0x20;
    if (ENDS_WORD[code] === 0) {
      hash = addToHash(hash, code);
      if (code < LETTERS) histogram[code] = (histogram[code] as number) + 1;
      continue;
    }
    if (index > start) {
      total++;
      for (const { word, profiles } of WORDS.get(hash) ?? NONE) {
        if (word.length !== index - start || !text.startsWith(word, start)) continue;
        for (const profile of profiles) words[profile] = (words[profile] as number) + 1;
      }
    }
    start = index + 1;
    hash = 0;
  }
  return total;
}

const NONE: readonly SmallWord[] = [];

/** The beginnings of the longest lines, up to a few thousand characters; presentation forms made letters. */
function takeSample(texts: readonly string[]): readonly string[] {
  const sample: string[] = [];
  let length = 0;
  for (const least of [100, 40, 0]) {
    for (const text of texts) {
      if (length >= SAMPLE) break;
      if (text.length >= least && (least === 100 || text.length < (least === 40 ? 100 : 40))) {
        const piece = text.slice(0, 400);
        length += piece.length + 1;
        sample.push(PRESENTATION.test(piece) ? piece.normalize('NFKC') : piece);
      }
    }
    if (length >= 400) break;
  }
  return sample;
}

const PRESENTATION = /[\ufb1d-\ufefc]/;
