/** Cards and a small theme for the tests of the site. */
import { createHash } from 'node:crypto';
import type { Config } from '../../src/config.js';
import { parseConfig } from '../../src/config.js';
import type { Body, Card } from '../../src/model.js';
import { gather } from '../../src/site/gather.js';
import type { SearchSource } from '../../src/site/pages/search.js';
import { plan } from '../../src/site/plan.js';
import type { Pictures, ThemeInfo } from '../../src/site/theme-info.js';

export const digest = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);

export function card(path: string, more: Partial<Card> = {}): Card {
  const made: Omit<Card, 'digest'> = {
    path,
    lang: 'ar',
    dir: 'rtl',
    section: 'ليبيا',
    title: `عنوان ${path}`,
    titled: true,
    deck: null,
    byline: [],
    dateline: null,
    published: '2019-06-30',
    updated: null,
    tags: [],
    summary: 'ملخص الخبر في سطر واحد.',
    words: 360,
    slug: null,
    draft: false,
    picture: null,
    breakingUntil: null,
    readAlso: [],
    ...more,
  };
  return { ...made, digest: more.digest ?? digest(JSON.stringify(made)) };
}

export function config(value: object = {}): Config {
  const { config: parsed, diagnostics } = parseConfig(value, 'warraq.config.json');
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  return parsed;
}

export const SITE = {
  site: { name: 'الورّاق', baseUrl: 'https://news.example/', lang: 'ar-LY', timeZone: 'Africa/Tripoli' },
};

/** Prints the view as JSON, so that a test can read it back. */
export const theme: ThemeInfo = {
  digest: (template) => `theme-${template}`,
  assets: (lang) => ({
    stylesheet: 'assets/theme.css',
    script: null,
    search: 'assets/search.js',
    preload: [`assets/${lang}.woff2`],
    style: (root) => `@font-face{src:url(${root}assets/${lang}.woff2)}`,
  }),
  render: (_template, view) => JSON.stringify(view),
};

export const body = (path: string): Body => ({
  segments: [{ kind: 'prose', html: `<p id="p-1">نص ${path}</p>` }],
  plain: `نص ${path}`,
});

/** Each article has the words of its title. */
export const words: SearchSource = {
  terms: (path) => path.split(/\W+/).join(' '),
  keys: (_volume, make) => make().map(digest),
};

/** From cards to pages, and a way to print one of them. */
export function build(cards: readonly Card[], settings: object = SITE, pictures?: Pictures) {
  const made = config(settings);
  const { site, diagnostics } = gather(cards, made);
  const pages = plan(site, made, theme, digest, pictures, undefined, words);
  const byPath = new Map(pages.map((page) => [page.path, page]));
  const print = (path: string, bodies: (path: string) => Body = body): string => {
    const page = byPath.get(path);
    if (page === undefined) throw new Error(`no page ${path}; there are ${[...byPath.keys()].join(' ')}`);
    return page.render(bodies);
  };
  return { site, diagnostics, pages, byPath, print };
}
