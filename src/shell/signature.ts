/** How files are told to be the same without reading them. */
import type { ArticleFile } from '../read/find.js';

/** Saved less than this long before it was read, a file may change again without looking different. */
const UNSETTLED_MS = 50;

/** What a file looks like on disk, side-car included; empty when it was saved so lately that its look proves nothing. */
export function signatureOf(file: ArticleFile, now: number): string {
  const { sideCar } = file;
  const latest = Math.max(file.mtimeMs, sideCar?.mtimeMs ?? 0);
  if (Math.abs(now - latest) < UNSETTLED_MS) return '';
  const own = `${file.size} ${file.mtimeMs} ${file.inode}`;
  return sideCar === null ? own : `${own} ${sideCar.size} ${sideCar.mtimeMs} ${sideCar.inode}`;
}
