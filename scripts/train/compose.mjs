/**
 * New texts from the annotated ones: the head of one, the body of another, the tail of a third; or a head put together
 * from single lines in an order that no page of the set has. So the model learns layouts that it was never shown.
 */
import { signature, standfirst, withCaption, withPullQuotes } from './invent.mjs';
import { pick, shuffle } from './random.mjs';

/** The parts of a text: above, inside and below the body. `phaseOf`: 0, 1 or 2 for each line. */
function split(doc) {
  const parts = [[], [], []];
  doc.units.forEach((unit, i) => {
    parts[doc.phases[i]].push({ unit, role: doc.roles[i] });
  });
  return parts;
}

/** Runs of lines of one role that follow each other. */
function runsOf(items, role) {
  const runs = [];
  let run = null;
  for (const item of items) {
    if (item.role !== role) run = null;
    else if (run === null) {
      run = [item];
      runs.push(run);
    } else run.push(item);
  }
  return runs;
}

/** What the texts of a language offer: runs of lines by role, from heads, bodies and tails. */
export function poolsOf(docs, languages, { cuesOf, signersOf, creditOf }) {
  const pools = new Map();
  for (const doc of docs) {
    if (!pools.has(doc.lang)) {
      pools.set(doc.lang, {
        docs: [],
        section: [],
        byline: [],
        dateline: [],
        nav: [],
        meta: [],
        caption: [],
        readalso: [],
        ad: [],
        titles: [],
        asides: [],
        signers: [],
        credits: [],
        creditLines: [],
        labels: phrases(languages[doc.lang], 'section'),
        homes: phrases(languages[doc.lang], 'nav').slice(0, 4),
      });
    }
    const pool = pools.get(doc.lang);
    const [head, body, tail] = split(doc);
    pool.docs.push({ doc, head, body, tail });
    for (const role of ['section', 'byline', 'dateline', 'caption']) pool[role].push(...runsOf(head, role));
    const first = head.findIndex((item) => item.role !== 'furniture');
    if (first > 0) pool.nav.push(head.slice(0, first));
    if (first >= 0) pool.meta.push(...runsOf(head.slice(first), 'furniture'));
    pool.readalso.push(
      ...runsOf(body, 'readalso').filter((run) => cuesOf(run[0].unit.text).includes('read-also')),
    );
    pool.ad.push(...runsOf(body, 'furniture'));
    pool.caption.push(...runsOf(body, 'caption'));
    pool.titles.push(...head.filter((item) => item.role === 'headline'));
    pool.asides.push(...asidesOf(tail, cuesOf));
    for (const { unit, role } of [...head, ...tail]) {
      if (role === 'byline') pool.signers.push(...signersOf(unit.text, doc.lang));
    }
    for (const { unit, role } of [...head, ...body]) {
      const credit = role === 'caption' ? creditOf(unit.text) : null;
      if (credit !== null) pool.credits.push(credit);
      if (credit !== null && credit === unit.text.trim()) pool.creditLines.push(credit);
    }
  }
  return pools;
}

const ASIDES = new Set(['subscribe', 'follow', 'share', 'app', 'ad', 'player', 'poll', 'report']);

/** Boxes that stand below one text and might as well stand inside another: newsletters, channels, advertisements. */
function asidesOf(tail, cuesOf) {
  const found = [];
  for (let at = 0; at < tail.length; at++) {
    if (tail[at].role !== 'furniture' || !cuesOf(tail[at].unit.text).some((cue) => ASIDES.has(cue))) continue;
    let end = at + 1;
    while (end < tail.length && end - at < 3 && tail[end].role === 'furniture' && tail[end].unit.gap === 0)
      end++;
    found.push(tail.slice(at, end));
    at = end - 1;
  }
  return found;
}

function phrases(language, cue) {
  return (language?.cues[cue] ?? '').split('\n').filter((phrase) => phrase !== '' && !phrase.includes('…'));
}

const line = (text, role, gap = 1) => ({ unit: { text, first: 0, last: 0, gap }, role });

/** Head of one text as it is, with the headline of the body's own. */
function borrowedHead(own, other, random) {
  const title = own.head.find((item) => item.role === 'headline');
  const theirs = other.head.find((item) => item.role === 'headline');
  const head = other.head
    .filter((item) => item.role !== 'deck' && (item.role !== 'headline' || title !== undefined))
    .map((item) => {
      if (theirs === undefined || title === undefined || !item.unit.text.includes(theirs.unit.text))
        return item;
      return {
        ...item,
        unit: { ...item.unit, text: item.unit.text.replace(theirs.unit.text, title.unit.text) },
      };
    })
    .filter((item) => item.role !== 'furniture' || random() > 0.15);
  const at = head.findIndex((item) => item.role === 'headline');
  if (at >= 0) head.splice(at + 1, 0, ...own.head.filter((item) => item.role === 'deck'));
  return head;
}

const ARROWS = [' » ', ' > ', ' / ', ' › ', ' | ', ' - ', ' « ', ' \\ '];

/** A section label: one of the texts, one of the lexicon, a path, several in a row. */
function sectionLines(pool, random) {
  const chance = random();
  if (chance < 0.45 && pool.section.length > 0) return pick(pool.section, random);
  if (pool.labels.length === 0) return pool.section.length > 0 ? pick(pool.section, random) : [];
  const label = pick(pool.labels, random);
  if (chance < 0.75) return [line(label, 'section')];
  if (chance < 0.85) return [line(label, 'section'), line(pick(pool.labels, random), 'section')];
  const path = pool.homes.length > 0 && random() < 0.8 ? [pick(pool.homes, random), label] : [label];
  if (random() < 0.4 || path.length === 1) path.push(pick(pool.labels, random));
  return [line(path.join(pick(ARROWS, random)), 'section')];
}

const BARS = [' | ', ' - ', ' – ', '، ', ' / ', ' • '];

/** A head of single lines in an order of its own. */
function shuffledHead(own, pool, random) {
  const title = own.head.find((item) => item.role === 'headline');
  const decks = own.head.filter((item) => item.role === 'deck');
  const captions = own.head.filter((item) => item.role === 'caption');
  const above = [];
  const below = [];
  const take = (list) => (list.length === 0 ? [] : pick(list, random));
  const section = random() < 0.7 ? sectionLines(pool, random) : [];
  let byline = random() < 0.65 ? take(pool.byline) : [];
  let date = random() < 0.75 ? take(pool.dateline) : [];
  if (byline.length === 1 && date.length === 1 && random() < 0.12) {
    const text = `${byline[0].unit.text}${pick(BARS, random)}${date[0].unit.text}`;
    if (text.length < 90) {
      byline = [line(text, 'byline')];
      date = [];
    }
  }
  if (section.length > 0) (random() < 0.82 ? above : below).push(section);
  if (date.length > 0) (random() < 0.25 ? above : below).push(date);
  if (byline.length > 0) (random() < 0.1 ? above : below).push(byline);
  if (captions.length > 0) (random() < 0.2 ? above : below).push(captions);
  else if (random() < 0.2) below.push(take(pool.caption).slice(0, 2));
  if (random() < 0.3) below.push(take(pool.meta).slice(0, 6));
  if (random() < 0.2) below.push(take(pool.meta).slice(0, 6));
  if (random() < 0.1) above.push(take(pool.meta).slice(0, 4));
  shuffle(above, random);
  shuffle(below, random);
  if (decks.length > 0) {
    if (random() < 0.75) below.unshift(decks);
    else below.splice(Math.floor(random() * (below.length + 1)), 0, decks);
  }
  if (random() < 0.4) above.unshift(take(pool.nav));
  else if (random() < 0.1 && pool.titles.length > 3) {
    const ticker = Array.from({ length: 2 + Math.floor(random() * 4) }, () => pick(pool.titles, random));
    above.unshift(ticker.map((item) => line(item.unit.text, 'furniture')));
  }
  return [...above.flat(), ...(title === undefined ? [] : [title]), ...below.flat()];
}

/** Puts read-also lines, captions and advertisements of other texts between paragraphs. */
function withInsertions(body, pool, random) {
  const items = [...body];
  const put = (list) => {
    const spots = items
      .map((item, at) => (at > 0 && item.role === 'body' && items[at - 1].role === 'body' ? at : -1))
      .filter((at) => at > 0);
    if (spots.length > 0 && list.length > 0) items.splice(pick(spots, random), 0, ...pick(list, random));
  };
  if (random() < 0.25) put(pool.readalso);
  if (random() < 0.15) put(pool.caption);
  if (random() < 0.1) put(pool.ad);
  if (random() < 0.15) put(pool.asides);
  if (random() < 0.1 && pool.creditLines.length > 0) creditSubheads(items, pick(pool.creditLines, random));
  if (random() < 0.08) withCaption(items, pool.credits, random);
  if (random() < 0.3) {
    const names = pool.signers.map(({ name }) => name);
    withPullQuotes(items, names, random);
  }
  return items;
}

/** A picture below each subhead of a text: nothing but its credit is left in a copy. */
function creditSubheads(items, credit) {
  for (let at = items.length - 1; at >= 0; at--) {
    if (items[at].role === 'subhead' && items[at + 1]?.role === 'body')
      items.splice(at + 1, 0, line(credit, 'caption'));
  }
}

/** Blank lines as the text has them, everywhere or nowhere. */
function spaced(items, random) {
  const chance = random();
  if (chance >= 0.45) return items;
  const gap = chance < 0.25 ? 1 : 0;
  return items.map((item) => ({ ...item, unit: { ...item.unit, gap } }));
}

/** Below the headline, or below everything that stands between the headline and the text. */
function addStandfirst(head, deck, random) {
  const title = head.findIndex((item) => item.role === 'headline');
  if (title >= 0) head.splice(random() < 0.7 ? title + 1 : head.length, 0, deck);
}

/** A text as somebody types it: headline, perhaps a name and a date, paragraphs. */
function typed(own, pool, random) {
  const title = own.head.find((item) => item.role === 'headline');
  const items = title === undefined ? [] : [title];
  const marks = ['byline', 'dateline'].flatMap((role) =>
    random() < 0.45 && pool[role].length > 0 ? [pick(pool[role], random)[0]] : [],
  );
  items.push(...shuffle(marks, random));
  if (random() < 0.15 && pool.labels.length > 0) items.unshift(line(pick(pool.labels, random), 'section'));
  const body = own.body.filter(({ role }) => role !== 'readalso' && role !== 'furniture');
  const gap = random() < 0.5 ? 1 : 0;
  return [...items, ...body].map((item, at) => ({
    ...item,
    unit: { ...item.unit, gap: at > 0 && (gap === 1 || item === body[0]) ? 1 : 0 },
  }));
}

/** One new text of the language of a random one. */
export function compose(docs, pools, random) {
  const chosen = pick(docs, random);
  const pool = pools.get(chosen.lang);
  const own = pool.docs.find((entry) => entry.doc === chosen);
  if (random() < 0.12) return labelled(chosen.lang, typed(own, pool, random));
  const head =
    random() < 0.5 ? borrowedHead(own, pick(pool.docs, random), random) : shuffledHead(own, pool, random);
  const deck = random() < 0.17 ? standfirst(own.body, random) : null;
  if (deck !== null && !head.some((item) => item.role === 'deck')) addStandfirst(head, deck, random);
  const rest = pick(pool.docs, random).tail;
  const signed =
    rest.some((item) => item.role === 'byline') || random() > 0.15 ? null : signature(pool.signers, random);
  const drop = random() < 0.5 ? Math.floor(random() * rest.length) : 0;
  const below = signed === null ? [] : [signed];
  if (pool.dateline.length > 0 && random() < 0.08 && !rest.some((item) => item.role === 'dateline'))
    below.push(...pick(pool.dateline, random).slice(0, 1));
  const items = spaced(
    [
      ...head,
      ...withInsertions(own.body, pool, random),
      ...(signed === null ? [] : [signed]),
      ...rest.slice(0, 4),
      ...rest.slice(4 + drop),
    ],
    random,
  );
  return labelled(chosen.lang, items);
}

function labelled(lang, items) {
  return { lang, units: items.map((item) => item.unit), roles: items.map((item) => item.role) };
}
