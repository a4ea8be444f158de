/**
 * How long an editor waits in `warraq watch`: from saving a file to the changed page on disk and served. A real process,
 * real files, HTTP. Usage: node bench/watch.mjs [--sizes 1000,10000] [--edits 20] [--templates 5]
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeArticles } from './articles.mjs';
import { median } from './measure.mjs';
import { peers } from './peers.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '1000,10000' },
    edits: { type: 'string', default: '20' },
    templates: { type: 'string', default: '5' },
  },
});
const PATIENCE_MS = 120_000;

/** Milliseconds until `check` holds; it is asked every millisecond. */
async function until(check) {
  const since = performance.now();
  while (!(await check())) {
    if (performance.now() - since > PATIENCE_MS) throw new Error('The change was never seen.');
    await sleep(1);
  }
  return performance.now() - since;
}

/** Has the file these words? It is read only when it is another one than before. */
function holds(file, words) {
  let seen = '';
  return () => {
    const { ino, mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? {};
    const look = `${ino} ${mtimeMs} ${size}`;
    if (look === seen) return false;
    seen = look;
    try {
      return readFileSync(file, 'utf8').includes(words);
    } catch {
      return false; // between the two renames of a swapped tree
    }
  };
}

/** The longest paragraph with a sentence more: no line at the end of a page that might be furniture. */
function lengthen(text, sentence) {
  const longest = text.split('\n').reduce((best, line) => (line.length > best.length ? line : best), '');
  return text.replace(longest, () => `${longest.trimEnd()} ${sentence}`);
}

async function startWatch(site) {
  const [node, program] = peers.warraq.command();
  const child = spawn(node, [program, 'watch', '--port', '0'], {
    cwd: site,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  await until(() => /Preview: \S+ /.test(said));
  // What it says later has to be taken, or the pipe fills and the process waits.
  return { child, address: /Preview: (https?:\/\/[^\s/]+)/.exec(said)[1] };
}

function report(name, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const text = `median ${median(values).toFixed(0)} ms, worst ${sorted.at(-1).toFixed(0)} ms of ${values.length}`;
  console.log(`  ${name.padEnd(34)} ${text}`);
}

for (const size of options.sizes.split(',').map(Number)) {
  const site = fileURLToPath(new URL(`.work/watch-${size}`, import.meta.url));
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, 'articles'), { recursive: true });
  peers.warraq.prepare(site);
  makeArticles(size, join(site, 'articles'), 'txt');
  cpSync(
    fileURLToPath(new URL('../templates/article.hbs', import.meta.url)),
    join(site, 'templates/article.hbs'),
  );
  const { child, address } = await startWatch(site);
  try {
    const articles = readdirSync(join(site, 'articles'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.txt'))
      .sort();
    const pageOf = (name) => name.replace(/\.txt$/, '.html');
    const served = async (page, words) => (await (await fetch(`${address}/${page}`)).text()).includes(words);
    console.log(`${size} articles`);
    await sleep(1000);
    const edits = { disk: [], served: [] };
    for (let round = 0; round < Number(options.edits); round++) {
      const name = articles[(round * 7919 + 13) % articles.length];
      const file = join(site, 'articles', name);
      const words = `الفقرة ${round} التي أضيفت للتو`;
      const text = lengthen(readFileSync(file, 'utf8'), `وتقول ${words} ولا شيء غير ذلك.`);
      const isWritten = holds(join(site, 'dist', pageOf(name)), words);
      const since = performance.now();
      writeFileSync(file, text);
      await until(isWritten);
      edits.disk.push(performance.now() - since);
      await until(() => served(pageOf(name), words));
      edits.served.push(performance.now() - since);
      await sleep(150);
    }
    report('article: saved to on disk', edits.disk);
    report('article: saved to served', edits.served);
    const template = join(site, 'templates/article.hbs');
    const original = readFileSync(template, 'utf8');
    const changes = { viewed: [], all: [] };
    const viewed = pageOf(articles[articles.length >> 1]);
    for (let round = 0; round < Number(options.templates); round++) {
      const words = `<i hidden>${round}</i>`;
      await served(viewed, words);
      const last = holds(join(site, 'dist', pageOf(articles.at(-1))), words);
      const first = holds(join(site, 'dist', pageOf(articles[0])), words);
      const since = performance.now();
      writeFileSync(template, original.replace('</article>', `${words}</article>`));
      await until(() => served(viewed, words));
      changes.viewed.push(performance.now() - since);
      await until(first);
      await until(last);
      changes.all.push(performance.now() - since);
      await sleep(500);
    }
    report('template: saved to the open page', changes.viewed);
    report('template: saved to all pages', changes.all);
  } finally {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.on('exit', resolve));
  }
  rmSync(site, { recursive: true, force: true });
}
