/**
 * Contrast of the accent colour: a newsroom chooses one colour, readers must be able to read it by day and by night.
 * Formulae: WCAG 2.2, "relative luminance" and "contrast ratio".
 */

/** `#rrggbb`, lower case. */
export type Hex = string;

/** What the accent is read on in light and in dark mode. The stylesheet uses these two. */
export const PAPER: { readonly light: Hex; readonly dark: Hex } = { light: '#fffefa', dark: '#14161a' };

/** WCAG AA for text. */
export const LEAST_CONTRAST = 4.5;

/** `#rgb` or `#rrggbb` in any case → `#rrggbb`; null for anything else. */
export function parseHex(text: string): Hex | null {
  const long = /^#([\da-f]{6})$/i.exec(text);
  if (long) return text.toLowerCase();
  const short = /^#([\da-f])([\da-f])([\da-f])$/i.exec(text);
  return short
    ? `#${short
        .slice(1)
        .map((digit) => digit + digit)
        .join('')}`.toLowerCase()
    : null;
}

/** From 1 (equal) to 21 (black on white). */
export function contrast(a: Hex, b: Hex): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/**
 * The colour itself when it can be read on `paper`, else the nearest one that can: mixed with black on light paper,
 * with white on dark paper, in steps of a fiftieth.
 */
export function readable(colour: Hex, paper: Hex): Hex {
  const ink = luminance(paper) > 0.18 ? 0 : 255;
  for (let step = 0; step <= 50; step++) {
    const mixed = channels(colour).map((value) => Math.round(value + ((ink - value) * step) / 50));
    const candidate: Hex = `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
    if (contrast(candidate, paper) >= LEAST_CONTRAST) return candidate;
  }
  return ink === 0 ? '#000000' : '#ffffff';
}

function luminance(colour: Hex): number {
  const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function channels(colour: Hex): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16));
}
