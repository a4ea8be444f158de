/** A short address: a page that leads on at once, without script and without a server's help. */
import { escapeAttribute, escapeText } from '../../html.js';
import type { Context } from '../context.js';
import { canonicalUrl } from '../context.js';
import { shortPath } from '../paths.js';
import { titleText } from '../plain-text.js';
import type { Story } from '../site.js';
import { hrefOf, rootOf } from '../urls.js';

/** The HTML of a short address. Only for stories that have a `shortId`. */
export function printRedirect(context: Context, story: Story): string {
  const { card, path, shortId } = story;
  const target = hrefOf(rootOf(shortPath(shortId ?? '')), path, context.config.build.links);
  const canonical = canonicalUrl(context, path);
  const title = escapeText(titleText(card.title, card.dir));
  const href = escapeAttribute(target);
  return `<!doctype html>
<html lang="${escapeAttribute(context.pageLang(card.lang))}" dir="${card.dir}">
<head>
<meta charset="utf-8">
<title>${title}</title>
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url=${href}">
${canonical === null ? '' : `<link rel="canonical" href="${escapeAttribute(canonical)}">\n`}</head>
<body>
<p><a href="${href}">${title}</a></p>
</body>
</html>
`;
}
