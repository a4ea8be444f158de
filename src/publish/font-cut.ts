/** One face cut to the characters that are printed in it: space, digits and letters in one small file. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { coverage, lineMetrics, mergeFonts } from './font-merge.js';
import type { Face } from './font-pairings.js';
import { encodeWoff2 } from './font-woff2.js';

/** Part of the cache key: raise it when the same input would give other bytes. */
const RECIPE = 1;

export interface Cut {
  readonly bytes: Uint8Array;
  /** Of its lines, in em, both positive. */
  readonly ascent: number;
  readonly descent: number;
  /** Characters that the face does not have. */
  readonly missing: string;
}

const require = createRequire(import.meta.url);

/**
 * @param characters in any order, duplicates allowed
 * @param folder of the cache: `.warraq/fonts`. A file there is named by a digest of everything that it was made from.
 */
export async function cutFace(face: Face, characters: string, folder: string): Promise<Cut> {
  const wanted = [...new Set(characters)].sort();
  const { version } = require(`${face.package}/package.json`) as { version: string };
  const recipe = JSON.stringify([RECIPE, face.package, version, face.files, face.pin, wanted.join('')]);
  const path = join(folder, createHash('sha256').update(recipe).digest('hex').slice(0, 32));
  const kept = await readKept(path);
  if (kept !== null) return kept;
  const cut = await makeCut(face, wanted);
  await mkdir(folder, { recursive: true });
  const { bytes, ...facts } = cut;
  await writeWhole(`${path}.woff2`, bytes);
  await writeWhole(`${path}.json`, JSON.stringify({ ...facts, size: bytes.length }));
  return cut;
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

/** Nobody reads half a file: it gets its name when it is complete. */
async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  await writeFile(draft, content);
  await rename(draft, path);
}

async function makeCut(face: Face, wanted: readonly string[]): Promise<Cut> {
  const { default: subsetFont } = await import('subset-font');
  const [script, latin] = await Promise.all(
    face.files.map((file) => readFile(require.resolve(`${face.package}/files/${file}.woff2`))),
  );
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
