/**
 * Bringing the output folder to rest after a build that was killed: whatever step it died in, the site is the old or
 * the new one afterwards, and nothing lies beside it.
 */
import { existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { resumeJournal } from './journal.js';
import { look } from './look.js';
import { MANIFEST } from './manifest.js';
import type { Places } from './places.js';
import { clearLast } from './tree.js';

/** Call under the lock, before anything reads the output folder. */
export function recover(places: Places): void {
  const { site, next, last } = places;
  const hasLast = look(last) !== undefined;
  const hasNext = existsSync(next);
  if (!hasLast && !hasNext) return;
  if (look(site) === undefined && hasLast) {
    // Died between the two renames: the new tree was complete then.
    renameSync(existsSync(join(next, MANIFEST)) ? next : last, site);
  }
  clearLast(places);
  if (existsSync(next) && !resumeJournal(places)) rmSync(next, { recursive: true, force: true });
}
