/**
 * Makes the links of finished HTML absolute, for feeds, which are read away from their site.
 *
 * Not a parser: it walks over text that rehype-stringify made, where `<` opens a tag and nothing else, and attribute
 * values stand in double quotes. Anything else would be left as it is.
 */

const LINK = /\b(?:href|src|cite|poster)="([^"]*)"/g;

/** `base` is the address of the article; where it has no host, neither have the links. */
export function absoluteHtml(html: string, base: string): string {
  if (!/(?:href|src|cite|poster)="/.test(html)) return html;
  let made = '';
  let at = 0;
  for (;;) {
    const open = html.indexOf('<', at);
    if (open === -1) return made + html.slice(at);
    const close = endOfTag(html, open);
    made +=
      html.slice(at, open) +
      html.slice(open, close).replace(LINK, (whole, target: string) => {
        const start = whole.length - target.length - 1;
        return `${whole.slice(0, start)}${resolve(target, base)}"`;
      });
    at = close;
  }
}

/** After the `>` that ends the tag: one inside a quoted value does not. */
function endOfTag(html: string, open: number): number {
  let quoted = false;
  for (let i = open; i < html.length; i++) {
    const char = html[i];
    if (char === '"') quoted = !quoted;
    else if (char === '>' && !quoted) return i + 1;
  }
  return html.length;
}

/** Ampersands stay as the reference they are in the attribute: no address rule touches them. */
function resolve(target: string, base: string): string {
  if (/^[a-z][a-z\d+.-]*:/i.test(target)) return target;
  if (target.startsWith('#')) return base + target;
  const origin = /^https?:\/\/[^/]+/.exec(base)?.[0] ?? '';
  if (target.startsWith('//')) return target;
  if (target.startsWith('/')) return origin + target;
  const parts = base.slice(origin.length).split('/').slice(0, -1);
  let rest = target;
  for (;;) {
    if (rest.startsWith('./')) rest = rest.slice(2);
    else if (rest.startsWith('../')) {
      rest = rest.slice(3);
      if (parts.length > 1) parts.pop();
    } else return `${origin}${parts.join('/')}/${rest}`;
  }
}
