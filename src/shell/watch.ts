/**
 * Watching a site. Events of the file system are hints, no more: whatever they say, the folder is looked at again and
 * compared. A slow clock looks, too, for changes that came without an event (a folder deleted and made again, a network
 * disk). Builds never overlap; what happens during one leads to another.
 */
import { basename, sep } from 'node:path';
import { type FSWatcher, watch as watchFiles } from 'chokidar';
import { CONFIG_FILE, RULES_FILE } from './inputs.js';

/** Quiet this long after an event, editors have finished saving. */
const QUIET_MS = 25;
/** A storm of events may not put a build off longer than this. */
const PATIENCE_MS = 300;
const LOOK_EVERY_MS = 2500;
/** Looking by the clock may cost at most this part of the time. */
const LOOK_SHARE = 1 / 25;
/** No change stays unseen for longer than ten seconds, whatever a look costs. */
const LOOK_AT_LEAST_EVERY_MS = 7000;

const WATCHED = ['articles', 'templates', 'static', CONFIG_FILE, RULES_FILE];

/** What is watched, and who builds. */
export interface WatchOptions {
  readonly root: string;
  /** Where the config is, when not in the root. */
  readonly configFile: string | null;
  readonly poll: boolean;
  /**
   * Builds; never called twice at a time. `hints`: absolute paths of all files that events named since the last build;
   * null when anything may have changed.
   */
  readonly build: (hints: ReadonlySet<string> | null) => Promise<void>;
  /** The system can not watch: changes are found by the clock from now on. */
  readonly onTrouble: (error: unknown) => void;
}

/** Calls for a build whenever something may have changed. */
export class Watch {
  readonly #options: WatchOptions;
  #watcher: FSWatcher | null = null;
  #timer: NodeJS.Timeout | null = null;
  #clock: NodeJS.Timeout | null = null;
  #firstHint = 0;
  #building: Promise<void> | null = null;
  #again = false;
  #hints: Set<string> | null = new Set();
  #closed = false;
  #interval = LOOK_EVERY_MS;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  start(): void {
    const { root, configFile, poll } = this.#options;
    // The parent of what matters is watched, so that articles/ can be deleted and made again.
    const paths = configFile === null ? [root] : [root, configFile];
    const watcher = watchFiles(paths, {
      ignoreInitial: true,
      usePolling: poll,
      interval: 300,
      ignored: (path) => this.#isIgnored(path),
    });
    watcher.on('all', (event, path) => this.hint(event.endsWith('Dir') ? null : path));
    watcher.on('error', (error) => this.#onError(error));
    this.#watcher = watcher;
    this.#schedule();
  }

  /** This file may have changed; null: anything may. */
  hint(path: string | null): void {
    if (this.#closed) return;
    if (path === null) this.#hints = null;
    else this.#hints?.add(path);
    this.#hurry();
  }

  /** Builds soon: when it has been quiet for a moment, or patience ends. */
  #hurry(): void {
    const now = performance.now();
    if (this.#timer === null) this.#firstHint = now;
    else clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET_MS, this.#firstHint + PATIENCE_MS - now));
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#run();
    }, wait);
  }

  /** Waits for the build at work and lets go of everything. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    if (this.#clock !== null) clearTimeout(this.#clock);
    await this.#watcher?.close();
    await this.#building;
  }

  #run(): void {
    if (this.#closed) return;
    if (this.#building !== null) {
      this.#again = true;
      return;
    }
    const since = performance.now();
    const hints = this.#hints;
    this.#hints = new Set();
    this.#building = this.#options.build(hints).finally(() => {
      this.#building = null;
      const wished = (performance.now() - since) / LOOK_SHARE;
      this.#interval = Math.min(LOOK_AT_LEAST_EVERY_MS, Math.max(LOOK_EVERY_MS, wished));
      if (!this.#again) return;
      this.#again = false;
      this.#hurry();
    });
  }

  #schedule(): void {
    this.#clock = setTimeout(() => {
      if (this.#timer === null && this.#building === null) {
        this.#hints = null;
        this.#run();
      }
      this.#schedule();
    }, this.#interval);
  }

  #onError(error: unknown): void {
    this.#options.onTrouble(error);
    void this.#watcher?.close();
    this.#watcher = null;
    this.#interval = LOOK_EVERY_MS;
  }

  /** Of the root only what a build reads; of that, no hidden files. */
  #isIgnored(path: string): boolean {
    const { root, configFile } = this.#options;
    if (path === root || path === configFile) return false;
    if (!path.startsWith(root + sep)) return path !== configFile;
    const way = path.slice(root.length + 1).split(sep);
    if (!WATCHED.includes(way[0] ?? '')) return true;
    return way[0] !== 'static' && basename(path).startsWith('.');
  }
}
