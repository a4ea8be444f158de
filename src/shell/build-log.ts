import type { Diagnostic, Lang } from '../model.js';
import { type Counts, exitCodeOf, sortDiagnostics } from './report.js';
import type { BuildResult } from './session.js';
import type { Stopwatch } from './stopwatch.js';

/** What a build finds out on its way. Its result is made from this, wherever the build ends. */
export class BuildLog {
  /** The output folder: as it was named, until its real path is known. */
  out: string;
  /** Language of the site. */
  lang: Lang;
  counts: Counts = { read: 0, published: 0, withheld: {}, failed: 0 };
  readonly stopwatch: Stopwatch;
  readonly #strict: boolean;
  readonly #diagnostics: Diagnostic[] = [];

  /** `strict`: warnings count as errors. */
  constructor(out: string, lang: Lang, strict: boolean, stopwatch: Stopwatch) {
    this.out = out;
    this.lang = lang;
    this.#strict = strict;
    this.stopwatch = stopwatch;
  }

  add(diagnostics: Iterable<Diagnostic>): void {
    for (const one of diagnostics) this.#diagnostics.push(one);
  }

  /** Was a problem of this kind met? */
  has(id: string): boolean {
    return this.#diagnostics.some((one) => one.id === id);
  }

  /** As far as the build has come. */
  get exitCode(): 0 | 1 {
    return exitCodeOf(this.#diagnostics, this.#strict);
  }

  /** The result of a build that ends here. Without a publication the site is as it was. */
  end(exitCode: BuildResult['exitCode'], publication: BuildResult['publication'] = null): BuildResult {
    const { out, lang, counts, stopwatch } = this;
    if (publication === null) stopwatch.end();
    return {
      exitCode,
      out,
      lang,
      counts,
      diagnostics: sortDiagnostics(this.#diagnostics),
      publication,
      stopwatch,
    };
  }
}
