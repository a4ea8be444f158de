/**
 * Characters that no text may carry to a page: controls, noncharacters, U+FFFD (a letter somebody lost before) and stray
 * byte order marks. They are taken out line by line and reported, never published and never dropped in silence.
 */
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';

/** The last two code points of the planes beyond the first, as surrogates: noncharacters like U+FFFE. */
const LAST_OF_PLANES = String.raw`[\ud83f\ud87f\ud8bf\ud8ff\ud93f\ud97f\ud9bf\ud9ff\uda3f\uda7f\udabf\udaff\udb3f\udb7f\udbbf\udbff][\udffe\udfff]`;

const FORBIDDEN = new RegExp(
  String.raw`[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffd-\uffff]|${LAST_OF_PLANES}`,
);
/** Controls that stood between words. */
const SEPARATORS = '\v\f\u0085';
const ALL = new RegExp(FORBIDDEN.source, 'g');

/** Lines of a file that are reported one by one; the rest is counted. */
const REPORTED = 3;
/** Share of lost letters above which the text is not worth publishing. */
const TOO_MANY = 0.02;

/** Lines without forbidden characters. */
export interface Cleaned {
  readonly lines: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
  /** So much is lost or binary that the file must not be published. */
  readonly ruined: boolean;
}

/** Removes forbidden characters. Form feeds, vertical tabs and U+0085 separate words, so they leave a space. */
export function removeForbidden(lines: readonly string[], file: string): Cleaned {
  const diagnostics: Diagnostic[] = [];
  let removed = 0;
  let letters = 0;
  let affected = 0;
  const cleaned = lines.map((line, index) => {
    letters += line.length;
    const found = line.match(ALL);
    if (found === null) return line;
    const marks = found.filter((character) => character === '\ufeff').length;
    removed += found.length - marks;
    if (found.length > marks) {
      affected += 1;
      if (affected <= REPORTED) diagnostics.push(describe(line, index + 1, file));
    }
    return line.replace(ALL, (character) => (SEPARATORS.includes(character) ? ' ' : ''));
  });
  if (affected > REPORTED) {
    const message = `${affected} lines held characters that cannot be printed; they were taken out.`;
    diagnostics.push(fileDiagnostic('unprintable-character', 'warning', file, message));
  }
  return { lines: cleaned, diagnostics, ruined: removed > 20 && removed > letters * TOO_MANY };
}

function describe(line: string, number: number, file: string): Diagnostic {
  const at = line.search(FORBIDDEN);
  const first = line.replace(/\ufeff/g, '').match(FORBIDDEN)?.[0] ?? '';
  const lost = first === '\ufffd';
  const code = `U+${(first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    id: lost ? 'lost-letter' : 'unprintable-character',
    severity: 'warning',
    file,
    line: number,
    column: at + 1,
    message: lost
      ? 'A letter was lost before the file came here (U+FFFD). Compare with the original and type it again.'
      : `A character that cannot be printed (${code}) was taken out.`,
    excerpt: line.replace(ALL, '').slice(Math.max(0, at - 30), at + 40),
  };
}
