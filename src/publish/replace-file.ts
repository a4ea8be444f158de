import { renameSync, writeFileSync } from 'node:fs';

/** Writes a file whole or not at all: who reads it meanwhile, or after a crash, sees the old one or the new one. */
export function replaceFile(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}
