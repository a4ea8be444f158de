/** Scripts of the offline edition, as they are published. They run in browsers, so they are texts here. */

/**
 * After `const SITE = {…}`. Caches are named by the scope of the worker, because several sites may share a host:
 * `shell VERSION` holds the offline pages with what they need, `read` the articles last opened, `files` their assets.
 */
export const WORKER_SCRIPT = `'use strict';
const SCOPE = self.registration.scope;
const SHELL = SCOPE + ' shell ' + SITE.version;
const READ = SCOPE + ' read';
const FILES = SCOPE + ' files';
const PATIENCE_MS = 6000;
const FILES_KEPT = 60;
const inScope = (path) => new URL(path, SCOPE).href;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches.open(SHELL)
      .then((cache) => cache.addAll(SITE.shell.map((path) => new Request(inScope(path), { cache: 'no-cache' }))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith(SCOPE + ' shell ') && name !== SHELL;
  event.waitUntil(
    caches.keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET' || !request.url.startsWith(SCOPE)) return;
  if (request.mode === 'navigate') event.respondWith(page(event));
  else if (new URL(request.url).pathname.startsWith(new URL('assets/', SCOPE).pathname)) event.respondWith(asset(event));
  else if (SITE.shell.some((path) => inScope(path) === request.url))
    event.respondWith(fetch(request).catch(() => caches.match(request.url).then((kept) => kept || Response.error())));
});

/** The network first; a page that was read before when it does not answer; else the page that says so. */
async function page(event) {
  const { request } = event;
  const fresh = fetch(request);
  event.waitUntil(fresh.then((response) => keep(request.url, response.clone())).catch(() => {}));
  const kept = await (await caches.open(READ)).match(request.url, { ignoreSearch: true });
  try {
    if (!kept) return await fresh;
    const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, kept));
    return await Promise.race([fresh, late]);
  } catch {
    return kept || (await (await caches.open(SHELL)).match(request.url)) || offline();
  }
}

/** Keeps an article, and the language of whatever was read last. */
async function keep(url, response) {
  const type = response.headers.get('content-type') || '';
  if (!response.ok || response.redirected || !type.startsWith('text/html')) return;
  const copy = response.clone();
  const text = await response.text();
  const read = await caches.open(READ);
  const lang = /<html[^>]*\\slang="([^"]+)"/i.exec(text.slice(0, 500));
  if (lang) await (await caches.open(SHELL)).put(inScope('offline/last-lang'), new Response(lang[1]));
  if (!text.includes('class="article-body')) return;
  const address = new URL(url);
  address.search = address.hash = '';
  await read.delete(address.href);
  await read.put(address.href, copy);
  await trim(read, SITE.keep);
}

/** Entries come in the order in which they were put: the first are the oldest. */
async function trim(cache, most) {
  const requests = await cache.keys();
  await Promise.all(requests.slice(0, Math.max(0, requests.length - most)).map((request) => cache.delete(request)));
}

/** Files under assets/ are named by their content: one that is kept is right. */
async function asset(event) {
  const { request } = event;
  const kept = await caches.match(request.url);
  if (kept) return kept;
  const response = await fetch(request);
  if (response.ok) {
    const copy = response.clone();
    event.waitUntil(caches.open(FILES).then((cache) => cache.put(request.url, copy).then(() => trim(cache, FILES_KEPT))));
  }
  return response;
}

async function offline() {
  const shell = await caches.open(SHELL);
  const last = await shell.match(inScope('offline/last-lang'));
  const lang = last ? await last.text() : SITE.lang;
  const path = SITE.pages[lang] || SITE.pages[SITE.lang];
  // A redirect, so that the addresses on the page are right.
  return Response.redirect(inScope(path), 302);
}
`;

/** On the offline page: a list of what was kept, the newest first, each headline in its own language. */
export const OFFLINE_LIST_SCRIPT = `'use strict';
(async () => {
  const scope = new URL('../', document.currentScript.src).href;
  const list = document.getElementById('kept');
  const cache = await caches.open(scope + ' read');
  for (const request of (await cache.keys()).reverse()) {
    const response = await cache.match(request);
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    const headline = page.querySelector('h1');
    if (!headline) continue;
    const item = document.createElement('li');
    const link = document.createElement('a');
    item.className = 'story';
    link.href = request.url;
    link.lang = page.documentElement.lang;
    link.dir = page.documentElement.dir;
    link.textContent = headline.textContent.trim();
    item.append(link);
    list.append(item);
  }
  document.getElementById('hint').hidden = list.children.length === 0;
})();
`;

/** Behind the script of the theme, which lies in `assets/`. Pages opened from disk have no worker. */
export const REGISTER_SCRIPT = `
if ('serviceWorker' in navigator && document.currentScript) {
  navigator.serviceWorker
    .register(new URL('../sw.js', document.currentScript.src), { updateViaCache: 'none' })
    .catch(() => {});
}
`;
