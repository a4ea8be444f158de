/**
 * Warraq as a library: build a site from another program, or understand a single text in memory.
 *
 *   import { buildSite, understand } from 'warraq';
 *   const { exitCode, diagnostics } = await buildSite({ root: 'paper' });
 *   const { article } = understand('خبر.txt', bytes);
 */
import { extract } from './extract/extract.js';
import { NO_RULES } from './extract/rules/rules.js';
import type { Extraction } from './model.js';
import { readSource } from './read/source.js';
import { Breath } from './shell/breath.js';
import { type BuildOptions, type BuildResult, DEFAULT_OPTIONS, Session } from './shell/session.js';

export type { Config } from './config.js';
export type { Article, Block, Card, Diagnostic, Evidence, Extraction, Role, Source } from './model.js';
export type { BuildOptions, BuildResult } from './shell/session.js';

/**
 * Reads `articles/` of a site and publishes `dist/`, as `warraq build` does. What is wrong with articles and templates is
 * in the result; throws when the output folder is refused or the file system fails, and the site is the old one then.
 */
export async function buildSite(options: Partial<BuildOptions> = {}): Promise<BuildResult> {
  const session = new Session({ ...DEFAULT_OPTIONS, ...options }, new Breath(), {
    onWait: () => {},
    onProgress: () => {},
  });
  try {
    return await session.build();
  } finally {
    session.close();
  }
}

/** What is understood of one text. `name` ends in `.txt`, `.md` or `.markdown`. Pure; never throws on content. */
export function understand(name: string, bytes: Uint8Array): Extraction {
  const source = readSource(name, bytes, null);
  const extraction = extract(source, NO_RULES);
  return { ...extraction, diagnostics: [...source.diagnostics, ...extraction.diagnostics] };
}
