/**
 * The generators that are compared: how each is installed (Debian's and npm's packages only), how its site is laid
 * out from the same articles, and how it is run. All make the same kinds of pages: one a story with masthead, section
 * bar, byline and three related or recent stories left out, paginated section lists of 30, a front page, feeds, a sitemap.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/** `WARRAQ_PROGRAM` names another one, such as an installed one. */
const program = process.env.WARRAQ_PROGRAM ?? here('../lib/cli/main.js');

/** Moves the last output aside: deleting it just before a cold build would slow the creation of files for minutes. */
function setAside(path) {
  if (!existsSync(path)) return;
  const attic = `${dirname(path)}.attic`;
  mkdirSync(attic, { recursive: true });
  renameSync(path, join(attic, `${Date.now()}-${Math.round(performance.now() * 1000)}`));
}

export const peers = {
  warraq: {
    format: 'txt',
    articles: 'articles',
    output: 'dist',
    version: () => execFileSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).trim(),
    install() {},
    prepare(site) {
      writeFileSync(
        join(site, 'warraq.config.json'),
        JSON.stringify({
          site: { name: 'الجريدة', baseUrl: 'https://example.org/', lang: 'ar', timeZone: 'UTC' },
          // The others draw no pictures for social networks.
          cards: { articles: false },
        }),
      );
    },
    command: () => [process.execPath, program, 'build', '--quiet'],
    forget(site) {
      setAside(join(site, 'dist'));
      setAside(join(site, '.warraq'));
    },
  },
  hugo: {
    format: 'md',
    articles: 'content/articles',
    output: 'public',
    version: () => execFileSync('hugo', ['version'], { encoding: 'utf8' }).trim(),
    install() {
      if (spawnSync('hugo', ['version']).status !== 0)
        execFileSync('apt-get', ['install', '-y', 'hugo'], { stdio: 'ignore' });
    },
    prepare(site) {
      cpSync(here('hugo'), site, { recursive: true });
    },
    command: () => ['hugo', '--quiet', '--noBuildLock'],
    forget(site) {
      setAside(join(site, 'public'));
      setAside(join(site, 'resources'));
    },
  },
  eleventy: {
    format: 'md',
    articles: 'articles',
    output: '_site',
    version: () =>
      `Eleventy ${execFileSync(here('.work/eleventy/node_modules/.bin/eleventy'), ['--version'], { encoding: 'utf8' }).trim()}`,
    install() {
      const folder = here('.work/eleventy');
      if (existsSync(join(folder, 'node_modules/@11ty/eleventy'))) return;
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{"private":true,"type":"module"}');
      execFileSync(
        'npm',
        ['install', '--ignore-scripts', '@11ty/eleventy@3', '@11ty/eleventy-plugin-rss@2'],
        { cwd: folder, stdio: 'ignore' },
      );
    },
    prepare(site) {
      cpSync(here('eleventy'), site, { recursive: true });
      symlinkSync(here('.work/eleventy/node_modules'), join(site, 'node_modules'));
    },
    command: () => [process.execPath, here('.work/eleventy/node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'],
    forget(site) {
      setAside(join(site, '_site'));
    },
  },
};
