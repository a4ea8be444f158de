import { direction } from '../../../src/language-tag.js';
import { expectSame, type Section } from '../check.js';
import { LATIN_FIRST } from '../newsroom/articles.js';
import { KINDS, PAGES, type Sheet } from '../sheet.js';

/** First strong character is not right-to-left: U+200F or an isolate has to come first. */
const SAFE = /^(?:[\u200f\u2067]|[^\p{L}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Thaana}])/u;

export const document: Section = {
  name: 'A. Document and direction',
  checks: [
    {
      item: 1,
      level: 'MUST',
      title: 'html is rtl in markup and computed; no CSS direction',
      run: async (sheet) => [
        ...(await sheet.faults(
          KINDS,
          `(() => { const root = document.documentElement;
            return root.getAttribute('dir') === 'rtl' && getComputedStyle(root).direction === 'rtl' ? [] : [root.dir]; })()`,
        )),
        ...(sheet.css().match(/[;{\s]direction\s*:[^;}]*/g) ?? []),
      ],
    },
    {
      item: 2,
      level: 'MUST',
      title: 'html lang is the BCP 47 tag of the locale',
      run: (sheet) =>
        KINDS.flatMap((kind) => {
          const lang = /<html lang="([^"]*)"/.exec(sheet.text(PAGES[kind]))?.[1] ?? '';
          return expectSame(kind, [lang, Intl.getCanonicalLocales(lang).length], [sheet.site.tag, 1]);
        }),
    },
    {
      item: 3,
      level: 'MUST',
      title: 'direction comes from an own table of scripts',
      once: true,
      run: () =>
        Object.entries({
          'dv-MV': 'rtl',
          azb: 'rtl',
          'ku-Arab': 'rtl',
          'ku-Latn': 'ltr',
          ckb: 'rtl',
          en: 'ltr',
        }).flatMap(([tag, dir]) => expectSame(tag, direction(tag), dir)),
    },
    {
      item: 4,
      level: 'MUST',
      title: 'charset within 1,024 bytes; UTF-8 without BOM, NFC',
      run: (sheet) =>
        sheet.paths('.html').flatMap((path) => {
          const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
            sheet.site.files.get(path),
          );
          const at = Buffer.byteLength(text.slice(0, text.indexOf('<meta charset="utf-8">')));
          const fine = at > 0 && at < 1000 && !text.startsWith('\ufeff') && text === text.normalize('NFC');
          return fine ? [] : [path];
        }),
    },
    {
      item: 5,
      level: 'MUST',
      title: 'dir below html only on isolates, code, fields and foreign text',
      run: (sheet) =>
        sheet.faults(
          KINDS,
          `[...document.body.querySelectorAll('[dir]:not(bdi,bdo,code,pre,input,textarea)')]
            .filter((one) => !one.lang || one.lang === document.documentElement.lang).map((one) => one.outerHTML.slice(0, 80))`,
        ),
    },
    {
      item: 6,
      level: 'MUST',
      slow: true,
      title: 'no dir=auto; a headline that begins in Latin stays rtl',
      run: async (sheet) => [
        ...sheet.paths('.html').filter((path) => sheet.text(path).includes('dir="auto"')),
        ...(await sheet.visit(`${LATIN_FIRST}.html`, {}, async (page) =>
          expectSame(
            'h1',
            await page.evaluate(`getComputedStyle(document.querySelector('h1')).direction`),
            'rtl',
          ),
        )),
      ],
    },
    {
      item: 7,
      level: 'MUST',
      title: 'titles of pages, previews and feeds that begin in Latin carry a mark',
      run: (sheet) =>
        titlesOf(sheet).flatMap(([place, title]) => (SAFE.test(title) ? [] : [`${place}: ${title}`])),
    },
    {
      item: 8,
      level: 'MUST',
      title: 'no embeddings or overrides; isolate characters in plain-text places only',
      run: (sheet) =>
        sheet.paths('.html', '.xml', '.json').flatMap((path) => {
          const text = sheet.text(path);
          const visible = path.endsWith('.html')
            ? text.replace(/<title>.*?<\/title>|<script[\s\S]*?<\/script>|<[^>]*>/g, '')
            : '';
          return /[\u202a-\u202e]/.test(text) || /[\u2066-\u2069]/.test(visible) ? [path] : [];
        }),
    },
    {
      item: 10,
      level: 'MUST',
      title: 'a block in another language has its own lang and dir',
      run: (sheet) =>
        sheet.faults(
          ['notebook'],
          `[...document.querySelectorAll('.article-body > p')].filter((one) => /^The first sentence/.test(one.textContent))
            .flatMap((one) => one.lang === 'en' && one.dir === 'ltr' ? [] : [one.outerHTML.slice(0, 60)])
            .concat(document.body.innerText.includes('The first sentence') ? [] : ['the block is missing'])`,
        ),
    },
    {
      item: 9,
      level: 'SHOULD',
      title: 'web app manifest with lang and dir',
      run: (sheet) => {
        const href = /<link rel="manifest" href="([^"]+)"/.exec(sheet.text('index.html'))?.[1] ?? '';
        const manifest = JSON.parse(sheet.text(href)) as {
          lang: string;
          dir: string;
          name: string;
          icons: { src: string }[];
        };
        return [
          ...expectSame('lang', manifest.lang, sheet.site.tag),
          ...expectSame('dir', manifest.dir, 'rtl'),
          ...expectSame('name', manifest.name, sheet.texts.site),
          ...manifest.icons.filter(({ src }) => !sheet.site.files.has(src)).map(({ src }) => `no ${src}`),
        ];
      },
    },
  ],
  absent: [],
};

function titlesOf(sheet: Sheet): [place: string, title: string][] {
  const found: [string, string][] = [];
  for (const path of sheet.paths('.html', '.xml')) {
    const text = sheet.text(path);
    for (const [, title = ''] of text.matchAll(/<title>([^<]*)<\/title>/g)) found.push([path, title]);
    for (const [, title = ''] of text.matchAll(/property="og:title" content="([^"]*)"/g))
      found.push([path, title]);
  }
  const { title, items } = JSON.parse(sheet.text('feed.json')) as {
    title: string;
    items: { title: string }[];
  };
  for (const one of [title, ...items.map((item) => item.title)]) found.push(['feed.json', one]);
  return found;
}
