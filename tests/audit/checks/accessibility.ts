import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { alphabet } from '../../../src/locales/alphabet.js';
import { strings } from '../../../src/locales/strings/index.js';
import type { Section } from '../check.js';
import { KINDS, type Look, THEMED } from '../sheet.js';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE = `axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations.map((one) => one.id + ': ' + one.nodes[0].html.slice(0, 160) + ' ' + one.nodes[0].failureSummary))`;

const LOOKS: readonly Look[] = [
  { scheme: 'light', width: 390 },
  { scheme: 'dark', width: 1280 },
  { scheme: 'dark', width: 390 },
  { scheme: 'light', width: 1280 },
];

/** Boxes with text that leaves them: cut off, or over their neighbours. */
const SPILLS = `[...document.querySelectorAll('main *, header *, footer *')].filter((one) => {
  if (!one.innerText || one.closest('.hidden-text, .skip, .section-bar, .table, pre, .facts')) return false;
  const style = getComputedStyle(one);
  const clips = /hidden|clip/.test(style.overflowY);
  return style.display !== 'inline' && (clips ? one.scrollHeight > one.clientHeight + 2 : false) || one.scrollWidth > one.clientWidth + 2 && style.display === 'block';
}).map((one) => one.tagName + '.' + one.className + ' ' + one.scrollWidth + ' ' + one.clientWidth)`;

const WIDE = `document.documentElement.scrollWidth > innerWidth ? ['page of ' + document.documentElement.scrollWidth] : []`;

/** Takes the style that was added last away. */
const UNSTYLE = 'document.head.lastElementChild.remove()';

const SPACING =
  '*{letter-spacing:.12em!important;word-spacing:.16em!important}p,li,h1,h2,h3{line-height:max(1.5em,1lh)!important}p{margin-block-end:2em!important}';

const CONTRAST = `(() => {
  const channels = (colour) => {
    const pen = document.createElement('canvas').getContext('2d');
    pen.fillStyle = colour; pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (colour) => channels(colour).map((value) => value / 255).map((value) => value <= .04045 ? value / 12.92 : ((value + .055) / 1.055) ** 2.4)
    .reduce((sum, value, index) => sum + value * [.2126, .7152, .0722][index], 0);
  const ratio = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + .05) / (b + .05); };
  const paperOf = (one) => { for (; one; one = one.parentElement) { const { backgroundColor } = getComputedStyle(one); if (!/rgba\\(.*, 0\\)|transparent/.test(backgroundColor)) return backgroundColor; } return 'Canvas'; };
  const texts = [...document.querySelectorAll('body *')].filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) && one.getClientRects().length && !one.closest('.skip, .hidden-text, script'));
  const probe = document.body.appendChild(document.createElement('i'));
  probe.style.color = 'var(--focus)';
  const ring = ratio(getComputedStyle(probe).color, getComputedStyle(document.documentElement).backgroundColor);
  probe.remove();
  return { ring, least: Math.min(...texts.map((one) => ratio(getComputedStyle(one).color, paperOf(one)))) };
})()`;

export const accessibility: Section = {
  name: 'L. Accessibility',
  checks: [
    {
      item: 132,
      level: 'MUST',
      title: 'axe finds nothing on any kind of page, light and dark, 390 and 1280 px',
      run: async (sheet) => {
        // Four looks once a language; its other locales and a quick run share them out.
        const looks = sheet.first ? LOOKS : [LOOKS[sheet.turn % LOOKS.length] ?? {}];
        const kinds = sheet.thorough ? KINDS : KINDS.filter((_, index) => index % 4 === sheet.turn % 4);
        const faults: string[] = [];
        for (const kind of kinds) {
          await sheet.page(kind).evaluate(axe);
          for (const look of looks) {
            const found = await sheet.under(kind, look, (page) => page.evaluate(AXE) as Promise<string[]>);
            faults.push(...found.map((fault) => `${kind} ${look.scheme} ${look.width}: ${fault}`));
          }
        }
        return { faults, figure: kinds.length * looks.length, unit: 'looks' };
      },
    },
    {
      item: 133,
      level: 'MUST',
      title: 'contrast of 4.5 for text, 3 for the focus ring, in both schemes',
      run: async (sheet) => {
        const faults: string[] = [];
        let figure = 21;
        for (const scheme of ['light', 'dark'] as const) {
          for (const kind of ['front', 'article', 'section'] as const) {
            const { ring, least } = (await sheet.under(kind, { scheme }, (page) =>
              page.evaluate(CONTRAST),
            )) as { ring: number; least: number };
            figure = Math.min(figure, least);
            if (least < 4.5 || ring < 3)
              faults.push(`${kind} ${scheme}: text ${least.toFixed(2)}, ring ${ring.toFixed(2)}`);
          }
        }
        return { faults, figure: Math.round(figure * 100) / 100, unit: ': 1' };
      },
    },
    {
      item: 134,
      level: 'MUST',
      slow: true,
      title: 'zoom of 400 % (320 px) and text of 200 %: nothing lost, no sideways scroll',
      run: async (sheet) => {
        const faults: string[] = [];
        for (const kind of KINDS) {
          for (const [name, width, size] of [
            ['zoom', 320, '100%'],
            ['text', 640, '200%'],
          ] as const) {
            const found = await sheet.under(kind, { width }, async (page) => {
              await page.addStyleTag({ content: `html{font-size:${size}!important}` });
              const all = [
                ...((await page.evaluate(WIDE)) as string[]),
                ...((await page.evaluate(SPILLS)) as string[]),
              ];
              await page.evaluate(UNSTYLE);
              return all;
            });
            faults.push(...found.map((fault) => `${kind} ${name}: ${fault}`));
          }
        }
        return faults;
      },
    },
    {
      item: 135,
      level: 'MUST',
      slow: true,
      title: 'with the spacing of WCAG 1.4.12 nothing is cut or leaves the page',
      run: async (sheet) => {
        const faults: string[] = [];
        for (const kind of KINDS) {
          const page = sheet.page(kind);
          await page.addStyleTag({ content: SPACING });
          faults.push(...(await sheet.faults([kind], WIDE)), ...(await sheet.faults([kind], SPILLS)));
          await page.evaluate(UNSTYLE);
        }
        return faults;
      },
    },
    {
      item: 136,
      level: 'MUST',
      title: 'one outline of headings; header, named nav, main, named aside, footer',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          `(() => {
            const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((one) => Number(one.tagName[1]));
            const found = levels.flatMap((level, index) => index && level > levels[index - 1] + 1 ? ['h' + levels[index - 1] + ' then h' + level] : []);
            if (levels.filter((level) => level === 1).length !== 1) found.push('h1: ' + levels.filter((level) => level === 1).length);
            for (const one of ['body > header', 'body > main', 'body > footer']) if (document.querySelectorAll(one).length !== 1) found.push(one);
            const names = [...document.querySelectorAll('nav, aside:not([aria-hidden])')].map((one) => one.tagName + (one.getAttribute('aria-label') || document.getElementById(one.getAttribute('aria-labelledby'))?.innerText || ''));
            found.push(...names.filter((name, index) => /^(NAV|ASIDE)$/.test(name) || names.indexOf(name) !== index));
            return found;
          })()`,
        ),
    },
    {
      item: 137,
      level: 'MUST',
      title: 'focus of 2 px at least, not covered; targets of 24 px',
      run: async (sheet) => {
        const faults = await sheet.faults(
          THEMED,
          `(() => {
            const found = [];
            for (const one of document.querySelectorAll('a, button')) {
              if (!one.getClientRects().length || one.closest('p, .article-body li, [aria-hidden]') && getComputedStyle(one).display === 'inline' || one.matches('.skip')) continue;
              const { width, height } = one.getBoundingClientRect();
              if (width < 24 || height < 24) found.push(one.innerText + ' ' + width + ' x ' + height);
            }
            return found;
          })()`,
        );
        const page = sheet.page('article');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        faults.push(
          ...(await sheet.faults(
            ['article'],
            `(() => { const style = getComputedStyle(document.activeElement); return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none' ? [] : ['outline ' + style.outline]; })()`,
          )),
        );
        return faults;
      },
    },
    {
      item: 138,
      level: 'MUST',
      title: 'reduced motion, colour scheme and forced colours are honoured',
      run: async (sheet) => {
        const paper = `getComputedStyle(document.documentElement).backgroundColor`;
        const light = await sheet.ask<string>('article', paper);
        const dark = await sheet.under('article', { scheme: 'dark' }, (page) => page.evaluate(paper));
        const faults = light === dark ? ['dark looks like light'] : [];
        const moving = await sheet.under('article', { reduced: true }, (page) =>
          page.evaluate(`[...document.querySelectorAll('*')].filter((one) => { const style = getComputedStyle(one);
            return style.scrollBehavior === 'smooth' || parseFloat(style.transitionDuration) > 0 || style.animationName !== 'none'; }).map((one) => 'moves: ' + one.tagName)`),
        );
        const forced = await sheet.under('section', { forced: true }, (page) =>
          page.evaluate(`(() => { const one = document.querySelector('[aria-current=page]'); const style = one && getComputedStyle(one);
            return one && parseFloat(style.outlineWidth) + parseFloat(style.borderTopWidth) > 0 ? [] : ['the current page is told by colour alone']; })()`),
        );
        return [...faults, ...(moving as string[]), ...(forced as string[])];
      },
    },
    {
      item: 139,
      level: 'MUST',
      title: 'hidden words and names of controls are in the language of the page',
      run: async (sheet) => {
        const letters = alphabet(sheet.locale.lang);
        const texts = await sheet.ask<string[]>(
          'article',
          `[...document.querySelectorAll('.hidden-text, .skip')].map((one) => one.textContent).concat([...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label')))`,
        );
        const foreign = texts.filter((text) =>
          [...text.replace(/[\u2066-\u2069]/g, '')].some(
            (char) => /\p{L}/u.test(char) && !letters.includes(char),
          ),
        );
        return { faults: foreign, figure: texts.length, unit: 'texts' };
      },
    },
    {
      item: 140,
      level: 'SHOULD',
      title: 'names of links make sense alone; those that lead elsewhere say so',
      run: async (sheet) => {
        const { externalLink } = strings[sheet.locale.lang].texts;
        return [
          ...(await sheet.faults(
            THEMED,
            `[...document.querySelectorAll('a')].filter((one) => !(one.getAttribute('aria-label') || one.innerText).trim()).map((one) => one.outerHTML)`,
          )),
          ...(await sheet.faults(
            ['notebook'],
            `[...document.querySelectorAll('.article-body a[href^="https:"]')].filter((one) => !one.textContent.includes(${JSON.stringify(externalLink)}) && !one.getAttribute('aria-label')).map((one) => one.outerHTML)`,
          )),
        ];
      },
    },
  ],
  absent: [
    {
      item: 141,
      level: 'SHOULD',
      title: 'arrow keys in tabs and galleries follow the direction',
      state: 'not applicable',
      reason: 'There are no tabs and no galleries that script moves.',
    },
    {
      item: 142,
      level: 'SHOULD',
      title: 'manual list, with a screen reader once a release',
      state: 'tested elsewhere',
      reason: 'Needs people: the steps are in docs/by-hand.md, with a place for what was found.',
    },
    {
      item: 143,
      level: 'SHOULD',
      title: 'captions of video and sound',
      state: 'not applicable',
      reason: 'The generator publishes neither.',
    },
  ],
};
