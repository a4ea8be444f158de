/** The files of `static/`, to be published as they are, beside the pages. */
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';
import { join, sep } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { look } from './look.js';
import type { OutputFile } from './types.js';

/** What editors and systems leave behind. Other names with a dot are meant: `.well-known`, `.nojekyll`, `.htaccess`. */
const PASSED_OVER =
  /^(?:\.git|\.svn|\.hg|\.DS_Store|Thumbs\.db|desktop\.ini|\._.*|\.#.*|~\$.*|#.*#|.*~|.*\.(?:sw[op]|bak|tmp|orig))$/iu;

/** The files below a folder, by their path in it, sorted. A link counts only when it stays inside the folder. */
export function listStatic(root: string, name: string): { files: OutputFile[]; diagnostics: Diagnostic[] } {
  const files: OutputFile[] = [];
  const diagnostics: Diagnostic[] = [];
  const say = (path: string, id: string, message: string): void => {
    diagnostics.push(fileDiagnostic(id, 'warning', path, message));
  };
  const home = join(root, name);
  if (look(home) === undefined) return { files, diagnostics };
  const realHome = realpathSync(home);
  const waiting = [''];
  for (let prefix = waiting.pop(); prefix !== undefined; prefix = waiting.pop()) {
    for (const entry of readdirSync(join(realHome, prefix), { withFileTypes: true })) {
      if (PASSED_OVER.test(entry.name)) continue;
      const path = prefix + entry.name;
      const shown = `${name}/${path}`.normalize('NFC');
      if (entry.isDirectory()) waiting.push(`${path}/`);
      else if (entry.isFile() || entry.isSymbolicLink()) {
        const file = resolveInside(realHome, path);
        if (file === null)
          say(shown, 'link-outside', 'This link leads out of its folder or nowhere; it was not followed.');
        else files.push(toOutput(path.normalize('NFC'), ...file));
      } else say(shown, 'not-a-file', 'This is not a regular file; it was not opened.');
    }
  }
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files, diagnostics };
}

/** The file that a path means, when it is a regular file inside the folder. */
function resolveInside(home: string, path: string): [file: string, stats: Stats] | null {
  try {
    const file = realpathSync(join(home, path));
    if (!file.startsWith(home + sep)) return null;
    const stats = statSync(file);
    return stats.isFile() ? [file, stats] : null;
  } catch {
    return null;
  }
}

function toOutput(path: string, file: string, stats: Stats): OutputFile {
  const key = `static ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs} ${stats.ino}`;
  return { path, key, content: () => readRegular(file) };
}

/** Reads a file without following a link or waiting for a pipe put in its place meanwhile. */
export function readRegular(file: string): Buffer {
  const descriptor = openSync(
    file,
    constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
  );
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error(`${file} is not a regular file.`);
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The files that were made, with the site's own beside them: these have the last word on a name, and it is said when one hides a page. */
export function mergeStatic(
  made: readonly OutputFile[],
  own: readonly OutputFile[],
): { files: readonly OutputFile[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  if (own.length === 0) return { files: made, diagnostics };
  const names = new Map(own.map((file) => [file.path.toLowerCase(), file.path]));
  const rest = made.filter((file) => {
    const name = names.get(file.path.toLowerCase());
    if (name === undefined) return true;
    const message = `It takes the place of the page ${file.path} that warraq would make. Rename it if that is not meant.`;
    diagnostics.push(fileDiagnostic('static-hides-page', 'warning', `static/${name}`, message));
    return false;
  });
  return { files: [...rest, ...own], diagnostics };
}
