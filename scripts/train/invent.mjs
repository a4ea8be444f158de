/**
 * What newspapers set apart from the words of a text: pull quotes in every style, captions and standfirsts that say a
 * sentence again, names below the text. Made from the text itself, so that the model sees many more than the set holds.
 */
import { pick } from './random.mjs';

const line = (text, role, gap = 1) => ({ unit: { text, first: 0, last: 0, gap }, role });

const CLAUSE_END = /[.!؟?۔،؛,:](?=\s|$)/gu;
const SENTENCE_END = /[.!؟?۔]\s/gu;

/** Passages of a paragraph that read as one: from the beginning of a clause to the end of a clause. */
function passages(text, least, most) {
  const cuts = [0, ...[...text.matchAll(CLAUSE_END)].map((match) => match.index + 1), text.length];
  const found = [];
  for (let a = 0; a < cuts.length - 1; a++) {
    for (let b = a + 1; b < Math.min(cuts.length, a + 4); b++) {
      const passage = text.slice(cuts[a], cuts[b]).trim();
      if (passage.length >= least && passage.length <= most && !passage.endsWith(':')) found.push(passage);
    }
  }
  return found;
}

/** Opening mark, closing mark. A bar: the mark stands alone on a line of its own. */
const MARKS = [
  ['«', '»'],
  ['“', '”'],
  ['"', '"'],
  ['”', '“'],
  ['„', '”'],
  ['«', ''],
  ['“', ''],
  ['"', ''],
  ['', '»'],
  ['', ''],
  ['', ''],
  ['|“', ''],
  ['|«', ''],
  ['|"', '|"'],
  ['…', '…'],
  ['', '...'],
];

/** Lines of a pull quote that repeats a passage of a paragraph; null when it has none of the right length. */
function pullQuote(text, name, random) {
  const found = passages(text, 32, 200);
  if (found.length === 0) return null;
  let passage = pick(found, random);
  if (random() < 0.5) passage = passage.replace(/[.،؛,]$/u, '');
  if (random() < 0.15) passage = lightlyEdited(passage, random);
  const [open, close] = pick(MARKS, random);
  const lines = [];
  if (open.startsWith('|')) lines.push(line(open.slice(1), 'pullquote'));
  const first = open.startsWith('|') ? '' : open;
  const last = close.startsWith('|') ? '' : close;
  const speaker = name !== null && random() < 0.25 ? name : null;
  if (speaker !== null && random() < 0.3)
    lines.push(line(`${speaker}: ${first}${passage}${last}`, 'pullquote'));
  else {
    lines.push(line(`${first}${passage}${last}`, 'pullquote'));
    if (speaker !== null)
      lines.push(
        line(`${pick(['- ', '— ', '– ', ''], random)}${speaker}`, 'pullquote', random() < 0.5 ? 0 : 1),
      );
  }
  if (close.startsWith('|')) lines.push(line(close.slice(1), 'pullquote'));
  return random() < 0.2 ? [...lines, ...lines] : lines;
}

/** A word dropped, or the end cut. */
function lightlyEdited(passage, random) {
  const words = passage.split(' ');
  if (words.length < 8) return passage;
  if (random() < 0.5) words.splice(1 + Math.floor(random() * (words.length - 2)), 1);
  else words.length -= 1 + Math.floor(random() * 2);
  return words.join(' ');
}

const paragraphsOf = (items) =>
  items.flatMap((item, at) => (item.role === 'body' && item.unit.text.length >= 90 ? [at] : []));

/** Puts lines between two lines of the body, or below its last. */
function put(items, lines, random) {
  const spots = items.flatMap((item, at) =>
    at > 0 && item.role === 'body' && items[at - 1].role === 'body' ? [at] : [],
  );
  const at = spots.length === 0 || random() < 0.12 ? items.length : pick(spots, random);
  items.splice(at, 0, ...lines);
}

/** Sets a passage apart in a body, or two. `names`: who may have said it. */
export function withPullQuotes(items, names, random) {
  if (paragraphsOf(items).length < 2 || items.some((item) => item.role === 'pullquote')) return;
  for (let left = random() < 0.25 ? 2 : 1; left > 0; left--) {
    const sources = paragraphsOf(items);
    const name = names.length === 0 ? null : pick(names, random);
    const quote = pullQuote(items[pick(sources, random)].unit.text, name, random);
    if (quote !== null) put(items, quote, random);
  }
}

/** A caption that says a sentence of the text again, with the credit of another caption. */
export function withCaption(items, credits, random) {
  const sources = paragraphsOf(items);
  if (sources.length === 0 || credits.length === 0) return;
  const found = passages(items[pick(sources, random)].unit.text, 25, 120);
  if (found.length === 0) return;
  put(
    items,
    [
      line(
        `${pick(found, random)}${pick([' | ', ' / ', ' — ', '. '], random)}${pick(credits, random)}`,
        'caption',
      ),
    ],
    random,
  );
}

/** A standfirst: what a sentence further down says, in fewer words. */
export function standfirst(items, random) {
  const sources = paragraphsOf(items).slice(1, 5);
  if (sources.length < 2) return null;
  const sentences = items[pick(sources, random)].unit.text
    .split(SENTENCE_END)
    .filter((text) => text.length >= 45);
  if (sentences.length === 0) return null;
  const rate = random() * 0.35;
  const text = pick(sentences, random)
    .split(' ')
    .filter((_, at) => at === 0 || random() >= rate)
    .join(' ');
  if (text.length > 230) return null;
  const stop = /[\u0600-\u06ff]/u.test(text) && /[ٹڈڑےہھ]/u.test(text) ? '۔' : '.';
  return line(random() < 0.75 ? text.replace(/[.۔،:]?$/u, stop) : text, 'deck');
}

/** Who wrote the text, named below it. `signers`: names, places, agencies as bylines hold them. */
export function signature(signers, random) {
  if (signers.length === 0) return null;
  const { name, place } = pick(signers, random);
  const other = pick(signers, random).place ?? place;
  const at = random() < 0.5 ? place : other;
  const forms = [`(${name})`, `(${name})`, `- ${name}`, name];
  if (at !== null)
    forms.push(
      `${at} - ${name}`,
      `${at} – ${name}`,
      `${name} - ${at}`,
      `${at} / ${name}`,
      `${at} (${name})`,
      `(${at} - ${name})`,
    );
  return line(pick(forms, random), 'byline', random() < 0.6 ? 1 : 0);
}
