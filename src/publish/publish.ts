/**
 * Compares what the site is to be with what lies in the output folder, and writes the difference in one step. Only
 * files that the folder's manifest names are ever replaced or removed.
 */
import { rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Diagnostic } from '../model.js';
import { systemCode } from '../system-error.js';
import { publishFiles } from './journal.js';
import { look } from './look.js';
import { formatManifest, MANIFEST, readManifest } from './manifest.js';
import { type Places, placesOf } from './places.js';
import { recover } from './recover.js';
import { findForeign } from './survey.js';
import { gatherTaken, Occupancy, takenDiagnostic } from './taken.js';
import { publishTree } from './tree.js';
import type { OutputFile, OutputRecord, Publication, PublishRequest, Written } from './types.js';
import { isAsWritten } from './write.js';

/** Below this many files a whole new tree costs next to nothing; above, its folders alone cost more than a few renames. */
const SMALL_SITE = 300;
/** More changed files than this are faster as a tree, whatever was wished. */
const MANY_CHANGES = 300;
/** A renamed file costs about as much as ten linked ones. */
const FEW_CHANGES = 1 / 10;

interface Difference {
  readonly kept: Map<string, Written>;
  readonly written: OutputFile[];
  readonly removed: string[];
  readonly diagnostics: Diagnostic[];
}

/**
 * Publishes the files. Throws what the file system or a file's `content` throws; the site is the old one then.
 * The caller holds the lock of the site.
 */
export async function publish(request: PublishRequest): Promise<Publication> {
  const places = placesOf(request.out);
  recover(places);
  const trusting = request.trusting === true && isFolder(places.site);
  const manifest = trusting ? new Set(request.record.keys()) : readManifest(places.site);
  const owned = manifest ?? untouched(places.site, request.record);
  const difference = compare(places.site, { ...request, trusting }, owned);
  const { kept, written, removed, diagnostics } = difference;
  const added = written.filter((file) => !owned.has(file.path)).map((file) => file.path);
  const changed = written.filter((file) => owned.has(file.path)).map((file) => file.path);
  const summary = {
    added: added.sort(),
    changed: changed.sort(),
    removed: removed.sort(),
    unchanged: kept.size,
    diagnostics: gatherTaken(diagnostics, basename(places.site)),
  };
  // What was adopted has to be named in the manifest, too.
  const named = manifest !== null && kept.size === owned.size;
  if (written.length + removed.length === 0 && named) return { ...summary, method: 'none', record: kept };
  // The old tree is cleared by its manifest, so it needs one.
  if (manifest === null && owned.size > 0) writeFileSync(join(places.site, MANIFEST), formatManifest(owned));
  try {
    const [method, record] = await write(places, request, difference, owned);
    return { ...summary, method, record };
  } catch (error) {
    recover(places);
    throw error;
  }
}

async function write(
  places: Places,
  { method: wish, breathe, trusting }: PublishRequest,
  difference: Difference,
  owned: ReadonlySet<string>,
): Promise<['tree' | 'files', OutputRecord]> {
  const { kept, written, removed } = difference;
  const total = kept.size + written.length;
  const changes = written.length + removed.length;
  const few = total > SMALL_SITE && changes / total < FEW_CHANGES;
  const files = wish === 'files' && changes <= MANY_CHANGES;
  const exists = isFolder(places.site);
  if (exists && (places.inside || files || (wish === 'auto' && few))) {
    return ['files', await publishFiles(places, { ...difference, owned, flush: trusting !== true }, breathe)];
  }
  const foreign = exists ? findForeign(places.site, owned) : { files: [], folders: [], movable: true };
  if (!foreign.movable)
    return ['files', await publishFiles(places, { ...difference, owned, flush: trusting !== true }, breathe)];
  try {
    return ['tree', await publishTree(places, { kept, written, foreign }, breathe)];
  } catch (error) {
    // A mount point can not be renamed, and some file systems have no links: change the files one by one there.
    if (!exists || !['EBUSY', 'EXDEV', 'EPERM', 'ENOTSUP', 'EMLINK'].includes(systemCode(error))) throw error;
    rmSync(places.next, { recursive: true, force: true });
    return ['files', await publishFiles(places, { ...difference, owned, flush: trusting !== true }, breathe)];
  }
}

function compare(
  site: string,
  { files, record, trusting }: PublishRequest,
  owned: ReadonlySet<string>,
): Difference {
  const kept = new Map<string, Written>();
  const written: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const exists = isFolder(site);
  const occupancy = new Occupancy(site, owned);
  for (const file of files) {
    const was = record.get(file.path);
    if (
      was !== undefined &&
      was[0] === file.key &&
      owned.has(file.path) &&
      (trusting === true || isAsWritten(join(site, file.path), was))
    ) {
      kept.set(file.path, was);
      continue;
    }
    const place = exists ? occupancy.placeOf(file) : 'free';
    if (place === 'taken') {
      diagnostics.push(takenDiagnostic(file.path));
      continue;
    }
    if (place !== 'free')
      kept.set(file.path, [file.key, place.same.size, place.same.mtimeMs, place.same.ino]);
    else written.push(file);
  }
  const paths = new Set(written.map((file) => file.path));
  const removed = [...owned].filter((path) => !kept.has(path) && !paths.has(path));
  return { kept, written, removed, diagnostics };
}

/** Ours without a manifest (lost, damaged): what still looks exactly as we left it. */
function untouched(site: string, record: OutputRecord): Set<string> {
  const paths = new Set<string>();
  for (const [path, was] of record) if (isAsWritten(join(site, path), was)) paths.add(path);
  return paths;
}

function isFolder(path: string): boolean {
  return look(path)?.isDirectory() === true;
}
