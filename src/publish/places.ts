/**
 * The three folders of a publication, on one file system. Their names are fixed, so that the next command finds what a
 * killed one left, even when `.warraq/` is gone.
 */
import { accessSync, constants, existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { systemCode } from '../system-error.js';

/** Real paths. */
export interface Places {
  /** The site, as readers see it. */
  readonly site: string;
  /** Being made: a new tree (complete once it holds its manifest), or the new files of a journal. */
  readonly next: string;
  /** The site before this publication, on its way out. */
  readonly last: string;
  /** Only the folder itself may be written to (a web root, a mounted disk): no tree can be swapped in, its files change one by one. */
  readonly inside: boolean;
}

/** `out`: real path of the output folder. */
export function placesOf(out: string): Places {
  const inside = existsSync(out) && (!isWritable(dirname(out)) || isMountPoint(out));
  const [next, last] = inside
    ? [join(out, '.warraq-new'), join(out, '.warraq-old')]
    : [`${out}.warraq-new`, `${out}.warraq-old`];
  return { site: out, next, last, inside };
}

/**
 * Is the folder a disk of its own (a volume of a container, a network share)? Nothing can be renamed into it from beside.
 * Asks for a rename that no system carries out: `.` is never a target, but a border between disks is found before that.
 */
function isMountPoint(folder: string): boolean {
  try {
    renameSync(folder, `${folder}/.`);
    return false;
  } catch (error) {
    return systemCode(error) === 'EXDEV';
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
