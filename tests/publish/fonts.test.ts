import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { alphabet } from '../../src/locales/alphabet.js';
import { cutFace, keepReady } from '../../src/publish/font-cut.js';
import { coverage, mergeFonts } from '../../src/publish/font-merge.js';
import { FACES, type FaceName, PAIRINGS } from '../../src/publish/font-pairings.js';
import { readGlyphs, readTables } from '../../src/publish/font-tables.js';
import { encodeWoff2 } from '../../src/publish/font-woff2.js';
import { cutFonts, facesOfPairing } from '../../src/publish/fonts.js';
import { launchChromium } from '../chromium.js';

const require = createRequire(import.meta.url);
const cache = mkdtempSync(join(tmpdir(), 'warraq-fonts-'));
let browser: Browser;

beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(async () => {
  await browser?.close();
  rmSync(cache, { recursive: true, force: true });
});

/** Both files of a face as the package has them. */
function packaged(name: FaceName): [string, string] {
  const { package: folder, files } = FACES[name];
  return [
    require.resolve(`${folder}/files/${files[0]}.woff2`),
    require.resolve(`${folder}/files/${files[1]}.woff2`),
  ];
}

const SAMPLES: Readonly<Record<string, string>> = {
  ar: 'قالت «الوزارة» في 30 يونيو 2019: مُحَمَّد يُؤثِر اللُّغةَ، لا لأنّ ثمنها 4,567 دينارًا؛ أَلَيْسَ كذلك؟ ٣٤٥٦٪',
  fa: 'می‌گویند «کتابخانهٔ ملی» در ۲۳ آبان ۱۳۹۸ گشوده شد؛ ۴۵۶۷ جلد کتاب، ۳۸٪ بیشتر از پیش.',
  he: 'הספרייה נפתחה בנובמבר, וצה״ל – כך נמסר – הודיע: "שָׁלוֹם לכולם"; עוד יסופר.',
  ur: 'شہر کی لائبریری ”دوبارہ“ کھل گئی، جہاں ۴۵۶۷ کتابیں ہیں۔ نہیں، پڑھنے والے 640 ہیں۔',
  dv: 'ދިވެހިރާއްޖޭގެ ރަށެއްގައި، 2026 ގައި 45 މީހުން؟',
  ckb: 'کتێبخانەکە لە ٢٣ی تشرینی دووەم کرایەوە، «ژمارەیان ٤٥٦٧ بوو».',
};

describe('cut faces', () => {
  test.each(Object.keys(SAMPLES))('%s: painted pixel for pixel as the packaged files', async (lang) => {
    const { files, css } = await cutFonts([{ lang, letters: SAMPLES[lang] ?? '' }], null, cache);
    const pair = PAIRINGS[lang]?.classic;
    if (pair === undefined) throw new Error(`no pairing for ${lang}`);
    // The Latin files of Frank Ruhl Libre shape digits and, in its bold, commas by rules of their own beside Hebrew letters;
    // one file for both has the plain forms.
    for (const name of lang === 'he' ? [pair.text] : new Set([pair.text, pair.head])) {
      const path = [...files.keys()].find((each) => each.startsWith(`assets/fonts/${name}-${lang}.`));
      const cut = Buffer.from(files.get(path ?? '') ?? []).toString('base64');
      const [script, latin] = packaged(name).map((file) => readFileSync(file).toString('base64'));
      const weight = FACES[name].weight;
      const face = (family: string, data: string | undefined) =>
        `@font-face{font-family:${family};font-weight:${FACES[name].pin === null ? weight : '100 900'};src:url(data:font/woff2;base64,${data})}`;
      const page = await browser.newPage({ viewport: { width: 900, height: 300 } });
      const shots: string[] = [];
      // The packages split « » and digits off; the browser puts them together again by their order here.
      for (const family of ['cut', 'script,latin']) {
        await page.setContent(
          `<!doctype html><html lang="${lang}" dir="rtl"><style>${face('cut', cut)}${face('script', script)}${face('latin', latin)}
          p{margin:0;padding:20px;font:${weight} 32px/2.4 ${family};font-kerning:none}</style><p>${SAMPLES[lang]}</p>`,
        );
        await page.evaluate('Promise.all([...document.fonts].map((face) => face.load()))');
        shots.push(
          createHash('sha256')
            .update(await page.screenshot())
            .digest('hex'),
        );
      }
      await page.close();
      expect(shots[0], name).toBe(shots[1]);
    }
    expect(css).toContain(`:lang(${lang})`);
  });

  test('space, digits, « » and the punctuation of the language are inside', async () => {
    for (const lang of Object.keys(SAMPLES)) {
      const { diagnostics, files } = await cutFonts([{ lang, letters: alphabet(lang) }], null, cache);
      expect(diagnostics, lang).toEqual([]);
      expect(files.size).toBeGreaterThan(0);
    }
    const notes = readdirSync(join(cache, 'fonts')).filter((name) => name.endsWith('.json'));
    for (const name of notes) {
      const { missing } = JSON.parse(readFileSync(join(cache, 'fonts', name), 'utf8')) as { missing: string };
      expect([...missing].filter((char) => ' 0123456789«».:!()'.includes(char))).toEqual([]);
    }
  });

  test('an article in letters of the alphabet changes no name; a letter from elsewhere does, and a lacking one is named', async () => {
    const names = async (letters: string) => [
      ...(await cutFonts([{ lang: 'ar', letters }], null, cache)).files.keys(),
    ];
    expect(await names('خبر آخر')).toEqual(await names('أول خبر في الصباح'));
    expect(await names('گاز')).toEqual(await names('خبر'));
    expect(await names('ٹیم')).not.toEqual(await names('خبر'));
    const { diagnostics } = await cutFonts([{ lang: 'ar', letters: '\u{1EE00}' }], null, cache);
    expect(diagnostics[0]?.message).toContain('U+1EE00');
  });

  test('the cache gives the same bytes, and a damaged file in it is made again', async () => {
    const cut = () => cutFonts([{ lang: 'he', letters: 'שלום' }], null, cache);
    const before = await cut();
    for (const name of readdirSync(join(cache, 'fonts'))) {
      if (name.endsWith('.woff2')) writeFileSync(join(cache, 'fonts', name), 'x');
    }
    expect([...(await cut()).files]).toEqual([...before.files]);
  });

  test('a cut that comes with the program is taken as long as the site needs no other letter, and is the same', async () => {
    const ready = join(cache, 'ready');
    const own = join(cache, 'own');
    const [text] = facesOfPairing(
      PAIRINGS.he?.classic ?? { text: 'frank', head: 'frank', print: null },
      'he',
    );
    if (text === undefined) throw new Error('no face');
    await keepReady(FACES[text.name], text.characters, ready);
    const cut = (letters: string, from: string) =>
      cutFace(FACES[text.name], text.characters, letters, { ready: from, cache: own });
    const taken = await cut('שלום ع', ready);
    expect(existsSync(own)).toBe(false);
    expect(taken).toEqual(await cut('שלום ع', join(cache, 'nothing')));
    expect(taken.missing).toContain('ع');
    const more = await cut('œ', ready);
    expect(more.bytes.length).toBeGreaterThan(taken.bytes.length);
    expect(more).toEqual(await cut('œ', join(cache, 'nothing')));
  });

  test('an unknown pairing is named with the nearest', async () => {
    const { diagnostics } = await cutFonts([{ lang: 'ar', letters: '' }], 'moderm', cache);
    expect(diagnostics[0]?.message).toContain('did you mean "modern"?');
  });

  test('every pairing of every language covers its alphabet', async () => {
    for (const lang of ['ar', 'fa', 'ur', 'ps', 'sd', 'ug', 'ckb', 'yi']) {
      for (const pairing of Object.keys(PAIRINGS[lang] ?? {})) {
        const { diagnostics } = await cutFonts([{ lang, letters: alphabet(lang) }], pairing, cache);
        expect(diagnostics, `${lang} ${pairing}`).toEqual([]);
      }
    }
  }, 240_000);
});

describe('the pieces', () => {
  test('a merged font has the characters of both, and WOFF2 gives its glyphs back', async () => {
    const { default: subset } = await import('subset-font');
    const [script, latin] = packaged('frank').map((file) => readFileSync(file));
    if (script === undefined || latin === undefined) throw new Error('no files');
    const a = await subset(script, 'שלום ', { targetFormat: 'truetype' });
    const b = await subset(latin, 'Åé«12', { targetFormat: 'truetype', noLayoutClosure: true });
    const merged = mergeFonts(a, b);
    expect(
      [...coverage(merged)]
        .map((code) => String.fromCodePoint(code))
        .sort()
        .join(''),
    ).toBe([...'שלום Åé«»12'].sort().join(''));
    const packed = await encodeWoff2(merged);
    expect(await encodeWoff2(merged)).toEqual(packed);
    const back = await subset(Buffer.from(packed), 'שלום Åé«12', { targetFormat: 'truetype' });
    const widths = (font: Uint8Array) =>
      readGlyphs(readTables(font))
        .map((glyph) => glyph.advance)
        .sort();
    expect(widths(back)).toEqual(expect.arrayContaining([...new Set(widths(merged))].slice(0, 3)));
    expect(coverage(back)).toEqual(coverage(merged));
  });
});
