import type { Locale, Numbering } from './types.js';

const ZEROS: Readonly<Record<Numbering, number>> = { latn: 0x30, arab: 0x660, arabext: 0x6f0 };

/** The text with every decimal digit (European, Arabic-Indic, Persian) in the given system; the rest is untouched. */
export function digits(text: string, numbering: Numbering): string {
  const zero = ZEROS[numbering];
  return text.replace(/[0-9\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
    // The last four bits of a decimal digit are its value in all three blocks.
    String.fromCharCode(zero + (digit.charCodeAt(0) & 0xf)),
  );
}

/** A number as running text shows it: grouped by thousands, at most three decimals. */
export function number(value: number, locale: Locale): string {
  if (!Number.isFinite(value)) return digits(String(value), locale.numbering);
  const [whole = '0', fraction] = trimmed(Math.abs(value)).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, locale.signs.group);
  const sign = value < 0 ? '\u2212' : '';
  const tail = fraction === undefined ? '' : locale.signs.decimal + fraction;
  return digits(sign + grouped + tail, locale.numbering);
}

/** A share of one as a percentage: 0.125 → `12.5%`, `٪` after Arabic-Indic and Persian digits. */
export function percent(share: number, locale: Locale): string {
  return number(share * 100, locale) + locale.signs.percent;
}

/** The CSS `list-style-type` that numbers lists in the given digits. */
export function counterStyle(numbering: Numbering): 'decimal' | 'arabic-indic' | 'persian' {
  return ({ latn: 'decimal', arab: 'arabic-indic', arabext: 'persian' } as const)[numbering];
}

function trimmed(value: number): string {
  if (value >= 1e21) return BigInt(Math.round(value)).toString();
  const fixed = value.toFixed(3);
  return fixed.replace(/\.?0+$/, '');
}
