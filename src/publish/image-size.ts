/**
 * Width and height of a picture from its first bytes: PNG, JPEG, GIF, WebP, AVIF. Anything else is no picture to us,
 * whatever its name says. Offsets are those of the formats' specifications; every step moves forward, so that no file
 * takes long.
 */
export interface ImageSize {
  readonly type: 'png' | 'jpg' | 'gif' | 'webp' | 'avif';
  /** In pixels, as shown: a photograph taken sideways is turned. */
  readonly width: number;
  readonly height: number;
}

/** null: not one of these formats, or damaged. */
export function imageSize(bytes: Uint8Array): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const read of [png, gif, webp, jpeg, avif]) {
    try {
      const size = read(view);
      if (size !== null) return size.width > 0 && size.height > 0 ? size : null;
    } catch (error) {
      // Cut off in the middle of a field.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return null;
}

function png(view: DataView): ImageSize | null {
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a || name(view, 12) !== 'IHDR')
    return null;
  return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

function gif(view: DataView): ImageSize | null {
  if (name(view, 0) !== 'GIF8') return null;
  return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

function webp(view: DataView): ImageSize | null {
  if (name(view, 0) !== 'RIFF' || name(view, 8) !== 'WEBP') return null;
  switch (name(view, 12)) {
    case 'VP8 ':
      return {
        type: 'webp',
        width: view.getUint16(26, true) & 0x3fff,
        height: view.getUint16(28, true) & 0x3fff,
      };
    case 'VP8L': {
      const bits = view.getUint32(21, true);
      return { type: 'webp', width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return { type: 'webp', width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 };
    default:
      return null;
  }
}

/** Markers that begin a frame and carry its size: SOF0 to SOF15 without the three tables that lie between them. */
const NOT_FRAMES = [0xc4, 0xc8, 0xcc];

function jpeg(view: DataView): ImageSize | null {
  if (view.getUint16(0) !== 0xffd8) return null;
  let turned = false;
  for (let at = 2; ; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at += 1; // Padding.
      continue;
    }
    if (marker >= 0xc0 && marker <= 0xcf && !NOT_FRAMES.includes(marker)) {
      const height = view.getUint16(at + 5);
      const width = view.getUint16(at + 7);
      return turned ? { type: 'jpg', width: height, height: width } : { type: 'jpg', width, height };
    }
    if (marker === 0xd9 || marker === 0xda) return null;
    if (marker === 0xe1 && name(view, at + 4) === 'Exif') turned = isTurned(view, at + 10);
    at += 2 + Math.max(2, view.getUint16(at + 2));
  }
}

/** Exif orientation 5 to 8 swaps the sides. `start`: of the TIFF header. */
function isTurned(view: DataView, start: number): boolean {
  const little = view.getUint16(start) === 0x4949;
  const directory = start + view.getUint32(start + 4, little);
  const count = view.getUint16(directory, little);
  for (let entry = 0; entry < count; entry++) {
    const at = directory + 2 + entry * 12;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little) >= 5;
  }
  return false;
}

/** The largest `ispe` of the item properties: `meta` > `iprp` > `ipco` > `ispe`. Smaller ones are thumbnails, tiles, alpha. */
function avif(view: DataView): ImageSize | null {
  if (name(view, 4) !== 'ftyp' || !isAvif(view)) return null;
  const meta = find(view, 'meta', 0, view.byteLength);
  const iprp = meta && find(view, 'iprp', meta[0] + 4, meta[1]);
  const ipco = iprp && find(view, 'ipco', iprp[0], iprp[1]);
  if (!ipco) return null;
  let best: ImageSize | null = null;
  for (const [type, start] of boxes(view, ipco[0], ipco[1])) {
    if (type !== 'ispe') continue;
    const width = view.getUint32(start + 4);
    const height = view.getUint32(start + 8);
    if (best === null || width * height > best.width * best.height) best = { type: 'avif', width, height };
  }
  return best;
}

function isAvif(view: DataView): boolean {
  const end = Math.min(view.getUint32(0), view.byteLength - 3);
  for (let at = 8; at < end; at += 4) if (name(view, at) === 'avif' || name(view, at) === 'avis') return true;
  return false;
}

function find(view: DataView, wanted: string, from: number, to: number): [start: number, end: number] | null {
  for (const [type, start, end] of boxes(view, from, to)) if (type === wanted) return [start, end];
  return null;
}

/** The ISO base media boxes between two offsets: type, start and end of the content. */
function* boxes(view: DataView, from: number, to: number): Generator<[string, number, number]> {
  for (let at = from; at + 8 <= to; ) {
    const length = view.getUint32(at);
    const end = length === 0 ? to : Math.min(to, at + length);
    if (length !== 0 && length < 8) return;
    yield [name(view, at + 4), at + 8, end];
    at = end;
  }
}

function name(view: DataView, at: number): string {
  return String.fromCharCode(
    view.getUint8(at),
    view.getUint8(at + 1),
    view.getUint8(at + 2),
    view.getUint8(at + 3),
  );
}

function uint24(view: DataView, at: number): number {
  return view.getUint8(at) | (view.getUint8(at + 1) << 8) | (view.getUint8(at + 2) << 16);
}
