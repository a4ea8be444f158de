/**
 * What the last build left: `built` for the next build (what was read, what was written, what was said), and
 * `last-build.json` for people and scripts. Both in `.warraq/`; without them everything is made again.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../model.js';
import type { KnownPicture } from '../publish/pictures.js';
import { replaceFile } from '../publish/replace-file.js';
import type { OutputRecord, Publication, Written } from '../publish/types.js';
import type { Counts } from './report.js';

/** The state of one output folder. */
export interface Built {
  /** Real path of the output folder, and how the command line or the config named it. */
  readonly out: string;
  readonly outGiven: string;
  /** Language of the site. */
  readonly lang: string;
  /** Digest of all that was read; empty when it can not be relied on. */
  readonly inputs: string;
  readonly record: OutputRecord;
  readonly pictures: ReadonlyMap<string, KnownPicture>;
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

interface Stored {
  readonly program: string;
  readonly out: string;
  readonly outGiven: string;
  readonly lang: string;
  readonly inputs: string;
  readonly record: readonly (readonly [path: string, ...Written])[];
  readonly pictures: readonly (readonly [path: string, KnownPicture])[];
  readonly diagnostics: readonly Diagnostic[];
  readonly counts: Counts;
}

/** What the last build by this very program left; null when there is nothing of use. */
export function readBuilt(folder: string, program: string): Built | null {
  try {
    const stored: Stored = JSON.parse(readFileSync(join(folder, 'built'), 'utf8'));
    if (stored.program !== program) return null;
    const record: OutputRecord = new Map(stored.record.map(([path, ...written]) => [path, written]));
    return { ...stored, record, pictures: new Map(stored.pictures) };
  } catch {
    return null;
  }
}

/** Keeps the state for the next build. Throws what the file system throws. */
export function writeBuilt(folder: string, built: Built, program: string): void {
  const stored: Stored = {
    ...built,
    program,
    record: [...built.record].map(([path, written]) => [path, ...written] as const),
    pictures: [...built.pictures],
  };
  replaceFile(join(folder, 'built'), JSON.stringify(stored));
}

/** Counts, timings in milliseconds by stage, and the files that the build added, changed and removed. */
export interface LastBuild {
  readonly counts: Counts;
  readonly timings: Readonly<Record<string, number>>;
  readonly method: Publication['method'];
  readonly unchanged: number;
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

/** Writes `last-build.json`. Throws what the file system throws. */
export function writeLastBuild(folder: string, last: LastBuild): void {
  replaceFile(join(folder, 'last-build.json'), `${JSON.stringify(last, null, 1)}\n`);
}
