import { lstatSync, type Stats } from 'node:fs';

/** What lies at a path, never following a symbolic link; undefined when nothing does (also below a file). */
export function look(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined;
    throw error;
  }
}
