/**
 * The cache: what was made of every article file, so that an unchanged file is neither read nor understood again.
 *
 * Two files in `.warraq/`: `cards` is a log, one checked line an entry, the last one of a path counts; `bodies-N` holds
 * the bodies, found by offset. Both only grow, so a crash costs at most their last lines. The first line of `cards`
 * names the program and N; another program starts afresh. Nothing here is needed: it may be deleted at any time.
 */
import {
  closeSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { Card, Diagnostic, StoredBody } from '../model.js';
import { makeFolder } from '../publish/make-folder.js';
import { BodyFile, type Piece } from './bodies.js';

/** What was made of one article file. */
export interface Entry {
  readonly path: string;
  /** What the files looked like on disk when they were read; empty when that proves nothing. */
  readonly signature: string;
  /** Digest of everything that the rest depends on. */
  readonly key: string;
  readonly body: Piece;
  /** null: the file could not be made into an article; the diagnostics say why. */
  readonly card: Card | null;
  readonly diagnostics: readonly Diagnostic[];
  /** Source paths of the pictures that the article shows. */
  readonly pictures: readonly string[];
  /** Its characters beyond ASCII, each once: the fonts are cut to them. */
  readonly letters: string;
  /** The words that search finds it by; null where the site has no search. */
  readonly terms: Piece | null;
}

/** The parts of an entry that were made of the file, as JSON texts. */
export interface Made {
  readonly card: string;
  readonly body: string;
  readonly diagnostics: string;
  readonly pictures: string;
  readonly letters: string;
  /** No JSON: see `search/terms.ts`. Empty where the site has no search. */
  readonly terms: string;
}

type Line = [
  path: string,
  signature: string,
  key: string,
  body: Piece,
  terms: Piece | null,
  card: Card | null,
  diagnostics: readonly Diagnostic[],
  pictures: readonly string[],
  letters: string,
];

const FORMAT = 2;

/** Bytes of bodies that no entry needs, before the store is written anew. */
const WASTE_ALLOWED = 32 << 20;

/** The cache of one site. One process at a time: the caller holds the lock. */
export class Store {
  readonly #folder: string;
  readonly #program: string;
  readonly #entries = new Map<string, Entry>();
  #generation = 0;
  #cards = -1;
  #cardsSize = 0;
  #bodies: BodyFile;
  #pending: string[] = [];

  /** `program`: digest of the code; entries of another one are worthless. `fresh`: forget everything. */
  constructor(folder: string, program: string, fresh = false) {
    this.#folder = folder;
    this.#program = program;
    makeFolder(folder);
    const end = fresh ? null : this.#load();
    if (end === null) {
      this.#entries.clear();
      this.#generation = this.#nextGeneration();
      this.#bodies = new BodyFile(this.#bodiesPath());
      this.#begin();
    } else {
      this.#bodies = new BodyFile(this.#bodiesPath());
      this.#cards = openSync(this.#cardsPath(), 'r+');
      ftruncateSync(this.#cards, end);
      this.#cardsSize = end;
    }
    this.#removeOthers();
  }

  get(path: string): Entry | undefined {
    return this.#entries.get(path);
  }

  /** Takes up what was made of a file. */
  put(path: string, signature: string, key: string, made: Made): Entry {
    const body = this.#bodies.append(made.body);
    const terms = made.terms === '' ? null : this.#bodies.append(made.terms);
    const head = JSON.stringify([path, signature, key, body, terms]).slice(0, -1);
    this.#log(`${head},${made.card},${made.diagnostics},${made.pictures},${made.letters}]`);
    const card = JSON.parse(made.card) as Card | null;
    const diagnostics = JSON.parse(made.diagnostics) as readonly Diagnostic[];
    const entry = {
      path,
      signature,
      key,
      body,
      card,
      diagnostics,
      pictures: JSON.parse(made.pictures) as string[],
      letters: JSON.parse(made.letters) as string,
      terms,
    };
    this.#entries.set(path, entry);
    return entry;
  }

  /** The same content under another look: saved again, copied, checked out. */
  touch(entry: Entry, signature: string): Entry {
    const whole = { ...entry, signature };
    this.#keep(whole);
    return whole;
  }

  /** The body of an entry; null when the file was damaged and the entry has to be made again. */
  body(entry: Entry): StoredBody | null {
    const text = this.#bodies.read(entry.body);
    return text === null ? null : (JSON.parse(text) as StoredBody);
  }

  /** The words of an entry, empty when it has none; null when the file was damaged. */
  terms(entry: Entry): string | null {
    return entry.terms === null ? '' : this.#bodies.read(entry.terms);
  }

  /** Writes what waits. */
  flush(): void {
    this.#bodies.flush();
    if (this.#pending.length === 0) return;
    const bytes = Buffer.from(this.#pending.join(''), 'utf8');
    this.#pending = [];
    let done = 0;
    while (done < bytes.length)
      done += writeSync(this.#cards, bytes, done, bytes.length - done, this.#cardsSize + done);
    this.#cardsSize += bytes.length;
  }

  /** Drops the entries of files that are gone, once they cost more than they may. `live`: the paths in use. */
  compact(live: ReadonlySet<string>): void {
    let used = 0;
    for (const [path, entry] of this.#entries)
      if (live.has(path)) used += entry.body[1] + (entry.terms?.[1] ?? 0);
    if (this.#bodies.size - used <= WASTE_ALLOWED + used / 2) return;
    const entries = [...this.#entries.values()].filter((entry) => live.has(entry.path));
    const old = this.#bodies;
    const oldPath = this.#bodiesPath();
    this.#generation = this.#nextGeneration();
    this.#bodies = new BodyFile(this.#bodiesPath());
    this.#entries.clear();
    this.#pending = [];
    for (const entry of entries) {
      const text = old.read(entry.body);
      const terms = entry.terms === null ? '' : old.read(entry.terms);
      if (text === null || terms === null) continue;
      const body = this.#bodies.append(text);
      this.#keep({ ...entry, body, terms: entry.terms === null ? null : this.#bodies.append(terms) });
    }
    this.#bodies.flush();
    closeSync(this.#cards);
    this.#begin();
    this.flush();
    old.close();
    rmSync(oldPath, { force: true });
  }

  /** Did another process write to the store since we last did? Then it has to be opened again. */
  isStale(): boolean {
    try {
      const file = openSync(this.#cardsPath(), 'r');
      const stats = fstatSync(file);
      closeSync(file);
      return (
        stats.ino !== fstatSync(this.#cards).ino || stats.size !== this.#cardsSize || !this.#bodies.isIntact()
      );
    } catch {
      return true;
    }
  }

  close(): void {
    this.flush();
    this.#bodies.close();
    closeSync(this.#cards);
  }

  /** Closes without writing what waits: half a line at the end is found and cut off by the next process. */
  abandon(): void {
    this.#bodies.abandon();
    closeSync(this.#cards);
  }

  #keep(entry: Entry): void {
    this.#entries.set(entry.path, entry);
    const { path, signature, key, body, terms, card, diagnostics, pictures, letters } = entry;
    const line: Line = [path, signature, key, body, terms, card, diagnostics, pictures, letters];
    this.#log(JSON.stringify(line));
  }

  #log(json: string): void {
    this.#pending.push(sealed(json));
    if (this.#pending.length >= 1000) this.flush();
  }

  /** Starts a new log beside the old one and puts it in its place. */
  #begin(): void {
    const header = Buffer.from(
      sealed(JSON.stringify(['warraq-cache', FORMAT, this.#program, this.#generation])),
    );
    const beside = `${this.#cardsPath()}.new`;
    rmSync(beside, { force: true });
    this.#cards = openSync(beside, 'w+');
    writeSync(this.#cards, header);
    this.#cardsSize = header.length;
    renameSync(beside, this.#cardsPath());
  }

  /** Reads the log; returns where its good part ends, null when there is none of this program. */
  #load(): number | null {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#cardsPath());
    } catch {
      return null;
    }
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      const value = unsealed(bytes.subarray(start, end));
      if (value === null) break;
      if (start === 0) {
        const [name, format, program, generation] = value as unknown[];
        if (name !== 'warraq-cache' || format !== FORMAT || program !== this.#program) return null;
        this.#generation = Number(generation);
      } else {
        const [path, signature, key, body, terms, card, diagnostics, pictures, letters] = value as Line;
        const entry = { path, signature, key, body, terms, card, diagnostics, pictures, letters };
        this.#entries.set(path, entry);
      }
      start = end + 1;
    }
    return start === 0 ? null : start;
  }

  #nextGeneration(): number {
    return Math.max(this.#generation, ...this.#generations()) + 1;
  }

  #generations(): number[] {
    return readdirSync(this.#folder).flatMap((name) => {
      const found = /^bodies-(\d+)$/.exec(name);
      return found === null ? [] : [Number(found[1])];
    });
  }

  #removeOthers(): void {
    for (const one of this.#generations()) {
      if (one !== this.#generation) rmSync(join(this.#folder, `bodies-${one}`), { force: true });
    }
  }

  #cardsPath(): string {
    return join(this.#folder, 'cards');
  }

  #bodiesPath(): string {
    return join(this.#folder, `bodies-${this.#generation}`);
  }
}

/** A line with its checksum in front. */
function sealed(json: string): string {
  return `${crc32(json).toString(16).padStart(8, '0')} ${json}\n`;
}

/** The value of a line whose checksum is right. */
function unsealed(line: Buffer): unknown {
  if (line.length < 10) return null;
  const json = line.subarray(9);
  if (Number.parseInt(line.toString('latin1', 0, 8), 16) !== crc32(json)) return null;
  return JSON.parse(json.toString('utf8'));
}
