/** `warraq edition`: the stories of a day as one printed newspaper. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../../config.js';
import { direction } from '../../language-tag.js';
import { formatDate } from '../../locales/date.js';
import { string } from '../../locales/strings/index.js';
import type { Card, StoredBody } from '../../model.js';
import { hangPictures } from '../../publish/pictures.js';
import { replaceFile } from '../../publish/replace-file.js';
import type { Breathe } from '../../publish/types.js';
import { gather } from '../../site/gather.js';
import { pageLang } from '../../site/page-lang.js';
import { dateOptions, printedLocale } from '../../site/printing.js';
import type { Site, Story } from '../../site/site.js';
import { configure } from '../configure.js';
import { Desk } from '../desk.js';
import { digest, programDigest } from '../digest.js';
import { Failure } from '../failure.js';
import { readInputs } from '../inputs.js';
import { takeLock } from '../lock.js';
import { siteRules } from '../rules.js';
import { Store } from '../store.js';
import { type Chosen, chooseStories } from './choose.js';
import { findChromium, printPdf } from './chromium.js';
import { printFaceCss } from './faces.js';
import { type Edition, type EditionStory, editionHtml } from './page.js';
import { pagesOfPlaces } from './pdf-places.js';
import { editionCss } from './style.js';

/** What is to be printed. */
export interface EditionOptions {
  /** Folder of the site. */
  readonly root: string;
  readonly configFile: string | null;
  /** `2026-11-22`; null: the day of the newest story. */
  readonly day: string | null;
  /** File to write; null: `edition-DAY.pdf` in the folder of the site. */
  readonly out: string | null;
  readonly breathe: Breathe;
  readonly onWait: () => void;
}

/** What was printed. */
export interface PrintedEdition {
  readonly path: string;
  readonly day: string;
  readonly stories: number;
  readonly bytes: number;
}

/** Throws `Failure` when there is nothing to print or no browser to print it. */
export async function makeEdition(options: EditionOptions): Promise<PrintedEdition> {
  const chromium = findChromium();
  const { edition, config, day } = await readEdition(options);
  const langs = [
    ...new Set([
      edition.lang,
      ...edition.stories.flatMap(({ lang, kicker }) => [lang, kicker?.lang ?? lang]),
    ]),
  ];
  const { name, date, locale: printed } = edition;
  const css =
    printFaceCss(langs) + editionCss({ name, date, locale: printed, accent: config.theme.accent, langs });
  const path = resolve(options.out ?? join(options.root, `edition-${day}.pdf`));
  const folder = mkdtempSync(join(tmpdir(), 'warraq-edition-'));
  try {
    const [html, pdf] = [join(folder, 'edition.html'), join(folder, 'edition.pdf')];
    writeFileSync(html, editionHtml(edition, css, new Map()));
    await printPdf(chromium, html, pdf);
    // Only the printed pages say where a story begins; the numbers in the index are as wide as nothing, so nothing moves.
    const places = pagesOfPlaces(readFileSync(pdf, 'latin1'));
    if (places.size > 0) {
      writeFileSync(html, editionHtml(edition, css, places));
      await printPdf(chromium, html, pdf);
    }
    const bytes = readFileSync(pdf);
    replaceFile(path, bytes);
    return { path, day, stories: edition.stories.length, bytes: bytes.length };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything that stands in the edition, read under the lock of the site. */
async function readEdition(
  options: EditionOptions,
): Promise<{ readonly edition: Edition; readonly config: Config; readonly day: string }> {
  const folder = join(resolve(options.root), '.warraq');
  const lock = await takeLock(folder, options.onWait);
  const desk = new Desk(new Store(folder, programDigest()));
  try {
    const { configFile, breathe } = options;
    const inputs = readInputs(resolve(options.root), {
      configFile,
      out: null,
      baseUrl: null,
      drafts: false,
      allowEmpty: true,
    });
    const { config, diagnostics } = configure(inputs.config, null);
    if (diagnostics.some((one) => one.severity === 'error'))
      throw new Failure('The config has mistakes; warraq check names them.');
    const missing = inputs.listing.diagnostics.find((one) => one.id === 'articles-missing');
    if (missing !== undefined) throw new Failure(missing.message);
    const entries = await desk.read(
      inputs.listing.articles,
      siteRules(config, inputs.rules).rules,
      config.search,
      null,
      breathe,
    );
    desk.store.flush();
    const cards = entries.flatMap(({ card }) => (card !== null && isPrintable(card) ? [card] : []));
    const { site } = gather(cards, config);
    const chosen = chooseStories(site, options.day);
    if (chosen === null)
      throw new Failure(
        options.day === null
          ? 'No article has a date, so there is no newest day to print.'
          : `There is no article from ${options.day} or the days before it.`,
      );
    const wanted = new Set(
      chosen.stories.flatMap(({ card }) => (card.picture === null ? [] : [card.picture.path])),
    );
    const gallery = hangPictures(inputs.listing.pictures, wanted, new Map(), digest);
    const contents = new Map(gallery.files.map((file) => [file.path, file.content]));
    const pictureOf = ({ card: { picture } }: Story): EditionStory['picture'] => {
      const path =
        picture === null || !config.build.pictures ? undefined : gallery.pictures.get(picture.path)?.path;
      const content = path === undefined ? undefined : contents.get(path);
      if (picture === null || path === undefined || content === undefined) return null;
      const type = path.slice(path.lastIndexOf('.') + 1).replace('jpg', 'jpeg');
      const dataUrl = `data:image/${type};base64,${Buffer.from(content()).toString('base64')}`;
      return { dataUrl, alt: picture.alt, caption: picture.caption };
    };
    return { edition: compose(site, config, chosen, desk.body, pictureOf), config, day: chosen.day };
  } finally {
    desk.close();
    lock.release();
  }
}

function isPrintable(card: Card): boolean {
  return !card.draft && (card.titled || card.words > 0);
}

function compose(
  site: Site,
  config: Config,
  { day, stories }: Chosen,
  body: (path: string) => StoredBody,
  pictureOf: (story: Story) => EditionStory['picture'],
): Edition {
  const own = printedLocale(config, site.lang);
  const options = dateOptions(config, site.timeZone, own);
  const date = formatDate(day, own, options);
  const several = new Set(stories.map(({ card }) => card.published?.slice(0, 10))).size > 1;
  return {
    lang: site.lang,
    dir: site.dir,
    locale: own,
    name: site.name,
    tagline: site.tagline,
    date: date.full,
    secondDate: date.second,
    copyright:
      config.site.copyright ?? string(own, 'copyright', { year: Number(day.slice(0, 4)), site: site.name }),
    stories: stories.map((story, index) => {
      const { card, section } = story;
      const lang = pageLang(card.lang, site.lang);
      const printed = printedLocale(config, lang);
      const published = card.published?.slice(0, 10) ?? null;
      return {
        id: `story-${index + 1}`,
        lang,
        dir: direction(lang),
        locale: printed,
        kicker: section === null ? null : { text: section.name, lang: section.lang, dir: section.dir },
        title: card.title,
        deck: card.deck,
        byline: card.byline,
        dateline: card.dateline,
        date:
          several && published !== null && published !== day
            ? formatDate(published, printed, { ...options, digits: printed.numbering }).long
            : null,
        words: card.words,
        opinion: section?.opinion ?? false,
        picture: pictureOf(story),
        body: body(card.path),
      };
    }),
  };
}
