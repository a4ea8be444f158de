import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchChromium } from '../chromium.js';
import { KINDS, LANGUAGES, type Newsroom, openNewsroom } from './newsroom.js';
import {
  boxesOf,
  faultsOf,
  focusOf,
  groundOf,
  marksOf,
  type Stop,
  shiftOf,
  typeOf,
  widthOf,
} from './probes.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let browser: Browser;
let room: Newsroom;

beforeAll(async () => {
  [browser, room] = await Promise.all([launchChromium(), openNewsroom()]);
});
afterAll(async () => {
  await browser?.close();
  room?.close();
});

type Look = Parameters<Browser['newContext']>[0];
const phone = { viewport: { width: 390, height: 844 } };

async function visit<T>(path: string, look: Look, act: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...look });
  try {
    const page = await context.newPage();
    await page.goto(room.address + path, { waitUntil: 'networkidle' });
    return await act(page);
  } finally {
    await context.close();
  }
}

describe('accessibility', () => {
  const looks = [
    { colorScheme: 'light', viewport: { width: 390, height: 844 } },
    { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
    { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
    { colorScheme: 'dark', viewport: { width: 1280, height: 900 } },
  ] as const;

  test.each(KINDS)(
    'axe finds nothing on %s in four languages, light and dark, narrow and wide',
    async (kind) => {
      for (const look of looks) {
        await visit(`${kind}-ar.html`, look, async (page) => {
          for (const lang of LANGUAGES) {
            if (lang !== 'ar') await page.goto(`${room.address}${kind}-${lang}.html`);
            await page.evaluate(axe);
            expect(await faultsOf(page), `${kind} ${lang} ${JSON.stringify(look)}`).toEqual([]);
          }
        });
      }
    },
    240_000,
  );

  test('the pull quote has one pair of marks, and its sentence is read out once', async () => {
    await visit('article-ar.html', {}, async (page) => {
      expect(await marksOf(page)).toEqual({
        before: 'open-quote',
        after: 'close-quote',
        quotes: '"«" "»" "“" "”"',
      });
      const tree = await page.locator('main').ariaSnapshot();
      expect(tree.split('أردنا طريقًا يمشي عليه الناس كل يوم').length - 1).toBe(1);
    });
  });

  test('the tab key goes from the skip link through the sections from right to left', async () => {
    await visit('article-ar.html', {}, async (page) => {
      const stops: Stop[] = [];
      for (let index = 0; index < 12; index++) {
        await page.keyboard.press('Tab');
        stops.push(await focusOf(page));
      }
      expect(stops[0]?.text).toBe('تجاوز إلى المحتوى');
      const sections = stops.filter(({ text }) => /^أخبار \d$/.test(text));
      expect(sections.length).toBe(8);
      for (const [index, stop] of sections.entries()) {
        if (index > 0) expect(stop.x).toBeLessThan(sections[index - 1]?.x ?? 0);
      }
      expect(stops.every(({ hidden }) => !hidden)).toBe(true);
    });
  });

  test('the skip link takes the focus to the content', async () => {
    await visit('article-ar.html', {}, async (page) => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      expect((await focusOf(page)).id).toBe('content');
    });
  });
});

describe('layout', () => {
  test('nothing is wider than the screen, whatever the language and the number of stories', async () => {
    const wide: string[] = [];
    const paths = [
      ...KINDS.flatMap((kind) => LANGUAGES.map((lang) => `${kind}-${lang}.html`)),
      ...[0, 1, 2, 3, 4, 5].map((count) => `front-${count}.html`),
    ];
    for (const width of [320, 768, 1600]) {
      await visit('lite-ar.html', { viewport: { width, height: 900 } }, async (page) => {
        for (const path of paths) {
          await page.goto(room.address + path);
          const found = await widthOf(page);
          if (found > width) wide.push(`${path} at ${width}: ${found}`);
        }
      });
    }
    expect(wide).toEqual([]);
  }, 120_000);

  test('text at twice its size and with the spacing of WCAG 1.4.12 stays inside the page', async () => {
    await visit('article-ur.html', { viewport: { width: 640, height: 900 } }, async (page) => {
      const content =
        'html{font-size:200%}*{word-spacing:.16em!important;line-height:max(1.5,var(--lead-text))!important}p{margin-block-end:2em!important}';
      await page.addStyleTag({ content });
      expect(await widthOf(page)).toBeLessThanOrEqual(640);
    });
  });

  test.each(['front-ar.html', 'section-he.html', 'article-fa.html'])(
    '%s from left to right is its own mirror image',
    async (path) => {
      const rtl = await visit(path, {}, (page) => boxesOf(page, 'rtl'));
      const ltr = await visit(path, {}, (page) => boxesOf(page, 'ltr'));
      expect(rtl.length).toBeGreaterThan(8);
      for (const [index, box] of rtl.entries()) {
        const twin = ltr[index] ?? { start: Number.NaN, width: Number.NaN };
        expect(Math.abs(box.start - twin.start), box.name).toBeLessThanOrEqual(1);
        expect(Math.abs(box.width - twin.width), box.name).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe('type', () => {
  const LEAST: Readonly<Record<string, readonly [body: number, head: number]>> = {
    ar: [1.6, 1.35],
    fa: [1.6, 1.35],
    he: [1.45, 1.1],
    ur: [2.2, 2],
  };

  test.each(LANGUAGES)(
    '%s: sizes and leading of its script, nothing that hurts joined letters',
    async (lang) => {
      const [body = 9, head = 9] = LEAST[lang] ?? [];
      const found = await visit(`article-${lang}.html`, phone, typeOf);
      expect(found.size).toBeGreaterThanOrEqual(17);
      expect(found.body).toBeGreaterThanOrEqual(body);
      expect(found.head).toBeGreaterThanOrEqual(head);
      expect(found).toMatchObject({ spaced: 0, slanted: 0, justified: 0, cased: 0, pale: 0 });
      const { measure } = await visit(`article-${lang}.html`, {}, typeOf);
      expect(measure).toBeGreaterThanOrEqual(28);
      expect(measure).toBeLessThanOrEqual(40);
    },
  );

  test.each(LANGUAGES)('%s: nothing moves when the fonts come a second late', async (lang) => {
    room.delayFonts = 1000;
    try {
      const shift = await visit(`article-${lang}.html`, phone, async (page) => {
        await page.waitForTimeout(300);
        return shiftOf(page);
      });
      expect(shift).toBeLessThanOrEqual(0.01);
    } finally {
      room.delayFonts = 0;
    }
  });
});

describe('weight', () => {
  /** Bytes of fonts that an article may fetch; compressed bytes of the whole page. */
  const MOST: Readonly<Record<string, readonly [fonts: number, page: number]>> = {
    ar: [40_000, 60_000],
    fa: [40_000, 60_000],
    he: [20_000, 60_000],
    ur: [125_000, 160_000],
  };

  test.each(LANGUAGES)(
    '%s: an article fetches two fonts at most, nothing from elsewhere, and is light',
    async (lang) => {
      const fetched = new Set<string>();
      await visit('lite-ar.html', {}, async (page) => {
        page.on('request', (request) => fetched.add(request.url().replace(room.address, '')));
        await page.goto(`${room.address}article-${lang}.html`, { waitUntil: 'networkidle' });
      });
      const [fonts = 0, whole = 0] = MOST[lang] ?? [];
      const sum = (end: string): number =>
        [...fetched]
          .filter((path) => path.endsWith(end))
          .reduce((total, path) => total + room.weight(path), 0);
      expect([...fetched].filter((path) => path.endsWith('.woff2')).length).toBeLessThanOrEqual(2);
      expect([...fetched].filter((path) => path.includes('://'))).toEqual([]);
      expect(sum('.woff2')).toBeLessThanOrEqual(fonts);
      expect(sum('.html')).toBeLessThanOrEqual(20_000);
      expect(sum('.css')).toBeLessThanOrEqual(8_000);
      expect(sum('.js')).toBeLessThanOrEqual(6_000);
      expect(sum('')).toBeLessThanOrEqual(whole);
      expect(room.weight(`lite-${lang}.html`)).toBeLessThanOrEqual(15_000);
    },
  );
});

describe('without script, and on paper', () => {
  test('everything is there without script, and no control that needs one is shown', async () => {
    await visit('article-ar.html', { javaScriptEnabled: false }, async (page) => {
      expect(await page.locator('.article-body > p').count()).toBeGreaterThanOrEqual(3);
      expect(await page.locator('.share a').first().isVisible()).toBe(true);
      expect(await page.locator('[data-tool]').count()).toBeGreaterThan(3);
      expect(await page.locator('[data-tool]:visible').count()).toBe(0);
    });
  });

  test('text size and theme can be chosen, and the choice is kept', async () => {
    await visit('article-ar.html', { colorScheme: 'light' }, async (page) => {
      const before = await groundOf(page);
      await page.click('[data-tool=theme]');
      await page.click('[data-tool=larger]');
      const after = await groundOf(page);
      expect(after.paper).not.toBe(before.paper);
      expect(after.size).toBeGreaterThan(before.size);
      await page.reload();
      expect(await groundOf(page)).toEqual(after);
    });
  });

  test('print leaves the furniture out and sets the text in the face of paper', async () => {
    await visit('article-ar.html', { colorScheme: 'dark' }, async (page) => {
      await page.emulateMedia({ media: 'print' });
      for (const selector of ['.section-bar', '.share', '.related', '.tools', '.skip', '.read-also']) {
        expect(await page.locator(selector).first().isVisible(), selector).toBe(false);
      }
      const { face, ink, paper } = await groundOf(page);
      expect({ ink, paper }).toEqual({ ink: 'rgb(0, 0, 0)', paper: 'rgb(255, 255, 255)' });
      expect(face).toMatch(/^"Amiri/);
    });
  });
});
