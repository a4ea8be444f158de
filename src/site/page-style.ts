/** What a stylesheet cannot know of a page: the digits of its lists, and what stands at the edges of its sheets of paper. */
import { counterStyle } from '../locales/numbers.js';
import type { Locale } from '../locales/types.js';

/** For the `<style>` of a page in a locale. The first sheet has the masthead; the others name the newspaper at the top. */
export function pageStyle(name: string, { numbering, dir, typography }: Locale): string {
  const counter = counterStyle(numbering);
  const lists = counter === 'decimal' ? '' : `:root{--counter:${counter}}`;
  const corner = dir === 'rtl' ? '@top-right' : '@top-left';
  const face = `font:9pt ${cssString(typography.print)}`;
  const head = `${corner}{content:${cssString(name)};${face}}`;
  const foot = `@bottom-center{content:counter(page,${counter});${face}}`;
  return `${lists}@page{${head}${foot}}@page:first{${corner}{content:none}}`;
}

/** A text inside a CSS string; what would end it, or the element around it, is escaped. */
function cssString(text: string): string {
  return `"${text.replace(/[\\"<\n\r\f]/g, (char) => `\\${char.charCodeAt(0).toString(16)} `)}"`;
}
