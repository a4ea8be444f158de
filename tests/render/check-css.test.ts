import { describe, expect, test } from 'vitest';
import { checkStylesheet } from '../../src/render/check-css.js';
import { cpuTime } from '../cpu-time.js';
import { builtIn } from './theme-files.js';

const idsOf = (text: string) => checkStylesheet({ text, origin: 'a.css' }).map(({ id }) => id);

describe('stylesheets', () => {
  test('the built-in one has no fault', () => {
    const file = builtIn.get('assets/theme.css');
    expect(file && checkStylesheet(file)).toEqual([]);
  });

  test.each([
    ['p { margin-left: 1em }', 'css-physical'],
    ['p { padding-right: 1em }', 'css-physical'],
    ['p { border-left: 1px solid }', 'css-physical'],
    ['p { position: absolute; left: -9999px }', 'css-physical'],
    ['p { float: right }', 'css-physical'],
    ['p { text-align: left }', 'css-physical'],
    ['p { margin: 0 1em 0 2em }', 'css-physical'],
    ['p { border-top-left-radius: 2px }', 'css-physical'],
    ['p { letter-spacing: .05em }', 'css-joined-letters'],
    ['em { font-style: italic }', 'css-joined-letters'],
    ['p { text-align: justify }', 'css-joined-letters'],
    ['p { word-break: break-all }', 'css-joined-letters'],
    ['html { direction: rtl }', 'css-direction'],
    [':lang(ar, fa) { color: red }', 'css-lang-list'],
    ['@media print { a { margin-right: 0 !important } }', 'css-physical'],
  ])('%s', (css, id) => {
    expect(idsOf(css)).toEqual([id]);
  });

  test.each([
    'p { margin: 0 1em; padding: 1px 2px 3px 2px; inset-inline-start: 0 }',
    'p { letter-spacing: normal; text-align: start; float: inline-start }',
    '/* margin-left: 1em */ a:hover { color: red }',
    'p { padding: 1rem clamp(1rem, 4vw, 3rem) }',
    ':lang(ar) { quotes: "«" "»" }',
    'a { background: url(left.png) }',
  ])('nothing in %s', (css) => {
    expect(idsOf(css)).toEqual([]);
  });

  test('the place is that of the declaration', () => {
    const [found] = checkStylesheet({ text: 'p {\n  color: red;\n  margin-left: 0;\n}', origin: 'a.css' });
    expect(found).toMatchObject({ file: 'a.css', line: 3, column: 3, severity: 'warning' });
  });

  test('a long hostile sheet takes no time', () => {
    const start = cpuTime();
    for (const piece of ['/*', '{', ':lang(', 'margin:1 2 3 4;', 'a:', '*/', ' '.repeat(50)]) {
      checkStylesheet({ text: piece.repeat(100_000 / piece.length), origin: 'a.css' });
    }
    expect(cpuTime() - start).toBeLessThan(5_000);
  });
});
