/** The faces of a site: cut for each of its languages, with the CSS that uses them. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import { subtags } from '../language-tag.js';
import { alphabet, guests } from '../locales/alphabet.js';
import { locale } from '../locales/locale.js';
import type { Diagnostic, Lang } from '../model.js';
import { nearest } from '../nearest.js';
import { type CutFace, fontCss } from './font-css.js';
import { cutFace, type FontFolders, READY } from './font-cut.js';
import { FACES, type FaceName, PAIRING_NAMES, PAIRINGS, type Pairing } from './font-pairings.js';

/** A language and what its pages show. */
export interface FontRequest {
  readonly lang: Lang;
  /** Every character that pages in this language show; order and duplicates do not matter. */
  readonly letters: string;
}

/** The fonts of a site. */
export interface CutFonts {
  /** By path in `dist/`: `assets/fonts/naskh-ar.1a2b3c4d.woff2`. Named by content. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** To be put behind the stylesheet of the theme, which lies in `assets/`: addresses are relative to there. */
  readonly css: string;
  /** By language tag as requested: the one or two files that stand above the fold of its pages. */
  readonly preload: Readonly<Record<Lang, readonly string[]>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** No headline has them, as a rule. */
const RARE = /[®°£©•·|@#*‚]/gu;
/** Marks of direction have no ink. */
const INKLESS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const LATIN = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** In foreign names. */
const ACCENTED = 'áàâäãåçèéêëîïñôöü';
/** Signs of addresses and code, for running text: what a page uses of ASCII is not counted by the articles. */
const SIGNS = '_$~^`\\{}<>';
const CONFIG = 'warraq.config.json';

/**
 * Cuts the faces of a pairing for each language to its whole alphabet, Latin letters and what its pages use beside
 * these. The alphabet is always in, so that a new article changes no font but when it brings a letter from elsewhere.
 * @param pairing name of a pairing, or null for the classic one of each language
 * @param cache folder that may be deleted at any time: `.warraq`
 * @param ready folder of the cuts that come with the program
 */
export async function cutFonts(
  languages: readonly FontRequest[],
  pairing: string | null,
  cache: string,
  ready = READY,
): Promise<CutFonts> {
  const folders = { ready, cache: join(cache, 'fonts') };
  const diagnostics: Diagnostic[] = [];
  const name = pairing ?? 'classic';
  if (!(PAIRING_NAMES as readonly string[]).includes(name)) {
    const near = nearest(name, PAIRING_NAMES);
    const hint = near === null ? `use one of ${PAIRING_NAMES.join(', ')}` : `did you mean "${near}"?`;
    diagnostics.push(warn('font-pairing-unknown', `There is no pairing of typefaces "${name}"; ${hint}`));
  }
  const files = new Map<string, Uint8Array>();
  const preload: Record<Lang, readonly string[]> = {};
  const sheets = await Promise.all(
    [...gather(languages)].sort().map(async ([language, { letters, tags }]) => {
      const pairings = PAIRINGS[language] ?? PAIRINGS[locale(language).lang];
      if (pairings === undefined) return '';
      const pair = pairings[name] ?? pairings.classic;
      const faces = await cutPairing(pair, language, letters, folders, diagnostics);
      for (const face of faces.values()) files.set(face.path, face.cut.bytes);
      const above = [...faces.values()].filter(({ face }) => !face.forPrint).map(({ path }) => path);
      for (const tag of tags) preload[tag] = above;
      return fontCss(language, pair, faces);
    }),
  );
  return {
    files: new Map([...files].sort()),
    css: sheets.join(''),
    preload,
    diagnostics: diagnostics.sort(byMessage),
  };
}

/** One entry a language, whatever its regions: `ar` and `ar-LY` share their files. */
function gather(languages: readonly FontRequest[]): Map<string, { letters: string; tags: Lang[] }> {
  const gathered = new Map<string, { letters: string; tags: Lang[] }>();
  for (const { lang, letters } of languages) {
    const { language } = subtags(lang);
    const entry = gathered.get(language) ?? { letters: '', tags: [] };
    entry.letters += letters.replace(INKLESS, '');
    entry.tags.push(lang);
    gathered.set(language, entry);
  }
  return gathered;
}

async function cutPairing(
  pair: Pairing,
  language: string,
  letters: string,
  folders: FontFolders,
  diagnostics: Diagnostic[],
): Promise<Map<FaceName, CutFace>> {
  const used = new Set(letters);
  const script = SCRIPTS[locale(language).script];
  const cuts = await Promise.all(
    facesOfPairing(pair, language).map(async ({ name, characters, latin }): Promise<[FaceName, CutFace]> => {
      const shown = latin ? letters : letters.replace(/\p{Script=Latin}/gu, '');
      const cut = await cutFace(FACES[name], characters, shown, folders);
      const digest = createHash('sha256').update(cut.bytes).digest('hex').slice(0, 10);
      return [name, { face: FACES[name], cut, path: `assets/fonts/${name}-${language}.${digest}.woff2` }];
    }),
  );
  for (const [name, { face, cut }] of cuts) {
    const missing = [...cut.missing].filter((char) => used.has(char) && script?.test(char));
    if (missing.length === 0 || (name !== pair.text && name !== pair.head)) continue;
    const shown = missing.slice(0, 12).map((char) => `${char} (${codePoint(char)})`);
    const more = missing.length > shown.length ? ` and ${missing.length - shown.length} more` : '';
    const message = `${face.name} has no ${shown.join(', ')}${more}; a face of the reader's device is shown there`;
    diagnostics.push(warn('font-letter-missing', message));
  }
  return new Map(cuts);
}

interface FaceOfPairing {
  readonly name: FaceName;
  /** In every cut of the face for this language. */
  readonly characters: string;
  /** Latin letters are set in it. */
  readonly latin: boolean;
}

/** The faces of a pairing, each once, with what a language needs of it. */
export function facesOfPairing(pair: Pairing, language: string): FaceOfPairing[] {
  const names = new Set([pair.text, pair.head, ...(pair.print === null ? [] : [pair.print])]);
  const latinLetters = pair.lean ? LATIN : LATIN + ACCENTED;
  return [...names].map((name) => {
    const latin = name === pair.text || pair.latinInHead !== false;
    const signs = name === pair.text ? SIGNS : '';
    const own = pair.lean && name !== pair.text ? alphabet(language).replace(RARE, '') : alphabet(language);
    return { name, characters: own + guests(language) + (latin ? latinLetters : '') + signs, latin };
  });
}

/** Letters of another script are never expected of a face: a foreign name stands in the faces of its own language. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  Arab: /\p{Script=Arabic}/u,
  Hebr: /\p{Script=Hebrew}/u,
  Thaa: /\p{Script=Thaana}/u,
};

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function warn(id: string, message: string): Diagnostic {
  return fileDiagnostic(id, 'warning', CONFIG, message);
}

function byMessage(a: Diagnostic, b: Diagnostic): number {
  return a.message < b.message ? -1 : a.message > b.message ? 1 : 0;
}
