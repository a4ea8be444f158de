/**
 * What one file goes through: bytes → Source → Extraction → Manuscript. Pure, so that it can be cached by content and
 * run in a worker. An article that cannot be understood becomes an error that names its file; the others go on.
 */
import { fileDiagnostic } from './diagnostic.js';
import { extract } from './extract/extract.js';
import type { Rules } from './extract/rules/rules.js';
import type { Card, Digest, Manuscript } from './model.js';
import { readSource } from './read/source.js';
import { typeset } from './typeset/typeset.js';

/**
 * Prepares an article. `path` is relative to the site's root; `sideCar` holds the bytes of `NAME.meta.json`, null without.
 * Never throws: the card of a failed article has neither headline nor words, and a diagnostic `article-failed`.
 */
export function prepare(
  path: string,
  bytes: Uint8Array,
  sideCar: Uint8Array | null,
  rules: Rules,
  digest: Digest,
): Manuscript {
  try {
    const source = readSource(path, bytes, sideCar);
    const extraction = extract(source, rules);
    const { card, body, diagnostics } = typeset(source, extraction, digest);
    return { card, body, diagnostics: [...source.diagnostics, ...extraction.diagnostics, ...diagnostics] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const message = `This article could not be understood and is not published (${reason}). Please report it with the file.`;
    const failed = fileDiagnostic('article-failed', 'error', path, message.replace(/\s+/g, ' '));
    const card = emptyCard(path, digest(`${path}\n${failed.message}`));
    return { card, body: { segments: [], plain: '' }, diagnostics: [failed] };
  }
}

function emptyCard(path: string, digest: string): Card {
  return {
    path,
    digest,
    lang: 'und',
    dir: 'rtl',
    section: null,
    title: '—',
    titled: false,
    deck: null,
    byline: [],
    dateline: null,
    published: null,
    updated: null,
    tags: [],
    summary: '',
    words: 0,
    slug: null,
    draft: false,
    picture: null,
    breakingUntil: null,
    readAlso: [],
  };
}
