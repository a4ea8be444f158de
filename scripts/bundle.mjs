/**
 * Puts the program into a few files: loading six hundred small modules costs a third of a second, in every command and
 * once more in every worker. Runs after tsc, whose modules in `lib/` stay for the library and the scripts;
 * `lib/cli/main.js` is replaced by an entry to `lib/chunks/`.
 */
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));

rmSync(here('lib/chunks'), { recursive: true, force: true });
const bundle = await rolldown({
  // the worker is started by its address beside the chunk that starts it
  input: { 'cli/main': here('src/cli/main.ts'), 'chunks/worker': here('src/shell/worker.ts') },
  platform: 'node',
  // native code, WebAssembly and what finds its own files by their place
  external: [/^node:/, /^@resvg\//, /^@fontsource/, 'subset-font', 'chokidar', 'yaml'],
  resolve: { extensionAlias: { '.js': ['.ts', '.js'] } },
});
const { output } = await bundle.write({
  dir: here('lib'),
  format: 'esm',
  entryFileNames: '[name].js',
  // one folder deep, as in src: templates/ and package.json are found from there
  chunkFileNames: 'chunks/[name]-[hash].js',
});

/** The licences of the packages that went in, as they ask for. */
const packages = new Set(
  output.flatMap(({ moduleIds = [] }) =>
    moduleIds.flatMap((id) => /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(id) ?? []),
  ),
);
const licences = [...packages].sort().map((folder) => {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file && existsSync(join(folder, file)) ? readFileSync(join(folder, file), 'utf8').trim() : '';
  return `${name} ${version} (${license})\n\n${text}\n`;
});
writeFileSync(here('lib/chunks/LICENSES.txt'), licences.join(`\n${'-'.repeat(72)}\n\n`));
