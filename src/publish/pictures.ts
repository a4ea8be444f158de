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
  for (const entry of existing) {
    if (!wanted.has(entry.path)) continue;
    const signature = `${entry.size} ${entry.mtimeMs} ${entry.inode}`;
    const before = known.get(entry.path);
    const now = before?.signature === signature ? before : { signature, ...measure(entry, digest) };
    found.set(entry.path, now);
    diagnostics.push(...now.diagnostics);
    if (now.picture === null) continue;
    const { path } = now.picture;
    pictures.set(entry.path, now.picture);
    files.set(path, { path, key: path, content: () => readRegular(entry.file) });
  }
  return { pictures, files: [...files.values()], known: found, diagnostics };
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
