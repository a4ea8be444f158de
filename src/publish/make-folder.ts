import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemCode } from '../system-error.js';
import { look } from './look.js';

/**
 * Makes a folder and those above it, one by one: Node's own recursive way never ends where the system lets nobody make
 * any (`/proc`, some network disks). Throws what the system says.
 */
export function makeFolder(path: string): void {
  const missing: string[] = [];
  for (let at = path; look(at) === undefined && dirname(at) !== at; at = dirname(at)) missing.push(at);
  for (const folder of missing.reverse()) {
    try {
      mkdirSync(folder);
    } catch (error) {
      // Another process made it a moment ago.
      if (systemCode(error) !== 'EEXIST') throw error;
    }
  }
}
