import { expect, test } from 'vitest';
import { locale } from '../../src/locales/locale.js';
import { pageStyle } from '../../src/site/page-style.js';

test('pages of paper are numbered in the digits of the site, with its name at the side where lines begin', () => {
  expect(pageStyle('الميناء', locale('ar-EG'))).toBe(
    ':root{--counter:arabic-indic}@page{@top-right{content:"الميناء";font:9pt "Amiri"}' +
      '@bottom-center{content:counter(page,arabic-indic);font:9pt "Amiri"}}@page:first{@top-right{content:none}}',
  );
  expect(pageStyle('Harbour', locale('en'))).toContain('@page{@top-left{content:"Harbour"');
  expect(pageStyle('x', locale('ar-LY'))).toContain('counter(page,decimal)');
});

test('a name cannot leave its string or its element', () => {
  const style = pageStyle('a"}</style>\\\n', locale('fa-IR'));
  expect(style).not.toContain('</style');
  expect(style).toContain('content:"a\\22 }\\3c /style>\\5c \\a "');
});
