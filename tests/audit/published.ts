/** What a published site says to machines: heads of pages, feeds, XML. */
import type { Sheet } from './sheet.js';

export const decode = (text: string): string =>
  text
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&quot;/g, '"')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** Pages that search engines may list. */
export function indexable(sheet: Sheet): string[] {
  return sheet.paths('.html').filter((path) => !/name="robots" content="noindex/.test(sheet.text(path)));
}

export function metaOf(html: string): Map<string, string> {
  return new Map(
    [...html.matchAll(/<meta (?:name|property)="([^"]*)" content="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, decode(value)],
    ),
  );
}

export const titleOf = (html: string): string => decode(/<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '');
export const canonicalOf = (html: string): string | null =>
  /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1] ?? null;
export const jsonLdOf = (html: string): Record<string, unknown> =>
  JSON.parse(/ld\+json">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '{}') as Record<string, unknown>;

/** What Chromium's parser of XML says of a text. */
export async function xmlFaults(sheet: Sheet, path: string): Promise<string[]> {
  const page = sheet.page('lite');
  const fault = await page.evaluate(
    `new DOMParser().parseFromString(${JSON.stringify(sheet.text(path))}, 'application/xml').querySelector('parsererror')?.textContent ?? ''`,
  );
  return fault === '' ? [] : [`${path}: ${String(fault).slice(0, 200)}`];
}

export interface FeedItem {
  readonly url: string;
  readonly title: string;
  readonly content_html: string;
}
export const itemsOf = (sheet: Sheet): readonly FeedItem[] =>
  (JSON.parse(sheet.text('feed.json')) as { items: FeedItem[] }).items;
