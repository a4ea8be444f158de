/** Which language a text is in: its script first, then letters and small words that tell languages of a script apart. */
import { languages } from '../languages/index.js';
import type { Lang } from '../model.js';

const SAMPLE = 3000;
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

/** Small word → numbers of the languages that use it. */
const WORDS: ReadonlyMap<string, readonly number[]> = (() => {
  const map = new Map<string, number[]>();
  CODES.forEach((code, index) => {
    for (const word of (languages[code]?.words ?? '').split(' ')) {
      if (word === '') continue;
      const list = map.get(word);
      if (list === undefined) map.set(word, [index]);
      else if (!list.includes(index)) list.push(index);
    }
  });
  return map;
})();

/** Per letter: which profiles count it as their own, which as foreign. */
const LETTERS: ReadonlyMap<number, { readonly own: readonly number[]; readonly foreign: readonly number[] }> =
  (() => {
    const map = new Map<number, { own: number[]; foreign: number[] }>();
    const entry = (char: string) => {
      const code = char.charCodeAt(0);
      const known = map.get(code) ?? { own: [], foreign: [] };
      map.set(code, known);
      return known;
    };
    PROFILES.forEach((profile, index) => {
      for (const char of profile.letters) entry(char).own.push(index);
      for (const char of profile.foreign) entry(char).foreign.push(index);
    });
    return map;
  })();

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
  const sample = takeSample(texts);
  const counts: Record<Script, number> = { arabic: 0, hebrew: 0, thaana: 0, latin: 0 };
  const own = new Float64Array(PROFILES.length);
  const foreign = new Float64Array(PROFILES.length);
  let letters = 0;
  for (let index = 0; index < sample.length; index++) {
    const code = sample.charCodeAt(index);
    const script = scriptOf(code);
    if (script === null) continue;
    counts[script]++;
    letters++;
    const entry = LETTERS.get(code);
    if (entry === undefined) continue;
    for (const profile of entry.own) own[profile] = (own[profile] as number) + 1;
    for (const profile of entry.foreign) foreign[profile] = (foreign[profile] as number) + 1;
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
  const words = new Float64Array(PROFILES.length);
  let total = 0;
  for (const word of sample.toLowerCase().split(/[\s.,:،؛؟"“”«»()!]+/)) {
    total++;
    for (const profile of WORDS.get(word) ?? []) words[profile] = (words[profile] as number) + 1;
  }
  let best = -1;
  let second = -1;
  const scores = PROFILES.map((profile, index) => {
    if (profile.script !== script) return Number.NEGATIVE_INFINITY;
    const share = (words[index] as number) / Math.max(1, total);
    return 4 * share + ((own[index] as number) - 4 * (foreign[index] as number)) / letters;
  });
  scores.forEach((score, index) => {
    if (score === Number.NEGATIVE_INFINITY) return;
    if (best < 0 || score > (scores[best] as number)) {
      second = best;
      best = index;
    } else if (second < 0 || score > (scores[second] as number)) second = index;
  });
  const found = PROFILES[best];
  if (found === undefined) return { lang: fallback, confidence: 0 };
  const lead = second < 0 ? 1 : (scores[best] as number) - (scores[second] as number);
  return { lang: found.code, confidence: Math.min(1, lead * 2) };
}

/** The longest lines, up to a few thousand characters; presentation forms made letters. */
function takeSample(texts: readonly string[]): string {
  let sample = '';
  for (const least of [100, 40, 0]) {
    for (const text of texts) {
      if (sample.length >= SAMPLE) break;
      if (text.length >= least && (least === 100 || text.length < (least === 40 ? 100 : 40))) {
        sample += ` ${text.slice(0, 600)}`;
      }
    }
    if (sample.length >= 400) break;
  }
  return /[\ufb1d-\ufefc]/.test(sample) ? sample.normalize('NFKC') : sample;
}
