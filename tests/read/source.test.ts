import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/read/source.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, path = 'articles/a.txt', sideCar: string | null = null) =>
  readSource(path, utf8(text), sideCar === null ? null : utf8(sideCar));

describe('lines', () => {
  test('LF, CRLF and CR are equal, and the last terminator ends the last line', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      expect(read(['أول', '', 'ثان', ''].join(end)).lines).toEqual(['أول', '', 'ثان']);
      expect(read(['أول', 'ثان'].join(end)).lines).toEqual(['أول', 'ثان']);
    }
    expect(read('').lines).toEqual([]);
    expect(read('\n\n').lines).toEqual(['', '']);
  });

  test.each(['\u0085', '\u2028', '\u2029'])('%j ends lines only where nothing else does', (end) => {
    const text = `خبر${end}نص الخبر`;
    const lines = (content: string) =>
      readSource('articles/a.txt', new TextEncoder().encode(content), null).lines.length;
    expect(lines(text)).toBe(2);
    expect(lines(`${text}\nآخر`)).toBe(2);
  });

  test('a byte order mark is gone, also inside the text', () => {
    expect(read('\ufeffخبر\nله \ufeffبقية').lines).toEqual(['خبر', 'له بقية']);
    expect(read('\ufeffخبر\nله \ufeffبقية').diagnostics).toEqual([]);
  });

  test('text is composed', () => {
    expect(read('ا\u0653ب').lines).toEqual(['آب']);
    expect(read('cafe\u0301').lines).toEqual(['café']);
  });

  test('controls and noncharacters are taken out and reported with their place', () => {
    const source = read('سطر\nفيه \0 و \u0007 و \ufdd0\nو \u{1fffe}');
    expect(source.lines).toEqual(['سطر', 'فيه  و  و ', 'و ']);
    expect(source.diagnostics.map(({ id, line, column }) => [id, line, column])).toEqual([
      ['unprintable-character', 2, 5],
      ['unprintable-character', 3, 3],
    ]);
  });

  test('a lost letter is reported, a ruined file is left out', () => {
    const source = read(`${'نص طويل '.repeat(20)}عرب\ufffdة`);
    expect(source.lines[0]).not.toContain('\ufffd');
    expect(source.diagnostics).toMatchObject([{ id: 'lost-letter', severity: 'warning', line: 1 }]);
    const ruined = read('\ufffd\ufffd\ufffd \ufffd\ufffd\ufffd\ufffd\n'.repeat(20));
    expect(ruined.lines).toEqual([]);
    expect(ruined.diagnostics.at(-1)).toMatchObject({ id: 'not-text', severity: 'error' });
  });

  test('form feeds and vertical tabs part words', () => {
    expect(read('صفحة\fأخرى').lines).toEqual(['صفحة أخرى']);
  });
});

describe('header lines', () => {
  test('English keys', () => {
    const source = read(
      'title: خبر: وصل القطار\nauthor: سمر الحاج، ليث عودة\ndate: 2024-05-01\ntags: سفر; قطارات\n\nنص الخبر.',
    );
    expect(source.header).toEqual({
      headline: 'خبر: وصل القطار',
      byline: ['سمر الحاج', 'ليث عودة'],
      published: '2024-05-01',
      tags: ['سفر', 'قطارات'],
    });
    expect(source.headerLines).toBe(5);
    expect(source.diagnostics).toEqual([]);
  });

  test('Arabic, Persian, Hebrew and Urdu keys', () => {
    expect(
      read('العنوان: أ\nالكاتب: ب\nالتاريخ: 3 أيار 2024\nالقسم: ثقافة\nالوسوم: كتب، شعر\n\nنص').header,
    ).toEqual({
      headline: 'أ',
      byline: ['ب'],
      published: '2024-05-03',
      section: 'ثقافة',
      tags: ['كتب', 'شعر'],
    });
    expect(read('عنوان: الف\nنویسنده: ب\nتاریخ: ۱۳۹۸/۰۴/۰۹\nدسته بندی: ورزش\n\nگزارش').header).toEqual({
      headline: 'الف',
      byline: ['ب'],
      published: '2019-06-30',
      section: 'ورزش',
    });
    expect(read('כותרת: א\nמאת: ב\nתאריך: 30.6.2019\n\nגוף').header).toEqual({
      headline: 'א',
      byline: ['ב'],
      published: '2019-06-30',
    });
    expect(read('سرخی: الف\nمصنف: ب\nتاریخ: 30 جون 2019\n\nمتن').header).toEqual({
      headline: 'الف',
      byline: ['ب'],
      published: '2019-06-30',
    });
  });

  test.each([
    'ليبيا: وصول أول سفينة\n\nنص',
    'كتب: أحمد سالم\n\nنص',
    'التاريخ: 03 يونيو 2020\n\nنص',
    'جدة: نجلاء الحربي\nالخرطوم: زاهر البشير\n\nنص',
    'رئيس الوزراء: لا تراجع\nوزير المالية: نعم\n\nنص',
    'مصنف: ویب ڈیسک\n\nمتن',
    'http://example.org/a\nنص',
  ])('no header: %s', (text) => {
    expect(read(text)).toMatchObject({ headerLines: 0, header: {} });
  });

  test('an unknown key inside the block is reported with the nearest known one', () => {
    const source = read('title: أ\nauthr: ب\ndate: 2024-05-01\n\nنص');
    expect(source.header).toEqual({ headline: 'أ', published: '2024-05-01' });
    expect(source.diagnostics).toMatchObject([{ id: 'header-unknown', severity: 'info', line: 2 }]);
    expect(source.diagnostics[0]?.message).toContain('“author”');
  });

  test('a headline with a colon right after the block is text', () => {
    expect(read('title: أ\ndate: 2024-05-01\nليبيا: نص\n')).toMatchObject({ headerLines: 2 });
  });

  test('a date that does not exist is said so', () => {
    const source = read('title: أ\ndate: 31 يونيو 2019\n\nنص');
    expect(source.header).toEqual({ headline: 'أ' });
    expect(source.diagnostics).toMatchObject([{ id: 'header-date', line: 2 }]);
  });

  test('draft answers', () => {
    expect(read('draft: نعم\n\nنص').header).toEqual({ draft: true });
    expect(read('draft: false\n\nنص').header).toEqual({ draft: false });
    expect(read('draft: ربما\n\nنص').header).toEqual({ draft: true });
  });
});

describe('front matter', () => {
  test('plain lines', () => {
    const source = read('---\ntitle: خبر\ndate: 2024-05-01\ntags: [أ, ب]\n---\n\nنص', 'articles/a.md');
    expect(source.header).toEqual({ headline: 'خبر', published: '2024-05-01', tags: ['أ', 'ب'] });
    expect(source.headerLines).toBe(6);
  });

  test('what only YAML can say', () => {
    const source = read(
      '---\ntitle: >-\n  خبر\n  طويل\ntags:\n  - أ\n  - ب\npicture:\n  src: port.jpg\n  alt: ميناء\n---\nنص',
      'articles/a.md',
    );
    expect(source.header).toEqual({
      headline: 'خبر طويل',
      tags: ['أ', 'ب'],
      picture: 'port.jpg',
      pictureAlt: 'ميناء',
    });
    expect(source.headerLines).toBe(11);
    expect(source.diagnostics).toEqual([]);
  });

  test('broken YAML names the line of the file and keeps the article back', () => {
    const source = read('---\ntitle: خبر\ntags: [أ, ب\n---\nنص', 'articles/a.md');
    expect(source.header.draft).toBe(true);
    expect(source.diagnostics).toMatchObject([{ id: 'front-matter-broken', severity: 'error' }]);
    expect([3, 4]).toContain(source.diagnostics[0]?.line);
  });

  test('prototype keys are inert, odd types are left out', () => {
    const source = read(
      '---\n__proto__: {draft: true}\nconstructor: x\ntitle: {a: 1}\nsection: [1, 2]\ndate: 2019\n---\nنص',
      'articles/a.md',
    );
    expect(source.header).toEqual({});
    expect(({} as { draft?: boolean }).draft).toBeUndefined();
    expect(JSON.stringify(source.diagnostics)).not.toMatch(/\[object|undefined|NaN/);
  });

  test('escapes cannot smuggle in what a text may not carry', () => {
    const yaml = '---\ntitle: "خبر\\0 \\e[31m\\uFFFE عاجل\\n سطر"\n"bad\\nkey\\e": x\n---\nنص';
    const source = read(yaml, 'articles/a.md', '{"headline":"خبر\\u0000 \\ud800 \\ufeffآخر"}');
    expect(source.header.headline).toBe('خبر [31m عاجل سطر');
    expect(source.sideCar.headline).toBe('خبر آخر');
    for (const { message } of source.diagnostics) expect(message).not.toMatch(/\p{Cc}/u);
  });

  test('deep nesting and aliases end in a problem of the file', () => {
    for (const block of [`a: ${'['.repeat(20_000)}`, `a: &a [x]\n${'b: '.repeat(1)}[${'*a,'.repeat(500)}]`]) {
      expect(() => read(`---\n${block}\n---\nنص`, 'articles/a.md')).not.toThrow();
    }
  });

  test('a thematic break is no front matter', () => {
    expect(read('---\n\nنص', 'articles/a.md')).toMatchObject({ headerLines: 0, diagnostics: [] });
  });
});

describe('side-car', () => {
  test('corrects fields, roles and drops', () => {
    const source = read(
      'نص',
      'articles/a.txt',
      '{"headline":"عنوان","roles":{"سطر":"caption"},"drop":["شارك"],"published":"2024-05-01"}',
    );
    expect(source.sideCar).toEqual({
      headline: 'عنوان',
      roles: { سطر: 'caption' },
      drop: ['شارك'],
      published: '2024-05-01',
    });
  });

  test('is reported under its own name with the line', () => {
    const source = read('نص', 'articles/a.txt', '{\n  "headline": "عنوان",\n  "section": }\n');
    expect(source.diagnostics).toMatchObject([
      { id: 'side-car-broken', file: 'articles/a.meta.json', line: 3 },
    ]);
    expect(source.sideCar).toEqual({ draft: true });
  });

  test('messages carry no control characters', () => {
    for (const text of ['{"roles":{"a":"\\u001b[31m\\nx"},"\\u0007k":1}', '{"a":\u001b}', '\u0007']) {
      const { diagnostics } = read('نص', 'articles/a.txt', text);
      expect(diagnostics.length).toBeGreaterThan(0);
      for (const { message } of diagnostics) expect(message).not.toMatch(/\p{Cc}/u);
    }
  });

  test('unknown keys and roles are reported', () => {
    const source = read('نص', 'articles/a.txt', '{\n "headlin": "x",\n "roles": {"أ": "captoin"}}');
    expect(source.diagnostics.map(({ id, line }) => [id, line])).toEqual([
      ['side-car-value', null],
      ['header-unknown', 2],
    ]);
  });
});
