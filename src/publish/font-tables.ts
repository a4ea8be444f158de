/** The tables of a TrueType font file (OpenType 1.9, "The OpenType Font File"): taken apart and put together. */

/** Tables by their tag. */
export type Tables = Map<string, Uint8Array>;

/** What joins a glyph to its place: outline, advance width, side bearing. */
export interface Glyph {
  readonly outline: Uint8Array;
  readonly advance: number;
  readonly bearing: number;
}

/** The bytes as numbers. */
export function view(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** A table that must be there. Throws where the font has none. */
export function table(tables: Tables, tag: string): Uint8Array {
  const found = tables.get(tag);
  if (found === undefined) throw new Error(`The font has no table ${tag}.`);
  return found;
}

/** The tables of a font file, not copied. */
export function readTables(font: Uint8Array): Tables {
  const data = view(font);
  const tables: Tables = new Map();
  for (let index = 0; index < data.getUint16(4); index++) {
    const entry = 12 + 16 * index;
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    const start = data.getUint32(entry + 8);
    tables.set(tag, font.subarray(start, start + data.getUint32(entry + 12)));
  }
  return tables;
}

/** The glyphs in their order. */
export function readGlyphs(tables: Tables): Glyph[] {
  const count = view(table(tables, 'maxp')).getUint16(4);
  const long = view(table(tables, 'head')).getInt16(50) === 1;
  const loca = view(table(tables, 'loca'));
  const glyf = table(tables, 'glyf');
  const hmtx = view(table(tables, 'hmtx'));
  const advances = view(table(tables, 'hhea')).getUint16(34);
  const offset = (index: number): number =>
    long ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index);
  return Array.from({ length: count }, (_, index) => ({
    outline: glyf.subarray(offset(index), offset(index + 1)),
    advance: hmtx.getUint16(4 * Math.min(index, advances - 1)),
    bearing: hmtx.getInt16(index < advances ? 4 * index + 2 : 4 * advances + 2 * (index - advances)),
  }));
}

/** A font file of these tables, with their checksums. */
export function writeTables(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([x], [y]) => (x < y ? -1 : 1));
  const start = 12 + 16 * sorted.length;
  const font = new Uint8Array(start + sorted.reduce((sum, [, bytes]) => sum + padded(bytes.length), 0));
  const data = view(font);
  const power = Math.floor(Math.log2(sorted.length));
  data.setUint32(0, 0x00010000);
  for (const [at, value] of [
    sorted.length,
    16 << power,
    power,
    16 * sorted.length - (16 << power),
  ].entries()) {
    data.setUint16(4 + 2 * at, value);
  }
  let at = start;
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const entry = 12 + 16 * index;
    for (let letter = 0; letter < 4; letter++) font[entry + letter] = tag.charCodeAt(letter);
    font.set(bytes, at);
    data.setUint32(entry + 4, checksum(data, at, padded(bytes.length)));
    data.setUint32(entry + 8, at);
    data.setUint32(entry + 12, bytes.length);
    at += padded(bytes.length);
  }
  return font;
}

function checksum(data: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + data.getUint32(at)) >>> 0;
  return sum;
}

/** A length rounded up to whole words of four bytes. */
export function padded(length: number): number {
  return (length + 3) & ~3;
}
