/**
 * Joins two TrueType fonts of one family into one file.
 *
 * The packages of faces come split by script: the Arabic file has the letters, the Latin file has the European digits,
 * « », the dash and the quotation marks. A page needs both kinds on every line, so a browser would fetch both files.
 * Here the glyphs of the second font are put behind those of the first; the first keeps its layout tables, which know
 * nothing of the new glyphs (they need none but the kerning of Latin pairs, which is left out).
 *
 * Formats: OpenType 1.9, tables `head`, `maxp`, `hhea`, `hmtx`, `loca`, `glyf`, `cmap` (formats 4 and 12).
 */
import {
  type Glyph,
  padded,
  readGlyphs,
  readTables,
  type Tables,
  table,
  view,
  writeTables,
} from './font-tables.js';

/** Tables that say the same of both fonts, or that describe the first one's layout. The rest is built anew or dropped. */
const KEPT = ['GDEF', 'GPOS', 'GSUB', 'OS/2', 'gasp', 'name', 'prep', 'cvt ', 'fpgm'];

/** Code points that a font has a glyph for. */
export function coverage(font: Uint8Array): Set<number> {
  return new Set(readCmap(table(readTables(font), 'cmap')).keys());
}

/** Ascent and descent (positive) of the lines of a font, in em. */
export function lineMetrics(font: Uint8Array): { readonly ascent: number; readonly descent: number } {
  const tables = readTables(font);
  const unitsPerEm = view(table(tables, 'head')).getUint16(18);
  const hhea = view(table(tables, 'hhea'));
  return { ascent: hhea.getInt16(4) / unitsPerEm, descent: -hhea.getInt16(6) / unitsPerEm };
}

/** The first font with the glyphs of the second added, for the characters that the first does not have. */
export function mergeFonts(first: Uint8Array, second: Uint8Array): Uint8Array {
  const a = readTables(first);
  const b = readTables(second);
  if (view(table(a, 'head')).getUint16(18) !== view(table(b, 'head')).getUint16(18)) {
    throw new Error('The two fonts are drawn on different grids.');
  }
  const glyphs = readGlyphs(a);
  const shift = glyphs.length - 1; // glyph 0 of the second font is its .notdef, which is not taken over
  for (const glyph of readGlyphs(b).slice(1)) {
    glyphs.push({ ...glyph, outline: renumberParts(glyph.outline, shift) });
  }
  const characters = readCmap(table(a, 'cmap'));
  for (const [code, glyph] of readCmap(table(b, 'cmap'))) {
    if (!characters.has(code) && glyph > 0) characters.set(code, glyph + shift);
  }
  const merged: Tables = new Map();
  for (const tag of KEPT) {
    const kept = a.get(tag);
    if (kept !== undefined) merged.set(tag, kept);
  }
  const { glyf, loca } = writeOutlines(glyphs);
  merged.set('glyf', glyf);
  merged.set('loca', loca);
  merged.set('hmtx', writeMetrics(glyphs));
  merged.set('cmap', writeCmap(characters));
  merged.set('head', writeHead(table(a, 'head'), table(b, 'head')));
  merged.set('hhea', writeHhea(table(a, 'hhea'), glyphs));
  merged.set('maxp', writeMaxp(table(a, 'maxp'), table(b, 'maxp'), glyphs.length));
  merged.set('post', writePost(table(a, 'post')));
  return writeTables(merged);
}

/** A composite glyph names its parts by number; flags say how long each entry is (OpenType, `glyf`). */
function renumberParts(outline: Uint8Array, shift: number): Uint8Array {
  if (outline.length === 0 || view(outline).getInt16(0) >= 0) return outline;
  const moved = outline.slice();
  const data = view(moved);
  for (let at = 10, flags = 0x20; flags & 0x20; ) {
    flags = data.getUint16(at);
    data.setUint16(at + 2, data.getUint16(at + 2) + shift);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
  }
  return moved;
}

function readCmap(cmap: Uint8Array): Map<number, number> {
  const data = view(cmap);
  const map = new Map<number, number>();
  for (let index = 0; index < data.getUint16(2); index++) {
    const start = data.getUint32(4 + 8 * index + 4);
    const format = data.getUint16(start);
    if (format === 4) readSegments(data, start, map);
    if (format !== 12) continue;
    for (let group = 0; group < data.getUint32(start + 12); group++) {
      const entry = start + 16 + 12 * group;
      const first = data.getUint32(entry);
      for (let code = first; code <= data.getUint32(entry + 4); code++) {
        map.set(code, data.getUint32(entry + 8) + code - first);
      }
    }
  }
  return map;
}

function readSegments(data: DataView, start: number, map: Map<number, number>): void {
  const size = data.getUint16(start + 6); // twice the number of segments
  for (let at = 0; at < size; at += 2) {
    const end = data.getUint16(start + 14 + at);
    const first = data.getUint16(start + 16 + size + at);
    const delta = data.getUint16(start + 16 + 2 * size + at);
    const rangeAt = start + 16 + 3 * size + at;
    const range = data.getUint16(rangeAt);
    for (let code = first; code <= end && code < 0xffff; code++) {
      const found = range === 0 ? code : data.getUint16(rangeAt + range + 2 * (code - first));
      if (found !== 0) map.set(code, (found + delta) & 0xffff);
    }
  }
}

function writeOutlines(glyphs: readonly Glyph[]): { glyf: Uint8Array; loca: Uint8Array } {
  const loca = new Uint8Array(4 * (glyphs.length + 1));
  const size = glyphs.reduce((sum, { outline }) => sum + padded(outline.length), 0);
  const glyf = new Uint8Array(size);
  let at = 0;
  for (const [index, { outline }] of glyphs.entries()) {
    glyf.set(outline, at);
    at += padded(outline.length);
    view(loca).setUint32(4 * (index + 1), at);
  }
  return { glyf, loca };
}

function writeMetrics(glyphs: readonly Glyph[]): Uint8Array {
  const hmtx = new Uint8Array(4 * glyphs.length);
  for (const [index, { advance, bearing }] of glyphs.entries()) {
    view(hmtx).setUint16(4 * index, advance);
    view(hmtx).setInt16(4 * index + 2, bearing);
  }
  return hmtx;
}

/** One subtable of format 12 (Windows, full Unicode): one group for each run of characters and glyphs. */
function writeCmap(characters: ReadonlyMap<number, number>): Uint8Array {
  const groups: [first: number, last: number, glyph: number][] = [];
  for (const [code, glyph] of [...characters].sort((x, y) => x[0] - y[0])) {
    const last = groups.at(-1);
    if (last !== undefined && code === last[1] + 1 && glyph === last[2] + code - last[0]) last[1] = code;
    else groups.push([code, code, glyph]);
  }
  const length = 16 + 12 * groups.length;
  const cmap = new Uint8Array(12 + length);
  const data = view(cmap);
  const header: [number, number][] = [
    [2, 1],
    [4, 3],
    [6, 10],
    [12, 12],
  ];
  for (const [at, value] of header) data.setUint16(at, value);
  data.setUint32(8, 12);
  data.setUint32(16, length);
  data.setUint32(24, groups.length);
  for (const [index, group] of groups.entries()) {
    for (const [part, value] of group.entries()) data.setUint32(28 + 12 * index + 4 * part, value);
  }
  return cmap;
}

function writeHead(a: Uint8Array, b: Uint8Array): Uint8Array {
  const head = a.slice();
  const data = view(head);
  data.setUint32(8, 0); // checkSumAdjustment
  for (const at of [36, 38]) data.setInt16(at, Math.min(data.getInt16(at), view(b).getInt16(at)));
  for (const at of [40, 42]) data.setInt16(at, Math.max(data.getInt16(at), view(b).getInt16(at)));
  data.setInt16(50, 1); // long offsets in loca
  return head;
}

function writeHhea(a: Uint8Array, glyphs: readonly Glyph[]): Uint8Array {
  const hhea = a.slice();
  view(hhea).setUint16(
    10,
    glyphs.reduce((most, { advance }) => Math.max(most, advance), 0),
  );
  view(hhea).setUint16(34, glyphs.length);
  return hhea;
}

function writeMaxp(a: Uint8Array, b: Uint8Array, glyphs: number): Uint8Array {
  const maxp = a.slice();
  const data = view(maxp);
  for (let at = 6; at + 2 <= Math.min(a.length, b.length); at += 2) {
    data.setUint16(at, Math.max(data.getUint16(at), view(b).getUint16(at)));
  }
  data.setUint16(4, glyphs);
  return maxp;
}

/** Version 3: no names of glyphs. */
function writePost(a: Uint8Array): Uint8Array {
  const post = a.slice(0, 32);
  view(post).setUint32(0, 0x00030000);
  return post;
}
