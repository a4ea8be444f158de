/** The articles of a sample newspaper: every kind of page and every part of an article, in the language of a locale. */
import { readFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';
import { locale } from '../../../src/locales/locale.js';
import { strings } from '../../../src/locales/strings/index.js';
import { type Texts, textsOf } from './texts.js';

export const LIBRARY = '2019/06/library';
export const NOTEBOOK = '2019/06/notebook';
export const LATIN_FIRST = '2019/05/news-3';
export const CASES = '2019/03/cases';
export const FAULTY = '2019/03/faulty';
export const UNDATED = 'guides/reading';
/** The smallest page of a list that the config allows: one section has two pages. */
export const PAGE_SIZE = 5;
export const PUBLISHED = '2019-06-30T14:05';

interface BidiCase {
  readonly id: string;
  readonly lang: string;
  readonly text: string;
  readonly visual: string;
}
export const BIDI = JSON.parse(
  readFileSync(new URL('../../fixtures/bidi-cases.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly BidiCase[] };

/** The files of the site, by path inside its root. */
export function articlesOf(tag: string, baseUrl: string): Map<string, string | Uint8Array> {
  const texts = textsOf(tag);
  const files = new Map<string, string | Uint8Array>([
    ['warraq.config.json', JSON.stringify(configOf(tag, texts, baseUrl), null, 2)],
    [`articles/${LIBRARY}.txt`, libraryOf(tag, texts)],
    [`articles/${NOTEBOOK}.md`, notebookOf(tag, texts)],
    [
      `articles/${NOTEBOOK}.meta.json`,
      JSON.stringify({ roles: Object.fromEntries(texts.items.map((item) => [item, 'list'])) }),
    ],
    [
      `articles/${LIBRARY}.meta.json`,
      JSON.stringify({ corrections: [{ date: '2019-07-01', text: texts.end }] }),
    ],
    ['articles/2019/06/library.png', picture(640, 400)],
    ['static/logo.png', picture(60, 60)],
    [`articles/${FAULTY}.txt`, faultyOf(tag, texts)],
    [`articles/${UNDATED}.txt`, storyOf(tag, texts, texts.culture, null, texts.subhead)],
  ]);
  for (let day = 1; day <= 2 * PAGE_SIZE + 1; day++) {
    const name = day === 3 ? 'OpenHarbor: ' : '';
    const headline = `${name}${texts.shorts[day % 3]} [${day}]`;
    files.set(
      `articles/2019/05/news-${day}.txt`,
      storyOf(tag, texts, texts.news, `2019-05-${10 + day}T09:30`, headline),
    );
  }
  const cases = casesOf(tag);
  if (cases.length > 0) {
    files.set(
      `articles/${CASES}.txt`,
      paragraphs([
        header(tag, { title: texts.shorts[2], section: texts.culture, date: '2019-03-01' }),
        texts.lead,
        ...cases,
      ]),
    );
    const roles = Object.fromEntries(cases.map((text) => [text, 'body']));
    files.set(`articles/${CASES}.meta.json`, JSON.stringify({ roles }));
  }
  for (let day = 1; day <= 2; day++) {
    const headline = `${texts.shorts[day]}`;
    files.set(
      `articles/2019/04/opinion-${day}.txt`,
      storyOf(tag, texts, texts.opinion, `2019-04-0${day}`, headline),
    );
  }
  return files;
}

function configOf(tag: string, texts: Texts, baseUrl: string): unknown {
  return {
    site: {
      name: texts.site,
      tagline: texts.tagline,
      lang: tag,
      timeZone: 'Africa/Tripoli',
      baseUrl,
      sections: [
        { name: texts.news, slug: 'news' },
        { name: texts.culture, slug: 'culture' },
        { name: texts.opinion, slug: 'opinion', opinion: true },
        // Without a story: no page, no entry in the menu.
        { name: texts.subhead, slug: 'empty' },
      ],
      publisher: { logo: 'logo.png', principles: 'principles.html', corrections: 'corrections.html' },
    },
    dates: { secondCalendar: true },
    build: { pageSize: PAGE_SIZE },
    lite: true,
    search: true,
    shortLinks: true,
    newsSitemap: true,
  };
}

/** As a newsroom types it: a header of lines, paragraphs, a quotation shown twice, a table with tabs, verse with gaps. */
function libraryOf(tag: string, texts: Texts): string {
  const { texts: words } = strings[locale(tag).lang];
  return paragraphs([
    header(tag, {
      title: texts.headline,
      section: texts.culture,
      author: `${texts.author}, Nadia Rossi`,
      place: texts.place,
      deck: texts.deck,
      date: PUBLISHED,
      updated: '2019-07-01T08:00',
      tags: `${texts.news}, ${texts.place}`,
      breaking: '2050-01-01T00:00',
      picture: 'library.png',
      alt: texts.caption,
      caption: texts.caption,
      credit: 'Nadia Rossi',
    }),
    texts.lead,
    `${texts.says} «${texts.quote}».`,
    `«${texts.quote}»`,
    texts.foreign,
    texts.subhead,
    texts.items.map((item) => `- ${item}`).join('\n'),
    `${words.readAlso}: ${texts.shorts[1]}`,
    texts.verse.map(([one, two]) => `${one}     ${two}`).join('\n'),
    texts.end,
  ]);
}

/** The same in Markdown, with what plain text cannot say. */
function notebookOf(tag: string, texts: Texts): string {
  return paragraphs([
    header(tag, {
      title: `${texts.culture} – ${texts.headline}`,
      section: texts.culture,
      author: texts.author,
      date: '2019-06-29',
    }),
    texts.lead,
    `## ${texts.subhead}`,
    `${texts.end} **${texts.rows[0]}** *${texts.rows[1]}* \`lib/main.js\` [${texts.site}](https://elsewhere.example/page?a=1&b=2).`,
    `> ${texts.quote}`,
    texts.deck,
    `1. ${texts.items[0]}\n2. ${texts.items[1]}\n3. ${texts.items[2]}`,
    `| ${texts.columns.join(' | ')} |\n| --- | --- |\n| ${texts.rows[0]} | 1234 |\n| ${texts.rows[1]} | 56 |`,
    `![${texts.caption}](library.png)`,
    'The first sentence of this block is written in English, and so is the second one.',
    '```\nconst books = 2000;\n```',
    texts.end,
  ]);
}

/** Lines whose right order on the screen is known. */
export function casesOf(tag: string): string[] {
  const lang = tag.split('-')[0];
  return BIDI.cases.filter((one) => one.lang === lang).map(({ text }) => text);
}

/** What an editor should hear of: a mark never closed, a foreign comma, a control character, doubled spaces. */
function faultyOf(tag: string, texts: Texts): string {
  const [first = '', second = ''] = texts.quote.split(/(?<=\p{L}\p{M}*) /u);
  return paragraphs([
    header(tag, { title: texts.shorts[1], section: texts.culture, date: '2019-03-02' }),
    texts.lead,
    `${first},${second}  ${texts.end} \u202b${texts.place}`,
    `${texts.says} «${texts.quote}.`,
  ]);
}

function storyOf(tag: string, texts: Texts, section: string, date: string | null, headline: string): string {
  return paragraphs([
    header(tag, { title: headline, section, author: texts.author, ...(date === null ? {} : { date }) }),
    texts.lead,
    `${texts.says} «${texts.quote}».`,
    texts.end,
  ]);
}

function header(tag: string, fields: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ ...fields, lang: tag.split('-')[0] ?? tag });
  return `---\n${lines.map(([key, value]) => `${key}: ${value}`).join('\n')}\n---`;
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.join('\n\n')}\n`;
}

/** A plain grey PNG: a real file, made here so that none is stored. */
function picture(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 0x80);
  for (let row = 0; row < height; row++) rows[row * (width + 1)] = 0;
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 8;
  const parts = [
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ];
  return new Uint8Array(Buffer.concat(parts));
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(content.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}
