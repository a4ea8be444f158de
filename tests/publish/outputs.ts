import type { OutputFile } from '../../src/publish/types.js';

/** Output files whose key is their text. */
export function outputs(files: Readonly<Record<string, string>>): OutputFile[] {
  return Object.entries(files).map(([path, text]) => ({ path, key: text, content: () => text }));
}
