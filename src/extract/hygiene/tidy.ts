/**
 * Repairs that nobody can see and nobody can doubt, for text that goes to a page: junk spaces, invisible characters,
 * bidi overrides, presentation forms, runs of tatweel. The article file itself is never changed.
 */
import { languageOf } from '../../language-tag.js';
import { hasForms } from './presentation-forms.js';
import { NON_JOINER, survey, UNSEEN } from './survey.js';
import { straighten } from './visual-order.js';

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
/** See `REPAIRS`. */
export type Repair = (typeof REPAIRS)[number];

/** A text after its repairs. */
export interface Tidied {
  readonly text: string;
  readonly repairs: readonly Repair[];
}

const NOTHING: readonly Repair[] = [];

/** RLM and LRM that change nothing: at the ends, and between letters of their own direction. */
const RIGHT = '\\u05d0-\\u05f2\\u0620-\\u063f\\u0641-\\u064a\\u0671-\\u06d3\\u0780-\\u07a5';
const NEEDLESS_INSIDE = `(?<=[${RIGHT}])\\u200f(?=[${RIGHT}])|(?<=[A-Za-z])\\u200e(?=[A-Za-z])`;
const NEEDLESS_AT_ENDS = '^\\u200f|\\u200f$|^\\u200e(?=[A-Za-z])|(?<=[A-Za-z])\\u200e$';

interface Step {
  readonly repair: Repair;
  readonly pattern: RegExp;
  readonly by: string;
  /** Only where the text is a whole line: inside one, a mark at the end may do its work. */
  readonly wholeOnly?: true;
}

const STEPS: readonly Step[] = [
  { repair: 'junk-space', pattern: /[\u00a0\u2000-\u200a\u202f\u205f\u3000\u2028\u2029\t]+/gu, by: ' ' },
  {
    repair: 'invisible-character',
    pattern: /[\u00ad\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffc]|[^\P{Cc}\n]/gu,
    by: '',
  },
  { repair: 'bidi-control', pattern: /[\u202a-\u202e\u2066-\u2069\u061c]/gu, by: '' },
  { repair: 'useless-mark', pattern: /([\u200e\u200f])[\u200e\u200f]+/gu, by: '$1' },
  { repair: 'useless-mark', pattern: new RegExp(NEEDLESS_INSIDE, 'gu'), by: '' },
  { repair: 'useless-mark', pattern: new RegExp(NEEDLESS_AT_ENDS, 'gu'), by: '', wholeOnly: true },
  {
    repair: 'tatweel-run',
    pattern: /(?<=[^\P{L}\u0640]|\p{M})\u0640{2,}(?=[^\P{L}\u0640]|\p{M})/gu,
    by: '\u0640',
  },
];

/** Languages that spell with U+200C. */
const NEEDS_NON_JOINER: ReadonlySet<string> = new Set(
  'fa prs ur ps ckb ku sd ug azb mzn glk lrc bal'.split(' '),
);
const JOINER = { repair: 'zero-width-non-joiner', by: '' } as const;
const JOINERS: readonly Step[] = [
  { ...JOINER, pattern: /\u200c{2,}/gu, by: '\u200c' },
  { ...JOINER, pattern: /\u200c(?=[^\p{L}\p{M}])|(?<=[^\p{L}\p{M}])\u200c/gu },
  { ...JOINER, pattern: /^\u200c|\u200c$/gu, wholeOnly: true },
];
/** Elsewhere it goes where it does nothing: after a letter that never joins, or outside Arabic script. */
const JOINERS_ELSEWHERE: readonly Step[] = [
  ...JOINERS,
  {
    ...JOINER,
    pattern: /(?<=[اأإآٱدذرزژوؤةىء]|[^\u0620-\u06ff])\u200c|\u200c(?=[^\u0620-\u06ff])/gu,
  },
];

/**
 * Tidies a piece of text without line ends. `lang` decides whether U+200C is spelling; `bits` is its survey; `whole`:
 * it is all of its line.
 */
export function tidy(text: string, lang: string, bits = survey(text), whole = true): Tidied {
  const suspicious = (bits & UNSEEN) !== 0;
  const joiners = (bits & NON_JOINER) !== 0;
  if (!suspicious && !joiners) return { text, repairs: NOTHING };
  const repairs: Repair[] = [];
  let tidied = text;
  const apply = ({ repair, pattern, by }: Step): void => {
    const next = tidied.replace(pattern, by);
    if (next === tidied) return;
    tidied = next;
    if (!repairs.includes(repair)) repairs.push(repair);
  };
  if (suspicious) {
    if (hasForms(tidied)) {
      tidied = straighten([tidied]).lines.join('');
      repairs.push('presentation-form');
    }
    for (const step of STEPS) if (whole || step.wholeOnly !== true) apply(step);
  }
  if (joiners) {
    const steps = NEEDS_NON_JOINER.has(languageOf(lang)) ? JOINERS : JOINERS_ELSEWHERE;
    for (const step of steps) if (whole || step.wholeOnly !== true) apply(step);
  }
  return { text: tidied, repairs };
}

/** Where a repair is made first in a text, as it came: index of the character; 0 where that cannot be told. */
export function placeOf(repair: Repair, text: string): number {
  if (repair === 'presentation-form') return Math.max(0, text.search(/[\ufb1d-\ufdcf\ufe70-\ufefc]/u));
  const steps = repair === 'zero-width-non-joiner' ? JOINERS_ELSEWHERE : STEPS;
  const found = steps
    .filter((step) => step.repair === repair)
    .map(({ pattern }) => text.search(pattern))
    .filter((at) => at >= 0);
  return found.length === 0 ? 0 : Math.min(...found);
}
