/** What the publisher is given and what it says afterwards. */
import type { Diagnostic } from '../model.js';

/** One file of the site. */
export interface OutputFile {
  /** Relative to the output folder, `/` between folders, NFC. */
  readonly path: string;
  /** Same key, same bytes: a file whose key did not change is neither made nor written. */
  readonly key: string;
  /** Makes the bytes; called at most once, and only when the file has to be written. */
  readonly content: () => string | Uint8Array;
}

/** Key, size in bytes, mtime in ms and inode of a file as we left it. */
export type Written = readonly [key: string, size: number, mtimeMs: number, ino: number];

/** What we wrote last, by path. Kept in `.warraq/`; without it every file is made again. */
export type OutputRecord = Map<string, Written>;

/** Long work calls it often; a promise is to be waited for, and its failure means: clear up and leave. */
export type Breathe = () => Promise<void> | null;

/** What is to be published, and how. */
export interface PublishRequest {
  /** Real path of the output folder. */
  readonly out: string;
  readonly files: readonly OutputFile[];
  readonly record: OutputRecord;
  /** `tree`: always swap the folder. `auto`: rename single files when few of many changed. `files`: whenever they are not very many. */
  readonly method: 'tree' | 'auto' | 'files';
  readonly breathe: Breathe;
  /**
   * This very process wrote the folder a moment ago and looks at it again soon: the record is believed without a look,
   * and nothing is flushed to the disk one by one.
   */
  readonly trusting?: boolean;
}

/** What was published. */
export interface Publication {
  /** Paths relative to the output folder, sorted. */
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
  /** How it was done; `none` when nothing had to be. */
  readonly method: 'tree' | 'files' | 'none';
  readonly record: OutputRecord;
  /** Files that were kept from publication, because something foreign has their place. */
  readonly diagnostics: readonly Diagnostic[];
}
