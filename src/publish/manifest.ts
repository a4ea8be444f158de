/**
 * What is ours in an output folder. The manifest lies in the folder itself, so that it stays true when `.warraq/` is
 * deleted or the folder is moved: sorted paths and nothing else, no trace of the machine, the same bytes every time.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Name of the manifest in the output folder. */
export const MANIFEST = '.warraq-manifest.json';

/** The text of a manifest. */
export function formatManifest(paths: Iterable<string>): string {
  const files = [...paths].sort();
  return `{"warraq":1,"files":[\n${files.map((path) => JSON.stringify(path)).join(',\n')}\n]}\n`;
}

/** The paths that a folder's manifest names; null when it has none that can be read. */
export function readManifest(folder: string): Set<string> | null {
  let text: string;
  try {
    text = readFileSync(join(folder, MANIFEST), 'utf8');
  } catch {
    return null;
  }
  return parseManifest(text);
}

/** As `readManifest`, from its text. Paths that would lead out of the folder make it unreadable. */
export function parseManifest(text: string): Set<string> | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  if (!('warraq' in value) || value.warraq !== 1 || !('files' in value) || !Array.isArray(value.files))
    return null;
  const files: unknown[] = value.files;
  const paths = new Set<string>();
  for (const path of files) {
    if (typeof path !== 'string' || !isInside(path)) return null;
    paths.add(path);
  }
  return paths;
}

/** Is it a plain relative path that stays below its folder? */
export function isInside(path: string): boolean {
  if (path === '' || path.includes('\0') || path.includes('\\')) return false;
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
