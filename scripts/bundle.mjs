/**
 * Puts the program into a few files: loading three hundred small modules costs a fifth of a second, in every command
 * and once more in every worker. Runs after tsc, whose modules in `lib/` stay for the library and the scripts;
 * `lib/cli/main.js` is replaced by an entry to `lib/chunks/`. What comes from npm is not bundled.
 */
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(here('lib/chunks'), { recursive: true, force: true });
const bundle = await rolldown({
  // the worker is started by its address beside the chunk that starts it
  input: { 'cli/main': here('src/cli/main.ts'), 'chunks/worker': here('src/shell/worker.ts') },
  platform: 'node',
  external: /^[^./]/,
  resolve: { extensionAlias: { '.js': ['.ts'] } },
});
await bundle.write({
  dir: here('lib'),
  format: 'esm',
  entryFileNames: '[name].js',
  // one folder deep, as in src: templates/ and package.json are found from there
  chunkFileNames: 'chunks/[name]-[hash].js',
});
