/** What is asked of a page, as text: the compiler of the tests needs no types of the browser. */
import type { Page } from 'playwright-core';

const ask = async <T>(page: Page, script: string): Promise<T> => (await page.evaluate(script)) as T;

/** Faults that axe finds: rule, element, what to do. */
export const faultsOf = (page: Page): Promise<string[]> =>
  ask(
    page,
    `axe.run().then(({ violations }) => violations.map((one) =>
      one.id + ': ' + one.nodes[0].html.slice(0, 160) + ' ' + one.nodes[0].failureSummary))`,
  );

export const widthOf = (page: Page): Promise<number> => ask(page, 'document.documentElement.scrollWidth');

export const marksOf = (page: Page): Promise<{ before: string; after: string; quotes: string }> =>
  ask(
    page,
    `(() => {
      const text = document.querySelector('.pull-quote-text');
      const content = (pseudo) => getComputedStyle(text, pseudo).content;
      return { before: content('::before'), after: content('::after'), quotes: getComputedStyle(text).quotes };
    })()`,
  );

export interface Stop {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly hidden: boolean;
}

/** Where the focus is. */
export const focusOf = (page: Page): Promise<Stop> =>
  ask(
    page,
    `(() => {
      const { id, textContent } = document.activeElement;
      const hidden = document.activeElement.closest('[aria-hidden=true]') !== null;
      return { id, text: textContent, x: document.activeElement.getBoundingClientRect().x, hidden };
    })()`,
  );

export interface Box {
  readonly name: string;
  /** Distance from the side where lines begin, CSS pixels. */
  readonly start: number;
  readonly width: number;
}

export const boxesOf = (page: Page, direction: 'rtl' | 'ltr'): Promise<Box[]> =>
  ask(
    page,
    `(() => {
      document.documentElement.dir = '${direction}';
      const { width } = document.documentElement.getBoundingClientRect();
      const selector = '.masthead-name, .section-bar, main > *, .story, .block, .article-body > *, .colophon';
      return [...document.querySelectorAll(selector)].map((element) => {
        const box = element.getBoundingClientRect();
        const start = '${direction}' === 'rtl' ? width - box.right : box.left;
        return { name: element.tagName + ' ' + element.className, start, width: box.width };
      });
    })()`,
  );

export interface Type {
  /** CSS pixels. */
  readonly size: number;
  /** Line height over size. */
  readonly body: number;
  readonly head: number;
  /** Width of the column in em. */
  readonly measure: number;
  /** Elements that do what joined letters do not bear. */
  readonly spaced: number;
  readonly slanted: number;
  readonly justified: number;
  readonly cased: number;
  readonly pale: number;
}

export const typeOf = (page: Page): Promise<Type> =>
  ask(
    page,
    `(() => {
      const style = (selector) => getComputedStyle(document.querySelector(selector));
      const leading = (of) => parseFloat(of.lineHeight) / parseFloat(of.fontSize);
      const all = [...document.querySelectorAll('body, body *')].map((element) => getComputedStyle(element));
      const count = (property, ...fine) => all.filter((one) => !fine.includes(one[property])).length;
      const body = style('.article-body > p:nth-of-type(2)');
      const column = document.querySelector('.article-body');
      return {
        size: parseFloat(body.fontSize),
        body: leading(body),
        head: leading(style('h1')),
        measure: column.getBoundingClientRect().width / parseFloat(getComputedStyle(column).fontSize),
        spaced: count('letterSpacing', 'normal', '0px'),
        slanted: count('fontStyle', 'normal'),
        justified: all.filter((one) => one.textAlign === 'justify').length,
        cased: count('textTransform', 'none'),
        pale: count('opacity', '1'),
      };
    })()`,
  );

/** Sum of the layout shifts so far. */
export const shiftOf = (page: Page): Promise<number> =>
  ask(
    page,
    `new Promise((resolve) => {
      new PerformanceObserver((list) => {
        resolve(list.getEntries().reduce((sum, entry) => sum + entry.value, 0));
      }).observe({ type: 'layout-shift', buffered: true });
      setTimeout(() => resolve(0), 500);
    })`,
  );

export interface Ground {
  readonly paper: string;
  /** Of the root, CSS pixels. */
  readonly size: number;
  readonly face: string;
  readonly ink: string;
}

export const groundOf = (page: Page): Promise<Ground> =>
  ask(
    page,
    `(() => {
      const root = getComputedStyle(document.documentElement);
      const text = getComputedStyle(document.querySelector('.article-body > p'));
      return { paper: root.backgroundColor, size: parseFloat(root.fontSize), face: text.fontFamily, ink: text.color };
    })()`,
  );
