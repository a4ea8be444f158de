/**
 * What the preview server adds to the pages that it serves; the files in `dist/` never hold it. The script listens for
 * builds, loads the page again when it changed (the browser keeps the place), and shows problems over the page.
 */
export const EVENTS_PATH = '/.warraq/events';
/** Address of the script on the preview server. */
export const CLIENT_PATH = '/.warraq/reload.js';

/** The page with the script. `build`: the number of the build that it is from. */
export function injectClient(html: string, build: number): string {
  const script = `<script src="${CLIENT_PATH}" data-build="${build}" defer></script>`;
  const end = html.lastIndexOf('</body>');
  return end === -1 ? html + script : html.slice(0, end) + script + html.slice(end);
}

/** Runs in the browser. Texts of problems become text nodes, never markup. */
export const CLIENT = `(() => {
  const { build } = document.currentScript.dataset;
  const place = 'warraq-scroll ' + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept !== null) {
    sessionStorage.removeItem(place);
    scrollTo({ top: Number(kept), behavior: 'instant' });
  }
  const here = () => {
    const path = decodeURIComponent(location.pathname).slice(1);
    return [path, path + 'index.html', path + '/index.html', path + '.html'];
  };
  const reload = () => {
    sessionStorage.setItem(place, String(scrollY));
    location.reload();
  };
  const make = (name, text, style) => {
    const element = document.createElement(name);
    if (text) element.textContent = text;
    if (style) element.style.cssText = style;
    return element;
  };
  let overlay = null;
  const show = (problems) => {
    overlay?.remove();
    overlay = null;
    if (problems === null) return;
    overlay = make('warraq-problems');
    const box = make('div', '', 'position:fixed;inset:auto 0 0 0;z-index:2147483647;max-height:60vh;overflow:auto;' +
      'background:#2b1113;color:#fff;font:16px/1.6 system-ui,sans-serif;padding:16px 24px;border-top:4px solid #e5484d');
    box.lang = problems.lang;
    box.dir = problems.dir;
    box.setAttribute('role', 'alert');
    box.append(make('strong', problems.title));
    for (const { place, message } of problems.problems) {
      const item = make('p', '', 'margin:8px 0 0');
      const where = make('bdi', place, 'font-family:monospace;color:#ffb3b5;margin-inline-end:12px');
      where.dir = 'ltr';
      const what = make('bdi', message);
      what.dir = 'auto';
      item.append(where, what);
      box.append(item);
    }
    overlay.attachShadow({ mode: 'open' }).append(box);
    document.documentElement.append(overlay);
  };
  const events = new EventSource('${EVENTS_PATH}?build=' + build);
  events.addEventListener('change', ({ data }) => {
    const { paths } = JSON.parse(data);
    if (paths === null || paths.some((path) => here().includes(path) || /\\.(?:css|js|woff2)$/.test(path))) reload();
  });
  events.addEventListener('problems', ({ data }) => show(JSON.parse(data)));
  addEventListener('pagehide', () => events.close());
})();
`;
