/** One site under audit: its files, and its pages in tabs that stay open while the checks look at them. */
import { gzipSync } from 'node:zlib';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { locale } from '../../src/locales/locale.js';
import type { Locale } from '../../src/locales/types.js';
import { LIBRARY, NOTEBOOK, UNDATED } from './newsroom/articles.js';
import type { BuiltSite, Room } from './newsroom/room.js';
import { type Texts, textsOf } from './newsroom/texts.js';

/** Every kind of page, with an address of it. */
export const PAGES = {
  front: 'index.html',
  section: 'news/index.html',
  older: 'news/page-1.html',
  article: `${LIBRARY}.html`,
  notebook: `${NOTEBOOK}.html`,
  'undated article': `${UNDATED}.html`,
  undated: 'undated/index.html',
  'not found': '404.html',
  search: 'search/index.html',
  month: 'archive/2019/05.html',
  months: 'archive/months.html',
  lite: `lite/${LIBRARY}.html`,
} as const;
export type Kind = keyof typeof PAGES;
export const KINDS = Object.keys(PAGES) as Kind[];
/** Kinds with the whole theme around them. */
export const THEMED = KINDS.filter((kind) => kind !== 'lite');

export interface Look {
  readonly width?: number;
  readonly scheme?: 'light' | 'dark';
  readonly media?: 'print' | 'screen';
  readonly forced?: boolean;
  readonly reduced?: boolean;
}

const HEIGHT = 844;
const NARROW = 390;

export type Part = Pick<Sheet, 'thorough' | 'first' | 'turn'>;

export class Sheet {
  readonly site: BuiltSite;
  readonly room: Room;
  readonly browser: Browser;
  /** Whether all locales are audited. */
  readonly thorough: boolean;
  /** Whether all are, and this is the first one of its language. */
  readonly first: boolean;
  /** Number of the site in its run. */
  readonly turn: number;
  readonly locale: Locale;
  readonly texts: Texts;
  /** Addresses outside the site that a page asked for. */
  readonly strangers: string[] = [];
  readonly #tabs = new Map<Kind, Page>();

  private constructor(site: BuiltSite, room: Room, browser: Browser, part: Part) {
    this.site = site;
    this.room = room;
    this.browser = browser;
    this.thorough = part.thorough;
    this.first = part.first;
    this.turn = part.turn;
    this.locale = locale(site.tag);
    this.texts = textsOf(site.tag);
  }

  static async open(site: BuiltSite, room: Room, browser: Browser, part: Part): Promise<Sheet> {
    const sheet = new Sheet(site, room, browser, part);
    const context = await browser.newContext({ viewport: { width: NARROW, height: HEIGHT } });
    const origin = new URL(site.address).origin;
    context.on('request', (request) => {
      if (!request.url().startsWith(origin)) sheet.strangers.push(request.url());
    });
    for (const kind of KINDS) {
      const page = await context.newPage();
      await page.goto(site.address + PAGES[kind], { waitUntil: 'load' });
      sheet.#tabs.set(kind, page);
    }
    return sheet;
  }

  async close(): Promise<void> {
    await this.page('front').context().close();
  }

  /** The tab of a kind: 390 pixels wide, light. */
  page(kind: Kind): Page {
    const page = this.#tabs.get(kind);
    if (page === undefined) throw new Error(`No tab shows ${kind}.`);
    return page;
  }

  /** What an expression gives on a page. */
  async ask<T>(kind: Kind, script: string): Promise<T> {
    return (await this.page(kind).evaluate(script)) as T;
  }

  /** Faults that an expression, a list of strings, finds on pages of some kinds. */
  async faults(kinds: readonly Kind[], script: string): Promise<string[]> {
    const found: string[] = [];
    for (const kind of kinds) {
      for (const fault of await this.ask<string[]>(kind, script)) found.push(`${kind}: ${fault}`);
    }
    return found;
  }

  /** Does something while a page has another look. */
  async under<T>(kind: Kind, look: Look, act: (page: Page) => Promise<T>): Promise<T> {
    const page = this.page(kind);
    const { width = NARROW, scheme = 'light', media = 'screen', forced = false, reduced = false } = look;
    const emulate = (on: boolean): Promise<void> =>
      page.emulateMedia({
        colorScheme: on ? scheme : 'light',
        media: on ? media : null,
        forcedColors: on && forced ? 'active' : 'none',
        reducedMotion: on && reduced ? 'reduce' : 'no-preference',
      });
    if (width !== NARROW) await page.setViewportSize({ width, height: HEIGHT });
    await emulate(true);
    try {
      return await act(page);
    } finally {
      await emulate(false);
      if (width !== NARROW) await page.setViewportSize({ width: NARROW, height: HEIGHT });
    }
  }

  /** A page of its own, freshly fetched, closed afterwards. */
  async visit<T>(path: string, options: BrowserContextOptions, act: (page: Page) => Promise<T>): Promise<T> {
    const viewport = { width: NARROW, height: HEIGHT };
    const context = await this.browser.newContext({ viewport, ...options });
    try {
      const page = await context.newPage();
      if (path !== '') await page.goto(this.site.address + path, { waitUntil: 'networkidle' });
      return await act(page);
    } finally {
      await context.close();
    }
  }

  /** Published files whose path ends in one of `ends`. */
  paths(...ends: readonly string[]): string[] {
    return [...this.site.files.keys()].filter((path) => ends.some((end) => path.endsWith(end)));
  }

  text(path: string): string {
    const bytes = this.site.files.get(path);
    if (bytes === undefined) throw new Error(`${this.site.tag} has no ${path}.`);
    return bytes.toString('utf8');
  }

  /** The stylesheet without comments. */
  css(): string {
    return this.paths('.css')
      .map((path) => this.text(path))
      .join('\n')
      .replace(/\/\*[\s\S]*?\*\//g, '');
  }

  /** Bytes as they travel. */
  weight(path: string): number {
    const bytes = this.site.files.get(path) ?? Buffer.alloc(0);
    return path.endsWith('.woff2') || path.endsWith('.png') ? bytes.length : gzipSync(bytes).length;
  }
}
