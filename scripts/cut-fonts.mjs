/**
 * Cuts the faces that come with the program: the classic pairing of every language, cut to its alphabet for pages, whole for
 * share cards. Every first build of a site would do the same, and it takes half a second. What is there already stays.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, parse } from 'node:path';
import { cardFace } from '../lib/publish/cards/faces.js';
import { keepReady, READY } from '../lib/publish/font-cut.js';
import { FACES, PAIRINGS } from '../lib/publish/font-pairings.js';
import { facesOfPairing } from '../lib/publish/fonts.js';

const made = new Set();
const shown = new Set();
for (const [language, { classic }] of Object.entries(PAIRINGS)) {
  for (const { name, characters } of facesOfPairing(classic, language)) {
    made.add(parse(await keepReady(FACES[name], characters, READY)).name);
    if (!FACES[name].forPrint) shown.add(name);
  }
}
for (const name of shown) made.add(parse((await cardFace(name, [READY])).path).name);

/** As the Open Font Licence asks for. */
const require = createRequire(import.meta.url);
const packages = new Set(Object.values(FACES).map((face) => face.package));
const licences = [...packages]
  .sort()
  .map((name) => readFileSync(require.resolve(`${name}/LICENSE`), 'utf8').trim());
writeFileSync(join(READY, 'LICENSES.txt'), `${licences.join(`\n\n${'-'.repeat(72)}\n\n`)}\n`);
made.add('LICENSES');

for (const file of readdirSync(READY)) if (!made.has(parse(file).name)) rmSync(join(READY, file));
