/** The packaged faces as TrueType files with the whole of their scripts: what the painter of share cards reads. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { subtags } from '../../language-tag.js';
import { locale } from '../../locales/locale.js';
import type { Lang } from '../../model.js';
import { lineMetrics, mergeFonts } from '../font-merge.js';
import { FACES, type FaceName, PAIRINGS } from '../font-pairings.js';
import { readTables, view, writeTables } from '../font-tables.js';
import { replaceFile } from '../replace-file.js';

/** Part of the cache key: raise it when the same face would give another file. */
const RECIPE = 1;

/** Arabic, Hebrew and Thaana with their presentation forms, Latin, punctuation, currency and letter-like signs. */
const BLOCKS: readonly (readonly [number, number])[] = [
  [0x20, 0x24f],
  [0x590, 0x7bf],
  [0x8a0, 0x8ff],
  [0x200b, 0x206f],
  [0x20a0, 0x20cf],
  [0x2100, 0x214f],
  [0xfb1d, 0xfdff],
  [0xfe70, 0xfefc],
];

/** A face ready for the painter. Its family is called as the face is here, so that no two are mistaken for each other. */
export interface CardFace {
  readonly name: FaceName;
  readonly path: string;
  /** Of its lines, in em, both positive. */
  readonly ascent: number;
  readonly descent: number;
}

const require = createRequire(import.meta.url);

/** The faces of a language: headlines and running text. A language without packaged faces gets one with Latin letters. */
export function facesOf(
  lang: Lang,
  pairing: string | null,
): { readonly head: FaceName; readonly text: FaceName } {
  const pairings = PAIRINGS[subtags(lang).language] ?? PAIRINGS[locale(lang).lang];
  return pairings?.[pairing ?? 'classic'] ?? pairings?.classic ?? { head: 'frankBold', text: 'frank' };
}

const versions = new Map<FaceName, string>();

/** Everything that the file of a face is made from, in few letters. Reads no font. */
export function faceKey(name: FaceName): string {
  let key = versions.get(name);
  if (key === undefined) {
    const { package: from, files, pin } = FACES[name];
    const { version } = require(`${from}/package.json`) as { version: string };
    key = createHash('sha256')
      .update(JSON.stringify([RECIPE, name, from, version, files, pin]))
      .digest('hex')
      .slice(0, 24);
    versions.set(name, key);
  }
  return key;
}

/**
 * The file of a face, made where no folder has it: in about a second for Nastaliq, a quarter of that for others.
 * @param folders to look in; it is made in the last one
 */
export async function cardFace(name: FaceName, folders: readonly string[]): Promise<CardFace> {
  const file = `${faceKey(name)}.ttf`;
  const paths = folders.map((folder) => join(folder, file));
  for (const path of paths) {
    const font = await readFile(path).catch(() => null);
    if (font !== null) return { name, path, ...lineMetrics(font) };
  }
  const path = paths.at(-1) ?? file;
  const font = await makeFace(name);
  await mkdir(dirname(path), { recursive: true });
  replaceFile(path, font);
  return { name, path, ...lineMetrics(font) };
}

async function makeFace(name: FaceName): Promise<Uint8Array> {
  const { default: subsetFont } = await import('subset-font');
  const face = FACES[name];
  const options = {
    targetFormat: 'truetype',
    ...(face.pin === null ? {} : { variationAxes: { wght: face.pin } }),
  } as const;
  const [script, latin] = await Promise.all(
    face.files.map(async (file) =>
      subsetFont(await readFile(require.resolve(`${face.package}/files/${file}.woff2`)), CHARACTERS, options),
    ),
  );
  if (script === undefined || latin === undefined) throw new Error(`${face.name} has not both of its files.`);
  const tables = readTables(mergeFonts(script, latin));
  tables.set('name', nameTable(name));
  return writeTables(tables);
}

const CHARACTERS = BLOCKS.map(([first, last]) =>
  String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, index) => first + index)),
).join('');

/** Family and full name alone (OpenType 1.9, `name`, format 0, Windows, Unicode, English). */
function nameTable(name: string): Uint8Array {
  const ids = [1, 4, 6];
  const strings = 6 + 12 * ids.length;
  const bytes = new Uint8Array(strings + 2 * name.length);
  const data = view(bytes);
  data.setUint16(2, ids.length);
  data.setUint16(4, strings);
  for (const [index, id] of ids.entries()) {
    for (const [word, value] of [3, 1, 0x409, id, 2 * name.length, 0].entries())
      data.setUint16(6 + 12 * index + 2 * word, value);
  }
  for (let index = 0; index < name.length; index++)
    data.setUint16(strings + 2 * index, name.charCodeAt(index));
  return bytes;
}
