/** The settings of the look as CSS: the stylesheet says what they do, the page brings their values. */
import type { ThemeConfig } from '../config.js';

/** For the `<style>` of every page: short, because it is in every page. */
export function lookCss(theme: ThemeConfig): string {
  const { accent, accentDark, masthead, scheme } = theme;
  const place = masthead === 'start' ? ';--masthead:start;--masthead-edge:0px' : '';
  const root = `:root{--accent:${accent};--accent-dark:${accentDark}${place}}`;
  // A reader's own choice (data-theme) is stronger.
  return scheme === 'auto' ? root : `${root}:root:not([data-theme]){color-scheme:${scheme}}`;
}
