import { expect, test } from 'vitest';
import { build, card, SITE } from '../make.js';

const settings = (name: string) => ({ ...SITE, site: { ...SITE.site, name }, theme: { accent: '#123456' } });

test('the manifest says name, language and direction, and names an icon that is there', () => {
  const { print, byPath } = build([card('articles/a.txt')], settings('صحيفة المرفأ'));
  const manifest = JSON.parse(print('site.webmanifest'));
  expect(manifest).toMatchObject({ name: 'صحيفة المرفأ', lang: 'ar-LY', dir: 'rtl', start_url: './' });
  for (const { src } of manifest.icons) expect(byPath.has(src)).toBe(true);
});

test('the icon is the first letter on the accent colour, and no markup gets in', () => {
  const icon = (name: string): string => build([], settings(name)).print('icon.svg');
  expect(icon('صحيفة')).toMatch(/fill="#123456".*>ص<\/text>/s);
  expect(icon('<b>')).toMatch(/>b<\/text>/);
  expect(icon('123')).toMatch(/><\/text>/);
});

test('neither changes with an article', () => {
  const keys = (...paths: string[]): (string | undefined)[] => {
    const { byPath } = build(paths.map((path) => card(path)));
    return ['site.webmanifest', 'icon.svg'].map((path) => byPath.get(path)?.key);
  };
  expect(keys('articles/a.txt', 'articles/b.txt')).toEqual(keys('articles/a.txt'));
});
