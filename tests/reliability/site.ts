import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

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
