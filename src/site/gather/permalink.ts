/**
 * Addresses of articles: from the path of the file, so that a corrected headline or another section breaks no link.
 * `articles/2019/06/hadath.txt` → `2019/06/hadath.html`; `slug` in the header replaces the last part.
 */
import type { Card } from '../../model.js';
import { shortHash } from '../hash.js';
import { slugify, withMark } from './slug.js';

/** Names that Windows keeps for devices, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])$/;
/** Names of our own files beside articles: `index.html`, `404.html`, `page-3.html`, `undated-1.html` … */
const OWN_FILE = /^(?:index|404|offline|search|undated|(?:page|undated)-\d+)$/;
/** Our own folders at the root, and those that sites commonly bring in `static/`. */
const OWN_FOLDER = /^(?:archive|assets|cards|edition|fonts|lite|offline|pictures|s|search|static|undated)$/;
/** How many letters tell two addresses apart that would be one. */
const MARK = 6;

/** An address that was wanted by two articles. */
export interface Collision {
  readonly path: string;
  /** The article that has the address, and the one that got another. */
  readonly keeper: Card;
  readonly moved: Card;
}

/**
 * Gives each card its output path. The first card that wants a path gets it: add the oldest first, so that a published
 * address does not change because another article arrived.
 */
export class Addresses {
  readonly #owners = new Map<string, Card>();
  readonly #keys: string[] = [];
  readonly #folders = new Map<string, string>([['', '']]);

  /** `twin`: another format of the same name, which has the address whatever its age (`findTwins`). */
  add(card: Card, twin: Card | null = null): { path: string; collision: Collision | null } {
    const wanted = wantedPath(card, this.#folders);
    const rival = twin !== null && wantedPath(twin, this.#folders) === wanted ? twin : undefined;
    const keeper = rival ?? this.#owners.get(comparable(wanted));
    const path = keeper === undefined ? wanted : this.#another(wanted, card);
    const key = comparable(path);
    this.#owners.set(key, card);
    this.#keys.push(key);
    return { path, collision: keeper === undefined ? null : { path: wanted, keeper, moved: card } };
  }

  /** Forgets all but the first `count` cards. */
  truncate(count: number): void {
    for (const key of this.#keys.splice(count)) this.#owners.delete(key);
  }

  #another(wanted: string, card: Card): string {
    const slash = wanted.lastIndexOf('/') + 1;
    const folder = wanted.slice(0, slash);
    const part = wanted.slice(slash, -'.html'.length);
    for (let round = 0; ; round++) {
      const mark = shortHash(round === 0 ? card.path : `${card.path}\n${round}`, MARK);
      const path = `${folder}${withMark(part, mark)}.html`;
      if (!this.#owners.has(comparable(path))) return path;
    }
  }
}

/** Formats of one name, the first has the address: `NAME.txt` before `NAME.md`. */
const FORMATS = ['.txt', '.md', '.markdown'];

/**
 * Articles beside another of the same name in a stronger format, with that one. Their names alone decide, so that the
 * address of `NAME.txt` stays when a `NAME.md` of any date comes to lie beside it. A slug is an address of its own.
 */
export function findTwins(cards: readonly Card[]): ReadonlyMap<string, Card> {
  const twins = new Map<string, Card>();
  const used = FORMATS.filter((format) => cards.some(({ path }) => path.endsWith(format)));
  if (used.length < 2) return twins;
  const plain = new Map(cards.flatMap((card) => (card.slug === null ? [[card.path, card] as const] : [])));
  for (const path of plain.keys()) {
    const ending = FORMATS.findIndex((format) => path.endsWith(format));
    const stem = path.slice(0, path.length - (FORMATS[ending]?.length ?? 0));
    for (const format of FORMATS.slice(0, Math.max(0, ending))) {
      const stronger = plain.get(stem + format);
      if (stronger === undefined) continue;
      twins.set(path, stronger);
      break;
    }
  }
  return twins;
}

/** What two paths have in common when a file system could take them for one: case and composition. */
export function comparable(path: string): string {
  return isAscii(path)
    ? path.toLowerCase()
    : path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}

/** A folder at the root of the site, for a section: never one of our own, never empty. */
export function folderName(name: string): string {
  return safe(slugify(name), name, OWN_FOLDER);
}

function wantedPath(card: Card, folders: Map<string, string>): string {
  const slash = card.path.lastIndexOf('/');
  const folder = outputFolder(slash === -1 ? '' : card.path.slice(0, slash), folders);
  const name = card.path.slice(slash + 1).replace(/\.[^.]*$/, '');
  const part = card.slug === null ? '' : slugify(card.slug);
  return `${folder}${safe(part === '' ? slugify(name) : part, card.path, OWN_FILE)}.html`;
}

/** `articles/2019/06` → `2019/06/`. */
function outputFolder(folder: string, folders: Map<string, string>): string {
  const known = folders.get(folder);
  if (known !== undefined) return known;
  const parts = folder.split('/').filter((part) => part !== '' && part !== '.' && part !== '..');
  if (parts[0] === 'articles') parts.shift();
  const made = parts
    .map((part, depth) => safe(slugify(part), part, depth === 0 ? OWN_FOLDER : null))
    .join('/');
  const output = made === '' ? '' : `${made}/`;
  folders.set(folder, output);
  return output;
}

/** The part itself, or with a mark when nothing is left of it or the name is taken by the system or by us. */
function safe(part: string, source: string, own: RegExp | null): string {
  if (part !== '' && !DEVICE.test(part) && !own?.test(part)) return part;
  return withMark(part, shortHash(source, MARK));
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return false;
  return true;
}
