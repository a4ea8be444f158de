/** What Chromium says of the fonts of a page: which it painted with, what moved, whether two draw the same. */
import type { Page } from 'playwright-core';

export interface UsedFont {
  readonly familyName: string;
  readonly isCustomFont: boolean;
  readonly glyphCount: number;
}

/** Which fonts the browser really painted an element's own text with. */
export async function paintedWith(page: Page, selector: string): Promise<UsedFont[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const used: UsedFont[] = [];
  for (const nodeId of nodeIds)
    used.push(...(await session.send('CSS.getPlatformFontsForNode', { nodeId })).fonts);
  await session.detach();
  return used;
}

/** Sum of the layout shifts so far. */
export const shiftOf = (page: Page): Promise<number> =>
  page.evaluate(`new Promise((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().reduce((total, entry) => total + entry.value, 0)))
      .observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => resolve(0), 400);
  })`) as Promise<number>;

/** Draws text with the cut face and with the whole one, and counts the pixels that differ. */
export const COMPARE = (
  cut: string,
  whole: string,
  weight: number,
  words: readonly string[],
  lang: string,
): string => `(async () => {
  const faces = [new FontFace('Cut', 'url(${cut})'), new FontFace('Whole', 'url(data:font/woff2;base64,${whole})', { weight: '100 900' })];
  for (const face of faces) document.fonts.add(await face.load());
  const draw = (family, word) => {
    const canvas = document.body.appendChild(document.createElement('canvas'));
    canvas.lang = '${lang}';
    canvas.dir = 'rtl';
    canvas.width = 900;
    canvas.height = 120;
    const pen = canvas.getContext('2d', { willReadFrequently: true });
    pen.font = '${weight} 32px ' + family;
    pen.fillText(word, 880, 70);
    const pixels = pen.getImageData(0, 0, 900, 120).data;
    canvas.remove();
    return pixels;
  };
  return ${JSON.stringify(words)}.filter((word) => {
    const [one, other] = [draw('Cut', word), draw('Whole', word)];
    return one.some((value, index) => value !== other[index]) || one.every((value) => value === 0);
  });
})()`;
