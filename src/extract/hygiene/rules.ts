/** The visible faults of typing as data: how each is found, what is said, and what would mend it. */
import { languageOf } from '../../language-tag.js';
import type { Severity } from '../../model.js';
import { ARABIC_YA_KAF, LATIN_PUNCTUATION, LOOSE_PUNCTUATION, MISREAD, TWO_DIGITS } from './survey.js';

/** A fault of typing that readers see. */
export interface Rule {
  /** Stable kebab-case name. */
  readonly id: string;
  readonly severity: Severity;
  /** Global; every match in a line is one finding. Linear on any input. */
  readonly pattern: RegExp;
  /** Bits of the survey of which a line must have one. */
  readonly needs: number;
  /** Languages it holds for; absent = all. */
  readonly only?: readonly string[];
  /** A match that is none after all. */
  readonly unless?: (line: string, at: number, match: string) => boolean;
  readonly message: (match: string) => string;
  /** The mended text in place of a match; absent = only an editor can tell. */
  readonly mend?: (match: string) => string;
}

/** Languages that write ی and ک. */
const PERSIAN_LETTERS = ['fa', 'prs', 'ur', 'ckb'];
/** Languages written in Arabic script or Thaana: they have their own comma, semicolon and question mark. */
const OWN_PUNCTUATION = ['ar', 'fa', 'prs', 'ur', 'ps', 'ckb', 'sd', 'ug', 'dv'];

const ASCII_DIGIT = '0-9';
const ARABIC_DIGIT = '\\u0660-\\u0669';
const PERSIAN_DIGIT = '\\u06f0-\\u06f9';
const LETTER =
  '\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06ff\\u0780-\\u07b1';
const MARK = '\\u064b-\\u065f\\u0670';

const PUNCTUATION: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };
const NAMES: Readonly<Record<string, string>> = { ',': 'comma', ';': 'semicolon', '?': 'question mark' };

/** Two or more different digits families between which nothing but a number's own marks stands. */
const MIXED = [
  `[${ASCII_DIGIT}][.,٫٬/:-]?[${ARABIC_DIGIT}${PERSIAN_DIGIT}]`,
  `[${ARABIC_DIGIT}][.,٫٬/:-]?[${ASCII_DIGIT}${PERSIAN_DIGIT}]`,
  `[${PERSIAN_DIGIT}][.,٫٬/:-]?[${ASCII_DIGIT}${ARABIC_DIGIT}]`,
].join('|');

/** Every fault that is looked for, in the order in which they are mended. */
export const RULES: readonly Rule[] = [
  {
    id: 'latin-punctuation',
    severity: 'info',
    needs: LATIN_PUNCTUATION,
    only: OWN_PUNCTUATION,
    pattern: new RegExp(`(?<=[${LETTER}${MARK}»”)\\]] ?)[,;?](?=\\s|$|[${LETTER}«“(])`, 'gu'),
    // A comma in a list of Latin words or numbers is theirs.
    unless: (line, at) => /[A-Za-z0-9]/u.test(line.charAt(at - 1)),
    message: (match) =>
      `A Latin ${NAMES[match] ?? 'mark'} stands among letters that have their own: ${PUNCTUATION[match] ?? ''}`,
    mend: (match) => PUNCTUATION[match] ?? match,
  },
  {
    id: 'arabic-letter-in-persian',
    severity: 'info',
    needs: ARABIC_YA_KAF,
    only: PERSIAN_LETTERS,
    pattern: /[يك]/gu,
    message: (match) =>
      `The Arabic letter ${match} stands in this text instead of ${match === 'ي' ? 'ی' : 'ک'}: search will not find the word.`,
    mend: (match) => (match === 'ي' ? 'ی' : 'ک'),
  },
  {
    id: 'mixed-digits',
    severity: 'warning',
    needs: TWO_DIGITS,
    pattern: new RegExp(MIXED, 'gu'),
    message: () => 'One number is written with two families of digits.',
  },
  {
    id: 'doubled-punctuation',
    severity: 'info',
    needs: LOOSE_PUNCTUATION,
    // Two dots are a pause in Arabic headlines and no mistake.
    pattern: /(?<![،؛])(?:،[ ،]*،|؛[ ؛]*؛)|(?<=[\u0590-\u06ff\u0780-\u07b1]),[ ,]*,(?=\s|$)/gu,
    message: (match) => `“${match}” is typed twice.`,
    mend: (match) => match.charAt(0),
  },
  {
    id: 'space-before-punctuation',
    severity: 'info',
    needs: LOOSE_PUNCTUATION,
    pattern: new RegExp(`(?<=[${LETTER}${MARK}]) +[،؛؟](?=\\s|$)`, 'gu'),
    message: () => 'There is a space before a punctuation mark.',
    mend: (match) => match.trimStart(),
  },
  {
    id: 'mojibake',
    severity: 'warning',
    needs: MISREAD,
    pattern:
      /(?:[ØÙÚÛ×Ã][\u00a0-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]){2,}|[طظ][\u00a1-\u00bf\u2020-\u203a\u20ac\u2122][طظ]/gu,
    message: () =>
      'This looks like text that was decoded with the wrong table, but it is too damaged to be put right.',
  },
];

const byLang = new Map<string, readonly Rule[]>();

/** The rules that hold for a language. */
export function rulesFor(lang: string): readonly Rule[] {
  const code = languageOf(lang).toLowerCase();
  let rules = byLang.get(code);
  if (rules === undefined) {
    rules = RULES.filter(({ only }) => only === undefined || only.includes(code));
    byLang.set(code, rules);
  }
  return rules;
}
