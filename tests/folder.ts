/** Folders for tests: made, filled, looked at. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { MANIFEST } from '../src/publish/manifest.js';

/** A fresh folder that is gone when the test is over. */
export function freshFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'warraq-test-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Every file below a folder with its text, the manifest left out; null when there is no such folder. */
export function snapshot(folder: string): Record<string, string> | null {
  if (!existsSync(folder)) return null;
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    if (lstatSync(path).isFile() && name !== MANIFEST) found[name] = readFileSync(path, 'utf8');
  }
  return found;
}

/** Contents of files by their path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes the files into a folder; the folders that they need are made. */
export function put(folder: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
}

/** A fresh folder with these files. */
export function makeSite(files: Files): string {
  const root = freshFolder();
  put(root, files);
  return root;
}
