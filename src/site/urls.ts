/** One spelling of each address: percent-encoded UTF-8, upper-case hex, part by part. */

/** Leads from a page to the root of the site: `../` for each folder it lies in. */
export function rootOf(path: string): string {
  let root = '';
  for (let i = path.indexOf('/'); i !== -1; i = path.indexOf('/', i + 1)) root += '../';
  return root;
}

/** `2019/06/حدث.html` → `2019/06/%D8%AD…html`; `ليبيا/index.html` → `…/` unless links are to open from disk. */
export function urlPath(path: string, links: 'portable' | 'clean'): string {
  const shown =
    links === 'clean' && (path === 'index.html' || path.endsWith('/index.html'))
      ? path.slice(0, -'index.html'.length)
      : path;
  return isPlain(shown) ? shown : shown.split('/').map(encodeURIComponent).join('/');
}

/** For an `href` on a page with this root. A page at the root links to itself as `./`, which is never empty. */
export function hrefOf(root: string, path: string, links: 'portable' | 'clean'): string {
  return root + urlPath(path, links) || './';
}

/** Canonical spelling, with `/` for the index of a folder; absolute from the host when there is no base URL. */
export function absoluteUrl(baseUrl: string | null, path: string): string {
  return (baseUrl ?? '/') + urlPath(path, 'clean');
}

/** Whether a text may stand in an address as it is. */
function isPlain(text: string): boolean {
  return /^[\w./-]*$/.test(text);
}
