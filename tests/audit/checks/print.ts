import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expectSame, type Section } from '../check.js';
import { PAGES, type Sheet } from '../sheet.js';

const PDFTOTEXT = ['/usr/bin/pdftotext', '/usr/local/bin/pdftotext', '/opt/homebrew/bin/pdftotext'].find(
  existsSync,
);
/** The letters of the words: pdftotext gives the signs of vowels before their letters. */
const bare = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\u0640]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

async function pdfOf(sheet: Sheet): Promise<Buffer> {
  return sheet.visit(PAGES.article, {}, (page) => page.pdf({ preferCSSPageSize: true, tagged: true }));
}

/** Text of a PDF as a reader copies it. */
function copied(pdf: Buffer, program: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-pdf-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    execFileSync(program, ['-enc', 'UTF-8', 'page.pdf', 'page.txt'], { cwd: folder });
    return readFileSync(join(folder, 'page.txt'), 'utf8');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const print: Section = {
  name: 'M. Print, PDF, dark, offline',
  checks: [
    {
      item: 144,
      level: 'MUST',
      slow: true,
      title: 'print leaves the furniture out, black on white, in the face of paper, with addresses of links',
      run: async (sheet) => {
        const look = async (kind: 'article' | 'notebook', script: string): Promise<string[]> =>
          (await sheet.under(kind, { media: 'print', scheme: 'dark' }, (page) =>
            page.evaluate(script),
          )) as string[];
        return [
          ...(await look(
            'article',
            `(() => {
              const shown = ['.section-bar', '.share', '.related', '.tools', '.skip', '.read-also', '.colophon nav'].filter((one) => document.querySelector(one)?.getClientRects().length);
              const text = getComputedStyle(document.querySelector('.article-body > p'));
              const { backgroundColor } = getComputedStyle(document.documentElement);
              if (text.color !== 'rgb(0, 0, 0)' || backgroundColor !== 'rgb(255, 255, 255)') shown.push(text.color + ' on ' + backgroundColor);
              const face = ${JSON.stringify(sheet.locale.typography.print)};
              if (!text.fontFamily.includes(face)) shown.push(text.fontFamily + ' instead of ' + face);
              return shown;
            })()`,
          )),
          ...(await look(
            'notebook',
            `(() => { const one = document.querySelector('.article-body > p a[href^="https:"]');
              return one && /attr|https:/.test(getComputedStyle(one, '::after').content) ? [] : ['no address after a link']; })()`,
          )),
        ];
      },
    },
    {
      item: 145,
      level: 'SHOULD',
      title:
        'A4 with running head and page number; pull quotes and figures unbroken, three lines kept together',
      run: async (sheet) => {
        const css = sheet.css() + sheet.text(PAGES.article);
        return [
          ...(/@page[^{]*\{[^@]*size:\s*A4/.test(css) ? [] : ['no A4']),
          ...(/@page[\s\S]*counter\(page/.test(css) ? [] : ['no page number']),
          ...(css.includes(`@top-right{content:"${sheet.texts.site}"`) ? [] : ['no running head']),
          ...((await sheet.under('article', { media: 'print' }, (page) =>
            page.evaluate(`['.pull-quote', '.figure'].filter((one) => getComputedStyle(document.querySelector(one)).breakInside !== 'avoid')
              .concat(getComputedStyle(document.querySelector('.article-body > p')).orphans === '3' ? [] : ['orphans'])`),
          )) as string[]),
        ];
      },
    },
    {
      item: 146,
      level: 'SHOULD',
      slow: true,
      title: '90 % of the words copy out of the PDF; it is tagged and has a title',
      only: () => PDFTOTEXT !== undefined,
      run: async (sheet) => {
        const pdf = await pdfOf(sheet);
        const { headline, lead, says, quote, end } = sheet.texts;
        const text = ` ${bare(copied(pdf, PDFTOTEXT ?? ''))} `;
        const words = bare([headline, lead, says, quote, end].join(' ').normalize('NFKC'))
          .split(' ')
          .filter((word) => word !== '');
        const back = words.filter((word) => text.includes(` ${word} `)).length;
        const share = Math.round((back / words.length) * 100);
        const raw = pdf.toString('latin1');
        return {
          faults: [
            ...(share >= 90 ? [] : [`${share} %`]),
            ...(raw.includes('/StructTreeRoot') ? [] : ['not tagged']),
            ...(raw.includes('/Title') ? [] : ['no title']),
          ],
          figure: share,
          unit: '%',
        };
      },
    },
    {
      item: 147,
      level: 'SHOULD',
      slow: true,
      title: 'dark follows the system, also without script; pictures stay; theme-color for both',
      run: async (sheet) => {
        const html = sheet.text(PAGES.article);
        const look = (options: object): Promise<string> =>
          sheet.visit(PAGES.article, { javaScriptEnabled: false, ...options }, async (page) =>
            String(
              await page
                .screenshot({ clip: { x: 2, y: 2, width: 1, height: 1 } })
                .then((bytes) => bytes.toString('base64')),
            ),
          );
        const [light, dark] = [await look({ colorScheme: 'light' }), await look({ colorScheme: 'dark' })];
        return [
          ...(light === dark ? ['no dark paper without script'] : []),
          ...expectSame('theme-color', html.match(/<meta name="theme-color"/g)?.length, 2),
          ...(/<meta name="color-scheme" content="light dark">/.test(html) ? [] : ['color-scheme']),
          ...(/\bfilter\s*:\s*invert/.test(sheet.css()) ? ['pictures are inverted'] : []),
        ];
      },
    },
    {
      item: 149,
      level: 'MUST',
      slow: true,
      title: 'pages work from a folder of a server and from disk',
      note: 'Every page of this audit is served from a folder; links of the kind "portable" open from disk.',
      run: async (sheet) => {
        const missing = await sheet.visit('', {}, async (page) => {
          const found: string[] = [];
          page.on('requestfailed', (request) => found.push(request.url()));
          await page.goto(pathToFileURL(join(sheet.site.folder, PAGES.article)).href);
          const styled = await page.evaluate(
            `getComputedStyle(document.querySelector('h1')).fontWeight + document.styleSheets.length`,
          );
          if (!/[1-9]$/.test(String(styled))) found.push('no style from disk');
          return found.filter((url) => !url.includes('/fonts/'));
        });
        const outside = sheet
          .paths('.html')
          .filter((path) => path !== '404.html' && /(?:href|src)="\/(?!\/)/.test(sheet.text(path)));
        return [...missing, ...outside];
      },
    },
  ],
  absent: [
    {
      item: 148,
      level: 'SHOULD',
      title: 'service worker with an offline page',
      state: 'tested elsewhere',
      reason: 'Off by default (`offline: true`); tests/site/offline.test.ts, in a real browser.',
    },
  ],
};
