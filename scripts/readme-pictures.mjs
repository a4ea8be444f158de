// Makes the pictures of the README from the built sample: `node scripts/readme-pictures.mjs [dist] [folder]`. Small files.
import { mkdirSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const [dist = 'dist', folder = 'docs/images'] = process.argv.slice(2);
const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium';
const urdu = readdirSync(dist, { recursive: true, encoding: 'utf8' }).find((name) =>
  /observatory.*\.html$/.test(name),
);
const pictures = [
  ['front-desk', 'index.html', { width: 1280, height: 1500 }, 'light'],
  ['article-desk', '2026/11/night-bus-council.html', { width: 1280, height: 1100 }, 'light'],
  ['article-phone', '2026/11/night-bus-council.html', { width: 390, height: 1180 }, 'light'],
  ['article-phone-dark', '2026/11/night-library-he.html', { width: 390, height: 1180 }, 'dark'],
  ...(urdu === undefined ? [] : [['article-phone-urdu', urdu, { width: 390, height: 1180 }, 'light']]),
];

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
});
for (const [name, path, viewport, colorScheme] of pictures) {
  const page = await browser.newPage({ viewport, colorScheme });
  await page.goto(pathToFileURL(resolve(join(dist, path))).href);
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(folder, `${name}.jpg`), type: 'jpeg', quality: 72 });
  await page.close();
}
await browser.close();
