/**
 * Search without a server: a page with a field, and the files of an index of which it asks for those that hold the words
 * of a query. What the files hold is told in docs/search.md; how they are packed, in `search/`.
 */
import { digits } from '../../locales/numbers.js';
import { string, strings } from '../../locales/strings/index.js';
import type { Page } from '../../model.js';
import { pack } from '../../search/pack.js';
import { SETTINGS } from '../../search/settings.js';
import { SHEET, type Volume, volumesOf } from '../../search/volumes.js';
import { isolateHtml } from '../../typeset/bidi/isolate.js';
import type { Context, Frame } from '../context.js';
import { foreign } from '../context.js';
import { SEARCH } from '../paths.js';
import type { Planner } from '../planner.js';
import type { Story } from '../site.js';
import { urlPath } from '../urls.js';
import type { SearchView } from '../views.js';
import { pageView } from './head.js';
import { stamps } from './story-view.js';

/** Where the words of articles come from. */
export interface SearchSource {
  /** The line that `termsOf` made of an article, by its source path. */
  readonly terms: (path: string) => string;
  /**
   * Keys of the files of a volume, remembered from build to build. `volume`: digest of what they are made from; `make`:
   * packs them, when they are not known.
   */
  readonly keys: (volume: string, make: () => readonly string[]) => readonly string[];
}

const PAGE = `${SEARCH}/index.html`;

/** Articles counted from the oldest; those without a date apart, so that one more does not move the others. */
interface Shelf {
  readonly name: string;
  readonly stories: readonly Story[];
}

/** Adds the page that searches and the files of its index. */
export function planSearch(planner: Planner, source: SearchSource, pages: Page[]): void {
  const { context } = planner;
  const { site, digest } = context;
  const add = (path: string, key: string, render: () => string): void => {
    pages.push({ path, kind: 'search', key: digest(`${path}\n${key}`), article: null, render });
  };
  const oldestFirst = (from: number, to: number): Story[] => site.stories.slice(from, to).reverse();
  const shelves: Shelf[] = [
    { name: 'dated', stories: oldestFirst(0, site.dated) },
    { name: 'undated', stories: oldestFirst(site.dated, site.stories.length) },
  ];
  const frame = context.frame(site.lang, PAGE, null, site.stories[0] ?? null);
  add(PAGE, frame.key('search'), () => context.theme.render('search', searchView(context, frame)));
  const index = JSON.stringify({
    shelves: shelves.map(({ name, stories }) => ({ name, count: stories.length })),
    ...SETTINGS,
  });
  add(`${SEARCH}/index.json`, index, () => index);
  for (const { name, stories } of shelves) {
    for (let start = 0; start < stories.length; start += SHEET) {
      const shown = stories.slice(start, start + SHEET);
      const path = `${SEARCH}/${name}-sheet-${start / SHEET}.json`;
      pages.push(planSheet(planner, frame, path, shown));
    }
    for (const volume of volumesOf(stories.length)) {
      planVolume(digest, source, name, volume, stories.slice(volume.start, volume.end), add);
    }
  }
}

/** What results show, for some articles that follow one another. */
function planSheet(planner: Planner, frame: Frame, path: string, shown: readonly Story[]): Page {
  const base = frame.key('search');
  return planner.page(path, base, shown, () => ({
    path,
    kind: 'search',
    key: planner.context.digest(`${path}\n${base}\n${stamps(planner.context, shown)}`),
    article: null,
    render: () => {
      const { context } = planner;
      const now = context.frame(context.site.lang, PAGE, null, context.site.stories[0] ?? null);
      return `[${shown.map((story) => JSON.stringify(row(context, now, story))).join(',\n')}]\n`;
    },
  }));
}

/** Address from the root of the site, headline, beginning, section, date for machines and readers, language, direction. */
function row(context: Context, frame: Frame, { card, path, section, time }: Story): unknown[] {
  const date = time === null || card.published === null ? null : frame.date(card.published);
  const { lang, dir } = foreign(context.pageLang(card.lang), frame.lang);
  return [
    urlPath(path, context.config.build.links),
    isolateHtml(card.title, card.dir),
    isolateHtml(card.summary, card.dir),
    section === null ? '' : isolateHtml(section.name, section.dir),
    date?.iso ?? '',
    date?.text ?? '',
    lang ?? '',
    dir ?? '',
  ];
}

/** The words of a volume. A large one is in many files, and an edit is to change few of them: their keys are their content. */
function planVolume(
  digest: Context['digest'],
  source: SearchSource,
  shelf: string,
  { start, size, files }: Volume,
  stories: readonly Story[],
  add: (path: string, key: string, render: () => string) => void,
): void {
  const name = `${SEARCH}/${shelf}-${size}-${start / size}`;
  const made = digest(stories.map(({ card }) => card.digest).join(' '));
  let packed: readonly string[] | null = null;
  const texts = (): readonly string[] => {
    packed ??= pack(
      stories.map(({ card }) => source.terms(card.path)),
      files,
    );
    return packed;
  };
  const print = (file: number): string => `${JSON.stringify({ words: texts()[file] ?? '' })}\n`;
  if (files === 1) {
    add(`${name}.json`, made, () => print(0));
    return;
  }
  const keys = source.keys(`${files} ${made}`, texts);
  for (const [file, key] of keys.entries()) add(`${name}-${file}.json`, key, () => print(file));
}

function searchView(context: Context, frame: Frame): SearchView {
  const { site } = context;
  const { locale } = frame;
  const forms = strings[locale.lang].counts.searchCount;
  return {
    ...pageView(context, frame, {
      kind: 'search',
      title: string(locale, 'search'),
      path: PAGE,
      description: null,
      index: false,
      og: [],
    }),
    action: site.dated > 0 ? (frame.view.archiveHref ?? '') : frame.view.homeHref,
    indexHref: './',
    counts: JSON.stringify({ ...forms, digits: digits('0123456789', locale.numbering) }),
    searchScriptHref:
      context.theme.assets(frame.lang).search === null
        ? null
        : frame.root + urlPath(context.theme.assets(frame.lang).search ?? '', 'clean'),
  };
}
