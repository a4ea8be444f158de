/** The site's own addresses, relative to `dist/`: every page and file that is not named by an article or a section. */

export const FRONT = 'index.html';
export const NOT_FOUND = '404.html';
/** Folder of the list of all dated stories. */
export const ARCHIVE = 'archive';
/** The page that leads to the months. */
export const MONTHS = `${ARCHIVE}/months.html`;
/** Folder of the stories that have no date. */
export const UNDATED = 'undated';
/** Folder of the search page and of its index. */
export const SEARCH = 'search';

/** RSS of the whole site; each section has one of this name in its folder. */
export const FEED = 'feed.xml';
export const ATOM = 'atom.xml';
export const JSON_FEED = 'feed.json';

export const SITEMAP = 'sitemap.xml';
export const NEWS_SITEMAP = 'news-sitemap.xml';
export const ROBOTS = 'robots.txt';

export const WEB_MANIFEST = 'site.webmanifest';
/** The icon that the manifest names. */
export const ICON = 'icon.svg';
/** The service worker: at the root, so that it may serve every page. */
export const WORKER = 'sw.js';
/** Folder of what a reader sees without a network. */
export const OFFLINE = 'offline';

/** RSS of a section. `folder`: the section's. */
export function sectionFeedPath(folder: string): string {
  return `${folder}/${FEED}`;
}

/** The light twin of an article. `path`: the article's. */
export function litePath(path: string): string {
  return `lite/${path}`;
}

/** The short address of an article. `id`: `Story.shortId`. */
export function shortPath(id: string): string {
  return `s/${id}.html`;
}
