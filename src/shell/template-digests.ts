/**
 * What a template can print depends on its own text and on all that it reaches: layout, partials, blocks. Pages of one
 * kind are made again only when something of that changed. When in doubt, everything counts.
 */
import type { ThemeFiles } from '../render/theme-files.js';
import { digest } from './digest.js';

const PARTIAL = /\{\{~?\{?#?>\s*([^\s}~]+)/g;
const BODY = /\{\{~?\{?\s*content\b/;
const LAYOUT = /\{\{~?!(?:--)?<\s*([\w-]+)/;

/** Digest by kind of page. */
export function templateDigests(files: ThemeFiles): (kind: string) => string {
  const known = new Map<string, string>();
  return (kind) => {
    let found = known.get(kind);
    if (found === undefined) {
      const texts = [...reach(`${kind}.hbs`, files)].sort().map((path) => [path, files.get(path)?.text]);
      found = digest(JSON.stringify(texts));
      known.set(kind, found);
    }
    return found;
  };
}

/** The paths of all templates that take part when this one is printed. */
function reach(start: string, files: ThemeFiles): Set<string> {
  const reached = new Set([start]);
  for (const path of reached) {
    const text = files.get(path)?.text ?? '';
    const layout = LAYOUT.exec(text)?.[1];
    if (layout !== undefined) reached.add(`layouts/${layout}.hbs`);
    for (const [, name = ''] of text.matchAll(PARTIAL)) {
      // A name that is only known while printing: (lookup …).
      if (!/^[\w/-]+$/.test(name)) return new Set([...files.keys()].filter((one) => one.endsWith('.hbs')));
      reached.add(`partials/${name}.hbs`);
    }
    // The helper that prints a body takes the template of each block.
    if (BODY.test(text)) for (const one of files.keys()) if (one.startsWith('blocks/')) reached.add(one);
  }
  return reached;
}
