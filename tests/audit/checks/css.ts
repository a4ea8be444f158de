import { type Section, worst } from '../check.js';
import { KINDS, type Kind, type Sheet, THEMED } from '../sheet.js';

/** Declarations of all styles that a site ships: the sheet, `<style>` of the pages, `style` attributes. */
function declarations(sheet: Sheet): [property: string, value: string][] {
  const inline = sheet.paths('.html').flatMap((path) => {
    const text = sheet.text(path);
    const styles = [...text.matchAll(/<style>([\s\S]*?)<\/style>/g)].map(([, css = '']) => css);
    return [...styles, ...[...text.matchAll(/\sstyle="([^"]*)"/g)].map(([, css = '']) => `{${css}}`)];
  });
  const all = [sheet.css(), ...new Set(inline)].join('\n').replace(/"[^"]*"|url\([^)]*\)/g, '""');
  return [...all.matchAll(/[{;]\s*([-\w]+)\s*:\s*([^;{}]+)/g)].map(([, name = '', value = '']) => [
    name,
    value.trim(),
  ]);
}

const PHYSICAL =
  /^(?:(?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)(?:-.*)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)$/;
const SIDED = /^(?:float|clear|text-align|caption-side|justify-content|justify-items|resize)$/;
const FOUR = /^(?:margin|padding|border-(?:width|style|color)|inset)$/;

function isPhysical([name, value]: readonly [string, string]): boolean {
  if (PHYSICAL.test(name)) return true;
  if (SIDED.test(name)) return /\b(?:left|right)\b/.test(value);
  const parts = FOUR.test(name) ? value.split(/\s+(?![^(]*\))/) : [];
  return parts.length === 4 && parts[1] !== parts[3];
}

/** Where boxes stand from the side where lines begin, whatever the direction. */
const BOXES = (direction: string): string => `(() => {
  document.documentElement.dir = '${direction}';
  const { width } = document.documentElement.getBoundingClientRect();
  const wanted = '.masthead, .masthead-name, .section-bar, main > *, .story, .block, .article-body > *, .share li, .colophon';
  const found = [...document.querySelectorAll(wanted)].filter((one) => !one.closest('[dir]:not(html)') && one.getClientRects().length)
    .map((one) => {
      const box = one.getBoundingClientRect();
      return { name: one.tagName + '.' + one.className, start: '${direction}' === 'rtl' ? width - box.right : box.left, width: box.width };
    });
  document.documentElement.dir = 'rtl';
  return found;
})()`;

interface Box {
  readonly name: string;
  readonly start: number;
  readonly width: number;
}

async function mirror(sheet: Sheet, kind: Kind, width: number): Promise<string[]> {
  return sheet.under(kind, { width }, async (page) => {
    const rtl = (await page.evaluate(BOXES('rtl'))) as Box[];
    const ltr = (await page.evaluate(BOXES('ltr'))) as Box[];
    if (rtl.length < 4) return [`${kind}: there are ${rtl.length} boxes`];
    return rtl.flatMap((box, index) => {
      const twin = ltr[index];
      const same = twin && Math.abs(box.start - twin.start) <= 1 && Math.abs(box.width - twin.width) <= 1;
      return same ? [] : [`${kind} at ${width}: ${box.name} ${box.start} ${twin?.start}`];
    });
  });
}

export const css: Section = {
  name: 'B. CSS',
  checks: [
    {
      item: 11,
      level: 'MUST',
      title: 'logical CSS only',
      run: (sheet) =>
        declarations(sheet)
          .filter(isPhysical)
          .map((one) => one.join(': ')),
    },
    {
      item: 12,
      level: 'MUST',
      title: 'no one-sided radius, position, origin, shift or gradient',
      run: (sheet) =>
        declarations(sheet)
          .filter(([name, value]) => {
            if (name === 'border-radius') return /\s/.test(value);
            if (/^(?:background-position|object-position|transform-origin)$/.test(name))
              return !/^(?:center|50%|0 0)/.test(value);
            return /translateX|translate\(|to (?:left|right)|(?:90|270)deg/.test(value);
          })
          .map((one) => one.join(': ')),
    },
    {
      item: 13,
      level: 'MUST',
      slow: true,
      title: 'nothing hidden far outside; no sideways scroll at 320, 390, 768, 1280',
      run: async (sheet) => {
        const far = declarations(sheet).filter(([, value]) => /-\d{3,}(?:px|rem|em|vw)/.test(value));
        const wide: string[] = [];
        for (const kind of KINDS) {
          for (const width of [320, 390, 768, 1280]) {
            const found = await sheet.under(kind, { width }, (page) =>
              page.evaluate('document.documentElement.scrollWidth'),
            );
            if (Number(found) > width) wide.push(`${kind} at ${width}: ${found}`);
          }
        }
        return [...far.map((one) => one.join(': ')), ...wide];
      },
    },
    {
      item: 14,
      level: 'MUST',
      slow: true,
      title: 'no [dir] sheet: forced to ltr, the page is its mirror image (1 px)',
      run: async (sheet) => {
        // `:not([dir])` asks whether a run states a direction, not which.
        const faults: string[] = sheet.css().match(/\[dir[^\]]*=[^\]]*\]|:dir\(/g) ?? [];
        for (const kind of THEMED) {
          for (const width of [390, 1280]) faults.push(...(await mirror(sheet, kind, width)));
        }
        return faults;
      },
    },
    {
      item: 15,
      level: 'MUST',
      title: 'bars and lists stand at the inline start',
      run: (sheet) =>
        sheet.faults(
          ['notebook'],
          `['blockquote', 'ul', 'ol', '.read-also'].flatMap((selector) => {
            const one = document.querySelector('.article-body ' + selector);
            if (!one) return [];
            const style = getComputedStyle(one);
            const start = parseFloat(style.borderRightWidth) + parseFloat(style.paddingRight);
            const end = parseFloat(style.borderLeftWidth) + parseFloat(selector === '.read-also' ? 0 : style.paddingLeft);
            return start > 0 && end === 0 ? [] : [selector + ' ' + start + ' ' + end];
          }).concat(document.querySelector('.article-body blockquote') ? [] : ['there is no quotation'])`,
        ),
    },
    {
      item: 16,
      level: 'SHOULD',
      title: 'no margin resets for first and last children',
      run: (sheet) => sheet.css().match(/:(?:first|last)-child\s*\{[^}]*\bmargin[^}]*0[;}\s]/g) ?? [],
    },
    {
      item: 17,
      level: 'MUST',
      title: 'one language a :lang()',
      run: (sheet) => sheet.css().match(/:lang\([^)]*,[^)]*\)/g) ?? [],
    },
    {
      item: 18,
      level: 'SHOULD',
      title: 'no arrows or angles as CSS content',
      run: (sheet) => sheet.css().match(/content\s*:[^;}]*[←→‹›«»<>▶◀⟵⟶][^;}]*/g) ?? [],
    },
    {
      item: 19,
      level: 'MUST',
      title: 'tables run from the right, figures at the end and tabular, wide ones scroll by keyboard',
      run: (sheet) =>
        sheet.faults(
          ['notebook'],
          `(() => {
            const table = document.querySelector('.article-body table');
            if (!table) return ['there is no table'];
            const [one, two] = table.rows[1].cells;
            const style = getComputedStyle(two);
            const box = table.parentElement;
            return [
              one.getBoundingClientRect().x > two.getBoundingClientRect().x ? '' : 'columns run from the left',
              /^(end|left)$/.test(style.textAlign) ? '' : 'figures are ' + style.textAlign,
              /tabular/.test(style.fontVariantNumeric) ? '' : 'figures are not tabular',
              box.tabIndex === 0 && box.getAttribute('role') === 'region' && box.getAttribute('aria-label') ? '' : 'no focusable, named region',
            ].filter(Boolean);
          })()`,
        ),
    },
    {
      item: 20,
      level: 'MUST',
      title: 'what scrolls sideways begins at the right',
      note: 'The bar of sections; there are no galleries that script moves.',
      run: async (sheet) =>
        worst([
          {
            faults: await sheet.under(
              'front',
              { width: 320 },
              (page) =>
                page.evaluate(`(() => {
                const bar = document.querySelector('.section-bar ul');
                const box = bar.querySelector('a').getBoundingClientRect();
                return bar.scrollLeft === 0 && box.right <= innerWidth && box.left >= 0 ? [] : ['first section at ' + box.right];
              })()`) as Promise<string[]>,
            ),
          },
        ]).faults,
    },
  ],
  absent: [],
};
