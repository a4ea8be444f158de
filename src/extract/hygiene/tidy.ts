/**
 * Repairs that nobody can see and nobody can doubt, for text that goes to a page: junk spaces, invisible characters,
 * bidi overrides, presentation forms, runs of tatweel. The article file itself is never changed.
 */
import { hasForms, unform } from './presentation-forms.js';
import { NON_JOINER, survey, UNSEEN } from './survey.js';

/** What was repaired, as stable names. */
export const REPAIRS = [
  'junk-space',
  'invisible-character',
  'bidi-control',
  'useless-mark',
  'zero-width-non-joiner',
  'tatweel-run',
  'presentation-form',
] as const;
export type Repair = (typeof REPAIRS)[number];

export interface Tidied {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

const JOINER_EDGE = /\u200c(?![\p{L}\p{M}])|(?<![\p{L}\p{M}])\u200c/u;

const NOTHING: readonly Repair[] = [];

/** Tidies a piece of text without line ends. `lang` decides whether U+200C is spelling. */
export function tidy(text: string, lang: string): Tidied {
  const bits = survey(text);
  const suspicious = (bits & UNSEEN) !== 0;
  const joiners = (bits & NON_JOINER) !== 0;
  if (!suspicious && !joiners) return { text, repairs: NOTHING };
  const repairs: Repair[] = [];
  let tidied = text;
  const apply = (repair: Repair, pattern: RegExp, by: string): void => {
    const next = tidied.replace(pattern, by);
    if (next === tidied) return;
    tidied = next;
    if (!repairs.includes(repair)) repairs.push(repair);
  };
  if (suspicious) {
    if (hasForms(tidied)) {
      tidied = unform(tidied);
      repairs.push('presentation-form');
    }
    apply('junk-space', /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\t]+/gu, ' ');
    apply(
      'invisible-character',
      /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc\p{Cc}]/gu,
      '',
    );
    apply('bidi-control', /[\u202a-\u202e\u2066-\u2069\u061c]/gu, '');
    apply('useless-mark', /([\u200e\u200f])[\u200e\u200f]+/gu, '$1');
    apply('useless-mark', USELESS, '');
    apply('tatweel-run', /(?<=[^\P{L}\u0640]|\p{M})\u0640{2,}(?=[^\P{L}\u0640]|\p{M})/gu, '\u0640');
  }
  if (joiners) {
    apply('zero-width-non-joiner', /\u200c{2,}/gu, '\u200c');
    if (JOINER_EDGE.test(tidied)) apply('zero-width-non-joiner', new RegExp(JOINER_EDGE.source, 'gu'), '');
    if (!NEEDS_NON_JOINER.has(lang.split('-')[0] ?? '')) apply('zero-width-non-joiner', NEEDLESS, '');
  }
  return { text: tidied, repairs };
}

/** RLM and LRM that change nothing: at the ends, and between letters of their own direction. */
const RIGHT = '\\u05d0-\\u05f2\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u0780-\\u07a5';
const USELESS = new RegExp(
  `^\\u200f|\\u200f$|(?<=[${RIGHT}])\\u200f(?=[${RIGHT}])|(?<=[A-Za-z])\\u200e(?=[A-Za-z])|^\\u200e(?=[A-Za-z])|(?<=[A-Za-z])\\u200e$`,
  'gu',
);

/** Languages that spell with U+200C. */
const NEEDS_NON_JOINER: ReadonlySet<string> = new Set([
  'fa',
  'prs',
  'ur',
  'ps',
  'ckb',
  'ku',
  'sd',
  'ug',
  'azb',
  'mzn',
  'glk',
  'lrc',
  'bal',
]);
/** Elsewhere it goes where it does nothing: after a letter that never joins, or outside Arabic script. */
const NEEDLESS = /(?<=[اأإآٱدذرزژوؤةىء])\u200c|(?<![\u0620-\u06ff])\u200c|\u200c(?![\u0620-\u06ff])/gu;
