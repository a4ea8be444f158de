import { type Finding, type Section, worst } from '../check.js';
import { type Kind, type Sheet, THEMED } from '../sheet.js';

const READING: readonly Kind[] = ['front', 'section', 'article', 'notebook', 'not found'];

/** Least line height over size: [running text, headline]. */
function leastOf({ script, lang }: Sheet['locale']): readonly [text: number, head: number] {
  if (script === 'Hebr') return [1.45, 1.1];
  return lang === 'ur' ? [2.2, 2] : [1.6, 1.35];
}

/** A number of each element that a selector finds. */
async function numbers(sheet: Sheet, kind: Kind, selector: string, of: string): Promise<number[]> {
  return sheet.ask<number[]>(
    kind,
    `[...document.querySelectorAll(${JSON.stringify(selector)})].map((one) => { const style = getComputedStyle(one); return ${of}; })`,
  );
}
const LEADING = 'parseFloat(style.lineHeight) / parseFloat(style.fontSize)';

async function atLeast(
  sheet: Sheet,
  kind: Kind,
  selector: string,
  of: string,
  least: number,
  unit: string,
): Promise<Finding> {
  const found = await numbers(sheet, kind, selector, of);
  const figure = Math.round(Math.min(...found) * 1000) / 1000;
  const faults =
    found.length === 0
      ? [`${kind}: no ${selector}`]
      : figure < least
        ? [`${kind}: ${figure} ${unit}, at least ${least}`]
        : [];
  return { faults, figure, unit };
}

/** Elements with a style that joined letters do not bear. */
const styled = (test: string): string =>
  `[...document.querySelectorAll('body, body *')].filter((one) => { const style = getComputedStyle(one); return ${test}; }).map((one) => one.tagName + '.' + one.className)`;

/** Boxes that cut off what leaves them, and letters that do. */
const CLIPPED = `(() => {
  const pen = document.createElement('canvas').getContext('2d');
  return [...document.querySelectorAll('h1, h2, h3, .deck, .story-deck, .pull-quote-text, .section-bar a, .kicker, .byline')].flatMap((one) => {
    const style = getComputedStyle(one);
    const clips = [one, one.parentElement].some((box) => /hidden|clip|auto|scroll/.test(getComputedStyle(box).overflowY) && !box.classList.contains('hidden-text'));
    if (!clips || one.classList.contains('hidden-text')) return [];
    pen.font = style.fontWeight + ' ' + style.fontSize + ' ' + style.fontFamily;
    const ink = pen.measureText(one.textContent);
    const box = one.getBoundingClientRect().height;
    return ink.actualBoundingBoxAscent + ink.actualBoundingBoxDescent > box + 1 ? [one.className + ' ' + box] : [];
  });
})()`;

export const type: Section = {
  name: 'F. Type',
  checks: [
    {
      item: 57,
      level: 'MUST',
      title: 'text of 17 px at least, with the leading of its script',
      run: async (sheet) => {
        const [least] = leastOf(sheet.locale);
        return worst([
          await atLeast(sheet, 'article', '.article-body > p', 'parseFloat(style.fontSize)', 17, 'px'),
          { faults: (await atLeast(sheet, 'article', '.article-body > p', LEADING, least, 'em')).faults },
          { faults: (await atLeast(sheet, 'lite', '.article-body > p', LEADING, least, 'em')).faults },
        ]);
      },
    },
    {
      item: 58,
      level: 'MUST',
      title: 'no box cuts off ink',
      run: (sheet) => sheet.faults(READING, CLIPPED),
    },
    {
      item: 59,
      level: 'MUST',
      title: 'leading of headlines: 1.35 em, Nastaliq 2, Hebrew 1.1',
      run: async (sheet) => {
        const [, least] = leastOf(sheet.locale);
        return worst([
          await atLeast(sheet, 'article', 'h1', LEADING, least, 'em'),
          { faults: (await atLeast(sheet, 'front', 'h1, .story-title', LEADING, least * 0.94, 'em')).faults },
          { faults: (await atLeast(sheet, 'section', 'h1, .story-title', LEADING, least, 'em')).faults },
        ]);
      },
    },
    {
      item: 60,
      level: 'MUST',
      title: 'no letter-spacing',
      run: async (sheet) => [
        ...(sheet.css().match(/letter-spacing\s*:[^;}]*/g) ?? []),
        ...(await sheet.faults(READING, styled(`!/^(normal|0px)$/.test(style.letterSpacing)`))),
      ],
    },
    {
      item: 61,
      level: 'MUST',
      title: 'no italics, none made by slanting',
      run: async (sheet) => [
        ...(await sheet.faults(
          READING,
          styled(`style.fontStyle !== 'normal' || !/none/.test(style.fontSynthesisStyle)`),
        )),
        ...(await sheet.faults(
          ['notebook', 'lite'],
          `['em', 'i', 'cite', 'address', 'dfn', 'var'].filter((name) => {
            const one = document.querySelector('.article-body').appendChild(document.createElement(name));
            const slanted = getComputedStyle(one).fontStyle !== 'normal';
            one.remove();
            return slanted;
          })`,
        )),
      ],
    },
    {
      item: 62,
      level: 'MUST',
      title: 'no capitals made by CSS, no break-all',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          styled(
            `style.textTransform !== 'none' || style.fontVariantCaps !== 'normal' || style.wordBreak === 'break-all' || style.overflowWrap === 'anywhere'`,
          ),
        ),
    },
    {
      item: 63,
      level: 'MUST',
      title: 'nothing is justified',
      run: (sheet) => sheet.faults(THEMED, styled(`style.textAlign === 'justify'`)),
    },
    {
      item: 64,
      level: 'MUST',
      title: 'no automatic hyphens',
      run: (sheet) => sheet.faults(THEMED, styled(`style.hyphens === 'auto'`)),
    },
    {
      item: 65,
      level: 'SHOULD',
      title: 'links in running text are underlined, .3 em below, .08 em thick at most',
      run: (sheet) =>
        sheet.faults(
          ['notebook'],
          `[...document.querySelectorAll('.article-body > p a')].filter((one) => {
            const style = getComputedStyle(one);
            const size = parseFloat(style.fontSize);
            return !/underline/.test(style.textDecorationLine) || parseFloat(style.textUnderlineOffset) < .3 * size || parseFloat(style.textDecorationThickness) > Math.max(1, .08 * size);
          }).map((one) => one.outerHTML).concat(document.querySelector('.article-body > p a') ? [] : ['there is no link'])`,
        ),
    },
    {
      item: 66,
      level: 'SHOULD',
      title: 'measure of 28 to 40 em',
      run: (sheet) =>
        sheet.under('article', { width: 1280 }, async () => {
          const [figure = 0] = await numbers(
            sheet,
            'article',
            '.article-body',
            'one.clientWidth / parseFloat(style.fontSize)',
          );
          return { faults: figure >= 28 && figure <= 40 ? [] : [`${figure} em`], figure, unit: 'em' };
        }),
    },
    {
      item: 67,
      level: 'SHOULD',
      title: 'headlines balanced, paragraphs pretty',
      run: (sheet) =>
        sheet.faults(
          ['article'],
          `[['h1', 'balance'], ['.article-body > p', 'pretty']].filter(([selector, wanted]) =>
            getComputedStyle(document.querySelector(selector)).textWrapStyle !== wanted).map(([selector]) => selector)`,
        ),
    },
    {
      item: 68,
      level: 'MUST',
      title: 'no see-through or outlined letters',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          styled(
            `style.opacity !== '1' || style.webkitTextStrokeWidth !== '0px' || /rgba\\(.*, 0?\\.\\d+\\)/.test(style.color)`,
          ),
        ),
    },
    {
      item: 71,
      level: 'SHOULD',
      title:
        'an x of a Latin name in the text is as high as the bodies of the letters beside it, a tenth more at most',
      note: 'Hebrew letters stand between the small and the large Latin ones, those of Nastaliq have no common height: the sizes of their designers are kept.',
      only: ({ locale }) => locale.script !== 'Hebr' && locale.lang !== 'ur',
      run: async (sheet) => {
        const bodies = sheet.locale.script === 'Thaa' ? 'ހށނރ' : 'هصعو';
        const figure = Number(
          await sheet.page('article').evaluate(`(() => {
            const pen = document.createElement('canvas').getContext('2d');
            const height = (of, text) => {
              const style = getComputedStyle(of);
              pen.font = style.fontWeight + ' 200px ' + style.fontFamily;
              return pen.measureText(text).actualBoundingBoxAscent * parseFloat(style.fontSize);
            };
            const name = document.querySelector('.article-body > p bdi:not([dir])');
            const letters = [...${JSON.stringify(bodies)}];
            const body = letters.reduce((sum, one) => sum + height(name.parentElement, one), 0) / letters.length;
            return Math.round(height(name, 'x') / body * 100) / 100;
          })()`),
        );
        return {
          faults: figure >= 0.9 && figure <= 1.1 ? [] : [`${figure} of their height`],
          figure,
          unit: 'x',
        };
      },
    },
  ],
  absent: [
    {
      item: 72,
      level: 'MOONSHOT',
      title: 'taller leading for vocalised text',
      state: 'tested elsewhere',
      reason: 'An article whose lead is vocalised, and all verse: tests/site/vocalised.test.ts.',
    },
  ],
};
