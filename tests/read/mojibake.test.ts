import { describe, expect, test } from 'vitest';
import { CODE_PAGES, type CodePage } from '../../src/read/codepages.js';
import { undoMojibake } from '../../src/read/mojibake.js';
import { readSource } from '../../src/read/source.js';
import { encodeAs } from './encode.js';

const TEXTS = [
  'أعلنت البلدية افتتاح المكتبة الجديدة في وسط المدينة صباح الأحد، بحضور عدد كبير من السكان.',
  'شهرداری از گشایش کتابخانهٔ تازه در مرکز شهر خبر داد و گفت که درهای آن هر روز باز است.',
  'העירייה הודיעה על פתיחת הספרייה החדשה במרכז העיר ביום ראשון בבוקר.',
  'شہر کی انتظامیہ نے نئی لائبریری کھولنے کا اعلان کیا ہے جو ہر روز کھلی رہے گی۔',
];

/** Decodes bytes with the wrong table, as a careless program does. */
function misread(bytes: Uint8Array, page: CodePage): string {
  return [...bytes]
    .map((byte) => {
      if (byte < 0x80) return String.fromCharCode(byte);
      const character = CODE_PAGES[page].charAt(byte - 0x80);
      return character === '\ufffd' ? String.fromCharCode(byte) : character;
    })
    .join('');
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('undone', () => {
  test.each(TEXTS)('UTF-8 read as Windows-1252, once and twice: %s', (text) => {
    const once = misread(utf8(text), 'windows-1252');
    expect(undoMojibake(once)).toBe(text);
    expect(undoMojibake(misread(utf8(once), 'windows-1252'))).toBe(text);
  });

  test.each(TEXTS)('UTF-8 read as Windows-1256: %s', (text) => {
    expect(undoMojibake(misread(utf8(text), 'windows-1256'))).toBe(text);
  });

  test('Windows-1256 and -1255 read as Latin-1', () => {
    expect(undoMojibake(misread(encodeAs(TEXTS[0] ?? '', 'windows-1256'), 'windows-1252'))).toBe(TEXTS[0]);
    expect(undoMojibake(misread(encodeAs(TEXTS[2] ?? '', 'windows-1255'), 'windows-1252'))).toBe(TEXTS[2]);
  });

  test('a whole file, and it is said', () => {
    const source = readSource('a.txt', utf8(misread(utf8(TEXTS.join('\n\n')), 'windows-1252')), null);
    expect(source.lines.filter((line) => line !== '')).toEqual(TEXTS);
    expect(source.diagnostics).toMatchObject([{ id: 'mojibake-undone', line: 1 }]);
  });
});

describe('left alone', () => {
  test.each([
    ...TEXTS,
    'Le café de la Place était fermé à cause de la grève générale.',
    'Übergrößenträger müssen nächtens über Äcker gehen',
    'Ångström é àéèùçêîôû',
    'ط» نص عربي صحيح فيه علامة ظ« وأخرى',
    '×3 ضعف و÷2',
    '',
  ])('%s', (text) => {
    expect(undoMojibake(text)).toBeNull();
  });
});
