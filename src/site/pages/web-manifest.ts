/** What a device shows of the site when a reader puts it on the home screen: name, direction, colours, an icon. */
import { escapeText } from '../../html.js';
import type { Page } from '../../model.js';
import type { Context } from '../context.js';
import { ICON, WEB_MANIFEST } from '../paths.js';

/** Paper of the built-in theme, as in its layout. */
const PAPER = '#fffefa';

/** Adds the manifest and its icon. */
export function planWebManifest(context: Context, pages: Page[]): void {
  const { site, config, digest } = context;
  const manifest = {
    name: site.name,
    ...(site.tagline === null ? {} : { description: site.tagline }),
    lang: site.lang,
    dir: site.dir,
    id: './',
    start_url: './',
    scope: './',
    // With the ways back and onward of a browser: stories are read one after the other.
    display: 'minimal-ui',
    background_color: PAPER,
    theme_color: PAPER,
    icons: [{ src: ICON, sizes: 'any', type: 'image/svg+xml' }],
  };
  const add = (path: string, text: string): void => {
    pages.push({
      path,
      kind: 'manifest',
      key: digest(`${path}\n${text}`),
      article: null,
      render: () => text,
    });
  };
  add(WEB_MANIFEST, `${JSON.stringify(manifest, null, 1)}\n`);
  add(ICON, icon(site.name, config.theme.accent));
}

/** The first letter of the name on the accent colour; a face of the device draws it. */
function icon(name: string, accent: string): string {
  const letter = /\p{L}\p{M}*/u.exec(name)?.[0] ?? '';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"><rect width="96" height="96" fill="${accent}"/><text x="48" y="62" text-anchor="middle" font-family="serif" font-weight="bold" font-size="56" fill="#fff">${escapeText(letter)}</text></svg>
`;
}
