/** The service worker in a real browser, on a site that the program built. */

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../../chromium.js';
import { freshFolder, put } from '../../folder.js';
import { article, run } from '../../program.js';
import { build, card, SITE } from '../make.js';

const ON = { ...SITE, offline: true };

describe('the plan', () => {
  test('has no worker unless it is asked for', () => {
    expect(
      [...build([card('articles/a.txt')]).byPath.keys()].filter((path) => /offline|sw\.js/.test(path)),
    ).toEqual([]);
  });

  test('has a page in each language of the site, and a worker that knows them', () => {
    const { byPath, print } = build(
      [
        card('articles/a.txt'),
        card('articles/b.txt', { lang: 'ur' }),
        card('articles/c.txt', { lang: 'he' }),
      ],
      ON,
    );
    expect([...byPath.keys()].filter((path) => path.startsWith('offline/')).sort()).toEqual([
      'offline/ar-ly.html',
      'offline/he.html',
      'offline/list.js',
      'offline/ur.html',
    ]);
    expect(print('offline/ur.html')).toMatch(/<html lang="ur" dir="rtl"/);
    expect(print('offline/he.html')).not.toMatch(/You are offline|\p{Script=Arabic}{12}/u);
    const worker = print('sw.js');
    expect(worker).toContain(
      '"pages":{"ar-LY":"offline/ar-ly.html","he":"offline/he.html","ur":"offline/ur.html"}',
    );
    expect(
      () =>
        new Function(
          worker.replaceAll('self.', 'globalThis.').replace(/^[\s\S]*$/, (text) => `return () => {${text}}`),
        ),
    ).not.toThrow();
  });

  test('changes the worker when the shell changes, and not with each article', () => {
    const worker = (settings: object, ...paths: string[]) =>
      build(
        paths.map((path) => card(path)),
        settings,
      ).print('sw.js');
    const one = worker(ON, 'articles/a.txt');
    expect(worker(ON, 'articles/a.txt', 'articles/b.txt')).toBe(one);
    expect(worker({ ...ON, site: { ...SITE.site, name: 'اسم آخر' } }, 'articles/a.txt')).not.toBe(one);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser?.close());

  const TITLE = 'أنت غير متصل بالإنترنت';

  test('what was read can be read again, what was not says so, and nothing old stays', async () => {
    const root = freshFolder();
    put(root, {
      'warraq.config.json': JSON.stringify({
        offline: true,
        site: { name: 'الورّاق', lang: 'ar', timeZone: 'UTC', baseUrl: 'https://x.example/paper/' },
      }),
    });
    for (let index = 1; index <= 24; index++)
      put(root, { [`articles/a${index}.txt`]: article(`خبر رقم ${index}`, '2024-05-01') });
    expect(run(root, 'build').code).toBe(0);
    const site = await serve(join(root, 'dist'));
    const context = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(`${site.address}index.html`);
      await page.evaluate(`(async () => {
        await navigator.serviceWorker.ready;
        if (navigator.serviceWorker.controller === null)
          await new Promise((resolve) =>
            navigator.serviceWorker.addEventListener('controllerchange', resolve),
          );
      })()`);
      for (let index = 1; index <= 22; index++) await page.goto(`${site.address}a${index}.html`);
      await kept(page, 20);

      await site.close();
      await page.goto(`${site.address}a22.html`);
      expect(await page.textContent('h1')).toContain('خبر رقم 22');
      expect(await page.evaluate(`(() => document.styleSheets[0]?.cssRules.length ?? 0)()`)).toBeGreaterThan(
        10,
      );
      // Never opened, and the oldest of those that were.
      for (const path of ['a24.html', 'a1.html']) {
        await page.goto(site.address + path);
        expect(await page.textContent('h1')).toBe(TITLE);
        expect(await page.getAttribute('html', 'dir')).toBe('rtl');
      }
      // the list fills while the stored pages are read
      await page.waitForFunction(`document.querySelectorAll('#kept a').length >= 20`);
      const links = await page.locator('#kept a').allTextContents();
      expect(links).toHaveLength(20);
      expect(links[0]).toBe('خبر رقم 22');
      await page.click('#kept a');
      expect(await page.textContent('h1')).toContain('خبر رقم 22');

      // Back on line with a corrected article: the reader gets the new one at once.
      put(root, { 'articles/a22.txt': article('خبر مصحح', '2024-05-01') });
      expect(run(root, 'build').code).toBe(0);
      await site.open();
      await page.goto(`${site.address}a22.html`);
      expect(await page.textContent('h1')).toContain('خبر مصحح');
      const names = await page.evaluate<string[]>(`(() => caches.keys())()`);
      expect(names.filter((name) => name.includes(' shell ')).length).toBeLessThanOrEqual(2);
    } finally {
      await context.close();
      await site.close();
    }
  }, 120_000);

  test('another version takes the place of the old shell', async () => {
    const root = freshFolder();
    const settings = (name: string) =>
      JSON.stringify({ offline: true, site: { name, lang: 'ar', timeZone: 'UTC' } });
    put(root, { 'warraq.config.json': settings('الورّاق'), 'articles/a.txt': article('خبر') });
    expect(run(root, 'build').code).toBe(0);
    const site = await serve(join(root, 'dist'));
    const context: BrowserContext = await browser.newContext();
    try {
      const page = await context.newPage();
      await page.goto(site.address);
      const shells = () =>
        page.evaluate<string[]>(
          `(async () => (await caches.keys()).filter((name) => name.includes(' shell ')))()`,
        );
      await page.evaluate(`navigator.serviceWorker.ready.then(() => true)`);
      await expect.poll(shells).toHaveLength(1);
      const [before] = await shells();
      put(root, { 'warraq.config.json': settings('الورّاق الجديد') });
      expect(run(root, 'build').code).toBe(0);
      await page.goto(site.address);
      await page.evaluate(
        `navigator.serviceWorker.getRegistration().then((one) => one?.update()).then(() => true)`,
      );
      await expect
        .poll(async () => (await shells()).length === 1 && (await shells())[0] !== before, {
          timeout: 15_000,
        })
        .toBe(true);
    } finally {
      await context.close();
      await site.close();
    }
  });
});

/** Waits until the worker holds so many articles. */
async function kept(page: Page, articles: number): Promise<void> {
  const count = () =>
    page.evaluate<number>(`(async () => {
      const name = (await caches.keys()).find((one) => one.endsWith(' read'));
      return name === undefined ? 0 : (await (await caches.open(name)).keys()).length;
    })()`);
  await expect.poll(count, { timeout: 15_000 }).toBe(articles);
}

interface Served {
  readonly address: string;
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Serves a folder below a path, as a host with several sites does; can be cut off and come back. */
async function serve(folder: string): Promise<Served> {
  const types: Readonly<Record<string, string>> = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript',
    '.css': 'text/css',
    '.woff2': 'font/woff2',
  };
  let server: Server | null = null;
  let port = 0;
  const open = async (): Promise<void> => {
    server = createServer((request, response) => {
      const name = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname).replace(
        /^\/paper\//,
        '',
      );
      const path = join(folder, name === '' ? 'index.html' : name);
      if (!existsSync(path) || !statSync(path).isFile()) return response.writeHead(404).end();
      response
        .writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' })
        .end(readFileSync(path));
    });
    await new Promise<void>((resolve) => server?.listen(port, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  };
  const close = async (): Promise<void> => {
    const closing = server;
    server = null;
    if (closing === null) return;
    closing.closeAllConnections();
    await new Promise((resolve) => closing.close(resolve));
  };
  await open();
  return { address: `http://127.0.0.1:${port}/paper/`, open, close };
}
