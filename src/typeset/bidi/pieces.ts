/**
 * Cuts a plain string into the pieces that the isolation of runs is about: Latin words, numbers, and atoms such as
 * telephone numbers, addresses, handles and sums, each with what belongs to it and nothing else.
 */
import { CURRENCY, DIGIT, LTR, QUOTE, RTL, SPACE } from './chars.js';
import { ABBREVIATIONS, COUNTING, EMPHATIC_NAMES, GRADE, TELEPHONE } from './names.js';

/**
 * - `word`: has Latin letters; joins its neighbours to a run
 * - `atom`: left to right, a run of its own
 * - `number`: plain number without sign; may belong to a name before or a unit behind it
 * - `other`: dates, ranges, scores, times: never isolated, never joined
 */
export type PieceKind = 'word' | 'atom' | 'number' | 'other';

/** A part of a text: from `start` up to `end`. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
}

const CHUNK = new RegExp(`[^\\s${RTL}${QUOTE}]+`, 'gu');
const HAS_LETTER = new RegExp(`[${LTR}]`, 'u');
const HAS_DIGIT = new RegExp(`[${DIGIT}]`, 'u');
const NUMBER_START = new RegExp(`[(+*#]*[${DIGIT}]`, 'u');
const CORE = new RegExp(`[${LTR}${DIGIT}]`, 'u');
const RTL_LETTER =
  /[\u0591-\u05f4\u0610-\u061a\u0620-\u065f\u066e-\u06d3\u06d5-\u06ef\u06fa-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** An address with its scheme, right-to-left letters in it included. */
const ADDRESS = /(?:[a-z][a-z\d+.-]{1,15}:\/\/|www\.)[^\s«»“”„‟"<>،؛]+/iuy;
const ADDRESS_START = /(?:https?|ftps?|wss?|file|s?ftp|tg|whatsapp):\/\/|www\./i;
const ADDRESS_END = /[.,:;!?؟…'’*_~|]$/u;

/** What belongs to the word behind it: `@user`, `#tag`, `.NET`, `/usr`, `~/x`, `--flag`, `$HOME`, `_x`, `\\server`, `-5`. */
const OWNED_LEAD = new RegExp(
  `^(?:@[${LTR}${DIGIT}_]|#[${LTR}${DIGIT}_]|\\$[${LTR}{]|_[${LTR}${DIGIT}_]|~/|\\.{1,2}/|\\.[${LTR}]|/[${LTR}${DIGIT}.~_]` +
    `|[°º][CFKNSEW]\\b|--[${LTR}]|-[${LTR}](?![${LTR}${DIGIT}])|\\\\\\\\?[${LTR}]|[¡¿][${LTR}]|[+\\-−±]\\.?[${DIGIT}]|[+\\-−±]?[${CURRENCY}][${DIGIT}])`,
  'u',
);
const TAG = /^<[/!]?[A-Za-z][^<>]*>/;
const TRAILING = /[.,:;!?…'’)\]}>*\-‐-―/|%‰&~=^\\([{<]/u;

const SIGNED = new RegExp(`^[+\\-−±][${CURRENCY}]?[${DIGIT}]`, 'u');
const ARABIC_DIGITS_ONLY = /^[-+−±]?[٠-٩٫٬.,%٪]+$/u;
const MONEY = new RegExp(`^[${CURRENCY}][${DIGIT}]`, 'u');
const NUMBER = new RegExp(`^[${DIGIT}]+(?:[.٫][${DIGIT}]+)?$`, 'u');
const GROUPED_NUMBER = new RegExp(`^[${DIGIT}]+(?:[.,٫٬][${DIGIT}]+)*$`, 'u');
const SUM = new RegExp(`^[${DIGIT}().,+\\-−*/×÷=<>≤≥≠≈^√πₓ°²³⁰-₟%]+$`, 'u');
const SUM_OPERATOR = /[+×÷=≠≈≤≥^√²³⁰-₟]/u;

const PHONE = new RegExp(
  `\\+?\\(?\\+?[${DIGIT}]{1,15}\\)?(?:(?:[${SPACE}]?[-‐-–.][${SPACE}]?|[${SPACE}]|(?=\\()|(?<=\\)))\\(?[${DIGIT}]{1,8}\\)?){0,6}(?![${DIGIT}${LTR}])`,
  'uy',
);
const LONG_PHONE = new RegExp(`\\+[${DIGIT}]{7,15}(?![${DIGIT}${LTR}])`, 'uy');
const SERVICE_CODE = new RegExp(
  `[*#](?:[${DIGIT}]{2,6}[*#]){0,4}[${DIGIT}]{2,6}#?(?![${DIGIT}${LTR}])`,
  'uy',
);
const THOUSANDS = new RegExp(
  `[1-9١-٩۱-۹][${DIGIT}]{0,2}(?: [${DIGIT}]{3})+(?:[.,٫][${DIGIT}]+)?(?![${DIGIT}])`,
  'uy',
);
const IBAN = /[A-Z]{2}\d{2}(?: [A-Z\d]{4}){2,7}(?: [A-Z\d]{1,4})?(?![A-Za-z\d])/uy;
const CARD = new RegExp(`[${DIGIT}]{4}(?:[- ][${DIGIT}]{4}){2,3}(?![${DIGIT}])`, 'uy');
const DIALLED = /^(?:\(?\d{3}\)?[-. ]\d{3}[-. ]\d{4}|1[- ]\d{3}[- ]\d{3}[- ]\d{3,4})$/;
/** Four groups and more, and the numbers of books. */
const SERIAL = /^\d+(?:-\d+){3,}$|^97[89] [\d ]{10,14}$/;
const DATE_LIKE = /^\d{1,2}[-. ]\d{1,2}[-. ]\d{2,4}$|^\d{2}(?:[-. ]+\d{2}){1,3}$/;

const emphatic = new Set(EMPHATIC_NAMES.map((name) => name.slice(name.lastIndexOf(' ') + 1)));
const longestName = Math.max(...EMPHATIC_NAMES.map((name) => name.length));

/** All pieces of a string in order; they do not overlap. Linear in the length of the text. */
export function findPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  CHUNK.lastIndex = 0;
  for (let match = CHUNK.exec(text); match; match = CHUNK.exec(text)) {
    const resume = readChunk(text, match.index, match[0], pieces);
    if (resume > CHUNK.lastIndex) CHUNK.lastIndex = resume;
  }
  return pieces;
}

/** Adds the pieces of one chunk (no white space, no right-to-left letter, no quotation mark); returns where to go on. */
function readChunk(text: string, start: number, chunk: string, pieces: Piece[]): number {
  const letters = HAS_LETTER.test(chunk);
  if (!letters && !HAS_DIGIT.test(chunk)) return 0;
  const attached = isAttached(text, start);
  if (letters) {
    const address = ADDRESS_START.exec(chunk);
    if (address) {
      ADDRESS.lastIndex = start + address.index;
      const found = ADDRESS.exec(text);
      if (found && !(address.index > 0 && CORE.test(chunk.charAt(address.index - 1)))) {
        const core = trimAddress(found[0]);
        pieces.push({ kind: 'atom', start: found.index, end: found.index + core.length });
        return found.index + core.length;
      }
    }
  }
  const atom = matchAtom(text, start, chunk, letters);
  if (atom) {
    pieces.push(atom);
    return atom.end;
  }
  const mixed = chunk.startsWith('#') && isRtl(text, start + chunk.length);
  const lead = mixed ? 1 : findLead(chunk, attached);
  const at = start + lead;
  if (attached && lead === 0 && chunk.startsWith('_')) return 0;
  let end = findTrail(text, start, chunk, lead);
  // A hashtag that goes on with right-to-left letters: its sign stands at the right of all, its joints between the words.
  if (mixed) while (end > lead && chunk.charAt(end - 1) === '_') end--;
  const core = chunk.slice(lead, end);
  const after = text.charAt(start + end);
  if (letters) readWords(start + lead, core, pieces);
  else if (core) {
    // A sign of per cent belongs to a signed number, a quotation mark of minutes to a sum.
    if (SIGNED.test(core) && (chunk[end] === '%' || chunk[end] === '‰')) end++;
    pieces.push({ kind: numberKind(text, at, core, after), start: at, end: start + end });
  }
  return 0;
}

/** Whether a right-to-left word goes on in this chunk: `כ-5`, `إف-16`. The Arabic word for "and" is a word of its own. */
function isAttached(text: string, start: number): boolean {
  if (start === 0 || !RTL_LETTER.test(text.charAt(start - 1))) return false;
  return !(text.charAt(start - 1) === 'و' && (start < 2 || !RTL_LETTER.test(text.charAt(start - 2))));
}

/** Index of the first character that belongs to the word. */
function findLead(chunk: string, attached: boolean): number {
  const tag = chunk.indexOf('<');
  for (let index = 0; index < chunk.length; index++) {
    const unit = chunk.charAt(index);
    const code = chunk.charCodeAt(index);
    if (CORE.test(unit) || (code >= 0xd800 && code <= 0xdfff)) return index;
    if (index === tag && TAG.test(chunk)) return index;
    if (attached && index === 0 && /[^@#$+−±]/.test(unit)) continue;
    if (OWNED_LEAD.test(chunk.slice(index, index + 4))) return index;
  }
  return chunk.length;
}

/** Index behind the last character that belongs to the word. */
function findTrail(text: string, start: number, chunk: string, lead: number): number {
  let end = chunk.length;
  let open = count(chunk, lead, end);
  while (end > lead && TRAILING.test(chunk.charAt(end - 1))) {
    const mark = chunk.charAt(end - 1);
    if (mark === '>' && TAG.test(chunk.slice(lead))) break;
    if (mark === ')' || mark === ']' || mark === '}') {
      if (open >= 0) break;
      open++;
    } else if (mark === '(' || mark === '[' || mark === '{') open--;
    else if (mark === '.' && ownsStop(text, start + lead, start + end)) break;
    else if ((mark === '!' || mark === '?') && ownsEmphasis(text, start + end, chunk.slice(lead, end))) break;
    else if (mark === '-' && GRADE.test(chunk.slice(lead, end)) && !isRtl(text, start + end)) break;
    else if ((mark === '/' || mark === '\\') && isPath(chunk.slice(lead, end - 1))) break;
    end--;
  }
  return end;
}

/** Opening minus closing brackets; negative when something is closed that was not opened here. */
function count(chunk: string, from: number, to: number): number {
  let depth = 0;
  for (let index = from; index < to; index++) {
    const mark = chunk.charAt(index);
    if (mark === '(' || mark === '[' || mark === '{') depth++;
    else if (mark === ')' || mark === ']' || mark === '}') depth--;
  }
  return depth;
}

const DOTTED = new RegExp(`(?:^|[^${LTR}])(?:[${LTR}]\\.){2,}$`, 'u');
const INITIAL = new RegExp(`(?:^|[^${LTR}.])\\p{Lu}\\.$`, 'u');
const THEN_NAME = new RegExp(`^[${SPACE}]\\p{Lu}`, 'u');
const THEN_NUMBER = new RegExp(`^[${SPACE}][${DIGIT}]`, 'u');
const LAST_WORD = new RegExp(`([${LTR}]+)\\.$`, 'u');

/** Whether the full stop before `end` belongs to the word: `U.S.`, `Inc.`, `J. K. Rowling`. */
function ownsStop(text: string, start: number, end: number): boolean {
  const tail = text.slice(Math.max(start, end - 16), end);
  if (DOTTED.test(tail)) return true;
  const word = LAST_WORD.exec(tail)?.[1];
  if (word && ABBREVIATIONS.has(word)) return true;
  if (word && COUNTING.has(word) && THEN_NUMBER.test(text.slice(end, end + 2))) return true;
  return INITIAL.test(tail) && THEN_NAME.test(text.slice(end, end + 3));
}

function ownsEmphasis(text: string, end: number, core: string): boolean {
  if (core.startsWith('¡') || core.startsWith('¿')) return true;
  if (!emphatic.has(core)) return false;
  const tail = text.slice(Math.max(0, end - longestName), end);
  return EMPHATIC_NAMES.some((name) => tail.endsWith(name));
}

function isRtl(text: string, index: number): boolean {
  return index < text.length && RTL_LETTER.test(text.charAt(index));
}

/** Whether a trailing slash belongs to it: it has a dot of a host or another slash. */
function isPath(core: string): boolean {
  return /[./~:]/.test(core) && !/[.]$/.test(core);
}

function trimAddress(address: string): string {
  let end = address.length;
  for (;;) {
    const mark = address.charAt(end - 1);
    if (mark === ')' || mark === ']') {
      if (count(address, 0, end) >= 0) break;
    } else if (!ADDRESS_END.test(mark)) break;
    end--;
  }
  return address.slice(0, end);
}

/** The atom that begins in this chunk and may hold spaces: telephone number, account, thousands in groups. */
function matchAtom(text: string, start: number, chunk: string, letters: boolean): Piece | null {
  if (letters) {
    const from = start + Math.max(0, chunk.search(CORE));
    const account = sticky(IBAN, text, from);
    return account ? { kind: 'atom', start: from, end: from + account.length } : null;
  }
  let from = start + chunk.search(NUMBER_START);
  const code = sticky(SERVICE_CODE, text, from);
  if (code) return { kind: 'atom', start: from, end: from + code.length };
  for (; from < start + chunk.length; from++) {
    const found = stripBracket(sticky(PHONE, text, from));
    if (found && isPhone(text, from, found)) return { kind: 'atom', start: from, end: from + found.length };
    if (CORE.test(text.charAt(from)) || text.charAt(from) === '+') break;
  }
  const found = sticky(LONG_PHONE, text, from) || sticky(CARD, text, from) || sticky(THOUSANDS, text, from);
  return found ? { kind: 'atom', start: from, end: from + found.length } : null;
}

/** Takes off a bracket at the end that was not opened; empty when the whole is in brackets or one stays open. */
function stripBracket(found: string): string {
  const depth = count(found, 0, found.length);
  if (depth > 0 || (found.startsWith('(') && found.endsWith(')'))) return '';
  return depth < 0 && found.endsWith(')') ? found.slice(0, -1) : found;
}

function sticky(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function isPhone(text: string, at: number, found: string): boolean {
  const plain = toAscii(found);
  const digits = plain.replace(/\D/g, '').length;
  if (digits > 15 || digits < 7) return false;
  const grouped = /\d\D+\d/.test(plain);
  if (plain.startsWith('+') || plain.startsWith('(+')) return grouped || digits >= 10;
  const named = () => TELEPHONE.test(text.slice(Math.max(0, at - 40), at));
  if (!grouped) return (plain.startsWith('0') && digits >= 9) || named();
  if (DATE_LIKE.test(plain)) return false;
  if (/^\(?00\d/.test(plain) && digits >= 9) return true;
  if (/^\(?0\d{1,4}\)?/.test(plain) && digits >= (plain.includes(' ') ? 8 : 7)) return true;
  if (DIALLED.test(plain) || SERIAL.test(plain)) return true;
  return named();
}

/** Digits of the three families → ASCII, same length. */
function toAscii(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.charCodeAt(0) - 0x660) % 0x90));
}

function numberKind(text: string, at: number, core: string, after: string): PieceKind {
  const sign = SIGNED.test(core);
  if (sign) {
    // Arabic-Indic digits keep their sign on the right, where their readers expect it.
    if (ARABIC_DIGITS_ONLY.test(core)) return 'other';
    return followsDigit(text, at) || after === '-' ? 'other' : 'atom';
  }
  if (MONEY.test(core) || core.startsWith('#')) return 'atom';
  if (NUMBER.test(core)) return 'number';
  if (GROUPED_NUMBER.test(core)) return 'other';
  // Sums in Arabic-Indic digits run from the right, as their readers write them.
  if (/[٠-٩]/.test(core)) return 'other';
  return SUM.test(core) && SUM_OPERATOR.test(core) && !/^[\d.]+[-–][\d.]+$/.test(core) ? 'atom' : 'other';
}

const DIGIT_BEFORE = new RegExp(`[${DIGIT}][${SPACE}]*$`, 'u');

/** `2 -1` is a score or a range, not a number below zero. */
function followsDigit(text: string, at: number): boolean {
  return DIGIT_BEFORE.test(text.slice(Math.max(0, at - 3), at));
}

const COMMA = new RegExp(`(?<=[${LTR}])[,;](?=[${LTR}])`, 'u');
const CODE = /[/\\=()<>{}[\]@_]/;
const STANDALONE = /^[@#]/;

/** One word, or several with commas between and no space: `Google,Apple`. */
function readWords(start: number, core: string, pieces: Piece[]): void {
  const kind = STANDALONE.test(core) || (core.includes('@') && !core.includes(' ')) ? 'atom' : 'word';
  if (!/[,;]/.test(core) || CODE.test(core)) {
    if (core) pieces.push({ kind, start, end: start + core.length });
    return;
  }
  let at = start;
  for (const part of core.split(COMMA)) {
    if (part) pieces.push({ kind: HAS_LETTER.test(part) ? kind : 'other', start: at, end: at + part.length });
    at += part.length + 1;
  }
}
