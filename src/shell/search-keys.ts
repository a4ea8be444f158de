/**
 * Keys of the files of large volumes of the search index, from build to build: without them the words of thousands of
 * articles would be packed again to find out that nothing changed. Kept in `.warraq/search.json`; may be deleted.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { replaceFile } from '../publish/replace-file.js';
import type { SearchSource } from '../site/pages/search.js';
import { digest } from './digest.js';

interface Stored {
  readonly program: string;
  readonly volumes: Readonly<Record<string, readonly string[]>>;
}

/** The keys of one site. */
export class SearchKeys {
  readonly #path: string;
  readonly #program: string;
  readonly #known: ReadonlyMap<string, readonly string[]>;
  readonly #used = new Map<string, readonly string[]>();

  /** `folder`: `.warraq/` of the site; `program`: digest of the code, keys of another one are worthless. */
  constructor(folder: string, program: string) {
    this.#path = join(folder, 'search.json');
    this.#program = program;
    this.#known = read(this.#path, program);
  }

  readonly keys: SearchSource['keys'] = (volume, make) => {
    const keys = this.#used.get(volume) ?? this.#known.get(volume) ?? make().map((text) => digest(text));
    this.#used.set(volume, keys);
    return keys;
  };

  /** Keeps the keys that were asked for. */
  save(): void {
    const same =
      this.#used.size === this.#known.size && [...this.#used.keys()].every((key) => this.#known.has(key));
    if (same) return;
    const stored: Stored = { program: this.#program, volumes: Object.fromEntries(this.#used) };
    replaceFile(this.#path, JSON.stringify(stored));
  }
}

function read(path: string, program: string): ReadonlyMap<string, readonly string[]> {
  try {
    const stored = JSON.parse(readFileSync(path, 'utf8')) as Stored;
    return new Map(stored.program === program ? Object.entries(stored.volumes) : []);
  } catch {
    return new Map();
  }
}
