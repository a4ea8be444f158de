// Takes pictures of a built site: `node scripts/screenshots.mjs [dist] [folder]`, front page, a section and an article,
// at the width of a phone and of a desk, light, dark and on paper. Look at them.
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [dist = 'dist', folder = '/tmp/warraq-screenshots'] = process.argv.slice(2);
const FLAGS =
  '--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking --disable-component-update --disable-sync';
const TYPES = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
  svg: 'image/svg+xml',
};

const server = createServer((request, response) => {
  const path = join(dist, decodeURIComponent(new URL(request.url, 'http://x').pathname));
  if (!existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, {
    'content-type': `${TYPES[path.split('.').at(-1)] ?? 'application/octet-stream'}; charset=utf-8`,
  });
  return response.end(readFileSync(path));
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

/** The newest article of each language, the front page and the fullest section. */
function choosePages() {
  const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const articles = new Map();
  for (const page of pages.filter((name) => /^\d{4}\//.test(name)).sort()) {
    const lang = /<html lang="([a-z]+)/.exec(readFileSync(join(dist, page), 'utf8'))?.[1];
    articles.set(lang, page);
  }
  const sections = pages.filter((name) => /^[^/]+\/index\.html$/.test(name));
  const size = (name) => readFileSync(join(dist, name)).length;
  const fullest = sections.sort((a, b) => size(b) - size(a))[0];
  return [
    ['front', 'index.html'],
    ['section', fullest],
    ...[...articles].map(([lang, page]) => [`article-${lang}`, page]),
  ];
}

mkdirSync(folder, { recursive: true });
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const browser = await chromium.launch({ executablePath, args: FLAGS.split(' ') });
for (const [name, path] of choosePages()) {
  if (path === undefined) continue;
  for (const [look, width, colorScheme, media] of [
    ['phone', 390, 'light', 'screen'],
    ['phone-dark', 390, 'dark', 'screen'],
    ['desk', 1280, 'light', 'screen'],
    ['desk-dark', 1280, 'dark', 'screen'],
    ['print', 794, 'light', 'print'],
  ]) {
    const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    await page.goto(`http://127.0.0.1:${server.address().port}/${path}`, { waitUntil: 'networkidle' });
    await page.emulateMedia({ media });
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: join(folder, `${name}-${look}.png`), fullPage: true });
    await page.close();
  }
}
await browser.close();
server.close();
console.log(`The pictures are in ${folder}.`);
