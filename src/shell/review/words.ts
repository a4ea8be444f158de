/** What the review calls things: roles, reasons and problems as names of interface strings. */
import type { TextKey } from '../../locales/strings/index.js';
import type { Role, Severity } from '../../model.js';

/** The interface string of each role. */
export const ROLE_WORDS: Readonly<Record<Role, TextKey>> = {
  section: 'roleSection',
  headline: 'roleHeadline',
  deck: 'roleDeck',
  byline: 'roleByline',
  dateline: 'roleDateline',
  body: 'roleBody',
  subhead: 'roleSubhead',
  pullquote: 'pullQuote',
  quote: 'roleQuote',
  caption: 'imageCaption',
  list: 'roleList',
  readalso: 'readAlso',
  furniture: 'roleFurniture',
  meta: 'roleMeta',
};

/** The interface string of each severity. */
export const SEVERITY_WORDS: Readonly<Record<Severity, TextKey>> = {
  error: 'severityError',
  warning: 'severityWarning',
  info: 'severityInfo',
};

const PROBLEMS: Readonly<Record<string, TextKey>> = {
  'no-headline': 'problemNoHeadline',
  'no-text': 'reportNoResult',
  'incomplete-date': 'problemUnsureDate',
  'impossible-date': 'problemUnsureDate',
  'relative-date': 'problemUnsureDate',
  'unbalanced-quote': 'problemUnbalancedQuote',
  'unbalanced-bracket': 'problemUnbalancedQuote',
  'bidi-control': 'problemUnsafeBidi',
  'mixed-digits': 'problemMixedDigits',
  'latin-punctuation': 'problemLatinPunctuation',
  'arabic-letter-in-persian': 'problemWrongLetters',
  'presentation-form': 'problemPresentationForms',
  'visual-order': 'problemReversed',
  'lost-letter': 'problemGarbled',
  mojibake: 'problemGarbled',
  'mojibake-undone': 'problemGarbled',
  'encoding-converted': 'problemEncoding',
  'encoding-unknown': 'problemEncoding',
  'not-text': 'problemUnreadable',
  'file-unreadable': 'problemUnreadable',
  'file-too-large': 'problemUnreadable',
};

/** The word for a problem; null when the language tables have none. */
export function problemWord(id: string): TextKey | null {
  return PROBLEMS[id] ?? null;
}

/** Families of reasons by the name of the rule: the first pattern that fits counts. */
const REASONS: readonly (readonly [pattern: RegExp, word: TextKey])[] = [
  [/^site-/, 'reasonRule'],
  [/^side-car$/, 'reasonCorrection'],
  [/^(?:markdown|stated-headline)$/, 'reasonForm'],
  [/^(?:cue-|furniture-|label-|section-path|embed|link|handle|copyright)/, 'reasonPhrase'],
  [/^byline-/, 'reasonByline'],
  [/^(?:date-|time-|relative|starts-with-time)/, 'reasonDate'],
  [/^(?:stands-|repeat|extends-|words-of-body|part-of-headline|.*-repeat$)/, 'reasonRepeat'],
  [
    /^(?:previous-|next-|above-|under-|tight-|.*-run$|run-of|last-of|between-long|short-above)/,
    'reasonNeighbours',
  ],
  [
    /(?:line$|^tiny-text$|body|headline|-below$|-above$|^title-|^first-|^last-|^second-|^after-|^before-)/,
    'reasonPlace',
  ],
];

/** Why a line has its role, as a word of the language tables. */
export function reasonWord(rule: string): TextKey {
  return REASONS.find(([pattern]) => pattern.test(rule))?.[1] ?? 'reasonShape';
}
