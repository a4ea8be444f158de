// Search in this site alone: the page asks for the few files of the index that hold the words of a query. Its form leads
// to the archive where this does not run. How the index is made is told in docs/search.md.
(() => {
  const form = document.querySelector('[data-search]');
  if (!form || location.protocol === 'file:') return;
  const { search: home, root, none, offline } = form.dataset;
  const counts = JSON.parse(form.dataset.counts);
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const field = form.querySelector('[type=search]');
  const found = document.querySelector('[data-found]');
  const list = document.querySelector('[data-results]');
  const more = document.querySelector('[data-more]');
  const AT_ONCE = 10;
  let settings;

  // The settings of the index, with their regular expressions made.
  const read = (data) => {
    const letters = new Map();
    for (const [to, from] of Object.entries(data.letters)) for (const one of from) letters.set(one, to);
    const marks = `[${data.dropped}]`;
    const inside = `[\\p{L}\\p{N}\\p{M}${data.dropped}]`;
    return {
      ...data,
      letters,
      compatible: new RegExp(data.compatibility),
      drop: new RegExp(`["'${data.quotes}${data.dropped}]`, 'g'),
      word: new RegExp(`${inside}+(?:["'${data.quotes}]${marks}*(?!${marks})${inside}+)*`, 'gu'),
      affixes: data.affixes.map(({ of, before, after, whole }) => ({
        of: new RegExp(of),
        before: new RegExp(before),
        after: after && new RegExp(after),
        whole,
      })),
    };
  };

  const loaded = new Map();
  const load = (name) => {
    if (!loaded.has(name)) {
      const answer = fetch(`${home}${name}.json`, { cache: 'no-cache' }).then((response) => {
        if (!response.ok) throw new Error(response.statusText);
        return response.json();
      });
      answer.catch(() => loaded.delete(name));
      loaded.set(name, answer);
    }
    return loaded.get(name);
  };

  // Presentation forms and the like become letters.
  const compatible = (text) => (settings.compatible.test(text) ? text.normalize('NFKC') : text);

  const fold = (text) => {
    return compatible(text)
      .replace(settings.drop, '')
      .replace(/[A-Z]/g, (one) => one.toLowerCase())
      .replace(/[^\0-\x7f]/g, (one) => settings.letters.get(one) ?? one);
  };

  // The words of a text with their places; `whole`: with a loose particle as one word, its parts left out.
  const wordsOf = (text, whole) => {
    const words = [];
    let last = null;
    for (const match of text.matchAll(settings.word)) {
      const word = fold(match[0]);
      const end = match.index + match[0].length;
      if (word.length < settings.shortest || word.length > settings.longest) {
        last = null;
        continue;
      }
      const isPair =
        last &&
        /^\s+$/.test(text.slice(last.end, match.index)) &&
        (settings.leading.includes(last.word) || settings.trailing.includes(word));
      const own = { word, start: match.index, end };
      const pair = isPair && { word: last.word + word, start: last.start, end };
      if (pair && whole) words.pop();
      if (!(pair && whole)) words.push(own);
      if (pair) words.push(pair);
      last = own;
    }
    return words;
  };

  const stemOf = (word) => {
    const rule = settings.affixes.find(({ of }) => of.test(word));
    if (!rule) return word;
    let stem = rule.after ? word.replace(rule.after, '') : word;
    for (let cut = rule.before.exec(stem); cut; cut = rule.before.exec(stem)) {
      const rest = stem.slice(cut[0].length);
      if (rule.whole.includes(rest)) break;
      stem = rest;
    }
    return stem;
  };

  // A word that is asked for; `beginning`: its stem if it goes on.
  const question = (word) => ({ word, stem: stemOf(word), beginning: stemOf(`${word}xx`).slice(0, -2) });

  // 3 the very word, 2 a form of it, 1 a word that begins like it, 0 another one.
  const likeness = (asked, word, stem) => {
    if (word === asked.word) return 3;
    if (stem === asked.stem) return 2;
    return asked.beginning.length > 2 && stem.startsWith(asked.beginning) ? 1 : 0;
  };

  const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

  // Adds the articles of a volume that hold a word: number → likeness, three more where it is in the headline.
  const look = (text, asked, size, hits) => {
    const note = (number, worth) => hits.set(number, Math.max(hits.get(number) ?? 0, worth));
    let term = '';
    for (const entry of text ? text.split(' ') : []) {
      const colon = entry.indexOf(':');
      term = term.slice(0, Number.parseInt(entry[0], 36)) + entry.slice(1, colon);
      const inTitle = term.startsWith(settings.title);
      const word = inTitle ? term.slice(settings.title.length) : '';
      let worth = likeness(asked, word, inTitle ? stemOf(word) : term);
      if (worth === 0) continue;
      if (inTitle) worth += 3;
      const places = entry.slice(colon + 1);
      if (places === '*') for (let number = 0; number < size; number++) note(number, worth);
      let number = 0;
      let value = 0;
      for (const digit of places === '*' ? '' : places) {
        const one = DIGITS.indexOf(digit);
        value = value * 32 + (one % 32);
        if (one >= 32) continue;
        number += value;
        value = 0;
        note(number, worth);
      }
    }
  };

  const volumesOf = (count) => {
    const volumes = [];
    let start = 0;
    for (const [size, files] of settings.sizes) {
      for (; count - start >= size; start += size) volumes.push({ start, size, files, full: size });
    }
    const [full, files] = settings.sizes.at(-1);
    if (start < count) volumes.push({ start, size: count - start, files, full });
    return volumes;
  };

  // Articles that hold all words, the best first, of equal ones the newest.
  const seek = async (asked) => {
    const results = [];
    const volumes = settings.shelves.flatMap(({ name, count }, shelf) =>
      volumesOf(count).map((volume) => ({ ...volume, name, shelf })),
    );
    const ask = async ({ name, shelf, start, size, files, full }) => {
      const hits = await Promise.all(
        asked.map(async (one) => {
          const found = new Map();
          const bucket = (stem) =>
            (31 * stem.charCodeAt(0) + (stem.length > 1 ? stem.charCodeAt(1) : 0)) % files;
          for (const file of new Set([bucket(one.stem), bucket(one.beginning)])) {
            const { words } = await load(`${name}-${full}-${start / full}${files > 1 ? `-${file}` : ''}`);
            look(words, one, size, found);
          }
          return found;
        }),
      );
      for (const number of hits[0].keys()) {
        const all = hits.map((each) => each.get(number) ?? 0);
        if (all.includes(0)) continue;
        const sum = all.reduce((a, b) => a + b);
        results.push({ name, shelf, number: start + number, worth: sum });
      }
    };
    await Promise.all(volumes.map(ask));
    return results.sort((a, b) => b.worth - a.worth || a.shelf - b.shelf || b.number - a.number);
  };

  // Marks whole words, so that no letter is parted from its marks or its neighbours.
  const mark = (element, asked) => {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    for (const node of nodes) {
      const hits = wordsOf(node.data, false).filter(({ word }) =>
        asked.some((one) => likeness(one, word, stemOf(word)) > 0),
      );
      let rest = Number.POSITIVE_INFINITY;
      for (const { start, end } of hits.sort((a, b) => b.start - a.start || b.end - a.end)) {
        if (end > rest) continue;
        rest = start;
        const range = document.createRange();
        range.setStart(node, start);
        range.setEnd(node, end);
        range.surroundContents(document.createElement('mark'));
      }
    }
  };

  const add = (parent, tag, className, html) => {
    const element = document.createElement(tag);
    element.className = className;
    element.innerHTML = html;
    parent.append(element);
    return element;
  };

  const show = (row, asked) => {
    const [href, title, text, section, iso, date, lang, dir] = row;
    const item = add(list, 'li', 'story', '');
    if (section) add(item, 'p', 'story-kicker', section);
    const head = add(item, 'h3', 'story-title', '');
    const link = add(head, 'a', '', title);
    link.href = root + href;
    const parts = [head];
    if (text) parts.push(add(item, 'p', 'story-deck', text));
    for (const part of parts) {
      if (lang) part.lang = lang;
      if (dir) part.dir = dir;
      mark(part, asked);
    }
    if (iso) add(add(item, 'p', 'story-meta facts', ''), 'time', '', date).dateTime = iso;
    return link;
  };

  const say = (text) => {
    found.textContent = text;
  };

  let turn = 0;
  const run = async () => {
    const query = field.value.trim();
    const mine = ++turn;
    list.replaceChildren();
    more.hidden = true;
    if (query === '') return say('');
    list.ariaBusy = 'true';
    try {
      settings ??= read(await load('index'));
      const words = [...new Set(wordsOf(compatible(query), true).map(({ word }) => word))].slice(0, 8);
      const asked = words.map(question);
      const results = asked.length > 0 ? await seek(asked) : [];
      const next = async (from) => {
        const part = results.slice(from, from + AT_ONCE);
        const sheets = await Promise.all(
          part.map(({ name, number }) => load(`${name}-sheet-${Math.floor(number / settings.sheet)}`)),
        );
        if (mine !== turn) return null;
        const links = part.map(({ number }, at) => show(sheets[at][number % settings.sheet], asked));
        more.hidden = from + AT_ONCE >= results.length;
        more.onclick = async () => (await next(from + AT_ONCE))?.focus();
        return links[0];
      };
      await next(0);
      if (mine !== turn) return;
      const form = counts[plural.select(results.length)] ?? counts.other;
      const number = String(results.length).replace(/\d/g, (digit) => counts.digits[digit]);
      say(results.length > 0 ? form.replace('{n}', number) : none.replace('{q}', () => query));
    } catch {
      if (mine === turn) say(offline);
    } finally {
      if (mine === turn) list.ariaBusy = 'false';
    }
  };

  // An empty field stands as the page does; what is typed takes its own direction.
  const turnField = () => {
    field.dir = field.value === '' ? '' : 'auto';
  };
  field.addEventListener('input', turnField);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    history.replaceState(null, '', `?q=${encodeURIComponent(field.value.trim())}`);
    run();
  });
  const asked = new URLSearchParams(location.search).get('q');
  if (asked) {
    field.value = asked;
    turnField();
    run();
  }
})();
