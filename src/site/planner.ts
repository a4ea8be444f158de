/**
 * Where pages are planned. In a series of sites (watching) it keeps the pages of the site before: a page that shows
 * the same stories in the same frame is the same page, and its key need not be worked out again.
 */
import type { Page } from '../model.js';
import type { Context } from './context.js';
import { seriesOf } from './gather.js';
import type { Story } from './site.js';

/** Makes pages, or finds them again. */
export interface Planner {
  /** That of the newest plan: pages that are kept render with it. */
  readonly context: Context;
  /**
   * The page made before for this path, when it had the same base and the same stories, else a new one.
   * `base` says all that the page shows beside its stories.
   */
  readonly page: (path: string, base: string, shown: readonly Story[], make: () => Page) => Page;
}

interface Kept {
  readonly base: string;
  readonly shown: readonly Story[];
  readonly pictures: string;
  readonly page: Page;
}

const planners = new WeakMap<object, SeriesPlanner>();

/** The planner of a series of sites; for a site alone, one that remembers nothing. */
export function plannerOf(context: Context): Planner {
  const series = seriesOf(context.site);
  if (series === null) return { context, page: (_path, _base, _shown, make) => make() };
  const planner = planners.get(series) ?? new SeriesPlanner(context);
  planners.set(series, planner);
  planner.begin(context);
  return planner;
}

class SeriesPlanner implements Planner {
  context: Context;
  #asked = 0;
  readonly #kept = new Map<string, Kept>();

  constructor(context: Context) {
    this.context = context;
  }

  begin(context: Context): void {
    this.context = context;
    // Pages that are gone are swept out when they are as many as those that are left.
    if (this.#kept.size > 2 * this.#asked) this.#kept.clear();
    this.#asked = 0;
  }

  page(path: string, base: string, shown: readonly Story[], make: () => Page): Page {
    const pictures = this.#pictures(shown);
    this.#asked++;
    const old = this.#kept.get(path);
    const same =
      old !== undefined && old.base === base && old.pictures === pictures && sameStories(old.shown, shown);
    if (same) return old.page;
    const page = make();
    this.#kept.set(path, { base, shown, pictures, page });
    return page;
  }

  /** Pictures may change while the article that names them stays as it is. */
  #pictures(shown: readonly Story[]): string {
    let all = '';
    for (const { card } of shown) {
      if (card.picture !== null) all += JSON.stringify(this.context.pictures(card.picture.path));
      for (const source of card.bodyPictures ?? []) all += JSON.stringify(this.context.pictures(source));
    }
    return all;
  }
}

function sameStories(a: readonly Story[], b: readonly Story[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
