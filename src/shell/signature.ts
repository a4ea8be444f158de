/** How files are told to be the same without reading them. */
import type { ArticleFile, FileEntry } from '../read/find.js';

/**
 * Saved less than this long before it was looked at, a file may change again without looking different: clocks of file
 * systems tick in steps of some milliseconds.
 */
const UNSETTLED_MS = 50;

/** What a file looks like on disk, side-car included; empty when it was saved so lately that its look proves nothing. */
export function signatureOf(file: ArticleFile, now: number): string {
  const { sideCar } = file;
  if (!isSettled(file, now) || (sideCar !== null && !isSettled(sideCar, now))) return '';
  return sideCar === null ? lookOf(file) : `${lookOf(file)} ${lookOf(sideCar)}`;
}

/** Size, times and number of a file: equal as long as nobody wrote to it. */
export function lookOf({ size, mtimeMs, ctimeMs, inode }: FileEntry): string {
  return `${size} ${mtimeMs} ${ctimeMs} ${inode}`;
}

function isSettled({ mtimeMs, ctimeMs }: FileEntry, now: number): boolean {
  return Math.abs(now - mtimeMs) >= UNSETTLED_MS && Math.abs(now - ctimeMs) >= UNSETTLED_MS;
}
