/** What is wrong, in the words of the newsroom: the heading in the site's language, each problem with its place. */
import { languageOf } from '../language-tag.js';
import type { Diagnostic } from '../model.js';
import type { Overlay } from './server.js';

const TITLES: Readonly<Record<string, { readonly dir: 'rtl' | 'ltr'; readonly text: string }>> = {
  ar: { dir: 'rtl', text: 'هنا ما يحتاج إلى إصلاح. تبقى الصفحة السابقة معروضة حتى يُصلَح.' },
  fa: { dir: 'rtl', text: 'این موارد باید درست شود. تا آن زمان صفحهٔ پیشین نمایش داده می‌شود.' },
  he: { dir: 'rtl', text: 'יש כאן מה לתקן. עד אז מוצג העמוד הקודם.' },
  ur: { dir: 'rtl', text: 'یہاں کچھ درست کرنا باقی ہے۔ تب تک پچھلا صفحہ دکھایا جا رہا ہے۔' },
  ps: { dir: 'rtl', text: 'دلته د سمون وړ څه شته. تر هغو پخوانۍ پاڼه ښودل کېږي.' },
  ckb: { dir: 'rtl', text: 'لێرە شتێک هەیە پێویستە چاک بکرێت. تا ئەو کاتە پەڕەی پێشوو پیشان دەدرێت.' },
  en: { dir: 'ltr', text: 'Something needs to be mended. Until then you see the page as it was.' },
};

/** More are on the terminal. */
const MOST = 12;

/** null when there is no error. `lang`: of the site. */
export function overlayOf(diagnostics: readonly Diagnostic[], lang: string): Overlay | null {
  const errors = diagnostics.filter((one) => one.severity === 'error');
  if (errors.length === 0) return null;
  const key = languageOf(lang);
  const known = Object.hasOwn(TITLES, key) ? key : 'en';
  const { dir, text } = TITLES[known] ?? { dir: 'ltr', text: '' };
  const problems = errors.slice(0, MOST).map(({ file, line, column, message, excerpt }) => ({
    place: [file, ...[line, column].flatMap((part) => part ?? [])].join(':'),
    message: excerpt === undefined ? message : `${message} ${excerpt}`,
  }));
  return { lang: known, dir, title: text, problems };
}
