/** Writing one file, in the fewest system calls, and knowing it again. Synchronous: parallel asynchronous writes are slower. */
import { closeSync, fstatSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { look } from './look.js';
import type { Written } from './types.js';

/** Texts are encoded here one after another: no page of its own needs a buffer. */
const desk = Buffer.allocUnsafeSlow(1 << 19);

/** The bytes of a text, good until the next call. Every UTF-16 unit takes at most three bytes. */
function encode(text: string): Uint8Array {
  if (text.length * 3 > desk.length) return Buffer.from(text, 'utf8');
  return desk.subarray(0, desk.write(text, 'utf8'));
}

/**
 * Writes a file that must not exist yet and says what it looks like on disk.
 * `durable`: on the disk before this returns, so that a power cut after a rename can not leave it empty.
 */
export function writeNew(path: string, key: string, content: string | Uint8Array, durable: boolean): Written {
  const bytes = typeof content === 'string' ? encode(content) : content;
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

/** Does a file look as it did when it was written? Its content is not read. */
export function isAsWritten(path: string, [, size, mtimeMs, ino]: Written): boolean {
  const stats = look(path);
  return stats?.isFile() === true && stats.size === size && stats.mtimeMs === mtimeMs && stats.ino === ino;
}
