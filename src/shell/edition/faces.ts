/** The faces of the printed page: those whose letters copy out of a PDF. Packaged files, put into the page itself. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { subtags } from '../../language-tag.js';
import { locale } from '../../locales/locale.js';
import type { Lang } from '../../model.js';

interface PrintFace {
  readonly package: string;
  /** Script of the own file, and weights that the package has; a variable file has all of them. */
  readonly script: string;
  readonly weights: readonly string[];
  readonly file: (part: string, weight: string) => string;
}

function split(name: string, script: string, bold: string): PrintFace {
  const file = (part: string, weight: string) => `${name}-${part}-${weight}-normal`;
  return { package: `@fontsource/${name}`, script, weights: ['400', bold], file };
}

/** By the name that a locale gives for print. */
const PRINT_FACES: Readonly<Record<string, PrintFace>> = {
  Amiri: split('amiri', 'arabic', '700'),
  'Frank Ruhl Libre': split('frank-ruhl-libre', 'hebrew', '700'),
  'Noto Sans Thaana': split('noto-sans-thaana', 'thaana', '700'),
  'Noto Nastaliq Urdu': { ...split('noto-nastaliq-urdu', 'arabic', '700'), weights: ['400'] },
  Vazirmatn: {
    package: '@fontsource-variable/vazirmatn',
    script: 'arabic',
    weights: ['100 900'],
    file: (part) => `vazirmatn-${part}-wght-normal`,
  },
};

const require = createRequire(import.meta.url);

/** Family for running text in a language, and for headlines. */
export function printFamilies(lang: Lang): { readonly text: string; readonly head: string } {
  const { print } = locale(lang).typography;
  const text = PRINT_FACES[print] === undefined ? 'Frank Ruhl Libre' : print;
  // Urdu readers expect Nastaliq; headlines are few, so their letters may copy badly.
  return { text, head: subtags(lang).language === 'ur' ? 'Noto Nastaliq Urdu' : text };
}

/** `@font-face` rules for these languages. */
export function printFaceCss(langs: Iterable<Lang>): string {
  const families = new Set<string>();
  for (const lang of langs) for (const family of Object.values(printFamilies(lang))) families.add(family);
  return [...families].sort().map(faceCss).join('\n');
}

function faceCss(family: string): string {
  const face = PRINT_FACES[family];
  if (face === undefined) return '';
  const ranges = JSON.parse(readFileSync(require.resolve(`${face.package}/unicode.json`), 'utf8')) as Record<
    string,
    string
  >;
  return face.weights
    .flatMap((weight) =>
      [face.script, 'latin'].map((part) => {
        const bytes = readFileSync(require.resolve(`${face.package}/files/${face.file(part, weight)}.woff2`));
        return `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff2;base64,${bytes.toString('base64')}) format("woff2");unicode-range:${ranges[part] ?? 'U+0-10FFFF'}}`;
      }),
    )
    .join('\n');
}
