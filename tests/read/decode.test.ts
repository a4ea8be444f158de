import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode } from '../../src/read/decode.js';
import { readSource } from '../../src/read/source.js';
import { survey, UNCOMPOSED } from '../../src/read/survey.js';
import { decodeUtf8 } from '../../src/read/utf8.js';
import { cpuTime } from '../cpu-time.js';
import { encodeAs, encodeUtf16 } from './encode.js';

const ARABIC = [
  'أعلنت البلدية افتتاح المكتبة الجديدة في وسط المدينة صباح الأحد، بحضور عدد كبير من السكان والضيوف.',
  'وقال مدير المكتبة إن أبوابها مفتوحة كل يوم من الثامنة صباحا حتى العاشرة مساء، وفيها قاعة للأطفال.',
  'قصير جدا\nسطران',
  'مباراة الغد مؤجلة بسبب المطر الغزير',
];
const HEBREW = [
  'העירייה הודיעה על פתיחת הספרייה החדשה במרכז העיר ביום ראשון בבוקר, בנוכחות תושבים רבים.',
  'מנהל הספרייה אמר כי השערים פתוחים בכל יום משמונה בבוקר ועד עשר בערב.',
  'קצר מאוד',
];
const PERSIAN = ['شهرداري از گشايش كتابخانه تازه در مركز شهر خبر داد و گفت كه درهاي آن هر روز باز است.'];

describe('every supported encoding gives the text back', () => {
  test.each(ARABIC)('Arabic: %s', (text) => {
    expect(decode(encodeAs(text, 'windows-1256'))).toMatchObject({
      text,
      encoding: 'windows-1256',
      how: 'guess',
    });
    expect(decode(encodeAs(text, 'iso-8859-6'))).toMatchObject({ text, encoding: 'iso-8859-6' });
  });
  test.each(HEBREW)('Hebrew: %s', (text) => {
    expect(decode(encodeAs(text, 'windows-1255')).text).toBe(text);
    expect(decode(encodeAs(text, 'iso-8859-8')).text).toBe(text);
  });
  test.each(PERSIAN)('Persian: %s', (text) => {
    expect(decode(encodeAs(text, 'windows-1256'))).toMatchObject({ text, encoding: 'windows-1256' });
  });
  test('French in Windows-1252', () => {
    const text = 'Le maire a annoncé l’ouverture de la médiathèque; elle sera fermée à Noël.';
    expect(decode(encodeAs(text, 'windows-1252'))).toMatchObject({ text, encoding: 'windows-1252' });
  });
  test.each([...ARABIC, ...HEBREW, 'plain ASCII', 'ދިވެހި ބަސް'])(
    'UTF-16 and UTF-8, with and without mark: %s',
    (text) => {
      const utf8 = new TextEncoder().encode(text);
      expect(decode(utf8)).toMatchObject({ text, encoding: 'utf-8', how: 'form' });
      expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, ...utf8]))).toMatchObject({
        text,
        encoding: 'utf-8',
        how: 'mark',
      });
      for (const littleEndian of [true, false]) {
        const encoding = littleEndian ? 'utf-16le' : 'utf-16be';
        expect(decode(encodeUtf16(text, littleEndian, true))).toMatchObject({ text, encoding, how: 'mark' });
        expect(decode(encodeUtf16(text, littleEndian, false))).toMatchObject({ text, encoding, how: 'form' });
      }
    },
  );
});

describe('UTF-7', () => {
  const ascii = (text: string) => decode(new TextEncoder().encode(text));

  test('is known by groups that give right-to-left letters', () => {
    const found = ascii(
      '+BicGRAY5BkYGSAYnBkY: +Bi4GKAYx\n\n+BkIGJwZE +BkUGKgYtBi8GKw +BiUGRg 1+-1=2 +BkEGSg +BicGRAZFBi8GSgZGBik.\n',
    );
    expect(found).toMatchObject({
      encoding: 'utf-7',
      text: 'العنوان: خبر\n\nقال متحدث إن 1+1=2 في المدينة.\n',
    });
  });

  test.each(['1+1=2 and a+b+c+d', 'call +966 11 4567890', 'C++ and g++', '+BicGRAY5BkYGSAYnBkY and +x'])(
    '%s is ASCII',
    (text) => expect(ascii(text)).toMatchObject({ encoding: 'utf-8', text }),
  );

  test('a hundred thousand signs take no time', () => {
    for (const unit of ['+', '+A', '+BicGRAY5', '+-']) {
      const start = cpuTime();
      ascii(unit.repeat(100_000 / unit.length));
      expect(cpuTime() - start).toBeLessThan(1000);
    }
  });
});

describe('what cannot be told is refused', () => {
  test('bytes of a picture, and broken UTF-8 after a mark', () => {
    const noise = Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919 + (index >> 3) * 31) % 256);
    expect(decode(noise).text).toBeNull();
    expect(decode(Uint8Array.from([0xef, 0xbb, 0xbf, 0x41, 0xff, 0x42])).text).toBeNull();
    const source = readSource('a.txt', noise, null);
    expect(source.lines).toEqual([]);
    expect(source.diagnostics).toMatchObject([{ id: 'encoding-unknown', severity: 'error' }]);
  });

  test('UTF-8 cut in the middle of a letter is not published as something else', () => {
    const bytes = new TextEncoder().encode(ARABIC[0] ?? '');
    const cut = decode(bytes.subarray(0, bytes.length - 2).slice(0, 61));
    if (cut.text !== null) expect(cut.text).not.toMatch(/[طظØÙ]{3}/u);
  });
});

test('the own decoder gives what the runtime gives, for every kind of character and size', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      const bytes = new TextEncoder().encode(text);
      expect(decodeUtf8(bytes)?.text).toBe(strict.decode(bytes));
      expect(decodeUtf8(bytes)?.bits).toBe(survey(strict.decode(bytes)));
    }),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      let expected: string | null = null;
      try {
        expected = strict.decode(bytes);
      } catch {
        // Not UTF-8: both must say so.
      }
      expect(decodeUtf8(bytes)?.text ?? null).toBe(expected);
    }),
    { numRuns: 2000 },
  );
  const large = 'خبر 🗞 '.repeat(60_000);
  expect(decodeUtf8(new TextEncoder().encode(large))?.text).toBe(large);
  expect(decodeUtf8(new TextEncoder().encode('قصير'))?.text).toBe('قصير');
});

test('a text whose survey says composed is composed', () => {
  for (let code = 0; code < 0x10000; code += 1) {
    const character = String.fromCharCode(code);
    if ((survey(character) & UNCOMPOSED) !== 0 || !character.isWellFormed()) continue;
    for (const text of [character, `a${character}`, `ا${character}`, `${character}ا`])
      expect(text.normalize('NFC')).toBe(text);
  }
});

test('whatever the bytes, nothing throws and nothing unprintable comes through', () => {
  const UNPRINTABLE = /[\p{Cc}\ufffd\ufeff\p{Cs}]/u;
  const check = (bytes: Uint8Array, path: string): void => {
    const source = readSource(path, bytes, bytes);
    for (const line of source.lines) {
      expect(UNPRINTABLE.test(line.replaceAll('\t', ''))).toBe(false);
      expect(line).toBe(line.normalize('NFC'));
    }
    expect(source.headerLines).toBeLessThanOrEqual(source.lines.length);
    expect(JSON.stringify([source.header, source.diagnostics])).not.toMatch(/\[object|undefined|NaN/);
  };
  const path = fc.constantFrom('a.txt', 'b.md');
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), path, check), { numRuns: 500 });
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), path, (text, file) =>
      check(new TextEncoder().encode(text), file),
    ),
    { numRuns: 500 },
  );
});
