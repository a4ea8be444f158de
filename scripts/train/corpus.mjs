/** The annotated texts: the development set beside the checkout and our own fixtures. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Texts of the development set, in lines with roles. */
export function readCorpus(corpus, { toUnits }) {
  const folder = join(corpus, 'extraction');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.labels.json'))
    .sort()
    .map((name) => {
      const labels = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      const file = name.replace('.labels.json', '.txt');
      const lines = readFileSync(join(folder, file), 'utf8').replace(/\n$/, '').split('\n');
      const units = toUnits(lines, 0);
      return {
        file,
        lines,
        units,
        lang: labels.lang,
        kind: labels.kind,
        roles: units.map((u) => labels.lines[u.first]),
      };
    });
}

/** Our own fixtures: small invented texts in all languages. They teach what the newspapers of the set do not have. */
export function readFixtures(folder, { toUnits, readSource }) {
  const found = [];
  for (const name of readdirSync(folder).sort()) {
    if (!existsSync(join(folder, name, 'input.txt')) || !existsSync(join(folder, name, 'expected.json')))
      continue;
    const expected = JSON.parse(readFileSync(join(folder, name, 'expected.json'), 'utf8'));
    if (expected.roles === undefined) continue;
    const source = readSource(name, readFileSync(join(folder, name, 'input.txt')), null);
    const units = toUnits(source.lines, source.headerLines);
    const roles = units.map((unit) => expected.roles[unit.first] ?? 'furniture');
    if (units.length === 0 || roles.includes('meta') || source.header.headline !== undefined) continue;
    found.push({
      file: `fixture:${name}`,
      lines: source.lines,
      units,
      lang: expected.lang,
      kind: 'fixture',
      roles,
    });
  }
  return found;
}

/** The newspaper: real pages by name without number, composed ones by language and layout of their source. */
export const sourceOf = (doc) => doc.file.replace('.txt', '').replace(/-\d+$/, '');
