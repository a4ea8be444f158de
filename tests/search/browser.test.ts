/** The search page in a real browser, on a site that the program built. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from '../chromium.js';
import { freshFolder, put } from '../folder.js';
import { run } from '../program.js';
import { ask } from './ask.js';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const TYPES: Readonly<Record<string, string>> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

interface Served {
  readonly address: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  readonly server: Server;
}

async function serve(root: string): Promise<Served> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    const path = join(root, decodeURIComponent(pathname), pathname.endsWith('/') ? 'index.html' : '');
    asked.push(pathname);
    const found = existsSync(path) && statSync(path).isFile();
    response.writeHead(found ? 200 : 404, {
      'content-type': `${TYPES[path.split('.').at(-1) ?? ''] ?? 'application/json'}; charset=utf-8`,
    });
    response.end(found ? readFileSync(path) : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked, server };
}

const story = (title: string, body: string, date = '2024-05-01', more = ''): string =>
  `العنوان: ${title}\nالتاريخ: ${date}\nالقسم: أخبار\n${more}\n${body}\n\nوأضاف المصدر أن التفاصيل ستعلن في بيان لاحق بعد أيام قليلة.\n`;

function newspaper(more: Readonly<Record<string, string>> = {}): string {
  const root = freshFolder();
  put(root, {
    'warraq.config.json': JSON.stringify({
      site: { name: 'الورّاق', lang: 'ar', timeZone: 'UTC' },
      search: true,
    }),
    'articles/port.txt': story(
      'افتتاح مرفأ الصيد في ليبيا',
      'قال مُحمّد الصيّاد إن المرفأ الجديد يتسع لمئة قارب صيد.',
    ),
    'articles/rain.txt': story(
      'أمطار غزيرة على الساحل',
      'حذّر المرصد من السيول في وليبيا المجاورة عام ٢٠١٩ خلال الليل.',
      '2024-05-03',
    ),
    'articles/fa.txt': story(
      'کتاب تازه در راه است',
      'این کتاب‌ها امسال منتشر می‌شود و خوانندگان آن را می‌پسندند.',
      '2024-05-02',
      'lang: fa\n',
    ),
    'articles/he.txt': story(
      'שָׁלוֹם לספרייה החדשה',
      'הספרייה החדשה נפתחה היום לקהל הרחב בשעה עשר בבוקר.',
      '2024-05-04',
      'lang: he\n',
    ),
    ...more,
  });
  expect(run(root, 'build').code).toBe(0);
  return join(root, 'dist');
}

test('finds what is written in another way, says how many, marks whole words, and asks only for what it needs', async () => {
  const { address, asked, server } = await serve(newspaper());
  const page = await browser.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(`${address}search/index.html`, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => path.endsWith('.json'))).toEqual([]);

  for (const query of ['ليبيا', 'لليبيا', 'وليبيا', 'بليبيا'])
    expect((await ask(page, query)).titles, query).toEqual([
      'افتتاح مرفأ الصيد في ليبيا',
      'أمطار غزيرة على الساحل',
    ]);
  for (const query of ['محمد', 'مُحمّد', 'محـمد', 'المُحَمَّد'])
    expect((await ask(page, query)).titles, query).toEqual(['افتتاح مرفأ الصيد في ليبيا']);
  for (const query of ['2019', '٢٠١٩', '۲۰۱۹'])
    expect((await ask(page, query)).titles, query).toEqual(['أمطار غزيرة على الساحل']);
  for (const query of ['می‌شود', 'میشود', 'می شود', 'ميشود', 'كتاب', 'کتاب‌های', 'کتاب ها'])
    expect((await ask(page, query)).titles, query).toEqual(['کتاب تازه در راه است']);
  for (const query of ['שלום', 'שָׁלוֹם', 'ספרייה', 'הספרייה'])
    expect((await ask(page, query)).titles, query).toEqual(['שָׁלוֹם לספרייה החדשה']);

  const two = await ask(page, 'الصياد قارب');
  expect(two.titles).toEqual(['افتتاح مرفأ الصيد في ليبيا']);
  expect(two.said).toBe('نتيجة واحدة');
  expect(two.marks.map(({ text }) => text)).toContain('الصيّاد');
  expect((await ask(page, 'ليبيا')).said).toBe('نتيجتان');
  expect((await ask(page, 'سفينة')).said).toBe('لا نتائج لـ«\u2068سفينة\u2069»');
  expect((await ask(page, '؟!')).titles).toEqual([]);
  expect((await ask(page, '<img src=x onerror=alert(1)>')).titles).toEqual([]);

  expect(page.url()).toContain('?q=');
  const asking = new URL(`${address}search/index.html?q=${encodeURIComponent('مرفأ')}`);
  await page.goto(asking.href, { waitUntil: 'networkidle' });
  expect(await page.locator('[data-results] h3').allTextContents()).toEqual(['افتتاح مرفأ الصيد في ليبيا']);
  await page.locator('[data-results] a').first().click();
  await page.waitForURL('**/port.html');
  expect(faults).toEqual([]);
  expect(asked.filter((path) => path.endsWith('.json') && !path.startsWith('/search/'))).toEqual([]);
  await page.close();
  server.close();
});

test('a language of the article that is not that of the page is said; a field takes the direction of what is typed', async () => {
  const { address, server } = await serve(newspaper());
  const page = await browser.newPage();
  await page.goto(`${address}search/index.html`, { waitUntil: 'networkidle' });
  const dir = () => page.evaluate(`getComputedStyle(document.querySelector('[type=search]')).direction`);
  expect(await dir()).toBe('rtl');
  await page.fill('[type=search]', 'Nadia');
  expect(await dir()).toBe('ltr');
  await ask(page, 'שלום');
  expect(await page.getAttribute('[data-results] h3', 'lang')).toBe('he');
  await page.close();
  server.close();
});

test('a hundred results come ten at a time, by the keyboard alone', async () => {
  const many = Object.fromEntries(
    Array.from({ length: 100 }, (_, index) => [
      `articles/n${index}.txt`,
      story(
        `سوق القرية رقم ${index}`,
        'زار الناس السوق القديم في القرية صباح اليوم.',
        `2023-0${1 + (index % 9)}-11`,
      ),
    ]),
  );
  const { address, asked, server } = await serve(newspaper(many));
  const page = await browser.newPage();
  await page.goto(`${address}search/index.html`, { waitUntil: 'networkidle' });
  const { titles, said } = await ask(page, 'سوق');
  expect(titles).toHaveLength(10);
  expect(said).toBe('100 نتيجة');
  await page.focus('[data-more]');
  await page.keyboard.press('Enter');
  await page.waitForFunction(`document.querySelectorAll('[data-results] h3').length === 20`);
  expect(
    await page.evaluate(
      `document.activeElement.closest('li') === document.querySelectorAll('[data-results] > li')[10]`,
    ),
  ).toBe(true);
  // A shelf of 64 in four files and five of eight: one file of each, and the sheets of what is shown.
  expect(asked.filter((path) => /dated-\d/.test(path)).length).toBeLessThanOrEqual(8);
  await page.close();
  server.close();
});

test('without script, and from disk, the form leads to the archive', async () => {
  const root = newspaper();
  const { address, server } = await serve(root);
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${address}search/index.html`);
  await page.fill('[type=search]', 'ليبيا');
  await page.press('[type=search]', 'Enter');
  await page.waitForURL('**/archive/**');
  expect(await page.locator('main a').count()).toBeGreaterThan(2);
  await context.close();
  server.close();

  const fromDisk = await browser.newPage();
  await fromDisk.goto(`file://${join(root, 'search/index.html')}`);
  await fromDisk.fill('[type=search]', 'ليبيا');
  await fromDisk.press('[type=search]', 'Enter');
  await fromDisk.waitForURL('**/archive/**');
  await fromDisk.close();
});
