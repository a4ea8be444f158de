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
import { MANIFEST } from '../../src/publish/manifest.js';
import type { OutputFile } from '../../src/publish/types.js';

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

export function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

/** Output files whose key is their text. */
export function outputs(files: Readonly<Record<string, string>>): OutputFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, key: text, content: () => text }));
}
