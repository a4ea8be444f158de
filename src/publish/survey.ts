/**
 * What lies in the output folder and is not ours: foreign files survive every build. They are linked into a new tree;
 * where that is not possible (symbolic links, a `.git`, sockets), the folder is changed in place instead.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { MANIFEST } from './manifest.js';

/** Paths relative to the output folder. */
export interface Foreign {
  readonly files: readonly string[];
  /** Folders that hold none of our files, parents before their children. */
  readonly folders: readonly string[];
  /** False when there is something that can not be linked into a new tree. */
  readonly movable: boolean;
}

/** Everything below `folder` that `owned` does not name. Never follows a symbolic link. */
export function findForeign(folder: string, owned: ReadonlySet<string>): Foreign {
  const ours = parentsOf(owned);
  const files: string[] = [];
  const folders: string[] = [];
  let movable = true;
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    for (const entry of readdirSync(join(folder, prefix), { withFileTypes: true })) {
      const path = prefix + entry.name;
      if (entry.isDirectory()) {
        if (entry.name === '.git') movable = false;
        else waiting.push(`${path}/`);
        if (!ours.has(path)) folders.push(path);
      } else if (!owned.has(path) && path !== MANIFEST) {
        if (!entry.isFile()) movable = false;
        files.push(path);
      }
    }
  }
  return { files, folders: folders.sort(), movable };
}

/** All folders above the paths, without the root. */
export function parentsOf(paths: Iterable<string>): Set<string> {
  const parents = new Set<string>();
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
      const parent = path.slice(0, end);
      if (parents.has(parent)) break;
      parents.add(parent);
    }
  }
  return parents;
}
