/**
 * Reading without a network, where the config wants it: a service worker, and a page in each language of the site that
 * says so and lists what can be read. The worker asks the network first, so it can never trap a reader on an old page.
 */
import { escapeAttribute, escapeText, jsonForScript } from '../../html.js';
import { string } from '../../locales/strings/index.js';
import type { Lang, Page } from '../../model.js';
import type { Context } from '../context.js';
import { OFFLINE, WORKER } from '../paths.js';
import { titleText } from '../plain-text.js';
import { urlPath } from '../urls.js';
import { OFFLINE_LIST_SCRIPT, WORKER_SCRIPT } from './offline-scripts.js';

const LIST_SCRIPT = `${OFFLINE}/list.js`;
/** How many of the articles that a reader opened stay on the device. */
const ARTICLES_KEPT = 20;

/** Adds what reading without a network needs; nothing where the config does not ask for it. */
export function planOffline(context: Context, pages: Page[]): void {
  const { site, config, digest, theme } = context;
  if (!config.offline) return;
  const langs = [
    ...new Set([site.lang, ...site.stories.map(({ card }) => context.pageLang(card.lang))]),
  ].sort();
  const made = langs.map((lang) => ({ lang, path: offlinePath(lang), text: printOffline(context, lang) }));
  const add = (path: string, kind: Page['kind'], text: string): void => {
    pages.push({ path, kind, key: digest(`${path}\n${text}`), article: null, render: () => text });
  };
  for (const { path, text } of made) add(path, 'offline', text);
  add(LIST_SCRIPT, 'worker', OFFLINE_LIST_SCRIPT);
  const assets = langs.map((lang) => theme.assets(lang));
  const shell = new Set([LIST_SCRIPT, ...made.map(({ path }) => path)]);
  for (const { stylesheet, script, preload } of assets)
    for (const path of [stylesheet, script, ...preload]) if (path) shell.add(path);
  const settings = {
    // Equal versions, equal shells: the key of a page that is printed anew is another one.
    version: digest(
      JSON.stringify([WORKER_SCRIPT, OFFLINE_LIST_SCRIPT, ...shell, ...made.map(({ text }) => text)]),
    ),
    shell: [...shell].map((path) => urlPath(path, 'clean')),
    pages: Object.fromEntries(made.map(({ lang, path }) => [lang, path])),
    lang: site.lang,
    keep: ARTICLES_KEPT,
  };
  add(WORKER, 'worker', `const SITE = ${jsonForScript(settings)};\n${WORKER_SCRIPT}`);
}

function offlinePath(lang: Lang): string {
  return `${OFFLINE}/${lang.toLowerCase()}.html`;
}

/** `offline/ar-ly.html`. The worker shows it under any address, so its own addresses begin at the root it is told. */
function printOffline(context: Context, lang: Lang): string {
  const frame = context.frame(lang, offlinePath(lang), null, null);
  const { dir, locale, view } = frame;
  const title = string(locale, 'offlineTitle');
  const brand = titleText(`${title} | ${context.site.name}`, dir);
  return `<!doctype html>
<html lang="${escapeAttribute(lang)}" dir="${dir}" data-page="offline"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
<title>${escapeText(brand)}</title><link rel="stylesheet" href="${escapeAttribute(view.stylesheetHref)}">
${view.styleHtml === '' ? '' : `<style>${view.styleHtml}</style>`}</head><body>
<main class="page" id="content"><div class="page-heading"><h1>${escapeText(title)}</h1>
<p id="hint" hidden>${escapeText(string(locale, 'offlineHint'))}</p></div>
<ul class="stories" id="kept"></ul>
<p><a href="${escapeAttribute(view.homeHref)}">${escapeText(string(locale, 'home'))}</a></p></main>
<script src="../${LIST_SCRIPT}" defer></script></body></html>
`;
}
