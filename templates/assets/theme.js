// What a reader may choose: light or dark, the size of the text; and three small services. All pages work without it.
(() => {
  const root = document.documentElement;
  const SIZES = ['smaller', '', 'larger', 'largest'];

  const keep = (key, value) => {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  };

  const isDark = () =>
    root.dataset.theme === 'dark' ||
    (!root.dataset.theme &&
      getComputedStyle(root).colorScheme !== 'light' &&
      (getComputedStyle(root).colorScheme === 'dark' || matchMedia('(prefers-color-scheme: dark)').matches));

  const resize = (step) => {
    const now = SIZES.indexOf(root.dataset.textSize ?? '');
    const size = SIZES[Math.min(SIZES.length - 1, Math.max(0, now + step))];
    if (size) root.dataset.textSize = size;
    else delete root.dataset.textSize;
    keep('textSize', size);
  };

  const say = (button) => {
    const before = button.textContent;
    button.textContent = button.dataset.done;
    setTimeout(() => {
      button.textContent = before;
    }, 2500);
  };

  const address = () => document.querySelector('link[rel=canonical]')?.href ?? location.href.split('#')[0];

  const tools = {
    theme: (button) => {
      root.dataset.theme = isDark() ? 'light' : 'dark';
      button.setAttribute('aria-pressed', String(isDark()));
      keep('theme', root.dataset.theme);
    },
    smaller: () => resize(-1),
    larger: () => resize(1),
    print: () => print(),
    copy: (button) => navigator.clipboard.writeText(address()).then(() => say(button)),
    share: () => navigator.share({ title: document.title, url: address() }).catch(() => {}),
  };
  const missing = new Set([navigator.share ? '' : 'share', navigator.clipboard ? '' : 'copy']);

  for (const button of document.querySelectorAll('[data-tool]')) {
    const { tool } = button.dataset;
    if (missing.has(tool)) continue;
    button.hidden = false;
    if (tool === 'theme') button.setAttribute('aria-pressed', String(isDark()));
    button.addEventListener('click', () => tools[tool](button));
  }
  for (const box of document.querySelectorAll('[data-tools]')) {
    box.hidden = ![...box.querySelectorAll('[data-tool]')].some((button) => !button.hidden);
  }

  const breaking = document.querySelector('[data-until]');
  if (breaking && Date.parse(breaking.dataset.until) < Date.now()) breaking.hidden = true;
})();
