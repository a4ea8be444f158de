/** Forms of text that a config may hold: each returns the value in the one spelling we use, or null. */
import { isTimeZone } from '../locales/zones.js';
import type { Lang } from '../model.js';

/** http or https without query, fragment and password; ends with `/`. `https://خبر.example/أ` is encoded. */
export function parseBaseUrl(text: string): string | null {
  const url = parseUrl(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (url.search !== '' || url.hash !== '' || url.username !== '' || url.password !== '') return null;
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** An address elsewhere (http, https, mailto, tel), or a path inside the site (`about.html`). */
export function parseHref(text: string): string | null {
  const url = parseUrl(text);
  if (url !== null) return ['https:', 'http:', 'mailto:', 'tel:'].includes(url.protocol) ? url.href : null;
  // Against a base, the parser judges a path as a browser would: `//host` and `\\host` lead elsewhere.
  const inside = parseUrl(text, 'https://site.invalid/');
  if (text === '' || inside === null || inside.host !== 'site.invalid') return null;
  return inside.pathname.slice(1) + inside.search + inside.hash;
}

/** BCP 47: language, script, region and variants, in the usual case. */
export function parseLang(text: string): Lang | null {
  const match = /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-[a-z\d]{5,8}){0,3})$/i.exec(text);
  if (match === null) return null;
  const [, language = '', script = '', region = '', variants = ''] = match;
  const titled = script.charAt(0).toUpperCase() + script.slice(1).toLowerCase();
  return (
    [language.toLowerCase(), titled, region.toUpperCase()].filter(Boolean).join('-') + variants.toLowerCase()
  );
}

/** A name of the tz database, as the runtime knows them. */
export function parseTimeZone(text: string): string | null {
  return /^[A-Za-z][\w+\-/]{1,40}$/.test(text) && isTimeZone(text) ? text : null;
}

/** A folder inside the site's root. Which folders are dangerous, `publish/` decides on the real path. */
export function parseFolder(text: string): string | null {
  const parts = text
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  if (parts.length === 0 || parts.includes('..') || /^([A-Za-z]:|[/\\])/.test(text)) return null;
  return parts.join('/');
}

function parseUrl(text: string, base?: string): URL | null {
  try {
    return new URL(text, base);
  } catch {
    return null;
  }
}
