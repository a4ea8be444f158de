import { expect, test } from 'vitest';
import { withoutDecoration, withoutOuterMarks } from '../../../src/extract/observe/marks.js';

test.each([
  ['«المدينة لا تنام»', 'المدينة لا تنام'],
  ['“المدينة لا تنام', 'المدينة لا تنام'],
  ['المدينة لا تنام”', 'المدينة لا تنام'],
  ['«المدينة لا تنام».', 'المدينة لا تنام'],
  ['"המקום פתוח".', 'המקום פתוח'],
  ['«قال» ثم مضى', '«قال» ثم مضى'],
  ['ثم قال: «نعم»', 'ثم قال: «نعم»'],
  ['انتهى الخبر.', 'انتهى الخبر.'],
])('%s is set as %s', (line, quotation) => {
  expect(withoutOuterMarks(line)).toBe(quotation);
});

test('a label loses its bullets and arrows', () => {
  expect(withoutDecoration('» سياسة |')).toBe('سياسة');
});
