/**
 * Text that was decoded with the wrong table before it came here, and can be had back: UTF-8 read as Windows-1252 or
 * Windows-1256 (`Ø§Ù„` or `ط§ظ„` for `ال`), once or twice, and Windows-1256 or -1255 read as Latin-1 (`ÇáÓ` for `الس`).
 * Undone only when it certainly is: the bytes must be valid UTF-8 with many letters of more than one byte, or become
 * running text by the letters' frequencies; a line that has right letters already is left alone.
 */
import { LETTERS } from '../languages/letters.js';
import { CODE_PAGES, type CodePage, decodeCodePage } from './codepages.js';

/** What the signs of misread text look like; right-to-left text that is right has none of them. */
const SUSPICIOUS =
  /[Ã-ÛØ×Ù][\u0080-\u00bf\u0152-\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]|[طظ][\u0080-\u00bf\u2013-\u203a\u20ac\u2122][طظ][\u0080-\u00bf\u2013-\u203a\u20ac\u2122]|[À-ÿ]{4}/;

/** A fast test for a whole text. */
export function maybeMojibake(text: string): boolean {
  return SUSPICIOUS.test(text);
}

/** The line as it was meant, or null when it is not certainly misread. Linear. */
export function undoMojibake(line: string): string | null {
  let text = line;
  for (let round = 0; round < 3; round += 1) {
    const better = asUtf8(text, 'windows-1252') ?? asUtf8(text, 'windows-1256') ?? asOldPage(text);
    if (better === null) break;
    text = better;
  }
  return text === line ? null : text;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const FEWEST_LETTERS = 4;

/** The text's bytes under a code page, read as UTF-8; null unless that fits and gives right-to-left letters. */
function asUtf8(text: string, page: CodePage): string | null {
  if (!SUSPICIOUS.test(text)) return null;
  const bytes = encode(text, page);
  if (bytes === null) return null;
  let decoded: string;
  try {
    decoded = strictUtf8.decode(bytes);
  } catch {
    return null; // Not UTF-8, so not this kind of damage.
  }
  const gained = text.length - decoded.length;
  const letters = decoded.match(/[\u0590-\u08ff\u0080-\u00ff]/gu)?.length ?? 0;
  return gained >= FEWEST_LETTERS && letters >= FEWEST_LETTERS ? decoded : null;
}

/** Windows-1256 or -1255 read as Latin-1: nearly all letters are from the upper half and their frequencies fit. */
function asOldPage(text: string): string | null {
  const high = text.match(/[\u00c0-\u00ff]/gu)?.length ?? 0;
  const low = text.match(/[A-Za-z]/gu)?.length ?? 0;
  if (high < 12 || low * 5 > high || /[\u0590-\u08ff]/u.test(text)) return null;
  const bytes = encode(text, 'windows-1252');
  if (bytes === null) return null;
  const tries = [
    { text: decodeCodePage(bytes, 'windows-1256'), letters: LETTERS.arabic },
    { text: decodeCodePage(bytes, 'windows-1255'), letters: LETTERS.hebrew },
  ].map((candidate) => ({ ...candidate, score: likelihood(candidate.text, candidate.letters) }));
  tries.sort((a, b) => b.score - a.score);
  const [best, next] = tries;
  if (best === undefined || next === undefined || best.score < LIKELY || best.score - next.score < 0.5)
    return null;
  return best.text.includes('\ufffd') ? null : best.text;
}

/** Mean log frequency of letters above which a text reads like one; chance gives about -6. */
const LIKELY = -3.9;

function likelihood(text: string, letters: Readonly<Record<string, number>>): number {
  let sum = 0;
  let count = 0;
  for (const character of text) {
    if (character < '\u0080' || !/[\p{L}\ufffd]/u.test(character)) continue;
    sum += Math.log((letters[character] ?? 0.02) / 1000);
    count += 1;
  }
  return count === 0 ? Number.NEGATIVE_INFINITY : sum / count;
}

const encoders = new Map<CodePage, ReadonlyMap<string, number>>();

/** Bytes of a text under a code page; null when a character has none. C1 controls stand for their own bytes. */
function encode(text: string, page: CodePage): Uint8Array | null {
  let table = encoders.get(page);
  if (table === undefined) {
    table = new Map(
      [...CODE_PAGES[page]].flatMap((c, index) => (c === '\ufffd' ? [] : [[c, index + 0x80] as const])),
    );
    encoders.set(page, table);
  }
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    const byte = code < 0x80 ? code : (table.get(text.charAt(at)) ?? (code < 0xa0 ? code : undefined));
    if (byte === undefined) return null;
    bytes[at] = byte;
  }
  return bytes;
}
