import { lstatSync, type Stats } from 'node:fs';
import { systemCode } from '../system-error.js';

/** What lies at a path, never following a symbolic link; undefined when nothing does (also below a file). */
export function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (systemCode(error) === 'ENOTDIR') return undefined;
    throw error;
  }
}
