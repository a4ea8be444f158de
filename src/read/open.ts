/** Opens one file of the listing and gives its bytes, or says why not. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { troubleWords } from '../system-error.js';
import type { FileEntry } from './find.js';
import { isCrowded, patiently } from './patience.js';

/** Largest article in bytes: a year of a newspaper is no larger. */
export const LARGEST_ARTICLE = 8 * 1024 * 1024;

const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** What came of opening a file: its bytes, or why not, in words for an editor. */
export type Opened =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly size: number;
      readonly mtimeMs: number;
      readonly inode: number;
    }
  | { readonly ok: false; readonly diagnostic: Diagnostic };

/**
 * Reads one file of the listing. Opened without following a link and without waiting for a pipe, then looked at again
 * through its descriptor, so that nothing put in its place since the listing is read. Throws only when too many files
 * are open.
 */
export function openArticle(
  entry: Pick<FileEntry, 'path' | 'file'>,
  limit: number = LARGEST_ARTICLE,
): Opened {
  const refuse = (id: string, message: string): Opened => ({
    ok: false,
    diagnostic: fileDiagnostic(id, 'error', entry.path, message),
  });
  let descriptor: number;
  try {
    descriptor = patiently(() => openSync(entry.file, FLAGS));
  } catch (error) {
    if (isCrowded(error)) throw error;
    return refuse('file-unreadable', `This file cannot be read: ${troubleWords(error)}.`);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) return refuse('not-a-file', 'This is not a regular file; it was not read.');
    if (stats.size > limit) {
      const size = Math.ceil(stats.size / 1_048_576);
      return refuse(
        'file-too-large',
        `This file has ${size} MB; an article may have ${Math.floor(limit / 1_048_576)} MB. Split it.`,
      );
    }
    const bytes = Buffer.allocUnsafe(stats.size);
    let length = 0;
    while (length < bytes.length) {
      const read = readSync(descriptor, bytes, length, bytes.length - length, null);
      if (read === 0) break; // Truncated while it was read: what is there counts, the watcher will call again.
      length += read;
    }
    return {
      ok: true,
      bytes: bytes.subarray(0, length),
      size: stats.size,
      mtimeMs: stats.mtimeMs,
      inode: stats.ino,
    };
  } catch (error) {
    return refuse('file-unreadable', `This file cannot be read: ${troubleWords(error)}.`);
  } finally {
    closeSync(descriptor);
  }
}
