/** The page of the review in a real browser: no fault for axe, no sideways scrolling, bidi as in the article. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { NO_RULES } from '../../../src/extract/rules/rules.js';
import { strings } from '../../../src/locales/strings/index.js';
import { readSource } from '../../../src/read/source.js';
import { byDoubt, judge } from '../../../src/shell/review/doubt.js';
import { pageHtml } from '../../../src/shell/review/page.js';
import type { Reading } from '../../../src/shell/review/reading.js';
import { formatVerdict, makeStyles } from '../../../src/shell/review/terminal.js';
import { launchChromium } from '../../chromium.js';

const TEXTS = {
  'articles/good.txt': [
    'رياضة',
    'المنتخب يعود من رحلته بثلاث ميداليات',
    '12 مارس 2024',
    'عاد المنتخب أمس من رحلته الطويلة وفي حقيبته ثلاث ميداليات، واستقبله المئات في المطار بالأعلام والأغاني.',
    '«قدموا أفضل ما عندهم»',
    'وقال المدرب إن اللاعبين «قدموا أفضل ما عندهم»، وإن الرقم +212 5 22 يرد على أسئلة الصحفيين طوال اليوم.',
  ].join('\n\n'),
  'articles/bad.txt': 'فيسبوك\nتويتر\nواتساب\n',
  'articles/quote.txt': [
    'خبر',
    'السوق القديم يفتح أبوابه من جديد',
    'قال تاجر “إن السوق يعود إلى ما كان عليه قبل الحريق، وإن الزبائن عادوا إليه منذ اليوم الأول.',
  ].join('\n\n'),
};

function readings(): Reading[] {
  return Object.entries(TEXTS).map(([path, text]) => {
    const bytes = new TextEncoder().encode(text);
    const source = readSource(path, bytes, null);
    const extraction = extract(source, NO_RULES);
    return {
      path,
      bytes,
      source,
      extraction,
      diagnostics: [...source.diagnostics, ...extraction.diagnostics],
    };
  });
}

function page(lang: string): string {
  const judged = readings()
    .map((reading) => [judge(reading), reading] as const)
    .sort(([a], [b]) => byDoubt(a, b));
  const head = { lang, siteName: 'صحيفة', timeZone: 'UTC', shown: judged.length, total: 40 };
  return [...pageHtml(head, judged)].join('');
}

describe('what is in doubt', () => {
  test('a text without headline stands before one with an unbalanced mark, that before a good one', () => {
    const order = readings().map(judge).sort(byDoubt);
    expect(order.map(({ path }) => path)).toEqual([
      'articles/bad.txt',
      'articles/quote.txt',
      'articles/good.txt',
    ]);
    expect(order[2]?.problems).toEqual([]);
  });

  test('in the terminal every text has a line of its own, with nothing that a terminal acts upon', () => {
    const [verdict] = readings().map(judge).sort(byDoubt);
    if (verdict === undefined) throw new Error('no verdict');
    const shown = formatVerdict({ ...verdict, headline: 'خبر\u001b[2J' }, 1, () => 'س', makeStyles(false));
    expect(shown).not.toContain('\u001b');
    expect(shown).toContain('articles/bad.txt');
    expect(shown).toMatch(/^ {5}خبر/m);
  });
});

describe('the page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

  test.each([
    ['ar', 'light', 1280],
    ['he', 'dark', 390],
    ['ur', 'light', 390],
    ['en', 'dark', 1280],
  ] as const)('%s %s %i: axe finds no fault, nothing scrolls sideways', async (lang, colorScheme, width) => {
    const context = await browser.newContext({
      colorScheme,
      viewport: { width, height: 900 },
      bypassCSP: true,
    });
    const tab = await context.newPage();
    await tab.setContent(page(lang));
    expect(await tab.evaluate('document.documentElement.scrollWidth - innerWidth')).toBe(0);
    await tab.evaluate(axe);
    const faults = await tab.evaluate(
      'axe.run().then(({violations}) => violations.map(({id, nodes}) => [id, nodes.map((node) => node.html)]))',
    );
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a reason is there for whoever does not see colours, and shows on focus', async () => {
    const tab = await browser.newPage();
    await tab.setContent(page('ar'));
    const line = '.line:not(.doubt)[tabindex="0"]';
    const opacity = () => tab.evaluate(`getComputedStyle(document.querySelector('${line} .why')).opacity`);
    expect(await opacity()).toBe('0');
    await tab.locator(line).first().focus();
    expect(await opacity()).toBe('1');
    expect(await tab.locator(`${line} .why`).first().textContent()).toContain('%');
    await tab.close();
  });

  test.each(Object.keys(strings))('%s: the words of the page are of that language', (lang) => {
    const html = page(lang);
    expect(html).toContain(strings[lang as 'ar'].texts.reportSource);
    expect(html).toContain(`dir="${lang === 'en' ? 'ltr' : 'rtl'}"`);
    expect(html).not.toMatch(/undefined|\[object|NaN|\{n\}/);
  });

  test('ids are unique and every link leads to one', () => {
    const html = page('ar');
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(2);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });
});
