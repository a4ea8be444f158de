/** Writing one file, in the fewest system calls. Synchronous: parallel asynchronous writes are slower. */
import { closeSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';
import type { Written } from './types.js';

/**
 * Writes a file that must not exist yet and says what it looks like on disk.
 * `durable`: on the disk before this returns, so that a power cut after a rename can not leave it empty.
 */
export function writeNew(path: string, key: string, content: string | Uint8Array, durable: boolean): Written {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const file = openSync(path, 'wx', 0o666);
  try {
    let done = 0;
    while (done < bytes.length) done += writeSync(file, bytes, done, bytes.length - done);
    if (durable) fsyncSync(file);
    const stats = fstatSync(file);
    return [key, stats.size, stats.mtimeMs, stats.ino];
  } catch (error) {
    // A full disk does not say for which file.
    throw error instanceof Error ? Object.assign(error, { path }) : error;
  } finally {
    closeSync(file);
  }
}
