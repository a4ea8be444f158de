/** An edition → one HTML page for the printer. */
import { escapeAttribute, escapeText } from '../../html.js';
import { digits } from '../../locales/numbers.js';
import { pluralString, string } from '../../locales/strings/index.js';
import type { Locale } from '../../locales/types.js';
import type { Direction, Lang, Segment, StoredBody } from '../../model.js';
import { isolateHtml } from '../../typeset/bidi/isolate.js';

/** A story as the edition prints it. */
export interface EditionStory {
  /** Names its place in the page: `story-3`. */
  readonly id: string;
  readonly lang: Lang;
  readonly dir: Direction;
  /** That of its language and the paper's digits. */
  readonly locale: Locale;
  readonly kicker: { readonly text: string; readonly lang: Lang; readonly dir: Direction } | null;
  readonly title: string;
  readonly deck: string | null;
  readonly byline: readonly string[];
  readonly dateline: string | null;
  /** Named only where the edition has stories of several days. */
  readonly date: string | null;
  readonly words: number;
  readonly opinion: boolean;
  readonly picture: {
    readonly dataUrl: string;
    readonly alt: string;
    readonly caption: string | null;
  } | null;
  readonly body: StoredBody;
}

/** A newspaper of one day, ready to be set. */
export interface Edition {
  readonly lang: Lang;
  readonly dir: Direction;
  readonly locale: Locale;
  readonly name: string;
  readonly tagline: string | null;
  /** With the day of the week. */
  readonly date: string;
  readonly secondDate: string | null;
  readonly stories: readonly EditionStory[];
  readonly copyright: string;
}

/** A story of fewer words shares its row with another. */
const PAIRED = 170;
const SHORT = 330;

/** `pageOf`: the page on which a story begins, by its id; empty in the first run, when nobody knows. */
export function editionHtml(edition: Edition, css: string, pageOf: ReadonlyMap<string, number>): string {
  const { lang, dir, locale, name, tagline, date, secondDate, stories } = edition;
  const [lead, ...rest] = stories;
  const title = `${name} | ${string(locale, 'edition', { date })}`;
  return `<!doctype html>
<html lang="${escapeAttribute(lang)}" dir="${dir}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escapeText(title)}</title><style>${css}</style></head><body>
<header class="masthead"><h1>${isolateHtml(name, dir)}</h1>${tagline === null ? '' : `<p>${isolateHtml(tagline, dir)}</p>`}</header>
<div class="dateline"><span>${isolateHtml(date, dir)}</span>${secondDate === null ? '' : `<span>${isolateHtml(secondDate, dir)}</span>`}<span>${escapeText(pluralString(locale, 'storyCount', stories.length))}</span></div>
${lead === undefined ? '' : storyHtml(lead, 'lead')}
${indexHtml(edition, pageOf)}
${rows(rest)}
<footer class="imprint">${isolateHtml(edition.copyright, dir)}</footer>
</body></html>
`;
}

function indexHtml({ locale, stories, dir, lang }: Edition, pageOf: ReadonlyMap<string, number>): string {
  if (stories.length < 3) return '';
  const entries = stories.slice(1).map((story) => {
    const page = pageOf.get(story.id);
    const number = page === undefined ? '' : digits(String(page), locale.numbering);
    return `<li><a href="#${story.id}"${foreign(story, lang)}>${isolateHtml(story.title, story.dir)}</a><span class="dots"></span><span>${number}</span></li>`;
  });
  return `<nav class="index"><h2>${isolateHtml(string(locale, 'todaysPaper'), dir)}</h2><ol>${entries.join('')}</ol></nav>`;
}

/** Short stories stand two in a row; opinion and long stories have a row of their own. */
function rows(stories: readonly EditionStory[]): string {
  const parts: string[] = [];
  let waiting: EditionStory | null = null;
  for (const story of stories) {
    if (story.words >= PAIRED || story.opinion || hasWide(story)) parts.push(storyHtml(story, 'story'));
    else if (waiting === null) waiting = story;
    else {
      parts.push(`<div class="pair">${storyHtml(waiting, 'story')}${storyHtml(story, 'story')}</div>`);
      waiting = null;
    }
  }
  if (waiting !== null) parts.push(storyHtml(waiting, 'story'));
  return parts.join('\n');
}

function hasWide({ body, picture }: EditionStory): boolean {
  return picture !== null || body.segments.some((segment) => segment.kind === 'pull-quote');
}

function storyHtml(story: EditionStory, kind: 'lead' | 'story'): string {
  const {
    id,
    lang,
    dir,
    locale,
    kicker,
    title,
    deck,
    byline,
    dateline,
    date,
    opinion,
    picture,
    body,
    words,
  } = story;
  const facts = [
    ...(byline.length === 0 ? [] : [`<b>${byline.map((name) => isolateHtml(name, dir)).join('، ')}</b>`]),
    ...(dateline === null ? [] : [isolateHtml(dateline, dir)]),
    ...(date === null ? [] : [isolateHtml(date, dir)]),
  ];
  const comma = escapeText(locale.punctuation.comma);
  const classes = [
    kind,
    ...(opinion ? ['opinion'] : []),
    ...(words < SHORT && kind === 'story' ? ['short'] : []),
  ];
  const [open, close] = locale.quotes;
  return `<article id="${id}" class="${classes.join(' ')}" lang="${escapeAttribute(lang)}" dir="${dir}" style="--marks:'${open}' '${close}'">
<header>${kicker === null ? '' : `<p class="kicker" lang="${escapeAttribute(kicker.lang)}">${isolateHtml(kicker.text, kicker.dir)}</p>`}<h2>${isolateHtml(title, dir)}</h2>${deck === null ? '' : `<p class="deck">${isolateHtml(deck, dir)}</p>`}${facts.length === 0 ? '' : `<p class="byline">${facts.join(' &#x2022; ').replaceAll('، ', `${comma} `)}</p>`}</header>
${picture === null ? '' : `<figure><img src="${picture.dataUrl}" alt="${escapeAttribute(picture.alt)}">${picture.caption === null ? '' : `<figcaption>${isolateHtml(picture.caption, dir)}</figcaption>`}</figure>`}
<div class="columns">${body.segments.map((segment) => segmentHtml(segment, dir)).join('\n')}</div></article>`;
}

/** Links to other stories and captions of pictures that are not printed are left out. */
function segmentHtml(segment: Segment, dir: Direction): string {
  if (segment.kind === 'prose') return segment.html;
  if (segment.kind !== 'pull-quote') return '';
  const { html, attribution } = segment;
  return `<aside class="pull-quote"><p><q>${html}</q></p>${attribution === null ? '' : `<p class="by">${isolateHtml(attribution, dir)}</p>`}</aside>`;
}

function foreign(story: EditionStory, lang: Lang): string {
  return story.lang === lang ? '' : ` lang="${escapeAttribute(story.lang)}" dir="${story.dir}"`;
}
