/**
 * One site, built any number of times. Between builds the session keeps what was understood of every article (not the
 * bodies), so that the next build looks only at what changed. What a build does is said in `build.ts`; here is what
 * surrounds it: the lock, the state of the last build, and the quick way out when nothing changed.
 */
import { homedir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Memory } from '../build.js';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { look } from '../publish/look.js';
import { readManifest } from '../publish/manifest.js';
import { resolveOutput } from '../publish/output.js';
import { placesOf } from '../publish/places.js';
import { recover } from '../publish/recover.js';
import type { Breathe, Publication, PublishRequest } from '../publish/types.js';
import { isAsWritten } from '../publish/write.js';
import type { Breath } from './breath.js';
import { Desk, LostBody } from './desk.js';
import { programDigest } from './digest.js';
import { describeError, UsageError } from './failure.js';
import { type Inputs, readInputs } from './inputs.js';
import { loadBuild } from './load.js';
import { takeLock } from './lock.js';
import { patchInputs } from './patch-inputs.js';
import { type Built, readBuilt, writeBuilt, writeLastBuild } from './record.js';
import { type Counts, exitCodeOf } from './report.js';
import { Stopwatch } from './stopwatch.js';
import { Store } from './store.js';

/** What a build is told. */
export interface BuildOptions {
  /** Folder of the site. */
  readonly root: string;
  /** As given on the command line; null: the one of the site, if any. */
  readonly configFile: string | null;
  readonly out: string | null;
  readonly baseUrl: string | null;
  readonly drafts: boolean;
  readonly strict: boolean;
  readonly allowEmpty: boolean;
  /** Forget the cache. */
  readonly fresh: boolean;
  /** Threads at work; null: by the number of articles. */
  readonly jobs: number | null;
  /** `check`: everything except writing to the output folder. */
  readonly dry: boolean;
}

/** A build in the current folder that nobody said more about. */
export const DEFAULT_OPTIONS: BuildOptions = {
  root: '.',
  configFile: null,
  out: null,
  baseUrl: null,
  drafts: false,
  strict: false,
  allowEmpty: false,
  fresh: false,
  jobs: null,
  dry: false,
};

/** What a build came to. */
export interface BuildResult {
  /** 0 published, 1 something was kept from publication, 2 the configuration is wrong and nothing was done. */
  readonly exitCode: 0 | 1 | 2;
  /** Real path of the output folder. */
  readonly out: string;
  /** Language of the site. */
  readonly lang: string;
  readonly counts: Counts;
  readonly diagnostics: readonly Diagnostic[];
  /** null: nothing was published; the site is as it was. */
  readonly publication: Pick<Publication, 'added' | 'changed' | 'removed' | 'unchanged' | 'method'> | null;
  readonly stopwatch: Stopwatch;
}

/** Who wants to know how a build gets on. */
export interface Listeners {
  /** Another process is building this site. */
  readonly onWait: () => void;
  /** Called now and then with how much of a stage is done; `total` where it is known. */
  readonly onProgress: (stage: string, done: number, total?: number) => void;
}

/** A site and all that its builds have in common. */
export class Session {
  readonly options: BuildOptions;
  readonly root: string;
  /** `.warraq/` of the site. */
  readonly folder: string;
  readonly breath: Breath;
  /** How to publish; a preview changes single files, so that the open page is there at once. */
  method: PublishRequest['method'] = 'auto';
  /** Many builds will follow: remember what can be used again. */
  following = false;
  readonly listeners: Listeners;
  readonly program = programDigest();
  #desk: Desk | null = null;
  #inputs: Inputs | null = null;
  #unsaved = false;
  /** The output is as the last build of this session left it. */
  trusting = false;
  built: Built | null = null;
  /** What the full way of a build keeps for the next one; loaded with it. */
  memory: Memory | null = null;

  constructor(options: BuildOptions, breath: Breath, listeners: Listeners) {
    this.options = options;
    this.root = resolve(options.root);
    this.folder = join(this.root, '.warraq');
    this.breath = breath;
    this.listeners = listeners;
  }

  /**
   * Builds the site once. `hints`: the only files that may have changed since the last build, when that is known;
   * their outputs are believed to be as that build left them. Throws `UsageError`, `Stopped`, and what the file system throws; the site
   * is the old one then.
   */
  async build(hints: ReadonlySet<string> | null = null): Promise<BuildResult> {
    if (look(this.root)?.isDirectory() !== true)
      throw new UsageError(`There is no folder ${this.options.root}.`);
    const lock = await takeLock(this.folder, this.listeners.onWait, this.root);
    try {
      const result = await this.#buildLocked(hints);
      const { publication } = result;
      const lost = publication === null ? null : this.remember(() => this.#writeLast(result));
      return lost === null || result.diagnostics.some(({ id }) => id === lost.id)
        ? result
        : { ...result, diagnostics: [...result.diagnostics, lost] };
    } finally {
      lock.release();
    }
  }

  async #buildLocked(hints: ReadonlySet<string> | null): Promise<BuildResult> {
    const stopwatch = new Stopwatch();
    stopwatch.begin('list');
    const patched = hints === null || this.#inputs === null ? null : patchInputs(this.#inputs, hints);
    const inputs = patched ?? readInputs(this.root, this.options);
    this.trusting = patched !== null && this.built !== null && this.#desk?.store.isStale() === false;
    this.#inputs = this.following ? inputs : null;
    stopwatch.end();
    const last = this.built ?? (this.options.fresh ? null : readBuilt(this.folder, this.program));
    if (last !== null && last.inputs !== '' && last.inputs === inputs.digest && !this.options.dry) {
      if (stopwatch.time('compare', () => this.#stands(last)))
        return unchanged(last, this.options, stopwatch);
    }
    const { build } = await loadBuild();
    try {
      return await build(this, inputs, last, stopwatch);
    } catch (error) {
      if (!(error instanceof LostBody)) throw error;
      this.close();
      this.#desk = new Desk(new Store(this.folder, this.program, true));
      return await build(this, inputs, null, stopwatch);
    }
  }

  /** Does the output folder look as the last build left it? */
  #stands(last: Built): boolean {
    const found = resolveOutput(this.root, last.outGiven, homedir());
    if ('refused' in found || found.path !== last.out) return false;
    const { site, next, last: old } = placesOf(last.out);
    if (look(next) !== undefined || look(old) !== undefined) return false;
    const manifest = readManifest(site);
    if (manifest?.size !== last.record.size) return false;
    for (const [path, written] of last.record) {
      if (!manifest.has(path) || !isAsWritten(join(site, path), written)) return false;
    }
    return true;
  }

  /** Call under the lock: the output folder at rest, and the desk with the cache as the last process left it. */
  open(out: string): Desk {
    recover(placesOf(out));
    if (this.#desk?.store.isStale()) this.close();
    this.#desk ??= new Desk(new Store(this.folder, this.program, this.options.fresh && this.built === null));
    return this.#desk;
  }

  /** Lets the rest of the program live during long work, and says how far it is. */
  breathe(stage: string, done: () => number): Breathe {
    return () => {
      const pause = this.breath.breathe();
      if (pause !== null) this.listeners.onProgress(stage, done());
      return pause;
    };
  }

  /** The output folder; throws when it is refused. */
  output(given: string): string {
    const found = resolveOutput(this.root, given, homedir());
    if ('refused' in found) throw new UsageError(found.refused);
    return found.path;
  }

  /** A folder as messages name it. */
  shown(folder: string): string {
    return relative(this.root, folder) || folder;
  }

  /** Takes up the state that a build left. In a series it is written when there is time: `save`. */
  keep(built: Built): void {
    this.built = built;
    this.#unsaved = true;
    if (!this.following) this.save();
  }

  /** Writes what the next process needs to go on from here. Without it, that has more to do; nothing breaks. */
  save(): void {
    if (this.#unsaved && this.built !== null) writeBuilt(this.folder, this.built, this.program);
    this.#unsaved = false;
  }

  close(): void {
    this.save();
    this.#desk?.close();
    this.#desk = null;
  }

  /**
   * Work on the cache after the site is published. What fails here costs the next build time, and this one a word: the
   * cache is given up, what of it is on disk stays readable.
   */
  remember(work: () => void): Diagnostic | null {
    try {
      work();
      return null;
    } catch (error) {
      this.#unsaved = false;
      this.#desk?.abandon();
      this.#desk = null;
      const message = `The site is published; only the cache could not be written, so the next build has more to do. ${describeError(error)}`;
      return fileDiagnostic('cache-unwritable', 'warning', '.warraq', message);
    }
  }

  #writeLast({ counts, publication, stopwatch }: BuildResult): void {
    if (publication === null) return;
    const { added, changed, removed, unchanged, method } = publication;
    writeLastBuild(this.folder, {
      counts,
      timings: stopwatch.stages(),
      method,
      unchanged,
      added,
      changed,
      removed,
    });
  }
}

/** Nothing to do: the words of the last build still hold. */
function unchanged(last: Built, { strict }: BuildOptions, stopwatch: Stopwatch): BuildResult {
  return {
    exitCode: exitCodeOf(last.diagnostics, strict),
    out: last.out,
    lang: last.lang,
    counts: last.counts,
    diagnostics: last.diagnostics,
    publication: { added: [], changed: [], removed: [], unchanged: last.record.size, method: 'none' },
    stopwatch,
  };
}
