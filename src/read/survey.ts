/** What a text holds that needs a closer look, as bits. Most texts hold none of it, and one table look-up a letter says so. */

/** Characters that may not be published (`characters.ts`). */
export const FORBIDDEN = 1;
/** The text may not be in form NFC. */
export const UNCOMPOSED = 2;
/** Harakat: composed as long as no two stand together. */
export const HARAKAT = 8;
/** Signs that misread text is full of (`mojibake.ts`). */
export const MISREAD = 4;

/** The bits of each UTF-16 unit. */
export const SURVEY = buildTable();

function buildTable(): Uint8Array {
  const table = new Uint8Array(0x10000);
  const add = (bit: number, first: number, last = first): void => {
    for (let code = first; code <= last; code += 1) table[code] = (table[code] ?? 0) | bit;
  };
  // Everything from U+0300 may compose or be replaced, except the letters and signs named here.
  add(UNCOMPOSED, 0x300, 0xffff);
  const composed: readonly (readonly [number, number])[] = [
    [0x5d0, 0x5f4],
    [0x600, 0x60f],
    [0x61b, 0x64a],
    [0x660, 0x66f],
    [0x671, 0x6bf],
    [0x6c1, 0x6c1],
    [0x6c3, 0x6d2],
    [0x6d4, 0x6d5],
    [0x6ee, 0x6ff],
    [0x780, 0x7b1],
    [0x2002, 0x206f],
    [0x20a0, 0x20bf],
  ];
  for (const [first, last] of composed) table.fill(0, first, last + 1);
  table.fill(HARAKAT, 0x64b, 0x653);
  add(FORBIDDEN, 0x00, 0x08);
  add(FORBIDDEN, 0x0b, 0x0c);
  add(FORBIDDEN, 0x0e, 0x1f);
  add(FORBIDDEN, 0x7f, 0x9f);
  add(FORBIDDEN, 0xfdd0, 0xfdef);
  add(FORBIDDEN, 0xfeff);
  add(FORBIDDEN, 0xfffd, 0xffff);
  // Noncharacters end every plane: the second half of their surrogate pairs says enough for a closer look.
  add(FORBIDDEN, 0xdffe, 0xdfff);
  add(MISREAD, 0xa1, 0xff);
  for (const usual of '«»©®°·') table[usual.charCodeAt(0)] = 0;
  return table;
}

/** The bits of a text. */
export function survey(text: string): number {
  let bits = 0;
  for (let at = 0; at < text.length; at += 1) bits |= SURVEY[text.charCodeAt(at)] as number;
  return bits;
}
