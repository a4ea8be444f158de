/** A site as its editor reads it: every text with what is understood of it. One at a time, nothing is kept. */
import { resolve } from 'node:path';
import type { Config } from '../../config.js';
import { extract } from '../../extract/extract.js';
import type { Rules } from '../../extract/rules/rules.js';
import type { Diagnostic, Extraction, Source } from '../../model.js';
import { look } from '../../publish/look.js';
import { type ArticleFile, type Listing, listArticles } from '../../read/find.js';
import { openArticle } from '../../read/open.js';
import { readSource } from '../../read/source.js';
import { configure } from '../configure.js';
import { Failure, UsageError } from '../failure.js';
import { readConfigText, readRulesText } from '../inputs.js';
import { siteRules } from '../rules.js';

/** A site whose texts can be read one by one. */
export interface ReadableSite {
  /** Absolute. */
  readonly root: string;
  readonly config: Config;
  readonly rules: Rules;
  readonly listing: Listing;
}

/** One text of the site. */
export interface Reading {
  /** Relative to the root. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  readonly extraction: Extraction;
  /** Of reading and of understanding. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Opens a site for reading. Throws `UsageError` when there is none, or its config or rules have a mistake; `Failure` when it has no articles. */
export function openSite(folder: string, configFile: string | null): ReadableSite {
  const root = resolve(folder);
  if (look(root)?.isDirectory() !== true) throw new UsageError(`There is no folder ${folder}.`);
  const { config, diagnostics: mistakes } = configure(readConfigText(root, configFile), null);
  const { rules, diagnostics: slips } = siteRules(config, readRulesText(root));
  const wrong = [...mistakes, ...slips].find((one) => one.severity === 'error');
  if (wrong !== undefined) {
    const place = wrong.line === null ? wrong.file : `${wrong.file}:${wrong.line}`;
    throw new UsageError(`${place}: ${wrong.message}`);
  }
  const listing = listArticles(root);
  const missing = listing.diagnostics.find((one) => one.id === 'articles-missing');
  if (missing !== undefined) throw new Failure(missing.message);
  return { root, config, rules, listing };
}

/** Reads and understands one file of the listing. Never throws for what a file says or is. */
export function readArticle(file: ArticleFile, rules: Rules): Reading {
  const opened = openArticle(file);
  const beside = file.sideCar === null ? null : openArticle(file.sideCar);
  const bytes = opened.ok ? opened.bytes : new Uint8Array();
  const source = readSource(file.path, bytes, beside?.ok === true ? beside.bytes : null);
  const extraction = extract(source, rules);
  const refused = [opened, beside].flatMap((one) => (one === null || one.ok ? [] : [one.diagnostic]));
  const diagnostics = [...refused, ...source.diagnostics, ...extraction.diagnostics];
  return { path: file.path, bytes, source, extraction, diagnostics };
}
