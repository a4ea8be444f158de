import { inflateSync } from 'node:zlib';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../../src/publish/cards/png.js';

/** Read back by another program. */
function decode(png: Uint8Array, width: number, height: number): Uint8Array {
  const image = `<image width="${width}" height="${height}" image-rendering="optimizeSpeed" href="data:image/png;base64,${Buffer.from(png).toString('base64')}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return new Resvg(svg).render().pixels;
}

function picture(
  width: number,
  height: number,
  colour: (x: number, y: number) => readonly [number, number, number],
) {
  const pixels = new Uint8Array(4 * width * height);
  for (let at = 0; at < width * height; at++)
    pixels.set([...colour(at % width, Math.floor(at / width)), 255], 4 * at);
  return pixels;
}

describe('a picture with a palette', () => {
  test('comes back pixel by pixel when it has few colours', async () => {
    const pixels = picture(40, 30, (x, y) => (x > y ? [156, 28, 31] : [255, 254, x * 6]));
    const png = await encodePng(pixels, 40, 30);
    expect(Buffer.from(decode(png, 40, 30)).equals(Buffer.from(pixels))).toBe(true);
    expect(Buffer.from(await encodePng(pixels, 40, 30)).equals(Buffer.from(png))).toBe(true);
  });

  test('with more shades than a palette holds is off by a few steps at most', async () => {
    const pixels = picture(64, 64, (x, y) => [x * 4, y * 4, (x * y) % 256]);
    const png = await encodePng(pixels, 64, 64);
    const back = decode(png, 64, 64);
    const worst = Math.max(...pixels.map((value, index) => Math.abs(value - (back[index] ?? 0))));
    expect(worst).toBeLessThan(64);
    expect(
      inflateSync(Buffer.from(png).subarray(Buffer.from(png).indexOf('IDAT') + 4, png.length - 16)).length,
    ).toBe(65 * 64);
  });
});
