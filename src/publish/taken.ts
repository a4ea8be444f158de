/** Foreign files have the right of way: what to publish is compared with what lies in its place. */
import { readFileSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { look } from './look.js';
import { MANIFEST } from './manifest.js';
import { findForeign, parentsOf } from './survey.js';
import type { OutputFile } from './types.js';

/** `same`: something foreign with the very bytes of the file, which becomes ours. */
export type Place = 'free' | 'taken' | { readonly same: Stats };

/** Answers for one output folder whether something foreign lies where a file belongs. */
export class Occupancy {
  readonly #site: string;
  readonly #owned: ReadonlySet<string>;
  readonly #blocked = new Map<string, boolean>();

  constructor(site: string, owned: ReadonlySet<string>) {
    this.#site = site;
    this.#owned = owned;
  }

  placeOf(file: OutputFile): Place {
    for (const parent of parentsOf([file.path])) if (this.#isBlocked(parent)) return 'taken';
    const path = join(this.#site, file.path);
    const stats = look(path);
    if (stats === undefined) return 'free';
    if (stats.isDirectory()) return holdsOnlyOurs(path, below(this.#owned, file.path)) ? 'free' : 'taken';
    if (this.#owned.has(file.path)) return 'free';
    return stats.isFile() && readFileSync(path).equals(Buffer.from(file.content()))
      ? { same: stats }
      : 'taken';
  }

  /** Is there no folder and can none be made? */
  #isBlocked(parent: string): boolean {
    let blocked = this.#blocked.get(parent);
    if (blocked === undefined) {
      const stats = look(join(this.#site, parent));
      blocked = stats !== undefined && !stats.isDirectory() && !this.#owned.has(parent);
      this.#blocked.set(parent, blocked);
    }
    return blocked;
  }
}

/** What an editor is told. */
export function takenDiagnostic(path: string): Diagnostic {
  const message =
    'Not published: the output folder holds something of this name that warraq did not make. It stays. Move it away and build again.';
  return fileDiagnostic('output-taken', 'error', path, message);
}

/** More than so many places that are taken mean that the whole folder is not known as ours. */
const MANY_TAKEN = 20;

/** One line in the place of hundreds, which would hide why. */
export function gatherTaken(taken: readonly Diagnostic[], folder: string): readonly Diagnostic[] {
  const [first] = taken;
  if (first === undefined || taken.length <= MANY_TAKEN) return taken;
  const message = `${taken.length} files were not published, ${first.file} among them: others lie in their places, and the list of those that warraq made (${MANIFEST}) does not name them. They stay. Move the folder away and build again.`;
  return [{ ...first, file: folder, message }];
}

function holdsOnlyOurs(folder: string, owned: ReadonlySet<string>): boolean {
  const foreign = findForeign(folder, owned);
  return owned.size > 0 && foreign.files.length + foreign.folders.length === 0;
}

function below(paths: ReadonlySet<string>, folder: string): Set<string> {
  const found = new Set<string>();
  for (const path of paths) if (path.startsWith(`${folder}/`)) found.add(path.slice(folder.length + 1));
  return found;
}
