import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freshFolder } from '../publish/folder.js';

/** Bytes as files, the folders made. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A site of these files in a fresh folder. */
export function makeSite(files: Files): string {
  const root = freshFolder();
  putBytes(root, files);
  return root;
}

export function putBytes(root: string, files: Files): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), content);
  }
}

/** Text of every published file that is text, by path; the manifest left out. */
export function published(root: string, out = 'dist'): Map<string, string> {
  const pages = new Map<string, string>();
  for (const name of readdirSync(join(root, out), { recursive: true, encoding: 'utf8' })) {
    if (/\.(?:html|xml|json|txt|css|js|svg)$/u.test(name) && !name.startsWith('.warraq'))
      pages.set(name, readFileSync(join(root, out, name), 'utf8'));
  }
  return pages;
}

/** All of it in one string, to look for what must not be there. */
export function everything(root: string): string {
  return [...published(root).values()].join('\n');
}
