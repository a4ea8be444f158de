/** Views as `site/` makes them, for tests of the theme alone. Names and events are invented. */
import type {
  ArticleView,
  DateView,
  FrontView,
  PageView,
  SiteView,
  StoryView,
} from '../../src/site/views.js';

const date: DateView = {
  iso: '2026-11-23T08:30+02:00',
  text: '23 نوفمبر 2026',
  full: 'الاثنين، 23 نوفمبر 2026',
  second: '13 جمادى الآخرة 1448 هـ',
  time: '08:30 بتوقيت طرابلس',
};

const link = (text: string, href: string) => ({ text, href, lang: null, dir: null });

const site: SiteView = {
  name: 'صحيفة المرفأ',
  tagline: 'يومية مستقلة',
  lang: null,
  dir: null,
  homeHref: 'index.html',
  feedHref: 'feed.xml',
  archiveHref: 'archive/index.html',
  searchHref: 'search/index.html',
  sections: [
    { ...link('أخبار', 'news/index.html'), current: true },
    { ...link('ثقافة', 'culture/index.html'), current: false },
  ],
  stylesheetHref: 'assets/theme.css',
  scriptHref: 'assets/theme.js',
  preload: [],
  styleHtml: '',
  layout: 'broadsheet',
  copyright: '© 2026 صحيفة المرفأ',
  footerLinks: [],
};

const page = {
  lang: 'ar',
  dir: 'rtl',
  root: '',
  site,
  documentTitle: 'مدينة الواحة تفتتح جسرها',
  description: 'الجسر يربط الحي القديم بالميناء',
  canonical: 'https://marfa.example/a.html',
  robots: null,
  meta: [{ property: 'og:type', content: 'article' }],
  jsonLdHtml: '{"@type":"NewsArticle"}',
  previous: null,
  next: null,
} as const satisfies Omit<PageView, 'kind'>;

export function storyView(index: number, change: Partial<StoryView> = {}): StoryView {
  return {
    ...link(`خبر ${index}: شركة OpenHarbor تعلن موعدًا جديدًا للرحلات`, `story-${index}.html`),
    kicker: link('أخبار', 'news/index.html'),
    deck: index % 2 === 0 ? 'سطر تحت العنوان يقول ما لم يقله' : null,
    summary: 'ملخص قصير للخبر من أول سطوره',
    byline: index % 3 === 0 ? ['ليلى المنصوري', 'Nadia Rossi'] : [],
    dateline: null,
    date,
    picture: null,
    opinion: false,
    ...change,
  };
}

const stories = (count: number, from: number): StoryView[] =>
  Array.from({ length: count }, (_, index) => storyView(from + index));

export function frontView(change: Partial<FrontView> = {}): FrontView {
  return {
    ...page,
    kind: 'front',
    edition: date,
    breaking: null,
    lead: storyView(0),
    secondary: stories(3, 1),
    latest: stories(6, 4),
    blocks: [
      {
        heading: link('ثقافة', 'culture/index.html'),
        opinion: false,
        lead: storyView(10),
        stories: stories(4, 11),
      },
    ],
    opinion: null,
    ...change,
  };
}

export function articleView(change: Partial<ArticleView> = {}): ArticleView {
  return {
    ...page,
    kind: 'article',
    kicker: link('أخبار', 'news/index.html'),
    headline: 'مدينة الواحة تفتتح أطول جسر للمشاة',
    deck: 'الجسر يربط الحي القديم بالميناء',
    byline: ['ليلى المنصوري'],
    dateline: 'الواحة',
    published: date,
    updated: null,
    readingTime: 'مدة القراءة: 3 دقائق',
    picture: null,
    vocalised: false,
    body: [
      { kind: 'prose', html: '<p id="p-1">قالت المهندسة: «أردنا طريقًا يمشي عليه الناس كل يوم».</p>' },
      {
        kind: 'pull-quote',
        html: 'أردنا طريقًا يمشي عليه الناس كل يوم',
        text: 'أردنا طريقًا يمشي عليه الناس كل يوم',
        href: '#p-1',
        attribution: null,
        cardHref: null,
      },
      { kind: 'read-also', label: 'اقرأ أيضًا', links: [link('خبر آخر', 'story-2.html')] },
      { kind: 'figure', picture: null, captionHtml: 'صورة من الجسر', credit: 'أرشيف الصحيفة' },
    ],
    corrections: [],
    tags: ['جسور'],
    related: stories(3, 20),
    share: [{ network: 'WhatsApp', href: 'https://wa.me/?text=x' }],
    liteHref: null,
    fullHref: null,
    ...change,
  };
}
