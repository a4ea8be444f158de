import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { imageSize } from '../../src/publish/image-size.js';
import { hangPictures } from '../../src/publish/pictures.js';
import { listStatic } from '../../src/publish/static.js';
import { listArticles } from '../../src/read/find.js';
import { digest } from '../../src/shell/digest.js';
import { freshFolder, put } from '../folder.js';

const ascii = (text: string): number[] => [...Buffer.from(text, 'latin1')];
const u32 = (value: number): number[] => [
  value >>> 24,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
const box = (type: string, content: number[]): number[] => [
  ...u32(content.length + 8),
  ...ascii(type),
  ...content,
];

const PNG = [
  0x89,
  0x50,
  0x4e,
  0x47,
  13,
  10,
  26,
  10,
  ...u32(13),
  ...ascii('IHDR'),
  ...u32(640),
  ...u32(480),
  8,
  2,
  0,
  0,
  0,
];
const GIF = [...ascii('GIF89a'), 0x40, 1, 0xf0, 0, 0, 0, 0];
const FRAME = [0xff, 0xc0, 0, 17, 8, ...[2, 0x58], ...[3, 0x20], 3];
const JPEG = [0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0, ...FRAME];
const TIFF = [...ascii('MM'), 0, 42, ...u32(8), 0, 1, 1, 0x12, 0, 3, ...u32(1), 0, 6, 0, 0];
const SIDEWAYS = [0xff, 0xd8, 0xff, 0xe1, 0, TIFF.length + 8, ...ascii('Exif'), 0, 0, ...TIFF, ...FRAME];
const LOSSY = [
  ...ascii('RIFF'),
  0,
  0,
  0,
  0,
  ...ascii('WEBPVP8 '),
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0x9d,
  1,
  0x2a,
  0x40,
  1,
  0xf0,
  0,
];
const LARGE = [
  ...ascii('RIFF'),
  0,
  0,
  0,
  0,
  ...ascii('WEBPVP8X'),
  10,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0x3f,
  1,
  0,
  0xef,
  0,
  0,
];
const LOSSLESS = [...ascii('RIFF'), 0, 0, 0, 0, ...ascii('WEBPVP8L'), 0, 0, 0, 0, 0x2f, 0x3f, 0xc1, 0x3b, 0];
const ISPE = (width: number, height: number): number[] =>
  box('ispe', [...u32(0), ...u32(width), ...u32(height)]);
const AVIF = [
  ...box('ftyp', [...ascii('avif'), ...u32(0), ...ascii('mif1')]),
  ...box('meta', [
    ...u32(0),
    ...box('hdlr', [0, 0]),
    ...box('iprp', box('ipco', [...ISPE(80, 60), ...ISPE(320, 240)])),
  ]),
];

describe('sizes of pictures', () => {
  test.each([
    ['png', PNG, 640, 480],
    ['gif', GIF, 320, 240],
    ['jpg', JPEG, 800, 600],
    ['jpg', SIDEWAYS, 600, 800],
    ['webp', LOSSY, 320, 240],
    ['webp', LARGE, 320, 240],
    ['webp', LOSSLESS, 320, 240],
    ['avif', AVIF, 320, 240],
  ] as const)('%s', (type, bytes, width, height) => {
    expect(imageSize(Uint8Array.from(bytes))).toEqual({ type, width, height });
  });

  test('anything else is none, and nothing throws or hangs', () => {
    const wild = fc.uint8Array({ maxLength: 300 });
    const head = fc.constantFrom(PNG, GIF, JPEG, SIDEWAYS, LOSSY, LARGE, LOSSLESS, AVIF);
    fc.assert(fc.property(wild, (bytes) => imageSize(bytes) === null || bytes.length > 9));
    fc.assert(
      fc.property(head, fc.nat(60), wild, (known, cut, bytes) => {
        const size = imageSize(Uint8Array.from([...known.slice(0, cut), ...bytes]));
        if (size !== null) expect(size.width * size.height).toBeGreaterThan(0);
      }),
    );
    expect(imageSize(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).toBe(null);
  });
});

test('pictures that articles show are published by their content, others are not', () => {
  const root = freshFolder();
  put(root, {
    'articles/a.txt': 'a',
    'articles/page.jpg': '<html><script>1</script>',
    'articles/drawing.svg': '<svg/>',
  });
  for (const name of ['ميناء.png', 'private.png', 'copy.png'])
    writeFileSync(join(root, 'articles', name), Uint8Array.from(PNG));
  const wanted = new Set([
    'articles/ميناء.png',
    'articles/copy.png',
    'articles/page.jpg',
    'articles/drawing.svg',
    'articles/none.png',
  ]);
  const first = hangPictures(listArticles(root).pictures, wanted, new Map(), digest);
  expect([...first.pictures.keys()]).toEqual(['articles/copy.png', 'articles/ميناء.png']);
  expect(first.files.map((file) => file.path)).toEqual([
    expect.stringMatching(/^pictures\/[0-9a-f]{24}\.png$/),
  ]);
  expect(first.diagnostics.map((one) => one.id).sort()).toEqual(['picture-svg', 'picture-unreadable']);
  const again = hangPictures(listArticles(root).pictures, wanted, first.known, () => {
    throw new Error('read again');
  });
  expect(again.pictures).toEqual(first.pictures);
  expect(again.diagnostics).toEqual(first.diagnostics);
});

test('a picture brings its twins of lighter kinds, where they show the same', () => {
  const root = freshFolder();
  put(root, { 'articles/a.txt': 'a' });
  const webp = (width: number, height: number) => {
    const bytes = Uint8Array.from(LOSSY);
    bytes.set([width & 255, width >> 8, height & 255, height >> 8], bytes.length - 4);
    return bytes;
  };
  writeFileSync(join(root, 'articles/port.png'), Uint8Array.from(PNG)); // 640 × 480
  writeFileSync(join(root, 'articles/port.webp'), webp(320, 240));
  writeFileSync(join(root, 'articles/crop.png'), Uint8Array.from(PNG));
  writeFileSync(join(root, 'articles/crop.webp'), webp(320, 320));
  const wanted = new Set(['articles/port.png', 'articles/crop.png']);
  const { pictures, files } = hangPictures(listArticles(root).pictures, wanted, new Map(), digest);
  const lighter = pictures.get('articles/port.png')?.lighter;
  expect(lighter).toEqual([{ path: expect.stringMatching(/\.webp$/), type: 'image/webp' }]);
  expect(files.map(({ path }) => path)).toContain(lighter?.[0]?.path);
  expect(pictures.get('articles/crop.png')).not.toHaveProperty('lighter');
});

test('static/ is published as it is, but nothing from outside and no backups', () => {
  const root = freshFolder();
  put(root, {
    'static/.well-known/security.txt': 's',
    'static/.nojekyll': '',
    'static/a/logo.svg': '<svg/>',
    'static/note.txt~': 'x',
    'static/.git/config': 'x',
    'secret/key': 'x',
  });
  symlinkSync(join(root, 'secret/key'), join(root, 'static/key'));
  symlinkSync(join(root, 'static/a/logo.svg'), join(root, 'static/logo.svg'));
  mkdirSync(join(root, 'static/empty'));
  const { files, diagnostics } = listStatic(root, 'static');
  expect(files.map((file) => file.path)).toEqual([
    '.nojekyll',
    '.well-known/security.txt',
    'a/logo.svg',
    'logo.svg',
  ]);
  expect(String(files[3]?.content())).toBe('<svg/>');
  expect(diagnostics.map((one) => [one.id, one.file])).toEqual([['link-outside', 'static/key']]);
  expect(listStatic(root, 'nothing')).toEqual({ files: [], diagnostics: [] });
});
