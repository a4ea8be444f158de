/**
 * Compares Warraq with other generators on the same articles: fresh processes, all in turn, order rotated each round,
 * medians and ratios. Usage: node bench/compare.mjs [--sizes 100,1000,10000] [--rounds 5] [--peers warraq,hugo,eleventy]
 * [--scenarios cold,warm,edit,template] [--write]   (--write replaces bench/RESULTS.md)
 */
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeArticles } from './articles.mjs';
import { measure, median } from './measure.mjs';
import { peers } from './peers.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    rounds: { type: 'string', default: '5' },
    peers: { type: 'string', default: 'warraq,hugo,eleventy' },
    scenarios: { type: 'string', default: 'cold,warm,edit,template' },
    write: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const names = options.peers.split(',');
const sizes = options.sizes.split(',').map(Number);
const rounds = Number(options.rounds);
const wanted = new Set(options.scenarios.split(','));
const work = fileURLToPath(new URL('.work/', import.meta.url));
const templates = {
  warraq: ['templates/article.hbs', fileURLToPath(new URL('../templates/article.hbs', import.meta.url))],
  hugo: ['layouts/_default/single.html'],
  eleventy: ['_includes/article.njk'],
};

/** What is done to the site before a run counts. */
const scenarios = {
  cold: (name, site) => peers[name].forget(site),
  warm: () => {},
  edit: (name, site, round) => {
    const file = anyArticle(join(site, peers[name].articles), round);
    appendFileSync(file, `\nفقرة أضيفت في الجولة ${round}، ولا تقول شيئا جديدا سوى أنها أضيفت.\n`);
  },
  template: (name, site, round) => {
    const [path, original] = templates[name];
    const target = join(site, path);
    mkdirSync(dirname(target), { recursive: true });
    if (original && !existsSync(target)) cpSync(original, target);
    const plain = readFileSync(target, 'utf8').replace(/<i hidden>\d+<\/i>/, '');
    writeFileSync(target, plain.replace('</h1>', `</h1><i hidden>${round}</i>`));
  },
};

function files(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
}

function anyArticle(folder, round) {
  const list = files(folder)
    .filter((entry) => /\.(txt|md)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return list[(round * 7919 + 13) % list.length];
}

/** The outputs must say the same things: every article has a page with its headline, lists and feeds are there. */
function inspect(name, site, size) {
  const output = join(site, peers[name].output);
  const all = files(output);
  const pages = all.filter((entry) => entry.name.endsWith('.html'));
  const stories = pages.filter((entry) => /snn-|text-/.test(entry.name));
  if (stories.length !== size)
    throw new Error(`${name}: ${stories.length} article pages for ${size} articles`);
  const sample = stories.sort((a, b) => (a.name < b.name ? -1 : 1))[size >> 1];
  const html = readFileSync(join(sample.parentPath, sample.name), 'utf8');
  if (!/<h1/.test(html) || (html.match(/<p[ >]/g) ?? []).length < 2)
    throw new Error(`${name}: ${sample.name} has no headline or text`);
  const bytes = all.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  return { files: all.length, lists: pages.length - stories.length, megabytes: bytes / 1e6 };
}

const rows = [];
const raw = [];
let origin = '';
for (const name of names) peers[name].install();
for (const size of sizes) {
  const sites = new Map();
  for (const name of names) {
    const site = join(work, `${name}-${size}`);
    rmSync(site, { recursive: true, force: true });
    mkdirSync(join(site, peers[name].articles), { recursive: true });
    peers[name].prepare(site);
    origin = makeArticles(size, join(site, peers[name].articles), peers[name].format);
    sites.set(name, site);
  }
  for (const scenario of Object.keys(scenarios).filter((key) => wanted.has(key))) {
    const runs = new Map(names.map((name) => [name, []]));
    for (const name of names) measure(peers[name].command(), { cwd: sites.get(name) });
    for (let round = 0; round < rounds; round++) {
      const order = names.map((_, i) => names[(i + round) % names.length]);
      for (const name of order) {
        scenarios[scenario](name, sites.get(name), round);
        const figures = measure(peers[name].command(), { cwd: sites.get(name) });
        runs.get(name).push(figures);
        raw.push({ size, scenario, round, name, ...figures });
      }
    }
    const base = runs.get('warraq') ?? runs.get(names[0]);
    for (const name of names) {
      const list = runs.get(name);
      const ratio = (key) => median(base.map((figures, i) => figures[key] / list[i][key]));
      rows.push({
        size,
        scenario,
        name,
        wall: median(list.map((figures) => figures.wall)),
        cpu: median(list.map((figures) => figures.cpu)),
        peak: median(list.map((figures) => figures.peak)),
        wallRatio: ratio('wall'),
        cpuRatio: ratio('cpu'),
        ...inspect(name, sites.get(name), size),
      });
      const row = rows.at(-1);
      console.log(
        `${String(size).padStart(6)} ${scenario.padEnd(8)} ${name.padEnd(9)} wall ${row.wall.toFixed(2)} s  cpu ${row.cpu.toFixed(2)} s  peak ${row.peak.toFixed(0)} MB  Warraq is ${row.wallRatio.toFixed(2)} x wall, ${row.cpuRatio.toFixed(2)} x CPU  (${row.files} files, ${row.megabytes.toFixed(0)} MB)`,
      );
    }
  }
  if (!options.keep)
    for (const site of sites.values())
      for (const path of [site, `${site}.attic`]) rmSync(path, { recursive: true, force: true });
}

if (options.write) {
  const line = (row) =>
    `| ${row.size} | ${row.scenario} | ${row.name} | ${row.wall.toFixed(2)} | ${row.cpu.toFixed(2)} | ${row.peak.toFixed(0)} | ${row.wallRatio.toFixed(2)} | ${row.cpuRatio.toFixed(2)} | ${row.files} | ${row.megabytes.toFixed(0)} |`;
  writeFileSync(
    fileURLToPath(new URL('RESULTS.md', import.meta.url)),
    `# Results

Made by \`npm run bench -- --write\`. Articles: ${origin}. Machine: ${cpus().length} cores (${cpus()[0].model.trim()}),
${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}. Peers: ${names.map((name) => peers[name].version()).join(' · ')}.
Medians of ${rounds} rounds, fresh processes, order rotated; ratios are medians of Warraq / peer in the same round.
Absolute times move by a factor of two on a shared machine: read the ratios.

| articles | scenario | generator | wall s | CPU s | peak MB | Warraq's wall / its | Warraq's CPU / its | files | MB out |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(line).join('\n')}

cold: no output, no cache · warm: nothing changed · edit: one article longer, command started afresh · template: the
article template changed.

<details><summary>Raw figures</summary>

\`\`\`
${raw.map((run) => `${run.size} ${run.scenario} ${run.round} ${run.name} wall ${run.wall.toFixed(3)} cpu ${run.cpu.toFixed(2)} peak ${run.peak.toFixed(0)}`).join('\n')}
\`\`\`

</details>
`,
  );
}
