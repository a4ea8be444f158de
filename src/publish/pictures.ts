/**
 * Pictures that articles show: measured, and published under a name made of their content, so that a replaced picture
 * has a new address and no name in any script or of any length can trouble a server.
 */
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic, Digest } from '../model.js';
import type { FileEntry } from '../read/find.js';
import { openArticle } from '../read/open.js';
import type { PictureFile } from '../site/theme-info.js';
import { imageSize } from './image-size.js';
import { readRegular } from './static.js';
import type { OutputFile } from './types.js';

/** Largest picture in bytes: no reader waits for more. */
const LARGEST_PICTURE = 32 * 1024 * 1024;
const FOLDER = 'pictures';
/** A picture of an old kind may have twins of these beside it (`port.jpg`, `port.webp`); best first. */
const LIGHTER = ['avif', 'webp'] as const;
const OLD_KINDS = /\.(?:jpe?g|png|gif)$/i;

/** What is known of one picture file, kept between builds: null when it cannot be published. */
export interface KnownPicture {
  readonly signature: string;
  readonly picture: PictureFile | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The pictures that the articles of a site show. */
export interface Gallery {
  /** By source path. */
  readonly pictures: ReadonlyMap<string, PictureFile>;
  readonly files: readonly OutputFile[];
  readonly known: ReadonlyMap<string, KnownPicture>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Measures the pictures that are `wanted` and exist. `known`: what earlier builds found, used where the file looks the
 * same. Names of pictures that do not exist are left to the pages, which know who asked for them.
 */
export function hangPictures(
  existing: readonly FileEntry[],
  wanted: ReadonlySet<string>,
  known: ReadonlyMap<string, KnownPicture>,
  digest: (bytes: Uint8Array) => ReturnType<Digest>,
): Gallery {
  const found = new Map<string, KnownPicture>();
  const pictures = new Map<string, PictureFile>();
  const files = new Map<string, OutputFile>();
  const diagnostics: Diagnostic[] = [];
  const byPath = new Map(existing.map((entry) => [entry.path, entry]));
  const hang = (entry: FileEntry): PictureFile | null => {
    const signature = `${entry.size} ${entry.mtimeMs} ${entry.inode}`;
    const before = found.get(entry.path) ?? known.get(entry.path);
    const now = before?.signature === signature ? before : { signature, ...measure(entry, digest) };
    if (!found.has(entry.path)) diagnostics.push(...now.diagnostics);
    found.set(entry.path, now);
    if (now.picture === null) return null;
    const { path } = now.picture;
    files.set(path, { path, key: path, content: () => readRegular(entry.file) });
    return now.picture;
  };
  for (const entry of existing) {
    const picture = wanted.has(entry.path) ? hang(entry) : null;
    if (picture === null) continue;
    const beside = OLD_KINDS.test(entry.path) ? LIGHTER : [];
    const lighter = beside.flatMap((kind) => {
      const twin = byPath.get(entry.path.replace(OLD_KINDS, `.${kind}`));
      const same = twin === undefined ? null : hang(twin);
      return same !== null && isAlike(same, picture) ? [{ path: same.path, type: `image/${kind}` }] : [];
    });
    pictures.set(entry.path, lighter.length === 0 ? picture : { ...picture, lighter });
  }
  return { pictures, files: [...files.values()], known: found, diagnostics };
}

/** Of the same proportions, within a hundredth: scaling rounds. */
function isAlike(a: PictureFile, b: PictureFile): boolean {
  return Math.abs(a.width * b.height - b.width * a.height) <= 0.01 * a.width * b.height;
}

function measure(entry: FileEntry, digest: (bytes: Uint8Array) => string): Omit<KnownPicture, 'signature'> {
  const refuse = (id: string, message: string): Omit<KnownPicture, 'signature'> => ({
    picture: null,
    diagnostics: [fileDiagnostic(id, 'warning', entry.path, message)],
  });
  const opened = openArticle(entry, LARGEST_PICTURE);
  if (!opened.ok) return { picture: null, diagnostics: [opened.diagnostic] };
  if (/\.svg$/i.test(entry.path)) {
    return refuse(
      'picture-svg',
      'An SVG can carry a script, so it is not published from articles/. Save it as PNG or WebP.',
    );
  }
  const size = imageSize(opened.bytes);
  if (size === null) {
    return refuse(
      'picture-unreadable',
      'This is not a JPEG, PNG, GIF, WebP or AVIF picture, or it is damaged; it was left out.',
    );
  }
  const path = `${FOLDER}/${plainName(digest(opened.bytes))}.${size.type}`;
  return { picture: { path, width: size.width, height: size.height }, diagnostics: [] };
}

/** Letters and digits only, in one case: names must stay apart where upper and lower case are the same. */
function plainName(digest: string): string {
  return Buffer.from(digest, 'base64url').toString('hex').slice(0, 24);
}

/** Articles that show a picture which is not there. */
export function missingPictures(
  showing: readonly { readonly path: string; readonly pictures: readonly string[] }[],
  existing: readonly FileEntry[],
): Diagnostic[] {
  const paths = new Set(existing.map((picture) => picture.path));
  return showing.flatMap(({ path, pictures }) =>
    pictures
      .filter((picture) => !paths.has(picture))
      .map((picture) => {
        const message = `${picture} is not there, so the article has no picture in its place. Put it there or correct the name.`;
        return fileDiagnostic('picture-missing', 'warning', path, message);
      }),
  );
}
