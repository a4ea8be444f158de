/** The settings of the look as CSS: the stylesheet says what they do, the page brings their values. */
import type { ThemeConfig } from '../config.js';

/** Letters of a name that stand in one line in the size of the front page. */
const SHORT_NAME = 24;

/** The name at the start of its line: both tools stand at the other end. */
const START =
  ';--masthead:start;--masthead-edge:0px;--masthead-tools:5.5rem;--search-start:auto;--search-end:calc(var(--edge) + 2.5rem)';

/** For the `<style>` of every page: short, because it is in every page. A long name of the newspaper is set smaller. */
export function lookCss(theme: ThemeConfig, name: string | null): string {
  const { accent, accentDark, masthead, scheme } = theme;
  const place = masthead === 'start' ? START : '';
  const size = (name ?? '').length > SHORT_NAME ? ';--name:var(--size-7)' : '';
  const root = `:root{--accent:${accent};--accent-dark:${accentDark}${place}${size}}`;
  // A reader's own choice (data-theme) is stronger.
  return scheme === 'auto' ? root : `${root}:root:not([data-theme]){color-scheme:${scheme}}`;
}
