/**
 * Publishing a few files: they are written beside the site and flushed, a journal says what they are to become, then
 * each is renamed into its place. A killed process leaves either no journal (the site is untouched) or a journal that
 * the next command carries out to its end.
 */
import { existsSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { look } from './look.js';
import { makeFolder } from './make-folder.js';
import { formatManifest, isInside, MANIFEST } from './manifest.js';
import type { Places } from './places.js';
import { parentsOf } from './survey.js';
import type { Breathe, OutputFile, OutputRecord, Written } from './types.js';
import { writeNew } from './write.js';

/** Inside `next`. Its presence means: every file that it names is complete. */
const JOURNAL = '.warraq-journal.json';

/** Flushing one by one pays for a few files only. */
const FLUSH_AT_MOST = 200;

interface Journal {
  readonly warraq: 1;
  /** Files of `next` (numbers) and the paths that they become, in order. */
  readonly move: readonly string[];
  readonly remove: readonly string[];
  /** A removed file has the place of a new folder, or the other way round. */
  readonly removeFirst: boolean;
}

/** What changes in the output folder, file by file. */
export interface FilesPlan {
  readonly kept: ReadonlyMap<string, Written>;
  readonly written: readonly OutputFile[];
  readonly removed: readonly string[];
  /** Paths that the present manifest names. */
  readonly owned: ReadonlySet<string>;
  /** Wait until the disk has the new files, when they are few. */
  readonly flush: boolean;
}

/** Replaces and removes single files of the site. On any error before the journal is complete the site is as it was. */
export async function publishFiles(places: Places, plan: FilesPlan, breathe: Breathe): Promise<OutputRecord> {
  const { next, site } = places;
  rmSync(next, { recursive: true, force: true });
  makeFolder(next);
  makeFolder(site);
  const durable = plan.flush && plan.written.length <= FLUSH_AT_MOST;
  const record: OutputRecord = new Map(plan.kept);
  const move: string[] = [];
  for (const file of plan.written) {
    record.set(file.path, writeNew(join(next, String(move.length)), file.key, file.content(), durable));
    move.push(file.path);
    const pause = breathe();
    if (pause !== null) await pause;
  }
  if (!sameNames(record, plan.owned)) {
    writeNew(join(next, String(move.length)), '', formatManifest(record.keys()), durable);
    move.push(MANIFEST);
  }
  const removed = parentsOf(plan.removed);
  const added = parentsOf(move);
  const removeFirst = move.some((path) => removed.has(path)) || plan.removed.some((path) => added.has(path));
  const journal: Journal = { warraq: 1, move, remove: plan.removed, removeFirst };
  writeNew(join(next, 'journal'), '', JSON.stringify(journal), durable);
  renameSync(join(next, 'journal'), join(next, JOURNAL));
  carryOut(places, journal);
  return record;
}

/** Carries out what a killed process left to do; false when there is no journal. */
export function resumeJournal(places: Places): boolean {
  const path = join(places.next, JOURNAL);
  if (!existsSync(path)) return false;
  const journal = parseJournal(readFileSync(path, 'utf8'));
  if (journal === null) return false;
  carryOut(places, journal);
  return true;
}

/** Every step may have been done already. */
function carryOut({ site, next }: Places, { move, remove, removeFirst }: Journal): void {
  if (removeFirst) removeAll(site, remove);
  for (const folder of [...parentsOf(move)].sort()) mkdirSync(join(site, folder), { recursive: true });
  for (const [index, path] of move.entries()) {
    const staged = join(next, String(index));
    if (existsSync(staged)) renameSync(staged, join(site, path));
  }
  if (!removeFirst) removeAll(site, remove);
  unlinkSync(join(next, JOURNAL));
  rmSync(next, { recursive: true, force: true });
}

function removeAll(site: string, paths: readonly string[]): void {
  for (const path of paths) {
    const stats = look(join(site, path));
    if (stats?.isFile() || stats?.isSymbolicLink()) unlinkSync(join(site, path));
  }
  const folders = new Set(paths.map((path) => dirname(path)).filter((folder) => folder !== '.'));
  for (const folder of folders) removeEmpty(site, folder);
}

/** Removes a folder that our files left empty, and those above it. */
function removeEmpty(site: string, folder: string): void {
  for (let current = folder; current !== '.'; current = dirname(current)) {
    try {
      rmdirSync(join(site, current));
    } catch {
      return; // Not empty, or gone: both are fine.
    }
  }
}

function sameNames(record: OutputRecord, owned: ReadonlySet<string>): boolean {
  if (record.size !== owned.size) return false;
  for (const path of record.keys()) if (!owned.has(path)) return false;
  return true;
}

/** A journal as read from the disk; null when it is not one of ours. */
function parseJournal(text: string): Journal | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('warraq' in value) || value.warraq !== 1) return null;
  if (!('move' in value) || !isPaths(value.move) || !('remove' in value) || !isPaths(value.remove))
    return null;
  return {
    warraq: 1,
    move: value.move,
    remove: value.remove,
    removeFirst: 'removeFirst' in value && value.removeFirst === true,
  };
}

function isPaths(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((path) => typeof path === 'string' && isInside(path));
}
