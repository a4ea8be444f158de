/**
 * Which folders we agree to write to. A wrong `--out` must never cost a newsroom its texts: everything is judged by
 * real path, before anything is touched.
 */
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, parse, relative, resolve, sep } from 'node:path';
import { look } from './look.js';
import { readManifest } from './manifest.js';

/** Folders of a site that are sources; the output may not be, hold or lie inside one of them. */
const SOURCE_FOLDERS = ['articles', 'templates', 'static', '.git', '.warraq'] as const;

/** A folder that may be written to, or why not. */
export type Output = { readonly path: string } | { readonly refused: string };

/** The real path of the output folder, or in one sentence why it is refused. `home`: the user's home folder. */
export function resolveOutput(root: string, out: string, home: string): Output {
  if (out.trim() === '' || out.includes('\0')) return { refused: 'The output folder has no name.' };
  const realRoot = realPath(root);
  if (leadsNowhere(resolve(root, out)))
    return refuse(out, 'it is a link that leads nowhere; the disk it leads to may be missing');
  const path = realPath(resolve(root, out));
  if (path === parse(path).root) return refuse(out, 'it is the whole disk');
  if (path === realPath(home)) return refuse(out, 'it is your home folder');
  if (path === realRoot) return refuse(out, 'it is the folder of the site itself');
  if (holds(path, realRoot)) return refuse(out, 'it holds the folder of the site');
  for (const name of SOURCE_FOLDERS) {
    for (const folder of new Set([join(realRoot, name), realPath(join(realRoot, name))])) {
      if (path === folder) return refuse(out, `it is ${name}/`);
      if (holds(path, folder)) return refuse(out, `it holds ${name}/`);
      if (holds(folder, path)) return refuse(out, `it lies inside ${name}/`);
    }
  }
  const kind = kindOf(path);
  if (kind === 'other') return refuse(out, 'it is not a folder');
  if (kind === 'folder' && !holds(realRoot, path) && readManifest(path) === null && !isEmpty(path)) {
    return refuse(out, 'it lies outside the site, is not empty and was not made by warraq');
  }
  return { path };
}

function refuse(out: string, why: string): Output {
  return {
    refused: `The output folder ${out} is refused: ${why}. Nothing was touched. Choose another with --out.`,
  };
}

/** Does `folder` hold `path`, at any depth? Both real and absolute. */
export function holds(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Real path, also of something that does not exist yet: that of its nearest existing ancestor, and the rest. */
function realPath(path: string): string {
  const rest: string[] = [];
  let current = resolve(path);
  for (;;) {
    try {
      return join(realpathSync(current), ...rest);
    } catch {
      const parent = dirname(current);
      if (parent === current) return join(current, ...rest);
      rest.unshift(basename(current));
      current = parent;
    }
  }
}

/** Is it, or the nearest thing above it that is there, a link whose target is not? */
function leadsNowhere(path: string): boolean {
  let current = path;
  while (look(current) === undefined && dirname(current) !== current) current = dirname(current);
  return !existsSync(current);
}

function kindOf(path: string): 'folder' | 'other' | 'nothing' {
  if (!existsSync(path)) return isBelowFile(path) ? 'other' : 'nothing';
  return statSync(path).isDirectory() ? 'folder' : 'other';
}

/** Is one of its ancestors a file? Then it can never be a folder. */
function isBelowFile(path: string): boolean {
  let current = dirname(path);
  while (!existsSync(current) && dirname(current) !== current) current = dirname(current);
  return !statSync(current).isDirectory();
}

function isEmpty(folder: string): boolean {
  return readdirSync(folder).length === 0;
}
