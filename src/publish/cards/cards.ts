/**
 * The share pictures of a site. Their addresses are known before anything is drawn: each is named by a digest of what
 * it is drawn from. The site is published first; then the missing pictures are drawn into the cache and published, too.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, ThemeConfig } from '../../config.js';
import { fileDiagnostic } from '../../diagnostic.js';
import type { Diagnostic, Digest } from '../../model.js';
import {
  articleCard,
  NO_CARDS,
  quoteCards,
  type ShareCard,
  type ShareCards,
} from '../../site/pages/share-card.js';
import type { Site, Story } from '../../site/site.js';
import type { PictureFile, Pictures } from '../../site/theme-info.js';
import { READY } from '../font-cut.js';
import type { FaceName } from '../font-pairings.js';
import { replaceFile } from '../replace-file.js';
import type { Breathe, OutputFile } from '../types.js';
import { drawCard, facesOfCard } from './draw.js';
import { cardFace, faceKey } from './faces.js';
import { HEIGHT, loadPainter, Painter, WIDTH } from './painter.js';
import { encodePng } from './png.js';
import { type CardStyle, cardStyle } from './style.js';

/** Part of the digest: raise it when the same card would be drawn another way. */
const RECIPE = 1;
/** Folder of the site. */
const FOLDER = 'cards';
/** Drawn at the same time: one is measured while others are painted and packed. */
const AT_ONCE = 3;

/** Above so many articles, cards are drawn only where the config asks for them: the first build draws them all. */
const MOST_UNASKED = 300;

/** Where the cards of a site will be, and who draws them. */
export interface PlannedCards {
  readonly cards: ShareCards;
  /** null: there is nothing to draw. */
  readonly press: CardPress | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** Plans the cards of a site: which stories have one, and where it will be. Draws nothing. */
export async function planCards(
  site: Site,
  config: Config,
  pictures: Pictures,
  cache: string,
  digest: Digest,
): Promise<PlannedCards> {
  const none: PlannedCards = { cards: NO_CARDS, press: null, diagnostics: [] };
  const articles = config.cards.articles ?? site.stories.length <= MOST_UNASKED;
  const { quotes } = config.cards;
  if (config.site.baseUrl === null || !(articles || quotes)) return none;
  if ((await loadPainter()) === null) return { ...none, diagnostics: [noPainter()] };
  const press = new CardPress(config.theme, cache, digest);
  const ofArticles = new Map<Story, PictureFile>();
  const ofQuotes = new Map<Story, readonly PictureFile[]>();
  for (const story of site.stories) {
    const { picture } = story.card;
    const pictured = picture !== null && config.build.pictures && pictures(picture.path) !== null;
    if (articles && !pictured) ofArticles.set(story, press.plan(articleCard(site, config, story)));
    if (quotes) ofQuotes.set(story, quoteCards(site, config, story).map(press.plan));
  }
  const cards: ShareCards = {
    key: `${articles} ${quotes} ${press.key}`,
    article: (story) => ofArticles.get(story) ?? null,
    quote: (story, index) => ofQuotes.get(story)?.[index] ?? null,
  };
  return { cards, press, diagnostics: [] };
}

function noPainter(): Diagnostic {
  const message =
    'Share cards are left out: the optional package @resvg/resvg-js is not installed. Install it, or set cards.articles to false.';
  return fileDiagnostic('cards-unavailable', 'info', 'warraq.config.json', message);
}

/** Draws the cards of a site, each once. */
export class CardPress {
  readonly #style: CardStyle;
  readonly #folder: string;
  readonly #digest: Digest;
  readonly #cards = new Map<string, ShareCard>();

  /** `cache`: `.warraq/` of the site. */
  constructor(theme: ThemeConfig, cache: string, digest: Digest) {
    this.#style = cardStyle(theme);
    this.#folder = join(cache, 'share-cards');
    this.#digest = digest;
  }

  /** Changes when the same card would be drawn another way. Faces are named in the address of each card. */
  get key(): string {
    return JSON.stringify([RECIPE, this.#style]);
  }

  /** Takes a card up and says where its picture will be. */
  readonly plan = (card: ShareCard): PictureFile => {
    const faces = facesOfCard(card, this.#style).map(faceKey);
    const name = this.#digest(JSON.stringify([RECIPE, card, this.#style, faces]));
    const path = `${FOLDER}/${Buffer.from(name, 'base64url').toString('hex').slice(0, 24)}.png`;
    this.#cards.set(path, card);
    return { path, width: WIDTH, height: HEIGHT };
  };

  /** The pictures that are ready to be published. */
  files(): OutputFile[] {
    return [...this.#cards.keys()]
      .filter((path) => existsSync(this.#cached(path)))
      .map((path) => this.#file(path));
  }

  /** How many are still to be drawn. */
  get missing(): number {
    return this.#missing().length;
  }

  /**
   * Draws what is missing into the cache, and forgets what the site does not show any more. What `breathe` throws ends
   * the work; nothing that was drawn is lost.
   * @returns the new files
   */
  async draw(breathe: Breathe, onProgress: (done: number, total: number) => void): Promise<OutputFile[]> {
    const missing = this.#missing();
    const painter = missing.length === 0 ? null : await this.#painter(missing);
    if (painter === null) return [];
    mkdirSync(this.#folder, { recursive: true });
    let next = 0;
    let done = 0;
    const work = async (): Promise<void> => {
      for (let path = missing[next++]; path !== undefined; path = missing[next++]) {
        await this.#drawOne(path, painter);
        onProgress(++done, missing.length);
        await breathe();
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    this.#sweep();
    return missing.map((path) => this.#file(path));
  }

  #sweep(): void {
    for (const name of readdirSync(this.#folder)) {
      if (name.endsWith('.png') && !this.#cards.has(`${FOLDER}/${name}`))
        rmSync(join(this.#folder, name), { force: true });
    }
  }

  #missing(): string[] {
    return [...this.#cards.keys()].filter((path) => !existsSync(this.#cached(path)));
  }

  #file(path: string): OutputFile {
    return { path, key: path, content: () => readFileSync(this.#cached(path)) };
  }

  async #painter(paths: readonly string[]): Promise<Painter | null> {
    const resvg = await loadPainter();
    if (resvg === null) return null;
    const names = new Set<FaceName>();
    for (const path of paths) {
      const card = this.#cards.get(path);
      if (card !== undefined) for (const name of facesOfCard(card, this.#style)) names.add(name);
    }
    const faces = await Promise.all([...names].map((name) => cardFace(name, [READY, this.#folder])));
    return new Painter(resvg, new Map(faces.map((face) => [face.name, face])));
  }

  async #drawOne(path: string, painter: Painter): Promise<void> {
    const card = this.#cards.get(path);
    if (card === undefined) return;
    const { pixels, width, height } = await painter.paint(
      drawCard(card, this.#style, painter),
      facesOfCard(card, this.#style),
    );
    const file = this.#cached(path);
    replaceFile(file, await encodePng(pixels, width, height));
  }

  #cached(path: string): string {
    return join(this.#folder, path.slice(FOLDER.length + 1));
  }
}
