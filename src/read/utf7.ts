/**
 * UTF-7, as old mail systems wrote Arabic and Hebrew: `+BicGRAY3BkU-`. Nothing but ASCII, so it passes for a text of
 * signs that nobody can read. It is taken for UTF-7 only when its groups decode to right-to-left letters without a rest.
 */

const GROUP = /\+([A-Za-z0-9+/]*)-?/g;
/** Fewest letters that prove it: an English text has none. */
const FEWEST = 12;
const LETTER = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/g;

/** The text that an ASCII text holds in UTF-7; null when it is none. Linear. */
export function decodeUtf7(text: string): string | null {
  if (!text.includes('+')) return null;
  let whole = true;
  const decoded = text.replace(GROUP, (group: string, coded: string) => {
    if (coded === '') return group.endsWith('-') ? '+' : group;
    const units = decodeGroup(coded);
    if (units === null) whole = false;
    return units ?? group;
  });
  return whole && (decoded.match(LETTER)?.length ?? 0) >= FEWEST ? decoded : null;
}

/** Base 64 → UTF-16, the bits left over must be zero; null when it is not that. */
function decodeGroup(coded: string): string | null {
  let bits = 0;
  let count = 0;
  const units: number[] = [];
  for (const sign of coded) {
    bits = (bits << 6) | SIGNS.indexOf(sign);
    count += 6;
    if (count < 16) continue;
    count -= 16;
    units.push((bits >> count) & 0xffff);
    bits &= (1 << count) - 1;
  }
  if (units.length === 0 || count >= 6 || bits !== 0) return null;
  let text = '';
  for (let at = 0; at < units.length; at += 8192) text += String.fromCharCode(...units.slice(at, at + 8192));
  return text.isWellFormed() ? text : null;
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
