/** One face cut to the characters that are printed in it: space, digits and letters in one small file. */
import { createHash } from 'node:crypto';
import { mkdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { coverage, lineMetrics, mergeFonts } from './font-merge.js';
import type { Face } from './font-pairings.js';
import { encodeWoff2 } from './font-woff2.js';
import { replaceFile } from './replace-file.js';

/**
 * Faces that come with the program, cut when it is compiled, so that the first build of a site need not: `lib/fonts/`, from
 * `lib/publish/` and from `lib/chunks/` alike.
 */
export const READY = fileURLToPath(new URL('../fonts/', import.meta.url));

/** Part of the cache key: raise it when the same input would give other bytes. */
const RECIPE = 1;

/** A cut face. */
export interface Cut {
  readonly bytes: Uint8Array;
  /** Of its lines, in em, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** Characters that the face does not have. */
  readonly missing: string;
}

/** A cut that comes with the program. */
interface ReadyCut extends Cut {
  /** Characters that the face has and the cut has not. */
  readonly left: string;
}

const require = createRequire(import.meta.url);

/** Where cuts are found. */
export interface FontFolders {
  /** Cuts that come with the program: see `keepReady`. */
  readonly ready: string;
  /** `.warraq/fonts`, where new ones are kept. */
  readonly cache: string;
}

/**
 * @param alphabet always in; no order, duplicates allowed
 * @param letters what the pages show beside it
 */
export async function cutFace(
  face: Face,
  alphabet: string,
  letters: string,
  { ready, cache }: FontFolders,
): Promise<Cut> {
  const common = sorted(alphabet);
  const wanted = sorted(alphabet + letters);
  const made = (await readKept(pathOf(ready, face, common))) as ReadyCut | null;
  if (made !== null) {
    const { left, ...cut } = made;
    const strange = wanted.filter((char) => !common.includes(char));
    if (!strange.some((char) => left.includes(char)))
      return { ...cut, missing: sorted(cut.missing + strange.join('')).join('') };
  }
  const path = pathOf(cache, face, wanted);
  const kept = await readKept(path);
  if (kept !== null) return kept;
  const cut = await makeCut(face, wanted);
  await keep(path, cut);
  return cut;
}

/**
 * Cuts a face to an alphabet and keeps it for every site whose pages show no other letter of that face: what it would
 * make itself, and need not. Done when the program is compiled.
 * @returns path of the files, without extension
 */
export async function keepReady(face: Face, alphabet: string, folder: string): Promise<string> {
  const wanted = sorted(alphabet);
  const path = pathOf(folder, face, wanted);
  if ((await readKept(path)) !== null) return path;
  const { default: subsetFont } = await import('subset-font');
  const left = new Set<number>();
  for (const file of await readPackaged(face)) {
    const whole = await subsetFont(file, '', { keepAllGlyphs: true, targetFormat: 'truetype' });
    for (const code of coverage(whole)) left.add(code);
  }
  for (const char of wanted) left.delete(char.codePointAt(0) ?? 0);
  const ready: ReadyCut = { ...(await makeCut(face, wanted)), left: String.fromCodePoint(...left) };
  await keep(path, ready);
  return path;
}

function sorted(characters: string): string[] {
  return [...new Set(characters)].sort();
}

/** Without its extension. A file is named by a digest of everything that it was made from. */
function pathOf(folder: string, face: Face, wanted: readonly string[]): string {
  const { version } = require(`${face.package}/package.json`) as { version: string };
  const recipe = JSON.stringify([RECIPE, face.package, version, face.files, face.pin, wanted.join('')]);
  return join(folder, createHash('sha256').update(recipe).digest('hex').slice(0, 32));
}

async function readKept(path: string): Promise<Cut | null> {
  try {
    const { size, ...facts } = JSON.parse(await readFile(`${path}.json`, 'utf8')) as Omit<Cut, 'bytes'> & {
      size: number;
    };
    const bytes = new Uint8Array(await readFile(`${path}.woff2`));
    return bytes.length === size ? { ...facts, bytes } : null;
  } catch {
    // Not there, or damaged: it is made again.
    return null;
  }
}

async function keep(path: string, { bytes, ...facts }: Cut): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  replaceFile(`${path}.woff2`, bytes);
  replaceFile(`${path}.json`, JSON.stringify({ ...facts, size: bytes.length }));
}

/** The files of the package, as in `Face.files`. */
function readPackaged(face: Face): Promise<Buffer[]> {
  return Promise.all(
    face.files.map((file) => readFile(require.resolve(`${face.package}/files/${file}.woff2`))),
  );
}

async function makeCut(face: Face, wanted: readonly string[]): Promise<Cut> {
  const { default: subsetFont } = await import('subset-font');
  const [script, latin] = await readPackaged(face);
  if (script === undefined || latin === undefined) throw new Error(`${face.name} has not both of its files.`);
  const options = {
    targetFormat: 'truetype',
    ...(face.pin === null ? {} : { variationAxes: { wght: face.pin } }),
  } as const;
  const main = await subsetFont(script, wanted.join(''), options);
  const has = coverage(main);
  const rest = wanted.filter((char) => !has.has(char.codePointAt(0) ?? 0));
  // Its layout tables are not taken over, so no glyph is needed that only they lead to.
  const other = await subsetFont(latin, rest.join(''), { ...options, noLayoutClosure: true });
  const font = mergeFonts(main, other);
  const covered = coverage(font);
  return {
    // No reader waits for the face of a printed page.
    bytes: await encodeWoff2(font, face.forPrint ? 9 : 11),
    ...lineMetrics(font),
    missing: wanted.filter((char) => !covered.has(char.codePointAt(0) ?? 0)).join(''),
  };
}
