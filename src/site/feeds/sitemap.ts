/** Lists for search engines: sitemaps, the news sitemap, robots.txt. */
import { escapeXml } from '../../html.js';
import { subtags } from '../../language-tag.js';
import type { Context } from '../context.js';
import { DAY, machineDate, rfc3339 } from '../moment.js';
import { NEWS_SITEMAP, SITEMAP } from '../paths.js';
import { withoutControls } from '../plain-text.js';
import type { Story } from '../site.js';
import { absoluteUrl } from '../urls.js';

/** The protocol allows 50,000 addresses a file. Fewer, because a new story is sent to the host with all of its file. */
export const MOST_ADDRESSES = 5000;
/** Limit of the protocol: 1,000 stories of two days. */
const MOST_NEWS = 1000;

/** An address that may be indexed; `modified` only when it is known. */
export interface Address {
  readonly path: string;
  readonly modified: string | null;
}

/** The address of an article, with the day it was last changed. */
export function articleAddress({ site }: Context, { card, path, time }: Story): Address {
  const moment = card.updated ?? (time === null ? null : card.published);
  return { path, modified: moment === null ? null : machineDate(moment, site.timeZone) };
}

/** A sitemap (https://www.sitemaps.org/protocol.html). */
export function printSitemap(context: Context, addresses: readonly Address[]): string {
  const { baseUrl } = context.config.site;
  const urls = addresses.map(({ path, modified }) => {
    const lastmod = modified === null ? '' : `<lastmod>${modified}</lastmod>`;
    return `<url><loc>${escapeXml(absoluteUrl(baseUrl, path))}</loc>${lastmod}</url>\n`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('')}</urlset>\n`;
}

/** The index of several sitemaps. `paths`: relative to `dist/`. */
export function printSitemapIndex(context: Context, paths: readonly string[]): string {
  const { baseUrl } = context.config.site;
  const maps = paths.map(
    (path) => `<sitemap><loc>${escapeXml(absoluteUrl(baseUrl, path))}</loc></sitemap>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${maps.join('')}</sitemapindex>\n`;
}

/** The two days before the newest story, which stands for the clock that a build does not have. */
export function newsStories({ site }: Context): readonly Story[] {
  const newest = site.stories[0]?.time ?? null;
  if (newest === null) return [];
  const end = site.stories.findIndex(({ time }) => time === null || time < newest - 2 * DAY);
  return site.stories.slice(0, Math.min(end === -1 ? site.stories.length : end, MOST_NEWS));
}

/** A sitemap of news, as Google News defines it. */
export function printNewsSitemap(context: Context, stories: readonly Story[]): string {
  const { site, config } = context;
  const urls = stories.map(({ card, path, time }) =>
    [
      `<url><loc>${escapeXml(absoluteUrl(config.site.baseUrl, path))}</loc><news:news>`,
      `<news:publication><news:name>${escapeXml(site.name)}</news:name>`,
      `<news:language>${escapeXml(subtags(card.lang).language)}</news:language></news:publication>`,
      `<news:publication_date>${rfc3339(time ?? 0, site.timeZone)}</news:publication_date>`,
      `<news:title>${escapeXml(withoutControls(card.title))}</news:title></news:news></url>\n`,
    ].join(''),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">\n${urls.join('')}</urlset>\n`;
}

/** Everything may be read. Without a base URL no sitemap is named: it would need a host. */
export function printRobots({ config }: Context): string {
  const { baseUrl } = config.site;
  const maps = config.newsSitemap ? [SITEMAP, NEWS_SITEMAP] : [SITEMAP];
  const named =
    baseUrl === null ? '' : maps.map((path) => `Sitemap: ${absoluteUrl(baseUrl, path)}\n`).join('');
  return `User-agent: *\nAllow: /\n${named === '' ? '' : '\n'}${named}`;
}
