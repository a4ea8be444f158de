import { slugify } from '../../../src/site/gather/slug.js';
import { expectSame, type Section, worst } from '../check.js';
import {
  canonicalOf,
  decode,
  indexable,
  itemsOf,
  jsonLdOf,
  metaOf,
  titleOf,
  xmlFaults,
} from '../published.js';
import { PAGES } from '../sheet.js';
import { FEED_CHECKS } from './feeds.js';

export const metadata: Section = {
  name: 'J. Metadata, addresses, feeds',
  checks: [
    {
      item: 111,
      level: 'MUST',
      title:
        'title of 65 letters at most before the brand, unique; description of 80 to 160 letters, no torn quotation',
      run: (sheet) => {
        const seen = new Map<string, string>();
        const faults: string[] = [];
        let longest = 0;
        for (const path of indexable(sheet)) {
          const html = sheet.text(path);
          const title = titleOf(html);
          const own = title.split(' | ')[0]?.replace(/[\u200f\u2067\u2069]/g, '') ?? '';
          longest = Math.max(longest, own.length);
          if (own.length > 65) faults.push(`${path}: ${own.length} letters`);
          if (seen.has(title)) faults.push(`${path} and ${seen.get(title)}: ${title}`);
          seen.set(title, path);
          const description = metaOf(html).get('description');
          if (!html.includes('NewsArticle"')) continue;
          const letters = [...(description ?? '')].length;
          if (letters < 80 || letters > 160) faults.push(`${path}: description of ${letters}`);
          if ((description?.split('«').length ?? 0) !== (description?.split('»').length ?? 0))
            faults.push(`${path}: torn quotation`);
        }
        return { faults, figure: longest, unit: 'letters' };
      },
    },
    {
      item: 112,
      level: 'MUST',
      title: 'og and twitter complete, with alt and size of the picture; og:locale only when known',
      run: (sheet) =>
        indexable(sheet).flatMap((path) => {
          const html = sheet.text(path);
          const meta = metaOf(html);
          const names = [
            'og:title',
            'og:type',
            'og:url',
            'og:site_name',
            'og:image',
            'og:image:alt',
            'og:image:width',
            'og:image:height',
            'twitter:card',
          ];
          const missing = html.includes('"@type":"NewsArticle"')
            ? names.filter((name) => !meta.get(name))
            : names.slice(0, 4).filter((name) => !meta.get(name));
          const locale = meta.get('og:locale') ?? null;
          return [
            ...missing.map((name) => `${path}: ${name}`),
            ...expectSame(path, locale, sheet.locale.ogLocale),
          ];
        }),
    },
    {
      item: 113,
      level: 'MUST',
      title: 'NewsArticle complete, parses, without markup or control characters',
      run: (sheet) => {
        const data = jsonLdOf(sheet.text(PAGES.article));
        const names =
          'headline datePublished dateModified inLanguage articleSection author publisher image mainEntityOfPage isAccessibleForFree'.split(
            ' ',
          );
        const text = JSON.stringify(data);
        return [
          ...names.filter((name) => data[name] === undefined),
          ...(/NewsArticle/.test(String(data['@type'])) ? [] : ['@type']),
          ...(JSON.stringify(data.publisher).includes('logo') ? [] : ['logo']),
          ...(/<|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/.test(text) ? ['markup or controls'] : []),
        ];
      },
    },
    {
      item: 114,
      level: 'SHOULD',
      title: 'NewsMediaOrganization with principles and corrections policy',
      run: (sheet) => {
        const { publisher = {} } = jsonLdOf(sheet.text(PAGES.front)) as {
          publisher?: Record<string, unknown>;
        };
        return ['publishingPrinciples', 'correctionsPolicy', 'logo'].filter((name) => !publisher[name]);
      },
    },
    {
      item: 115,
      level: 'MUST',
      title: 'one spelling of each address: canonical, og:url, sitemap, feeds, links of the pages',
      run: async (sheet) => {
        const canonical = new Set(
          indexable(sheet).flatMap((path) => canonicalOf(sheet.text(path)) ?? [`${path} has none`]),
        );
        const faults = indexable(sheet).flatMap((path) =>
          expectSame(path, metaOf(sheet.text(path)).get('og:url'), canonicalOf(sheet.text(path))),
        );
        const listed = [...sheet.text('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, url = '']) =>
          decode(url),
        );
        const feeds = itemsOf(sheet).map(({ url }) => url);
        faults.push(...[...listed, ...feeds].filter((url) => !canonical.has(url)));
        for (const kind of ['front', 'section', 'article', 'not found'] as const) {
          const links = await sheet.ask<string[]>(
            kind,
            `[...document.querySelectorAll('main a, nav a')].map((one) => one.href.split('#')[0])`,
          );
          const own = links
            .filter((link) => link.startsWith(sheet.site.address))
            .map((link) => link.replace(sheet.site.address, sheet.site.baseUrl));
          faults.push(
            ...own
              .filter((link) => !canonical.has(link) && !/\/lite\/|\.xml$/.test(link))
              .map((link) => `${kind}: ${link}`),
          );
        }
        return { faults, figure: canonical.size, unit: 'addresses' };
      },
    },
    {
      item: 116,
      level: 'MUST',
      title: 'addresses: no marks, tatweel or punctuation; 60 letters and 255 bytes at most; hamza stays',
      once: true,
      run: () => [
        ...expectSame('marks', slugify('مُحمّد يـقول: «أهلًا»، ثمَّ يمضي'), 'محمد-يقول-أهلا-ثم-يمضي'),
        ...expectSame('joiner', slugify('می\u200cشود'), 'می-شود'),
        ...expectSame('digits', slugify('٢٠١٩ و۲۰۱۹'), '2019-و2019'),
        ...expectSame('isolates', slugify('\u2067خبر\u2069'), 'خبر'),
        ...(slugify('كلمة '.repeat(60)).length <= 60 ? [] : ['too long']),
      ],
    },
    {
      item: 117,
      level: 'SHOULD',
      title: 'a short address for each article, ASCII, 8 letters at most, with the canonical one',
      run: (sheet) => {
        const short = sheet.paths('.html').filter((path) => path.startsWith('s/'));
        const articles = sheet
          .paths('.html')
          .filter(
            (path) =>
              sheet.text(path).includes('"@type":"NewsArticle"') ||
              sheet.text(path).includes('"@type":"OpinionNewsArticle"'),
          );
        const faults = short.filter(
          (path) =>
            !/^s\/[a-z0-9]{1,8}\.html$/.test(path) ||
            !canonicalOf(sheet.text(path))?.startsWith(sheet.site.baseUrl),
        );
        return [...faults, ...expectSame('count', short.length, articles.length)];
      },
    },
    ...FEED_CHECKS,
    {
      item: 122,
      level: 'MUST',
      title:
        'the sitemap lists every indexable page, with its date when it has one; the news sitemap two days',
      run: async (sheet) => {
        const sitemap = sheet.text('sitemap.xml');
        const listed = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)]
          .map(([, url = '']) => decode(url))
          .sort();
        const pages = indexable(sheet)
          .flatMap((path) => canonicalOf(sheet.text(path)) ?? [])
          .sort();
        const undated = [...sitemap.matchAll(/<url><loc>([^<]*)<\/loc><\/url>/g)]
          .map(([, url = '']) => url)
          .filter((url) => !/undated|guides|culture/.test(url));
        const news = sheet.text('news-sitemap.xml');
        return [
          ...(await xmlFaults(sheet, 'sitemap.xml')),
          ...(await xmlFaults(sheet, 'news-sitemap.xml')),
          ...expectSame('pages', listed, pages),
          ...undated.map((url) => `no date: ${url}`),
          ...expectSame('news', news.split('<loc>').length - 1, 2),
          ...expectSame(
            'language',
            [...new Set([...news.matchAll(/<news:language>([^<]*)</g)].map(([, lang]) => lang))],
            [sheet.site.tag.split('-')[0]],
          ),
        ];
      },
    },
    {
      item: 124,
      level: 'SHOULD',
      title: 'large previews allowed; lite, short and search pages noindex',
      run: (sheet) =>
        worst([
          {
            faults: sheet.paths('.html').flatMap((path) => {
              const robots = metaOf(sheet.text(path)).get('robots') ?? '';
              const aside = /^(?:lite|s|search)\/|^404/.test(path);
              return (aside ? /noindex/ : /max-image-preview:large/).test(robots)
                ? []
                : [`${path}: ${robots}`];
            }),
          },
        ]).faults,
    },
  ],
  absent: [
    {
      item: 123,
      level: 'SHOULD',
      title: 'the clock is injectable',
      state: 'tested elsewhere',
      reason: 'This audit builds with SOURCE_DATE_EPOCH; item 152 builds twice.',
    },
  ],
};
