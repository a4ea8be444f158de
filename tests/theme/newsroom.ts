/**
 * Pages of the built-in theme in four languages, with cut fonts, on a server of their own: what the tests of the
 * theme look at. Names and events are invented.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Lang } from '../../src/model.js';
import { cutFonts } from '../../src/publish/fonts.js';
import { loadTheme } from '../../src/render/theme.js';
import { trimCss } from '../../src/render/trim-css.js';
import type { ArticleView, FrontView, LinkView, NotFoundView, SectionView } from '../../src/site/views.js';
import { articleView, frontView, storyView } from '../render/sample-views.js';
import { builtIn } from '../render/theme-files.js';

interface Words {
  readonly site: string;
  readonly section: string;
  readonly headline: string;
  readonly deck: string;
  readonly author: string;
  readonly quote: string;
  readonly body: readonly string[];
}

export const WORDS: Readonly<Record<string, Words>> = {
  ar: {
    site: 'صحيفة المرفأ',
    section: 'أخبار',
    headline: 'مدينة الواحة تفتتح أطول جسر للمشاة بعد سبع سنوات من العمل المتواصل',
    deck: 'الجسر يربط الحي القديم بالميناء ويختصر رحلة نصف ساعة إلى ست دقائق',
    author: 'ليلى المنصوري',
    quote: 'لم نكن نريد جسرًا جميلًا فقط، أردنا طريقًا يمشي عليه الناس كل يوم',
    body: [
      'افتُتح صباح الاثنين في مدينة الواحة جسر المشاة الذي انتظره السكان سبع سنوات، بحضور المئات من أهالي الضفتين الذين عبروه سيرًا على الأقدام في أول ساعة من عمره.',
      'ويبلغ طول الجسر 640 مترًا، ويضم ممرين للمشاة والدراجات. وقالت كبيرة المهندسين: «لم نكن نريد جسرًا جميلًا فقط، أردنا طريقًا يمشي عليه الناس كل يوم».',
      'وكانت البلدية قد أعلنت عن المشروع قبل تسعة أعوام، ثم توقف العمل فيه مرتين. واستعانت بشركة <bdi dir="ltr">OpenHarbor</bdi> التي أعادت حساب الكلفة.',
    ],
  },
  fa: {
    site: 'روزنامهٔ کاروان',
    section: 'فرهنگ',
    headline: 'باغ‌های انار کویر پس از یک دهه خشکسالی دوباره به بار نشستند',
    deck: 'کشاورزان می‌گویند قنات‌های لایروبی‌شده بیش از باران در این برداشت سهم داشته است',
    author: 'مریم سهرابی',
    quote: 'آب را پدربزرگ‌هایمان تا اینجا آورده بودند، ما فقط راهش را باز کردیم',
    body: [
      'پس از ده سال کم‌بارشی، باغ‌های انار در حاشیهٔ کویر امسال برداشتی کم‌نظیر داشته‌اند و کامیون‌های پر از میوه از نیمه‌های شب راهی بازار می‌شوند.',
      'کشاورزان می‌گویند لایروبی سه رشته قنات آب را به باغ‌ها برگردانده است. باغداری گفت: «آب را پدربزرگ‌هایمان تا اینجا آورده بودند، ما فقط راهش را باز کردیم».',
      'برآوردها نشان می‌دهد که تولید امسال ۴۵۶۷ تن بوده است؛ رقمی که نسبت به سال پیش ۳۸٪ رشد دارد.',
    ],
  },
  he: {
    site: 'עיתון הנמל',
    section: 'תרבות',
    headline: 'הספרייה העירונית נפתחה מחדש אחרי שיפוץ של ארבע שנים',
    deck: 'באולם הקריאה החדש יוצגו לראשונה מאות מפות מצוירות ביד מאוסף פרטי',
    author: 'נועה ברק',
    quote: 'לא רצינו מוזיאון לספרים, רצינו חדר שאנשים יושבים בו כל יום',
    body: [
      'הספרייה העירונית פתחה הבוקר את שעריה אחרי ארבע שנות שיפוץ, ומאות תושבים המתינו בתור עוד לפני השעה שמונה.',
      'אולם הקריאה הורחב וחודשו רצפות האבן. "לא רצינו מוזיאון לספרים, רצינו חדר שאנשים יושבים בו כל יום", אמרה מנהלת הספרייה.',
      'בקומה העליונה יוצגו 640 מפות מצוירות ביד, שנאספו במשך שישים שנה.',
    ],
  },
  ur: {
    site: 'روزنامہ ساحل',
    section: 'ثقافت',
    headline: 'ساحلی شہر کی پرانی لائبریری چار سال بعد دوبارہ کھل گئی',
    deck: 'نئے ہال میں پہلی بار سیکڑوں قلمی نسخے عام قارئین کے لیے رکھے گئے ہیں',
    author: 'عائشہ قریشی',
    quote: 'ہمیں کتابوں کا عجائب گھر نہیں، روز بیٹھنے کی جگہ چاہیے تھی',
    body: [
      'شہر کی پرانی لائبریری پیر کی صبح چار سال کی مرمت کے بعد دوبارہ کھول دی گئی اور سیکڑوں شہری آٹھ بجے سے پہلے ہی قطار میں کھڑے تھے۔',
      'مطالعے کا ہال بڑا کر دیا گیا ہے۔ سربراہ نے کہا: ”ہمیں کتابوں کا عجائب گھر نہیں، روز بیٹھنے کی جگہ چاہیے تھی“۔',
      'اوپر کی منزل پر 640 قلمی نسخے رکھے گئے ہیں جو ساٹھ برس میں جمع کیے گئے تھے۔',
    ],
  },
};

export const LANGUAGES = Object.keys(WORDS);
export const KINDS = ['front', 'section', 'article', 'not-found', 'lite'] as const;
export type Kind = (typeof KINDS)[number];

interface Views {
  readonly front: FrontView;
  readonly section: SectionView;
  readonly article: ArticleView;
  readonly lite: ArticleView;
  readonly 'not-found': NotFoundView;
}

export interface Newsroom {
  /** `http://127.0.0.1:…/` */
  readonly address: string;
  /** Compressed bytes of a file as it is served. */
  readonly weight: (path: string) => number;
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  /** Milliseconds that fonts are held back. */
  delayFonts: number;
  readonly close: () => void;
}

export async function openNewsroom(): Promise<Newsroom> {
  const { theme } = loadTheme(builtIn);
  if (theme === null) throw new Error('The built-in theme has a fault.');
  const cache = mkdtempSync(join(tmpdir(), 'warraq-theme-'));
  const requests = LANGUAGES.map((lang) => ({ lang, letters: JSON.stringify(WORDS[lang]) }));
  const fonts = await cutFonts(requests, null, cache);
  const files = new Map<string, Uint8Array | string>(fonts.files);
  const sheet = theme.assets.get('assets/theme.css')?.text ?? '';
  const use = { layout: 'broadsheet', languages: new Set([...Object.keys(WORDS), 'en']) };
  files.set('assets/theme.css', `${trimCss(sheet, use)}${fonts.css}`);
  files.set('assets/theme.js', theme.assets.get('assets/theme.js')?.text ?? '');
  for (const lang of LANGUAGES) {
    const views = viewsOf(lang, fonts.preload[lang] ?? []);
    for (const kind of KINDS) files.set(`${kind}-${lang}.html`, theme.render(kind, views[kind]));
  }
  for (const count of [0, 1, 2, 3, 4, 5]) {
    files.set(`front-${count}.html`, theme.render('front', smallFront(count, fonts.preload.ar ?? [])));
  }
  const room: { delayFonts: number } = { delayFonts: 0 };
  const server = await serve(files, room);
  const { port } = server.address() as AddressInfo;
  return Object.assign(room, {
    address: `http://127.0.0.1:${port}/`,
    files,
    weight: (path: string) => {
      const content = files.get(path) ?? '';
      return path.endsWith('.woff2') ? content.length : gzipSync(content).length;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(cache, { recursive: true, force: true });
    },
  });
}

function viewsOf(lang: Lang, preload: readonly string[]): Views {
  const words = WORDS[lang];
  if (words === undefined) throw new Error(`There are no words in ${lang}.`);
  const link = (text: string, href: string): LinkView => ({ text, href, lang: null, dir: null });
  const site = {
    ...frontView().site,
    name: words.site,
    tagline: words.author,
    copyright: words.site,
    sections: [0, 1, 2, 3, 4, 5, 6, 7].map((index) => ({
      ...link(`${words.section} ${index}`, `section-${lang}.html`),
      current: index === 0,
    })),
    preload,
  };
  const page = {
    lang,
    site,
    documentTitle: words.headline,
    description: words.deck,
    jsonLdHtml: null,
  } as const;
  const story = (index: number) =>
    storyView(index, {
      text: words.headline,
      href: `article-${lang}.html?${index}`,
      deck: words.deck,
      kicker: link(words.section, `section-${lang}.html`),
      byline: index % 2 === 0 ? [words.author, 'Nadia Rossi'] : [],
    });
  const stories = (count: number, from: number) =>
    Array.from({ length: count }, (_, index) => story(from + index));
  const block = (opinion: boolean, from: number) => ({
    heading: link(words.section, `section-${lang}.html`),
    opinion,
    lead: story(from),
    stories: stories(4, from + 1),
  });
  const front: FrontView = frontView({
    ...page,
    breaking: { ...link(words.headline, '#'), until: '2999-01-01T00:00:00Z' },
    lead: story(0),
    secondary: stories(4, 1),
    latest: stories(6, 5),
    blocks: [20, 30, 40, 50].map((from) => block(false, from)),
    opinion: block(true, 60),
  });
  const section: SectionView = {
    ...front,
    kind: 'section',
    name: words.section,
    feedHref: 'feed.xml',
    years: [],
    lead: story(0),
    stories: stories(7, 1),
    pagination: {
      current: 3,
      total: 3,
      label: '3 / 3',
      previous: null,
      next: 'page-2.html',
      pages: [3, 2, 1].map((page) => ({
        label: String(page),
        href: `page-${page}.html`,
        current: page === 3,
        gap: page === 1,
      })),
    },
  };
  const prose = (text: string, index: number) => `<p id="p-${index + 1}">${text}</p>`;
  const article: ArticleView = articleView({
    ...page,
    kicker: link(words.section, `section-${lang}.html`),
    headline: words.headline,
    deck: words.deck,
    byline: [words.author, 'Nadia Rossi'],
    updated: articleView().published,
    body: [
      { kind: 'prose', html: words.body.slice(0, 2).map(prose).join('\n') },
      {
        kind: 'pull-quote',
        html: words.quote,
        text: words.quote,
        href: '#p-2',
        attribution: words.author,
        cardHref: null,
      },
      {
        kind: 'prose',
        html: `<h2>${words.section}</h2>\n<p>${words.body[2]}</p>\n<blockquote><p>${words.deck}</p></blockquote>\n<p><em>${words.site}</em> <a href="https://a.example/">${words.section}</a></p>\n<ul><li>${words.section}</li></ul>`,
      },
      { kind: 'read-also', label: words.section, links: [link(words.headline, `article-${lang}.html?9`)] },
    ],
    corrections: [{ date: storyView(0).date ?? fail(), text: words.deck }],
    tags: [words.section],
    related: stories(4, 70),
    liteHref: `lite-${lang}.html`,
    fullHref: `article-${lang}.html`,
  });
  return {
    front,
    section,
    article,
    lite: { ...article, kind: 'lite' },
    'not-found': { ...front, kind: 'not-found', latest: stories(3, 0) },
  };
}

function smallFront(count: number, preload: readonly string[]): FrontView {
  const { front } = viewsOf('ar', preload);
  return {
    ...front,
    breaking: null,
    opinion: null,
    latest: [],
    lead: count > 0 ? front.lead : null,
    secondary: front.secondary.slice(0, Math.max(0, count - 1)),
    blocks: front.blocks.slice(0, Math.max(0, count - 2)),
  };
}

function fail(): never {
  throw new Error('The sample story has no date.');
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  woff2: 'font/woff2',
};

async function serve(
  files: ReadonlyMap<string, Uint8Array | string>,
  room: { readonly delayFonts: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').slice(1).split('?')[0] ?? '';
    const content = files.get(path);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? 'text/plain';
    const send = (): void => {
      response.writeHead(content === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
      response.end(content ?? '');
    };
    if (path.endsWith('.woff2') && room.delayFonts > 0) setTimeout(send, room.delayFonts);
    else send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
