/**
 * Which files are articles, pictures and side-cars. Listing and opening (`open.ts`) are the only effects of `read/`.
 * Nothing is opened here but folders: every entry is looked at with lstat first, only regular files count, links only
 * when their real path stays inside the folder, and what editors and systems leave behind is never an article.
 */
import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { systemCode, troubleWords } from '../system-error.js';
import { isCrowded, patiently } from './patience.js';

/** A regular file: `path` relative to the site's root, NFC, `/` between folders; `file` as the system spells it. */
export interface FileEntry {
  readonly path: string;
  /** Absolute, to open it with. */
  readonly file: string;
  /** In bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Changes with every write, also when the other time is set back. */
  readonly ctimeMs: number;
  readonly inode: number;
}

/** An article with its side-car. */
export interface ArticleFile extends FileEntry {
  /** Its `NAME.meta.json`, or null. */
  readonly sideCar: FileEntry | null;
}

/** Everything under `articles/`, sorted by path (code units), whatever order the system lists it in. */
export interface Listing {
  readonly articles: readonly ArticleFile[];
  readonly pictures: readonly FileEntry[];
  /** Side-cars whose article is missing. */
  readonly orphans: readonly FileEntry[];
  readonly diagnostics: readonly Diagnostic[];
}

const ARTICLE = /\.(?:txt|md|markdown)$/iu;
const SIDE_CAR = /\.meta\.json$/iu;
const PICTURE = /\.(?:jpe?g|png|webp|avif|gif|svg)$/iu;
/** Backups, locks, hidden files and half-written downloads: unpublished drafts live in them. */
const PASSED_OVER =
  /^[._#~$]|^(?:@eaDir|__MACOSX|lost\+found|System Volume Information)$|~(?:\.(?:txt|md|markdown))?$|#$|\.(?:swp|swo|swn|bak|backup|old|tmp|temp|orig|rej|part|partial|crdownload|download|lock|save|kate-swp)(?:\.(?:txt|md|markdown))?$/iu;
const BEYOND_ASCII = /[^ -~]/u;

type Kind = 'article' | 'side-car' | 'picture';

function kindOf(name: string): Kind | null {
  if (ARTICLE.test(name)) return 'article';
  if (SIDE_CAR.test(name)) return 'side-car';
  return PICTURE.test(name) ? 'picture' : null;
}

/** Folders deeper than this are a loop or a mistake. */
const DEEPEST = 64;

/** Lists `articles/` of a site. What cannot be read is named and the rest goes on; throws only when too many files are open. */
export function listArticles(root: string): Listing {
  const walk = new Walk(root);
  walk.start('articles');
  return walk.listing();
}

interface Folder {
  readonly path: string;
  /** Real path. */
  readonly file: string;
  readonly depth: number;
  /** Reached through a link: links to folders are not followed from there, so that no knot of links grows. */
  readonly linked: boolean;
}

class Walk {
  private readonly root: string;
  private readonly articles: FileEntry[] = [];
  private readonly sideCars = new Map<string, FileEntry>();
  private readonly pictures: FileEntry[] = [];
  private readonly diagnostics: Diagnostic[] = [];
  /** Folders still to read: an explicit list instead of recursion. */
  private readonly folders: Folder[] = [];
  private home = '';

  constructor(root: string) {
    this.root = root;
  }

  start(name: string): void {
    const file = join(this.root, name);
    try {
      this.home = realpathSync(file);
      if (!statSync(this.home).isDirectory()) {
        this.say('articles-missing', 'error', name, 'articles/ is not a folder.');
        return;
      }
    } catch (error) {
      const message =
        systemCode(error) === 'ENOENT'
          ? 'There is no folder articles/ here. Go to the folder of your site or name it with --root; warraq init starts a new one.'
          : `The folder articles/ cannot be read: ${troubleWords(error)}.`;
      this.say('articles-missing', 'error', name, message);
      return;
    }
    this.folders.push({ path: name, file: this.home, depth: 0, linked: false });
    for (let folder = this.folders.pop(); folder !== undefined; folder = this.folders.pop())
      this.read(folder);
  }

  listing(): Listing {
    const byPath = (a: FileEntry, b: FileEntry): number =>
      a.path === b.path ? (a.file < b.file ? -1 : 1) : a.path < b.path ? -1 : 1;
    const used = new Set<FileEntry>();
    const loose = new Map([...this.sideCars].map(([stem, sideCar]) => [stem.toLowerCase(), sideCar]));
    const articles = this.distinct(this.articles.sort(byPath)).map((article): ArticleFile => {
      if (this.sideCars.size === 0) return { ...article, sideCar: null };
      const stem = article.path.replace(ARTICLE, '');
      const sideCar = this.sideCars.get(stem) ?? loose.get(stem.toLowerCase()) ?? null;
      if (sideCar !== null) used.add(sideCar);
      return { ...article, sideCar };
    });
    const orphans = [...this.sideCars.values()].filter((sideCar) => !used.has(sideCar)).sort(byPath);
    for (const { path } of orphans) {
      this.say(
        'side-car-orphan',
        'warning',
        path,
        'This side-car has no article of the same name beside it.',
      );
    }
    const pictures = this.distinct(this.pictures.sort(byPath));
    const diagnostics = this.diagnostics.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
    return { articles, pictures, orphans, diagnostics };
  }

  /** One file a path. Some disks keep apart what NFC makes one; no story may vanish behind another unsaid. */
  private distinct(files: readonly FileEntry[]): readonly FileEntry[] {
    return files.filter(({ path }, index) => {
      if (files[index - 1]?.path !== path) return true;
      const message =
        'Two files have this name; they differ only in how its accents are stored. One of them is left out: rename it.';
      this.say('same-name', 'error', path, message);
      return false;
    });
  }

  private read(folder: Folder): void {
    if (folder.depth > DEEPEST) {
      this.say('folder-too-deep', 'warning', folder.path, `Folders more than ${DEEPEST} deep are not read.`);
      return;
    }
    let entries: Dirent[];
    try {
      entries = patiently(() => readdirSync(folder.file, { withFileTypes: true }));
    } catch (error) {
      if (isCrowded(error)) throw error;
      this.unreadable('folder', folder.path, error);
      return;
    }
    for (const entry of entries) {
      if (PASSED_OVER.test(entry.name)) continue;
      const path = `${folder.path}/${BEYOND_ASCII.test(entry.name) ? entry.name.normalize('NFC') : entry.name}`;
      const file = `${folder.file}${sep}${entry.name}`;
      if (entry.isDirectory()) this.folders.push({ ...folder, path, file, depth: folder.depth + 1 });
      else this.look(entry, path, file, folder);
    }
  }

  private look(entry: Dirent, path: string, file: string, folder: Folder): void {
    const kind = kindOf(entry.name);
    if (entry.isFile()) {
      if (kind !== null) this.keep(kind, path, file, this.stat(path, file));
    } else if (entry.isSymbolicLink()) this.follow(path, file, folder, kind);
    else if (kind !== null) {
      const stats = this.stat(path, file);
      // Some file systems do not say in the listing what an entry is.
      if (stats?.isFile()) this.keep(kind, path, file, stats);
      else if (kind !== 'side-car')
        this.say(
          'not-a-file',
          'warning',
          path,
          'This is not a regular file (a pipe, socket or device); it was not opened.',
        );
    }
    // What cannot be read may hold its article back: opening it is refused, and the article with it.
    const unread = kind === 'side-car' && !this.sideCars.has(path.replace(SIDE_CAR, ''));
    if (unread) this.keep(kind, path, file, this.stat(path, file));
  }

  private stat(path: string, file: string): Stats | null {
    try {
      return lstatSync(file);
    } catch (error) {
      this.unreadable('file', path, error);
      return null;
    }
  }

  private follow(path: string, file: string, folder: Folder, kind: Kind | null): void {
    try {
      const real = realpathSync(file);
      const stats = statSync(real);
      const inside =
        real === this.home || real.startsWith(this.home.endsWith(sep) ? this.home : this.home + sep);
      if (!inside) {
        if (kind !== null || stats.isDirectory()) {
          this.say('link-outside', 'warning', path, 'This link leads out of articles/; it was not followed.');
        }
      } else if (
        real
          .slice(this.home.length)
          .split(sep)
          .some((part) => PASSED_OVER.test(part))
      ) {
        this.say(
          'link-hidden',
          'warning',
          path,
          'This link leads to a hidden or backup file; it was not followed.',
        );
      } else if (stats.isDirectory()) {
        const loop = folder.linked || `${folder.file}${sep}`.startsWith(`${real}${sep}`);
        if (loop)
          this.say('link-loop', 'info', path, 'This link leads back to a folder that is read already.');
        else this.folders.push({ path, file: real, depth: folder.depth + 1, linked: true });
      } else if (stats.isFile() && kind !== null) this.keep(kind, path, real, stats);
    } catch (error) {
      if (kind !== null)
        this.say('link-broken', 'warning', path, `This link leads nowhere: ${troubleWords(error)}.`);
    }
  }

  private keep(kind: Kind, path: string, file: string, stats: Stats | null): void {
    if (stats === null) return;
    const entry: FileEntry = {
      path,
      file,
      size: stats.size,
      mtimeMs: stats.mtimeMs,
      ctimeMs: stats.ctimeMs,
      inode: stats.ino,
    };
    if (kind === 'side-car') this.sideCars.set(path.replace(SIDE_CAR, ''), entry);
    else if (kind === 'picture') this.pictures.push(entry);
    else this.articles.push(entry);
  }

  private unreadable(kind: 'file' | 'folder', path: string, error: unknown): void {
    // Node puts U+FFFD for bytes that are no UTF-8, and nothing of that name is there.
    const garbled = path.includes('\ufffd') && systemCode(error) === 'ENOENT';
    const why = garbled ? 'its name is damaged (not UTF-8). Rename it' : troubleWords(error);
    const id = kind === 'file' ? 'file-unreadable' : 'folder-unreadable';
    this.say(id, 'error', path, `This ${kind} cannot be read: ${why}.`);
  }

  private say(id: string, severity: Diagnostic['severity'], file: string, message: string): void {
    this.diagnostics.push(fileDiagnostic(id, severity, file, message));
  }
}
