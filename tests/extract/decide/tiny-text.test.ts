/** News in brief: a headline and a few words. */
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { NO_RULES } from '../../../src/extract/rules/rules.js';
import { readSource } from '../../../src/read/source.js';
import { read } from '../sources.js';

describe('a text of two or three lines', () => {
  test.each([
    ['a bare second line', 'افتتاح سوق السمك في المدينة القديمة\n\nجاء الناس', 'جاء الناس'],
    ['words that also stand on pages', 'عنوان قصير\n\nنص قصير هنا', 'نص قصير هنا'],
    ['Hebrew', 'שוק הדגים נפתח בעיר\n\nהקהל הגיע', 'הקהל הגיע'],
    ['Persian', 'بازار ماهی باز شد\n\nمردم آمدند', 'مردم آمدند'],
  ])('%s: the first is the headline, the rest is text', (_, text, body) => {
    const { article, diagnostics } = read(text);
    expect(article.headline).toBe(text.split('\n')[0]);
    expect(article.blocks).toMatchObject([{ type: 'paragraph', text: body }]);
    expect(diagnostics).toEqual([]);
  });

  test('a headline that is stated leaves the rest to the text', () => {
    const { article } = read('جاء الناس', { header: { headline: 'افتتاح سوق السمك' } });
    expect(article).toMatchObject({
      headline: 'افتتاح سوق السمك',
      blocks: [{ type: 'paragraph', text: 'جاء الناس' }],
    });
  });

  test('a date and a label are no text', () => {
    const { article, diagnostics } = read(
      'افتتاح سوق السمك في المدينة القديمة\n\n12 مارس 2024\n\nمواضيع ذات صلة',
    );
    expect(article.blocks).toEqual([]);
    expect(diagnostics.map(({ id }) => id)).toEqual(['no-text']);
  });
});

test('of a file that cannot be read only that is said', () => {
  const bytes = new Uint8Array([0x81, 0x8d, 0x8f, 0x90, 0x9d, 0xff, 0xfe, 0x00, 0x81, 0xa1]);
  const source = readSource('articles/a.txt', bytes, null);
  expect(source.diagnostics.map(({ id }) => id)).toEqual(['encoding-unknown']);
  expect(extract(source, NO_RULES).diagnostics).toEqual([]);
});

test.each([
  ['مواضيع ذات صلة', 'العنوان: …'],
  ['עוד בנושא', 'כותרת: …'],
])('how to state a headline is said in the words of the text', (text, words) => {
  const source = readSource('articles/a.txt', new TextEncoder().encode(text), null);
  const said = extract(source, NO_RULES).diagnostics.find(({ id }) => id === 'no-headline')?.message;
  expect(said).toContain(`\`${words}\``);
});
