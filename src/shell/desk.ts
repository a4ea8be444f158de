/**
 * The desk where articles are understood: from the listing of `articles/` to one entry a file, with the store as its
 * memory. What looks the same on disk is not read, what reads the same is not understood again.
 */
import { availableParallelism } from 'node:os';
import type { Rules } from '../extract/rules/rules.js';
import type { StoredBody } from '../model.js';
import type { Breathe } from '../publish/types.js';
import type { ArticleFile } from '../read/find.js';
import { digest } from './digest.js';
import { loadPool } from './load.js';
import type { Job, Outcome } from './prepare-file.js';
import { signatureOf } from './signature.js';
import type { Entry, Store } from './store.js';

/** From so many files on, a worker pays for its start. */
const WORTH_A_WORKER = 600;
const MOST_WORKERS = 8;
/** Letters of bodies kept in memory, so that a page made soon after its article need not read it back. */
const BODIES_KEPT = 6 << 20;

/** The store was damaged behind our back: everything has to be understood again. */
export class LostBody extends Error {
  constructor(path: string) {
    super(`The cache has lost the body of ${path}.`);
  }
}

/** Understands articles, each once. */
export class Desk {
  readonly #store: Store;
  readonly #bodies = new Map<string, string>();
  #bodiesSize = 0;
  /** Entries by the very objects of a listing: a listing that is used again names files that nobody touched. */
  #read = new WeakMap<ArticleFile, Entry>();
  #ruled = '';
  /** How many files the last `read` had to understand anew. */
  prepared = 0;

  constructor(store: Store) {
    this.#store = store;
  }

  get store(): Store {
    return this.#store;
  }

  /**
   * An entry for each file, in the same order. `terms`: find the words for search, too. `jobs`: threads at work; null: by
   * the number of files.
   */
  async read(
    files: readonly ArticleFile[],
    rules: Rules,
    terms: boolean,
    jobs: number | null,
    breathe: Breathe,
  ): Promise<Entry[]> {
    const now = Date.now();
    const ruled = digest(JSON.stringify([rules, terms])).slice(0, 8);
    if (ruled !== this.#ruled) this.#read = new WeakMap();
    this.#ruled = ruled;
    const work: Job[] = [];
    const places: number[] = [];
    const entries = files.map((file, place): Entry | undefined => {
      const read = this.#read.get(file);
      if (read !== undefined) return read;
      const known = this.#store.get(file.path);
      const signature = signatureOf(file, now);
      if (signature !== '' && known?.signature === signed(signature, ruled)) {
        this.#read.set(file, known);
        return known;
      }
      work.push({ file, knownKey: known?.key ?? null, terms });
      places.push(place);
      return undefined;
    });
    this.prepared = 0;
    if (work.length > 0) {
      const { prepareAll } = await loadPool();
      const made = new Map<string, Entry>();
      const take = (outcome: Outcome): void => {
        made.set(outcome.path, this.#take({ ...outcome, signature: signed(outcome.signature, ruled) }));
      };
      await prepareAll(work, rules, helpers(work.length, jobs), take, breathe);
      for (const [index, place] of places.entries()) entries[place] = made.get(work[index]?.file.path ?? '');
    }
    return entries.filter((entry) => entry !== undefined);
  }

  #take({ path, signature, key, made }: Outcome): Entry {
    const known = this.#store.get(path);
    if (made === null) {
      if (known === undefined) throw new Error(`${path} is known by its key and is not in the store.`);
      return known.signature === signature ? known : this.#store.touch(known, signature);
    }
    this.prepared++;
    this.#keepBody(path, made.body);
    return this.#store.put(path, signature, key, made);
  }

  /** The body of an article; made again when the store has lost it. */
  readonly body = (path: string): StoredBody => {
    const kept = this.#bodies.get(path);
    if (kept !== undefined) return JSON.parse(kept) as StoredBody;
    const entry = this.#store.get(path);
    const body = entry === undefined ? null : this.#store.body(entry);
    if (body === null) throw new LostBody(path);
    return body;
  };

  /** The words of an article; made again when the store has lost them. */
  readonly terms = (path: string): string => {
    const entry = this.#store.get(path);
    const terms = entry === undefined ? null : this.#store.terms(entry);
    if (terms === null) throw new LostBody(path);
    return terms;
  };

  close(): void {
    this.#store.close();
  }

  /** Lets go of the store when it can not be written. */
  abandon(): void {
    this.#store.abandon();
  }

  #keepBody(path: string, body: string): void {
    this.#bodiesSize += body.length - (this.#bodies.get(path)?.length ?? 0);
    this.#bodies.delete(path);
    this.#bodies.set(path, body);
    for (const [oldest, text] of this.#bodies) {
      if (this.#bodiesSize <= BODIES_KEPT) return;
      this.#bodies.delete(oldest);
      this.#bodiesSize -= text.length;
    }
  }
}

/** What a file looked like when it was understood by these rules. */
function signed(signature: string, ruled: string): string {
  return signature === '' ? '' : `${signature} ${ruled}`;
}

function helpers(files: number, jobs: number | null): number {
  if (jobs !== null) return Math.max(0, Math.min(jobs, MOST_WORKERS) - 1);
  return Math.min(Math.floor(files / WORTH_A_WORKER), availableParallelism() - 1, MOST_WORKERS);
}
