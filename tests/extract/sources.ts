/** Sources made by hand for the tests of extraction. */
import { extract } from '../../src/extract/extract.js';
import { NO_RULES, type Rules } from '../../src/extract/rules/rules.js';
import type { Extraction, Metadata, SideCar, Source } from '../../src/model.js';

interface Options {
  readonly header?: Metadata;
  readonly sideCar?: SideCar;
  readonly rules?: Rules;
  readonly format?: 'text' | 'markdown';
}

export function sourceOf(lines: readonly string[], options: Options = {}): Source {
  return {
    path: 'articles/test.txt',
    format: options.format ?? 'text',
    encoding: 'utf-8',
    lines,
    header: options.header ?? {},
    headerLines: 0,
    sideCar: options.sideCar ?? {},
    diagnostics: [],
  };
}

/** Extracts a text given as one string. */
export function read(text: string, options: Options = {}): Extraction {
  return extract(sourceOf(text.replace(/^\n|\n$/g, '').split('\n'), options), options.rules ?? NO_RULES);
}
