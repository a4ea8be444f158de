/** The painter against a browser: the same letters in the same order, for lines of two directions and several scripts. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../../src/config.js';
import { drawCard, facesOfCard } from '../../../src/publish/cards/draw.js';
import { type CardFace, cardFace } from '../../../src/publish/cards/faces.js';
import { HEIGHT, lineText, loadPainter, Painter, WIDTH } from '../../../src/publish/cards/painter.js';
import { cardStyle } from '../../../src/publish/cards/style.js';
import type { FaceName } from '../../../src/publish/font-pairings.js';
import type { ArticleCard, ShareCard } from '../../../src/site/pages/share-card.js';
import { isolateHtml } from '../../../src/typeset/bidi/isolate.js';
import { launchChromium } from '../../chromium.js';

const cache = join(tmpdir(), 'warraq-test-card-faces');
const NAMES: readonly FaceName[] = [
  'kufi',
  'naskh',
  'vazirmatnBold',
  'vazirmatn',
  'frankBold',
  'frank',
  'nastaliq',
  'thaanaBold',
  'thaana',
];
const style = cardStyle(parseConfig({}, 'x').config.theme);
let browser: Browser;
let painter: Painter;
let faces: ReadonlyMap<string, CardFace>;

beforeAll(async () => {
  const resvg = await loadPainter();
  if (resvg === null) throw new Error('@resvg/resvg-js is not installed.');
  faces = new Map(
    (await Promise.all(NAMES.map((name) => cardFace(name, [cache])))).map((face) => [face.name, face]),
  );
  painter = new Painter(resvg, faces);
  browser = await launchChromium();
});
afterAll(() => browser?.close());

const LINES: readonly (readonly [face: FaceName, lang: string, text: string])[] = [
  ['kufi', 'ar', 'مكتبات «كفر الياسمين» تفتح أبوابها'],
  ['kufi', 'ar', 'قالت BBC News إن (12) كتابًا صدرت'],
  ['kufi', 'ar', 'ارتفع iPhone 15 بنسبة -5% في 2019!'],
  ['kufi', 'ar', 'بين Reuters، AFP، BBC خلاف'],
  ['kufi', 'ar', 'النتيجة 3-2 والهاتف ‎+218 21 555'],
  ['vazirmatnBold', 'fa', 'قنات ۴۰ ساله به باغ‌های انار رسید'],
  ['frankBold', 'he', 'הספרייה ב-Haifa Port נפתחה (24 שעות)'],
  ['nastaliq', 'ur', 'رصد گاہ سے بچوں نے زحل کے حلقے دیکھے'],
  ['thaanaBold', 'dv', 'ރަށުގެ ކުޑަ ލައިބްރަރީއެއް (2026)'],
];

describe('a line', () => {
  test.each(LINES)('in %s (%s) is painted as a browser paints it: %s', async (face, lang, text) => {
    const content = `<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/><text x="1150" y="300" font-family="${face}" font-size="44" text-anchor="end">${lineText(text, 0, text.length, 'rtl')}</text>`;
    const { pixels } = await painter.paint(content, [face]);
    const font = readFileSync(faces.get(face)?.path ?? '').toString('base64');
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    await page.setContent(`<!doctype html><html lang="${lang}" dir="rtl"><style>@font-face{font-family:F;src:url(data:font/ttf;base64,${font})}
      body{margin:0}p{position:absolute;right:50px;top:220px;margin:0;font:44px/100px F;white-space:nowrap}</style><p>${isolateHtml(text, 'rtl')}</p>`);
    await page.evaluate(`(() => document.fonts.ready)()`);
    const other = await page.screenshot();
    const shot = await pixelsOf(other);
    await page.close();
    expect(similarity(columns(pixels), columns(shot))).toBeGreaterThan(0.97);
  });

  test('painted left-to-right would not pass', async () => {
    const text = 'قالت BBC News إن (12) كتابًا صدرت';
    const paint = async (line: string) =>
      columns(
        (
          await painter.paint(
            `<rect width="1200" height="630" fill="#fff"/><text x="1150" y="300" font-family="kufi" font-size="44" text-anchor="end">${line}</text>`,
            ['kufi'],
          )
        ).pixels,
      );
    expect(similarity(await paint(lineText(text, 0, text.length, 'rtl')), await paint(text))).toBeLessThan(
      0.9,
    );
  });
});

describe('a card', () => {
  const card = (text: string, lang: string, more: Partial<ArticleCard> = {}): ArticleCard => ({
    kind: 'article',
    name: { text: 'الورّاق', lang: 'ar-LY', dir: 'rtl' },
    headline: { text, lang, dir: 'rtl' },
    kicker: { text: 'ثقافة', lang: 'ar-LY', dir: 'rtl' },
    deck: null,
    date: '22 نوفمبر 2026',
    ...more,
  });
  const TEXTS: readonly (readonly [string, string])[] = [
    ['ar', 'مكتبات «كفر الياسمين» تفتح أبوابها ليلًا وقرّاء المدينة يعودون إلى الرصيف القديم'],
    ['ar', 'كلمة '.repeat(80)],
    ['ar', 'ا'.repeat(400)],
    ['ur', 'گاؤں کے سکول کی چھت پر بنی رصد گاہ سے بچوں نے پہلی بار زحل کے حلقے دیکھے'],
    ['fa', 'قنات چنارک پس از چهل سال دوباره به باغ‌های انار رسید'],
    ['he', 'הספרייה שנפתחת בחצות: מאתיים סטודנטים, ספרנית אחת וקומקום תה'],
    ['dv', 'ރަށުގެ ކުޑަ ލައިބްރަރީއެއް ކުދިންގެ ހިތްތައް ފަތަހަކޮށްފި'],
    ['ar', '<script>alert(1)</script> & "خبر"'],
  ];

  test.each(TEXTS)('in %s keeps its ink inside the margins: %s', async (lang, text) => {
    for (const shown of [
      card(text, lang),
      {
        kind: 'quote',
        name: card(text, lang).name,
        quote: { text, lang, dir: 'rtl' },
        marks: ['«', '»'],
        attribution: 'سلمى الحداد',
      },
    ] satisfies ShareCard[]) {
      const { pixels } = await painter.paint(drawCard(shown, style, painter), facesOfCard(shown, style));
      // The accent bar and the rule reach further; below them only text is near the edges.
      const stray =
        inkIn(pixels, [0, 150, 40, HEIGHT - 10]) + inkIn(pixels, [WIDTH - 40, 150, WIDTH, HEIGHT - 10]);
      expect(stray).toBe(0);
      expect(inkIn(pixels, [0, HEIGHT - 8, WIDTH, HEIGHT])).toBe(0);
      expect(inkIn(pixels, [40, 150, WIDTH - 40, HEIGHT - 10])).toBeGreaterThan(2000);
    }
  });
});

/** Pixels that are not as the one in the corner below. */
function inkIn(
  pixels: Uint8Array,
  [left, top, right, bottom]: readonly [number, number, number, number],
): number {
  const corner = 4 * (WIDTH * (HEIGHT - 1));
  let ink = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const at = 4 * (y * WIDTH + x);
      if (pixels[at] !== pixels[corner] || pixels[at + 1] !== pixels[corner + 1]) ink++;
    }
  }
  return ink;
}

/** How dark each column of pixels is. */
function columns(pixels: Uint8Array): number[] {
  const sums = new Array<number>(WIDTH).fill(0);
  for (let at = 0; at < WIDTH * HEIGHT; at++)
    sums[at % WIDTH] = (sums[at % WIDTH] ?? 0) + 255 - (pixels[4 * at] ?? 255);
  return sums;
}

/** Cosine of two profiles, at the best of a few shifts: browsers round the place of a line. */
function similarity(a: readonly number[], b: readonly number[]): number {
  const at = (shift: number): number => {
    let [ab, aa, bb] = [0, 0, 0];
    for (let x = 10; x < WIDTH - 10; x++) {
      const [p, q] = [a[x] ?? 0, b[x + shift] ?? 0];
      ab += p * q;
      aa += p * p;
      bb += q * q;
    }
    return ab / Math.sqrt(aa * bb || 1);
  };
  return Math.max(...Array.from({ length: 13 }, (_, index) => at(index - 6)));
}

async function pixelsOf(png: Uint8Array): Promise<Uint8Array> {
  const image = `<image width="${WIDTH}" height="${HEIGHT}" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  return (await painter.paint(image, [])).pixels;
}
