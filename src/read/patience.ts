/**
 * A process may hold so many open files and no more, and other parts of the program open some for an instant. A story
 * must not be taken down because of that: who finds no room waits for it, and stops the build when none comes.
 */
import { systemCode } from '../system-error.js';

const PATIENCE_MS = 4000;
const PAUSE_MS = 20;

/** Does what opens a file; again and again while there are too many open ones. Throws what it throws. */
export function patiently<T>(open: () => T): T {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return open();
    } catch (error) {
      if (!isCrowded(error) || waited >= PATIENCE_MS) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
    }
  }
}

/** Were too many files open? That says nothing about the file that could not be opened. */
export function isCrowded(error: unknown): boolean {
  const code = systemCode(error);
  return code === 'EMFILE' || code === 'ENFILE';
}
