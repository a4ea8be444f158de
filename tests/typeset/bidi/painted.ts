/** A real browser that says in which order, from left to right, the characters of a line are painted. */
import { launchChromium } from '../../chromium.js';
import { ONE_LINE, VISUAL_ORDER } from '../../visual-order.js';

export interface Line {
  readonly html: string;
  readonly dir: 'rtl' | 'ltr';
  readonly lang: string;
}

export interface Painted {
  /** Characters from left to right; what has no width does not show. */
  readonly visual: string;
  /** What a reader gets who copies the line. */
  readonly copied: string;
}

/** Paints all lines in one page, each on a line of its own. */
export async function paint(lines: readonly Line[]): Promise<Painted[]> {
  const browser = await launchChromium();
  try {
    const page = await browser.newPage();
    await page.setContent('<!doctype html><html lang="ar" dir="rtl"><body></body></html>');
    return (await page.evaluate(PROBE(lines))) as Painted[];
  } finally {
    await browser.close();
  }
}

// A string, so that the compiler of the tests needs no types of the browser.
const PROBE = (lines: readonly Line[]) => `(${String(probe)})(${JSON.stringify(lines)})`;

const probe = `(lines) => lines.map(({ html, dir, lang }) => {
  const line = document.createElement('p');
  line.dir = dir;
  line.lang = lang;
  line.style.cssText = 'position:absolute;top:0;inset-inline-start:0;margin:0;' + ${JSON.stringify(ONE_LINE)};
  line.innerHTML = html;
  document.body.append(line);
  const painted = { visual: (${VISUAL_ORDER})(line), copied: line.innerText };
  line.remove();
  return painted;
})`;
