/** The whole way: a folder of texts, a real browser, a PDF that another program reads. */
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { findChromium, printPdf } from '../../../src/shell/edition/chromium.js';
import { makeEdition } from '../../../src/shell/edition/edition.js';
import { pagesOfPlaces } from '../../../src/shell/edition/pdf-places.js';
import { Failure } from '../../../src/shell/failure.js';
import { launchChromium } from '../../chromium.js';
import { freshFolder, put } from '../../folder.js';

// Installs a Chromium where the distribution has one.
beforeAll(async () => (await launchChromium()).close());

const poppler = spawnSync('pdftotext', ['-v']).status === 0;

interface Paper {
  readonly lang: string;
  readonly name: string;
  readonly headlines: readonly string[];
  readonly sentence: string;
  readonly quote: string;
  /** First page number, as the paper prints it. */
  readonly two: string;
}

const PAPERS: readonly Paper[] = [
  {
    lang: 'ar-EG',
    name: 'صحيفة المرفأ',
    headlines: [
      'افتتاح مكتبة الرصيف في المدينة القديمة',
      'عودة الترام إلى شارع البحر',
      'موسم الرمان يبدأ مبكرًا هذا العام',
      'حافلات الليل تصل إلى الضواحي',
      'مدرسة القرية تبني مرصدًا',
      'سوق السمك يبيع عبر الهاتف',
      'رأي في البطء',
    ],
    sentence:
      'قال مدير المشروع إن العمل سيستمر حتى نهاية الشهر المقبل، وإن شركة Azraq Lines ستنقل ٢٥٠ راكبًا كل يوم بين الضفتين.',
    quote: 'المدينة التي تنام باكرًا تنسى أسماء شوارعها',
    two: '٢',
  },
  {
    lang: 'fa-IR',
    name: 'روزنامه باغ',
    headlines: [
      'قنات پس از چهل سال دوباره پر آب شد',
      'موزه کوچک روستا باز شد',
      'قطار شب به کویر رسید',
      'بازار انار گرم است',
      'کتاب فروش دوچرخه سوار',
      'مسابقه شنا در دریا',
    ],
    sentence:
      'مدیر طرح گفت کار تا پایان ماه آینده ادامه دارد و شرکت Azraq Lines هر روز ۲۵۰ مسافر را میان دو ساحل جابجا خواهد کرد.',
    quote: 'شهری که زود می خوابد نام خیابان هایش را از یاد می برد',
    two: '۲',
  },
  {
    lang: 'he-IL',
    name: 'חדשות העמק',
    headlines: [
      'הספרייה נפתחת בחצות',
      'החשמלית חוזרת לרחוב הים',
      'עונת הרימונים התחילה מוקדם',
      'אוטובוסי לילה לפרברים',
      'בית הספר בונה מצפה כוכבים',
      'שוק הדגים עובר לטלפון',
    ],
    sentence:
      'מנהל הפרויקט אמר שהעבודה תימשך עד סוף החודש הבא, וחברת Azraq Lines תסיע 250 נוסעים בכל יום בין שתי הגדות.',
    quote: 'עיר שהולכת לישון מוקדם שוכחת את שמות הרחובות',
    two: '2',
  },
  {
    lang: 'ur-PK',
    name: 'روزنامہ ساحل',
    headlines: [
      'گاؤں کے سکول میں رصد گاہ بن گئی',
      'ٹرام واپس آ گئی',
      'انار کا موسم شروع',
      'رات کی بسیں چلیں گی',
      'مچھلی بازار فون پر',
      'پرانی کتابوں کا میلہ',
    ],
    sentence:
      'منصوبے کے نگران نے کہا کہ کام اگلے مہینے کے آخر تک جاری رہے گا اور کمپنی ہر روز 250 مسافر دونوں کناروں کے درمیان لے جائے گی۔',
    quote: 'جو شہر جلدی سو جاتا ہے وہ اپنی گلیوں کے نام بھول جاتا ہے',
    two: '2',
  },
];

function write({ lang, name, headlines, sentence, quote }: Paper): string {
  const root = freshFolder();
  const config = { site: { name, lang, timeZone: 'UTC' } };
  put(root, { 'warraq.config.json': JSON.stringify(config) });
  for (const [index, headline] of headlines.entries()) {
    const paragraphs = Array.from(
      { length: 8 },
      (_, at) => `${sentence} ${at === 3 ? `«${quote}».` : sentence}`,
    );
    const text = `---\nheadline: ${headline}\ndate: 2026-11-22\nlang: ${lang}\n---\n${paragraphs.slice(0, 4).join('\n\n')}\n\n«${quote}»\n\n${paragraphs.slice(4).join('\n\n')}\n`;
    put(root, { [`articles/a${index}.md`]: text });
  }
  return root;
}

const options = (root: string) => ({
  root,
  configFile: null,
  day: null,
  out: null,
  breathe: () => null,
  onWait: () => undefined,
});

function words(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .replaceAll('\u200c', ' ')
    .replace(/[\p{Mn}\p{Cf}]/gu, '');
  return plain.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
}

describe.each(PAPERS)('an edition in $lang', (paper) => {
  test('is tagged, has a title and numbered pages, and its words copy out', async () => {
    const root = write(paper);
    const { path, day, stories } = await makeEdition(options(root));
    expect(path).toBe(join(root, 'edition-2026-11-22.pdf'));
    expect([day, stories]).toEqual(['2026-11-22', paper.headlines.length]);
    const pdf = readFileSync(path, 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toMatch(/\/MarkInfo <<\/Type \/MarkInfo\s+\/Marked true/);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toMatch(new RegExp(`/Lang \\(${paper.lang}\\)`));
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    const places = pagesOfPlaces(pdf);
    expect([...places.keys()].sort()).toEqual(
      paper.headlines.slice(1).map((_, index) => `story-${index + 2}`),
    );
    const pages = paper.headlines.slice(1).map((_, index) => places.get(`story-${index + 2}`) ?? 0);
    expect(pages).toEqual([...pages].sort((a, b) => a - b));

    if (!poppler) return console.warn('pdftotext is not installed: whether words copy out was not tested.');
    const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
    expect(info).toContain(paper.name);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(Number(/Pages:\s+(\d+)/.exec(info)?.[1])).toBeGreaterThanOrEqual(pages.at(-1) ?? 0);
    const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' });
    const found = new Set(words(text));
    const wanted = words([...paper.headlines, paper.sentence, paper.quote].join(' '));
    const back = wanted.filter((word) => found.has(word));
    expect(back.length / wanted.length).toBeGreaterThanOrEqual(0.9);
    const second = execFileSync('pdftotext', ['-f', '2', '-l', '2', path, '-'], { encoding: 'utf8' });
    const lines = second.split('\n').map((line) => line.replace(/[^\p{L}\p{N}]/gu, ''));
    expect(lines).toContain(paper.two);
  });
});

describe('places in a PDF', () => {
  test('are found through trees of pages, and a file of another make has none', async () => {
    const pdf =
      '%PDF\n9 0 obj\n<</Type /Pages\n/Kids [7 0 R 8 0 R]>>\n7 0 obj\n<</Type /Pages\n/Kids [1 0 R 2 0 R]>>\n8 0 obj\n<</Type /Pages\n/Kids [3 0 R]>>\n5 0 obj\n<</story-2 [3 0 R /XYZ 0 1 0]\n/story-3 [1 0 R /XYZ 0 1 0]>>';
    expect([...pagesOfPlaces(pdf)]).toEqual([
      ['story-2', 3],
      ['story-3', 1],
    ]);
    expect(pagesOfPlaces('').size).toBe(0);
    expect(pagesOfPlaces('9 0 obj\n<</Type /Pages\n/Kids [9 0 R]>>').size).toBe(0);
  });
});

describe('without what it needs', () => {
  test('no browser is said in one line', () => {
    const empty = freshFolder();
    const where = { PATH: [empty, ''].join(delimiter) };
    if (!existsSync('/Applications/Google Chrome.app'))
      expect(() => findChromium(where)).toThrow(/CHROMIUM_PATH/);
    expect(() => findChromium({ CHROMIUM_PATH: join(empty, 'none') })).toThrow(Failure);
    mkdirSync(join(empty, 'bin'));
    writeFileSync(join(empty, 'bin/chromium'), '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    expect(findChromium({ PATH: join(empty, 'bin') })).toBe(join(empty, 'bin/chromium'));
  });

  test('a browser that fails is said, too, and nothing is written', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'broken'), '#!/bin/sh\necho "no display" >&2\nexit 3\n', { mode: 0o755 });
    await expect(
      printPdf(join(folder, 'broken'), join(folder, 'x.html'), join(folder, 'x.pdf')),
    ).rejects.toThrow(/no display/);
    expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
  });

  test('a site without dated articles has no edition', async () => {
    const root = freshFolder();
    put(root, { 'articles/a.md': '---\nheadline: بلا تاريخ\n---\nنص قصير لا تاريخ له.\n' });
    await expect(makeEdition(options(root))).rejects.toThrow(/has a date/);
  });
});
