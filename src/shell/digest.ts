/** Digests: of texts, handed to the pure middle as a function, and of the program itself. */
import { hash } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** 132 bits of SHA-256 as 22 letters: short enough for keys by the ten thousand, long enough never to collide. */
export function digest(text: string | Uint8Array): string {
  return hash('sha256', text, 'base64url').slice(0, 22);
}

const HERE = dirname(fileURLToPath(import.meta.url));
/** The package, and the compiled program in it: the bundle that runs, or all modules. */
const PACKAGE = dirname(dirname(HERE));
const PROGRAM = basename(HERE) === 'chunks' ? HERE : dirname(HERE);

/**
 * Changes whenever the program or what is installed beside it does, so that no cache outlives the code that made it.
 * Made from names, sizes and times of its files: reading them all would cost more than it proves.
 */
export function programDigest(): string {
  const seen: string[] = [];
  for (const folder of [PROGRAM, join(PACKAGE, 'templates')]) {
    for (const name of listFiles(folder)) seen.push(describe(join(folder, name)));
  }
  // npm writes one of these whenever it changes a dependency.
  seen.push(describe(join(PACKAGE, 'node_modules/.package-lock.json')));
  seen.push(describe(join(PACKAGE, '../.package-lock.json')));
  return digest(seen.join('\n'));
}

function listFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:js|json|hbs|css)$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

function describe(path: string): string {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  return stats === undefined ? path : `${path} ${stats.size} ${stats.mtimeMs}`;
}
