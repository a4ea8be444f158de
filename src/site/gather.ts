/** Cards → Site: drafts out, sections resolved, sorted, addressed, related. Pure; the order of the input is no matter. */
import type { Config } from '../config.js';
import { fileDiagnostic } from '../diagnostic.js';
import { direction } from '../language-tag.js';
import { locale } from '../locales/locale.js';
import { string } from '../locales/strings/index.js';
import type { Card, Diagnostic, Lang } from '../model.js';
import { Chronicle } from './gather/chronicle.js';
import type { Collision } from './gather/permalink.js';
import type { Site } from './site.js';

export interface GatherOptions {
  /** Publish drafts, too. */
  readonly drafts?: boolean;
  /**
   * For a series of sites (watching): null for the first one, then the one before, made with the same config object.
   * Where cards are the same objects as then, their work is not done again; the result is the same as without it.
   * A site can be followed by one other, and its pages may not be rendered after that. Left out: nothing is remembered.
   */
  readonly previous?: Site | null;
}

const CONFIG_FILE = 'warraq.config.json';

/** The site of these articles; the diagnostics name addresses that clash and settings that are missing. */
export function gather(
  cards: readonly Card[],
  config: Config,
  options: GatherOptions = {},
): { site: Site; diagnostics: Diagnostic[] } {
  const published = options.drafts === true ? cards : cards.filter((card) => !card.draft);
  const lang = config.site.lang ?? mostCommonLang(published);
  const chronicle = recall(options.previous, config, lang);
  const stories = chronicle.place(published);
  const site: Site = {
    name: config.site.name ?? string(locale(lang), 'frontPage'),
    tagline: config.site.tagline,
    lang,
    dir: direction(lang),
    timeZone: chronicle.timeZone,
    stories,
    dated: stories.length - chronicle.undated,
    sections: chronicle.fillSections(stories),
  };
  if (options.previous !== undefined) chronicles.set(site, chronicle);
  return {
    site,
    diagnostics: [...chronicle.collisions.map(reportCollision), ...reportMissing(config, site)],
  };
}

const chronicles = new WeakMap<Site, Chronicle>();

/** Something that is the same for all sites of a series; null when the site is not one of a series. */
export function seriesOf(site: Site): object | null {
  return chronicles.get(site) ?? null;
}

function recall(previous: Site | null | undefined, config: Config, lang: Lang): Chronicle {
  const chronicle = previous ? chronicles.get(previous) : undefined;
  if (!previous || chronicle?.config !== config || previous.lang !== lang) return new Chronicle(config, lang);
  chronicles.delete(previous);
  return chronicle;
}

/** Of most articles; of two equally frequent ones the first by tag. Arabic when there is no article. */
function mostCommonLang(cards: readonly Card[]): Lang {
  const counts = new Map<Lang, number>();
  for (const { lang } of cards) counts.set(lang, (counts.get(lang) ?? 0) + 1);
  const [first] = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return first?.[0] ?? 'ar';
}

function reportCollision({ path, keeper, moved }: Collision): Diagnostic {
  return fileDiagnostic(
    'address-taken',
    'warning',
    moved.path,
    `${keeper.path} has the address ${path} already, so this article got another. Rename the file or give it a slug.`,
  );
}

/** One line on what is missing for publication. */
function reportMissing(config: Config, site: Site): Diagnostic[] {
  const missing: string[] = [];
  if (config.site.name === null) missing.push(`site.name (now “${site.name}”)`);
  if (config.site.baseUrl === null) missing.push('site.baseUrl (feeds and sitemap have no host)');
  if (config.site.timeZone === null) missing.push('site.timeZone (now UTC)');
  if (missing.length === 0) return [];
  const message = `Before you publish, set ${missing.join(', ')}.`;
  return [fileDiagnostic('not-ready-to-publish', 'info', CONFIG_FILE, message)];
}
