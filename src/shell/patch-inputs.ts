/**
 * After an edit in a watched site: the inputs of the build before with the named files looked at again. Listing ten
 * thousand files costs more than all the rest of such a build. Whatever does not fit gives null, and everything is
 * looked at.
 */
import { look } from '../publish/look.js';
import type { ArticleFile, FileEntry } from '../read/find.js';
import type { Inputs } from './inputs.js';

/** Files that an editor puts beside an article for a moment; no build reads them. */
const PASSING =
  /(?:^|[\\/])(?:[.~#][^\\/]*|[^\\/]*(?:~|#|\.(?:tmp|swp|swx|swpx|part|bak)|\.[A-Za-z0-9]{6,})|\d+)$/;

/** `paths`: absolute, as the watcher names them. The order and identity of untouched files stay. */
export function patchInputs(before: Inputs, paths: ReadonlySet<string>): Inputs | null {
  const found = new Set<string>();
  for (const path of paths) if (!PASSING.test(path)) found.add(path);
  const articles = before.listing.articles.map((article): ArticleFile | null => {
    const own = found.delete(article.file) ? lookAgain(article) : article;
    const { sideCar } = article;
    const beside = sideCar !== null && found.delete(sideCar.file) ? lookAgain(sideCar) : sideCar;
    if (own === null || (sideCar !== null && beside === null)) return null;
    return own === article && beside === sideCar ? article : { ...own, sideCar: beside };
  });
  // Something new, something gone, or no article at all.
  if (found.size > 0 || articles.includes(null)) return null;
  return {
    ...before,
    listing: { ...before.listing, articles: articles.filter((article) => article !== null) },
    digest: '',
  };
}

/** null when it is gone, or no regular file any more. */
function lookAgain(entry: FileEntry): FileEntry | null {
  const stats = look(entry.file);
  if (stats?.isFile() !== true) return null;
  const { size, mtimeMs, ctimeMs, ino } = stats;
  return { path: entry.path, file: entry.file, size, mtimeMs, ctimeMs, inode: ino };
}
