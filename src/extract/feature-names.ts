/**
 * The names of all features and what each says about a line, for the evidence that an editor reads.
 * A feature is either true of a line or not; `weights.ts` has a number for every feature and state.
 */
import { CUES } from '../languages/index.js';

const DESCRIPTIONS: Record<string, string> = {
  always: 'the usual share of such lines',
  'length-0': 'it has hardly a letter',
  'length-1': 'it is a word or two',
  'length-2': 'it is a few words',
  'length-3': 'it is short',
  'length-4': 'it has the length of a headline',
  'length-5': 'it has the length of a long headline or short paragraph',
  'length-6': 'it has the length of a paragraph',
  'length-7': 'it is a long paragraph',
  'ends-with-stop': 'it ends like a sentence',
  'ends-with-colon': 'it ends with a colon',
  'ends-with-ellipsis': 'it breaks off with dots',
  'ends-with-question': 'it is a question',
  'inner-stop': 'it holds more than one sentence',
  'two-commas': 'it has several commas',
  'no-letters': 'it has no letter',
  'digits-only': 'it is only a number',
  'many-digits': 'it is mostly digits',
  'latin-only': 'it is in Latin letters only',
  'latin-glued': 'it is a row of names of services without spaces',
  separators: 'it is a row of items with separators',
  breadcrumb: 'it is a path of pages',
  bracketed: 'it stands in brackets as a whole',
  'opens-quote': 'it begins with a quotation mark that is never closed',
  quoted: 'it stands in quotation marks as a whole',
  'starts-with-quote': 'it begins with a quotation mark',
  'lone-quote': 'it is a quotation mark alone',
  'ellipsis-around': 'it begins with dots, as a passage cut out',
  'starts-with-dash': 'it begins with a dash',
  bullet: 'it begins with a bullet',
  numbered: 'it begins with the number of an item',
  star: 'it is marked with a star',
  copyright: 'it has a copyright sign',
  link: 'it has a web or mail address',
  embed: 'it is part of an embedded post',
  handle: 'it has the name of an account',
  verse: 'it is a line of verse in two halves',
  tabs: 'it has columns set apart by tabs',
  'name-like': 'it looks like a person’s name',
  'one-word': 'it is one word',
  'starts-with-opener': 'it begins like a sentence of a report',
  'furniture-words-some': 'some of its words are those of buttons and forms',
  'furniture-words-half': 'half of its words are those of buttons and forms',
  'furniture-words-all': 'its words are those of buttons and forms',
  'furniture-phrase': 'it is a known phrase of page furniture',
  'furniture-start': 'it begins with a known phrase of page furniture',
  'furniture-inside': 'it holds a known phrase of page furniture',
  'section-path': 'the last part of its path is a known section',
  'label-with-value': 'it is a label with its value',
  'date-only': 'it is a date and nothing else',
  'date-mostly': 'it is mostly a date',
  'date-inside': 'it holds a full date',
  'time-only': 'it is a time of day',
  relative: 'it is a relative time such as “two hours ago”',
  'first-line': 'it is the first line of the text',
  'second-line': 'it is the second line of the text',
  'last-line': 'it is the last line of the text',
  'before-body': 'it stands before the body',
  'just-before-body': 'it stands right before the body',
  'near-before-body': 'it stands shortly before the body',
  'far-before-body': 'it stands far above the body',
  'body-first': 'it opens the body',
  'in-body': 'it stands inside the body',
  'body-last': 'it closes the body',
  'just-after-body': 'it stands right after the body',
  'near-after-body': 'it stands shortly after the body',
  'far-after-body': 'it stands far below the body',
  'after-end-label': 'a label that ends articles stands above it',
  'after-headline': 'the likeliest headline stands right above it',
  'between-headline-and-body': 'it stands between the likeliest headline and the body',
  'before-headline': 'it stands above the likeliest headline',
  'just-before-headline': 'it stands right above the likeliest headline',
  'no-headline': 'nothing above the body looks like a headline',
  headline: 'it is the likeliest headline: by its place, its length and the words it shares with the body',
  'words-of-body-most': 'most of its words return in the body',
  'words-of-body-some': 'some of its words return in the body',
  'words-of-body-none': 'none of its words returns in the body',
  'stands-twice': 'the same line stands elsewhere too',
  'stands-twice-first': 'it is the first of two equal lines',
  'stands-often': 'the same line stands three times or more',
  'repeats-headline': 'it repeats the likeliest headline',
  'extends-headline': 'it is the likeliest headline with something added',
  'repeated-in-body': 'its words stand in a longer paragraph too',
  'repeated-nearly': 'nearly all its words stand in a longer paragraph too',
  'repeats-next': 'it repeats the beginning of the paragraph right below',
  'repeats-start': 'it repeats the beginning of a paragraph',
  'repeats-in-body-place': 'it repeats a paragraph and stands inside the body',
  'repeats-with-mark': 'it repeats a paragraph and carries quotation marks',
  'repeats-plain': 'it repeats a paragraph word for word, unmarked, inside the body',
  'below-repeat': 'a passage set apart stands right above',
  'above-repeat': 'a passage set apart stands right below',
  'short-above-long': 'it is short, without a stop, and a paragraph follows',
  'short-run': 'it is one of several short lines in a row',
  'between-long': 'it stands between two paragraphs',
  'previous-long': 'a paragraph stands above',
  'next-long': 'a paragraph follows',
  'previous-short': 'a short line stands above',
  'next-short': 'a short line follows',
  'previous-date': 'a date stands above',
  'next-date': 'a date follows',
  'tight-above': 'no blank line stands above',
  'tight-below': 'no blank line follows',
  'under-read-also': 'a read-also label stands above',
  'under-related': 'a label of other articles stands above',
  'under-tags': 'a label of tags stands above',
  'under-comments': 'a label of comments stands above',
  'under-credit': 'a photo credit stands above',
  'under-section': 'a section label stands above',
  'under-nav': 'a menu entry stands above',
  'above-date': 'a date stands below',
  'above-nav': 'a menu entry stands below',
  'above-furniture': 'page furniture stands below',
  'under-furniture': 'page furniture stands above',
  'above-credit': 'a photo credit stands below',
  'site-furniture': 'a rule of the site calls it furniture',
  'site-section': 'a rule of the site calls it a section',
};

const NAMES: string[] = Object.keys(DESCRIPTIONS);
for (const cue of CUES) {
  NAMES.push(`cue-${cue}`, `cue-start-${cue}`, `cue-inside-${cue}`);
  DESCRIPTIONS[`cue-${cue}`] = `it is a known phrase (${cue})`;
  DESCRIPTIONS[`cue-start-${cue}`] = `it begins with a known phrase (${cue})`;
  DESCRIPTIONS[`cue-inside-${cue}`] = `it holds a known phrase (${cue})`;
}

export const FEATURE_NAMES: readonly string[] = NAMES;
const IDS = new Map(NAMES.map((name, id) => [name, id]));

/** Number of a feature; unknown names are a mistake of the programmer. */
export function featureId(name: string): number {
  const id = IDS.get(name);
  if (id === undefined) throw new Error(`no feature is named ${name}`);
  return id;
}

export function describeFeature(name: string): string {
  return DESCRIPTIONS[name] ?? name;
}
