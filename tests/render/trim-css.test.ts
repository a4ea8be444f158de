import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { trimCss } from '../../src/render/trim-css.js';
import { cpuTime } from '../cpu-time.js';

const use = { layout: 'broadsheet', languages: new Set(['ar', 'en']) };
const trim = (css: string): string => trimCss(css, use);

test('comments, indentation and last semicolons go', () => {
  expect(trim('/* a */\n.a,\n.b > .c {\n  color: red;\n  margin: 0 auto;\n}\n')).toBe(
    '.a,.b > .c{color:red;margin:0 auto}',
  );
  expect(trim('.a { inset: calc(1px + 2px); } .b :hover { top: 0 }')).toBe(
    '.a{inset:calc(1px + 2px)}.b :hover{top:0}',
  );
});

test('strings stay as they are', () => {
  expect(trim('.a::before { content: "/* {}; ,  x */"; font-family: "A B", serif; }')).toBe(
    '.a::before{content:"/* {}; ,  x */";font-family:"A B",serif}',
  );
});

test('rules for languages and arrangements that the site does not have go, and blocks that are empty then', () => {
  expect(trim(':lang(ar) { a: b } :lang(fa) { a: c }')).toBe(':lang(ar){a:b}');
  expect(trim('[data-layout="wire"] .a, .b { a: b }')).toBe('.b{a:b}');
  expect(trim('[data-layout="broadsheet"] .a { a: b }')).toBe('[data-layout="broadsheet"] .a{a:b}');
  expect(trim('@media print { :lang(fa) { a: b } }')).toBe('');
  expect(trim('@media print { :lang(fa) { a: b } .c { d: e } }')).toBe('@media print{.c{d:e}}');
  expect(trim(':is(.a, .b):lang(fa), :is(.c, .d) { a: b }')).toBe(':is(.c,.d){a:b}');
});

test('what is said of all others stays', () => {
  const css = ':not(:lang(fa)){a:b}:not([data-layout="wire"]) .a{a:b}';
  expect(trim(css)).toBe(css);
});

test('the sheet of the default theme: trimmed twice is trimmed once, and every block is closed', () => {
  const sheet = readFileSync(join(import.meta.dirname, '../../templates/assets/theme.css'), 'utf8');
  const once = trim(sheet);
  expect(trim(once)).toBe(once);
  expect(once.length).toBeLessThan(sheet.length * 0.8);
  expect(once.split('{').length).toBe(once.split('}').length);
  expect(once).not.toMatch(/data-layout="(?:wire|magazine)"|:lang\(fa\)|\{\}/);
});

test('a long hostile sheet takes no time', () => {
  const began = cpuTime();
  for (const piece of ['/* ', '"', "'\\", '{', '}', '(', ':lang(', ',', 'a{', ' '])
    trim(piece.repeat(20_000));
  expect(cpuTime() - began).toBeLessThan(5000);
});
