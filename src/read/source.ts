/** Bytes of one article file and its side-car → Source. Pure: what is wrong becomes a diagnostic, nothing throws. */
import { fileDiagnostic } from '../diagnostic.js';
import { languageOf } from '../language-tag.js';
import type { Diagnostic, Metadata, SideCar, Source } from '../model.js';
import { removeForbidden } from './characters.js';
import { decode } from './decode.js';
import { readFrontMatter } from './front-matter.js';
import { readHeader } from './header.js';
import { type Report, toMetadata } from './metadata.js';
import { maybeMojibake, undoMojibake } from './mojibake.js';
import { readSideCar } from './side-car.js';
import { FORBIDDEN, HARAKAT, MISREAD, UNCOMPOSED } from './survey.js';

/**
 * Reads a file.
 * @param path relative to the site's root; the ending decides between plain text and Markdown.
 * @param sideCar bytes of `NAME.meta.json`, or null.
 * An undecodable file has no lines and an error among its diagnostics.
 */
export function readSource(path: string, bytes: Uint8Array, sideCar: Uint8Array | null): Source {
  const diagnostics: Diagnostic[] = [];
  const format = /\.(?:md|markdown)$/iu.test(path) ? 'markdown' : 'text';
  const decoded = decode(bytes);
  reportEncoding(decoded.encoding, decoded.text !== null, path, diagnostics);
  const lines =
    decoded.text === null
      ? []
      : cleanLines(decoded.text.replace(MISREAD_MARK, ''), decoded.bits, path, diagnostics);
  const head = readHead(lines, format, { file: path, diagnostics });
  const corrections =
    sideCar === null ? {} : readCorrections(path, sideCar, head.lang ?? guessLang(lines, null), diagnostics);
  return {
    path,
    format,
    encoding: decoded.encoding,
    lines,
    header: head.header,
    headerLines: head.lines,
    sideCar: corrections,
    diagnostics,
  };
}

/** A byte order mark that somebody read as Windows-1252. */
const MISREAD_MARK = /^ï»¿/;

/** Lines of a text: split at LF, CRLF or CR (at U+0085, U+2028 or U+2029 only where there is none of these); the last terminator ends the last line; NFC; nothing unprintable. */
function cleanLines(text: string, bits: number, file: string, diagnostics: Diagnostic[]): readonly string[] {
  const unix = toUnixLines(text);
  if (bits === 0) return splitLines(unix);
  const misread = (bits & MISREAD) !== 0 && maybeMojibake(unix);
  const uncomposed = (bits & UNCOMPOSED) !== 0 || ((bits & HARAKAT) !== 0 && TWO_HARAKAT.test(unix));
  const stored = splitLines(uncomposed && !misread ? unix.normalize('NFC') : unix);
  if (!misread && (bits & FORBIDDEN) === 0) return stored;
  const lines = misread
    ? stored.map((line, index) => restore(line, index, file, diagnostics).normalize('NFC'))
    : stored;
  const cleaned = removeForbidden(lines, file);
  diagnostics.push(...cleaned.diagnostics);
  if (!cleaned.ruined) return cleaned.lines;
  const message =
    'Too many characters of this file are lost or not text; it was left out. Save it again as UTF-8.';
  diagnostics.push(fileDiagnostic('not-text', 'error', file, message));
  return [];
}

/** A text without any of these line ends may have others: NEL of mainframes, the separators of Unicode. */
function toUnixLines(text: string): string {
  if (text.includes('\r')) return text.replace(/\r\n?/g, '\n');
  return text.includes('\n') ? text : text.replace(/[\u0085\u2028\u2029]/g, '\n');
}

const TWO_HARAKAT = /[\u064b-\u0652]{2}/;

function splitLines(text: string): readonly string[] {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** A line as it was meant before somebody decoded it wrongly. */
function restore(line: string, index: number, file: string, diagnostics: Diagnostic[]): string {
  const meant = maybeMojibake(line) ? undoMojibake(line) : null;
  if (meant === null) return line;
  if (!diagnostics.some(({ id }) => id === 'mojibake-undone')) {
    const message =
      'From here on, lines that had been decoded with the wrong table were put right. Compare with the original.';
    const excerpt = meant.slice(0, 80);
    diagnostics.push({
      id: 'mojibake-undone',
      severity: 'warning',
      file,
      line: index + 1,
      column: null,
      message,
      excerpt,
    });
  }
  return meant;
}

interface Head {
  readonly header: Metadata;
  readonly lines: number;
  /** Language that the header states or is written in, for reading dates; null without a header. */
  readonly lang: string | null;
}

function readHead(lines: readonly string[], format: Source['format'], report: Report): Head {
  const front = format === 'markdown' ? readFrontMatter(lines, report) : null;
  const block = front === null ? readHeader(lines) : { ...front, lang: null };
  if (block.lines === 0) return { header: {}, lines: 0, lang: null };
  const stated = block.entries.find((entry) => /^(?:lang|language)$/iu.test(entry.key))?.value;
  const lang = typeof stated === 'string' ? languageOf(stated) : guessLang(lines, block.lang);
  const header = toMetadata(block.entries, lang, report);
  // Front matter that nobody can read may have said that the article is not to go out.
  return { header: front?.broken === true ? { ...header, draft: true } : header, lines: block.lines, lang };
}

/** Enough of a guess to read a date whose calendar is open: letters that only one family of languages uses. */
function guessLang(lines: readonly string[], keys: string | null): string {
  if (keys !== null) return keys;
  const sample = lines.slice(0, 30).join(' ').slice(0, 2000);
  if (/[\u05d0-\u05ea]/u.test(sample)) return 'he';
  if (/[\u0780-\u07bf]/u.test(sample)) return 'dv';
  if (/[ٹڈڑںے]/u.test(sample)) return 'ur';
  if (/[ټډړښځڅڼ]/u.test(sample)) return 'ps';
  if (/[ڕڵۆێ]/u.test(sample)) return 'ckb';
  if (/[ۇۈۋې]/u.test(sample)) return 'ug';
  if (/[ٻڀٺڙڳڱ]/u.test(sample)) return 'sd';
  return /[پچژگیک]/u.test(sample) ? 'fa' : 'ar';
}

function readCorrections(path: string, bytes: Uint8Array, lang: string, diagnostics: Diagnostic[]): SideCar {
  const file = sideCarPath(path);
  const before = diagnostics.length;
  const sideCar = readSideCar(bytes, lang, { file, diagnostics, strict: true });
  const broken = diagnostics.slice(before).some((problem) => problem.severity === 'error');
  return broken ? { ...sideCar, draft: true } : sideCar;
}

/** `articles/a/b.txt` → `articles/a/b.meta.json`. */
export function sideCarPath(path: string): string {
  return path.replace(/\.(?:txt|md|markdown)$/iu, '.meta.json');
}

function reportEncoding(encoding: string, known: boolean, file: string, diagnostics: Diagnostic[]): void {
  if (known && encoding === 'utf-8') return;
  if (known) {
    const severity = encoding.startsWith('utf-16') ? 'info' : 'warning';
    const message = `The file is in ${encoding} and was converted. Check a paragraph, or save it as UTF-8.`;
    diagnostics.push(fileDiagnostic('encoding-converted', severity, file, message));
  } else {
    const likely = encoding === 'unknown' ? '' : ` It may be ${encoding}.`;
    const message = `The encoding of this file cannot be told, so it was left out.${likely} Save it as UTF-8.`;
    diagnostics.push(fileDiagnostic('encoding-unknown', 'error', file, message));
  }
}
