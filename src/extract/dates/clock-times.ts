/** The written forms of one clock time with its part of the day and its zone, over tokens. */
import { sense, type Token } from './tokens.js';

/** A clock time in a line. */
export interface FoundTime {
  /** `14:05`. */
  readonly clock: string;
  /** `+03:00`, or null when no zone is named. */
  readonly offset: string | null;
  readonly next: number;
}

type Tokens = readonly Token[];

/** Reads a clock time that begins at a token: `14:05`, `2:05 م`, `الساعة 5 مساء`, `GMT 17:27`, `14:05+02:00`. */
export function timeAt(tokens: Tokens, at: number): FoundTime | null {
  const hour = tokens[at];
  if (hour?.kind !== 'number' || hour.text.length > 2 || hour.value > 24) return null;
  const [mark, minute] = [tokens[at + 1], tokens[at + 2]];
  const told = sense(tokens[at - 1], 'clock') !== undefined;
  const colon = mark !== undefined && /^[:.٫h]$/u.test(mark.text) && mark.end - mark.start === 1;
  if (colon && minute?.kind === 'number' && minute.text.length === 2 && minute.value < 60) {
    let next = at + 3;
    if (tokens[next]?.text === mark.text && tokens[next + 1]?.kind === 'number') next += 2;
    if (tokens[next]?.text === '.' && tokens[next + 1]?.text.length === 3) next += 2;
    const part = partOfDay(tokens, at - 1, next);
    if (mark.text !== ':' && mark.text !== 'h' && !told && part.kind === null) return null;
    return finish(hour.value, minute.value, part.kind, tokens, at, part.next);
  }
  const part = partOfDay(tokens, at - 1, at + 1);
  const oclock = sense(tokens[part.next], 'clock') !== undefined;
  if (part.kind === null || (!told && !oclock && tokens[part.next - 1]?.text.length === 1)) return null;
  return finish(hour.value, 0, part.kind, tokens, at, oclock ? part.next + 1 : part.next);
}

type Part = 'am' | 'pm' | 'night';

/** Morning or evening, written after the time or before it. */
function partOfDay(
  tokens: Tokens,
  before: number,
  after: number,
): { readonly kind: Part | null; readonly next: number } {
  const bracket = /^[(,،]$/u.test(tokens[after]?.text ?? '') ? 1 : 0;
  for (const kind of ['night', 'am', 'pm'] as const) {
    if (sense(tokens[after + bracket], kind) !== undefined) {
      const closed = tokens[after + bracket + 1]?.text === ')' ? 1 : 0;
      return { kind, next: after + bracket + 1 + closed };
    }
  }
  for (const kind of ['night', 'am', 'pm'] as const) {
    if (sense(tokens[before], kind) !== undefined && (tokens[before]?.text.length ?? 0) > 1)
      return { kind, next: after };
  }
  return { kind: null, next: after };
}

function finish(
  hour: number,
  minute: number,
  part: Part | null,
  tokens: Tokens,
  at: number,
  next: number,
): FoundTime | null {
  if (hour === 24 && minute > 0) return null;
  let h = hour === 24 ? 0 : hour;
  if (part === 'am' && h === 12) h = 0;
  if (part === 'pm' && h < 12) h += 12;
  if (part === 'night' && h <= 12) h = h === 12 ? 0 : h < 5 ? h : h + 12;
  const zone = zoneAt(tokens, next) ?? plainOffset(tokens, next) ?? zoneBefore(tokens, at);
  const clock = `${String(h).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return { clock, offset: zone?.offset ?? null, next: zone?.next ?? next };
}

interface Zone {
  readonly offset: string;
  /** null when the zone stands before the time. */
  readonly next: number | null;
}

/** `GMT`, `(GMT+0400)`, `بتوقيت غرينتش`. */
function zoneAt(tokens: Tokens, at: number): Zone | null {
  const open = /^[([,،-]$/u.test(tokens[at]?.text ?? '') ? 1 : 0;
  const zone = sense(tokens[at + open], 'zone');
  if (zone === undefined) return null;
  const shifted = zone.offset === '+00:00' ? signedOffset(tokens, at + open + 1) : null;
  const next = shifted?.next ?? at + open + 1;
  return {
    offset: shifted?.offset ?? zone.offset,
    next: /^[)\]]$/u.test(tokens[next]?.text ?? '') ? next + 1 : next,
  };
}

function zoneBefore(tokens: Tokens, at: number): Zone | null {
  const zone = sense(tokens[at - 1], 'zone');
  return zone === undefined ? null : { offset: zone.offset, next: null };
}

/** `+02:00` right behind the minutes; a minus only where it cannot be a dash (`T14:05-05:00`). */
function plainOffset(tokens: Tokens, at: number): Zone | null {
  const sign = tokens[at];
  const tight =
    sign !== undefined && tokens[at - 1]?.end === sign.start && tokens[at + 1]?.start === sign.end;
  if (!tight) return null;
  const iso = tokens.slice(Math.max(0, at - 8), at).some((token) => token.text === 't');
  return sign.text === '+' || (sign.text === '-' && iso) ? signedOffset(tokens, at) : null;
}

function signedOffset(tokens: Tokens, at: number): Zone | null {
  const [sign, hours] = [tokens[at], tokens[at + 1]];
  if ((sign?.text !== '+' && sign?.text !== '-') || hours?.kind !== 'number' || hours.text.length > 4)
    return null;
  const long = hours.text.length > 2;
  const h = long ? Math.floor(hours.value / 100) : hours.value;
  const parted = !long && tokens[at + 2]?.text === ':' && tokens[at + 3]?.text.length === 2;
  const m = long ? hours.value % 100 : parted ? (tokens[at + 3]?.value ?? 0) : 0;
  if (h > 14 || m > 59 || Number.isNaN(m)) return null;
  const offset = `${sign.text}${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}`;
  return { offset, next: parted ? at + 4 : at + 2 };
}
