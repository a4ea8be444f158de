/**
 * One article file from the disk to what the store keeps. The same function runs in the main thread and in workers;
 * what it gives back is strings, which cross that border quickly.
 */
import { fileDiagnostic } from '../diagnostic.js';
import type { Rules } from '../extract/rules/rules.js';
import type { Diagnostic } from '../model.js';
import { prepare } from '../prepare.js';
import type { ArticleFile } from '../read/find.js';
import { openArticle } from '../read/open.js';
import { termsOf } from '../search/terms.js';
import { digest } from './digest.js';
import { describeError } from './failure.js';
import { signatureOf } from './signature.js';
import type { Made } from './store.js';

/** What is to be done, and what is known already. */
export interface Job {
  readonly file: ArticleFile;
  /** Key of the entry in the store; null when there is none. */
  readonly knownKey: string | null;
  /** Whether to find the words for search, too. */
  readonly terms: boolean;
}

/** What came of a job. */
export interface Outcome {
  readonly path: string;
  readonly signature: string;
  readonly key: string;
  /** null: the content is that of the known key, nothing was made. */
  readonly made: Made | null;
}

/** Digest of rules, once for each object. */
function digestOf(rules: Rules): string {
  const known = ruleDigests.get(rules) ?? digest(JSON.stringify(rules));
  ruleDigests.set(rules, known);
  return known;
}
const ruleDigests = new WeakMap<Rules, string>();

const NO_BODY = '{"segments":[]}';

/** Reads and prepares a file. Never throws for what a file says or is. */
export function prepareFile({ file, knownKey, terms }: Job, rules: Rules): Outcome {
  const signature = signatureOf(file, Date.now());
  const fail = (diagnostics: readonly Diagnostic[]): Outcome => ({
    path: file.path,
    signature: '',
    key: '',
    made: {
      card: 'null',
      body: NO_BODY,
      diagnostics: JSON.stringify(diagnostics),
      pictures: '[]',
      letters: '""',
      terms: '',
    },
  });
  const text = openArticle(file);
  if (!text.ok) return fail([text.diagnostic]);
  const sideCar = file.sideCar === null ? null : openArticle(file.sideCar);
  if (sideCar !== null && !sideCar.ok) {
    const { message } = sideCar.diagnostic;
    return fail([{ ...sideCar.diagnostic, message: `${message} Its article is held back until it can be.` }]);
  }
  const corrections = sideCar === null ? null : sideCar.bytes;
  const key = digest(
    `${file.path}\n${digest(text.bytes)}\n${corrections === null ? '' : digest(corrections)}\n${digestOf(rules)}${terms ? '\nterms' : ''}`,
  );
  if (key === knownKey) return { path: file.path, signature, key, made: null };
  try {
    const { card, body, diagnostics } = prepare(file.path, text.bytes, corrections, rules, digest);
    const pictures = new Set<string>();
    if (card?.picture) pictures.add(card.picture.path);
    for (const segment of body.segments) {
      if (segment.kind === 'figure' && segment.picture !== null) pictures.add(segment.picture.path);
    }
    const { plain, ...stored } = body;
    const texts = { card: JSON.stringify(card), body: JSON.stringify(stored) };
    const made = {
      ...texts,
      diagnostics: JSON.stringify(diagnostics),
      pictures: JSON.stringify([...pictures]),
      letters: JSON.stringify(lettersOf([texts.card, texts.body])),
      terms: terms ? termsOf(card, plain) : '',
    };
    return { path: file.path, signature, key, made };
  } catch (error) {
    const message = `This article could not be understood. ${describeError(error)}`;
    return fail([fileDiagnostic('article-failed', 'error', file.path, message)]);
  }
}

/** Marks of the characters seen so far, by code unit. */
const seen = new Uint8Array(0x10000);

/** The characters beyond ASCII of some texts, each once, sorted. Surrogates are left out: no face of ours draws them. */
function lettersOf(texts: readonly string[]): string {
  const units: number[] = [];
  for (const text of texts) {
    for (let index = 0; index < text.length; index++) {
      const unit = text.charCodeAt(index);
      if (unit < 0x80 || seen[unit] === 1) continue;
      seen[unit] = 1;
      units.push(unit);
    }
  }
  for (const unit of units) seen[unit] = 0;
  const letters = units.filter((unit) => unit < 0xd800 || unit > 0xdfff).sort((a, b) => a - b);
  return String.fromCharCode(...letters);
}
