/**
 * Publishing a whole tree: made beside the old one, unchanged files linked, then swapped in with two renames. As fast
 * as plain writes, and a reader sees the old site or the new one. Between the two renames there is no site for some
 * microseconds; `recover` closes that gap when the process died in it.
 */
import {
  chmodSync,
  linkSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { look } from './look.js';
import { makeFolder } from './make-folder.js';
import { formatManifest, MANIFEST, readManifest } from './manifest.js';
import type { Places } from './places.js';
import { type Foreign, parentsOf } from './survey.js';
import type { Breathe, OutputFile, OutputRecord, Written } from './types.js';
import { writeNew } from './write.js';

/** New files to flush to the disk one by one; beyond that it costs more than a new build after a power cut. */
const FLUSH_AT_MOST = 200;

/** What the new tree is made of. */
export interface TreePlan {
  /** Files whose bytes lie in the site already. */
  readonly kept: ReadonlyMap<string, Written>;
  readonly written: readonly OutputFile[];
  readonly foreign: Foreign;
}

/** Makes the new tree and swaps it in. On any error before the swap the site is as it was. */
export async function publishTree(places: Places, plan: TreePlan, breathe: Breathe): Promise<OutputRecord> {
  const record = await makeTree(places, plan, breathe);
  swap(places);
  clearLast(places);
  return record;
}

async function makeTree(
  { site, next }: Places,
  { kept, written, foreign }: TreePlan,
  breathe: Breathe,
): Promise<OutputRecord> {
  rmSync(next, { recursive: true, force: true });
  makeFolder(next);
  const old = look(site);
  if (old?.isDirectory()) chmodSync(next, old.mode & 0o7777);

  const paths = [...kept.keys(), ...written.map((file) => file.path)];
  const folders = parentsOf([...paths, ...foreign.files]);
  for (const folder of foreign.folders) folders.add(folder);
  for (const folder of [...folders].sort()) mkdirSync(join(next, folder), { recursive: true });

  const record: OutputRecord = new Map();
  // Where no site stands yet, a power cut can lose no more than this build.
  const durable = old !== undefined && written.length <= FLUSH_AT_MOST;
  for (const [path, was] of kept) {
    linkSync(join(site, path), join(next, path));
    record.set(path, was);
  }
  for (const file of written) {
    record.set(file.path, writeNew(join(next, file.path), file.key, file.content(), durable));
    const pause = breathe();
    if (pause !== null) await pause;
  }
  for (const path of foreign.files) if (!record.has(path)) linkSync(join(site, path), join(next, path));
  // Last of all: a tree with its manifest is a complete one.
  writeNew(join(next, MANIFEST), '', formatManifest(record.keys()), durable);
  return record;
}

/** Puts the new tree in the place of the old one. */
export function swap({ site, next, last }: Places): void {
  makeFolder(dirname(site));
  const exists = look(site) !== undefined;
  if (exists) renameSync(site, last);
  try {
    renameSync(next, site);
  } catch (error) {
    if (exists) renameSync(last, site);
    throw error;
  }
}

/**
 * Removes the old tree: our files, by its own manifest. A foreign file is in the new tree already; one that came or
 * changed in the meantime moves over, so that no foreign file is ever deleted.
 */
export function clearLast({ site, last }: Places): void {
  const stats = look(last);
  if (stats === undefined) return;
  if (!stats.isDirectory()) {
    unlinkSync(last);
    return;
  }
  const owned = readManifest(last) ?? new Set<string>();
  const current = readManifest(site) ?? new Set<string>();
  const ours = parentsOf(owned);
  const folders = [''];
  for (const prefix of folders) {
    for (const entry of readdirSync(join(last, prefix), { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        folders.push(`${path}/`);
        if (!ours.has(path)) mkdirSync(join(site, path), { recursive: true });
      } else if (path === MANIFEST) {
      } else if (owned.has(path) || isSame(join(site, path), join(last, path))) {
        unlinkSync(join(last, path));
      } else {
        const target = join(site, current.has(path) ? `${path}.foreign` : path);
        mkdirSync(dirname(target), { recursive: true });
        renameSync(join(last, path), target);
      }
    }
  }
  rmSync(join(last, MANIFEST), { force: true });
  for (const prefix of folders.reverse()) rmdirSync(join(last, prefix));
}

/** The same file by another link. */
function isSame(left: string, right: string): boolean {
  const a = look(left);
  const b = look(right);
  return a !== undefined && b !== undefined && a.ino === b.ino && a.dev === b.dev;
}
