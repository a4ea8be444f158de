/** The section of an article, from its label lines: page decoration off, the useful part of a path. */

import { fold } from './fold.js';
import { matchCues, tokens } from './lexicon.js';
import { withoutDecoration } from './marks.js';
import type { CompiledRules } from './rules.js';

const PATH = /\s*[»›>\\←|]+\s*|\s+\/\s+/u;

function isHome(part: string): boolean {
  const folded = fold(part);
  const { whole } = matchCues(folded, tokens(folded), false);
  return whole.includes('nav') && !whole.includes('section');
}

function isSection(part: string): boolean {
  const folded = fold(part);
  return matchCues(folded, tokens(folded), false).whole.includes('section');
}

/** Is the line a path of pages: few short parts, the home page or a known section among them? */
export function isSectionPath(text: string): boolean {
  const parts = text.split(PATH).map(withoutDecoration);
  if (parts.length < 2 || parts.length > 5) return false;
  return parts.some((part) => part !== '' && part.length < 40 && (isHome(part) || isSection(part)));
}

/** `Section: politics` → `politics`. */
function withoutLabel(text: string): string {
  const colon = text.indexOf(':');
  if (colon <= 0) return text;
  const value = text.slice(colon + 1).trim();
  return value !== '' && isSection(text.slice(0, colon)) ? value : text;
}

/** `Home Politics` → `Politics`: a path whose separators were lost. */
function withoutHome(part: string): string {
  const space = part.trim().indexOf(' ');
  if (space <= 0 || !isHome(part.trim().slice(0, space))) return part;
  const rest = part.trim().slice(space + 1);
  return isSection(rest) ? rest : part;
}

/**
 * Chooses the section among the label lines. A name that the site's rules know wins; of a path the last part that is a
 * known section, else the part after "home"; of stacked labels the first.
 */
export function chooseSection(
  labels: readonly string[],
  headline: string | null,
  rules: CompiledRules,
): string | null {
  const title = headline === null ? '' : fold(headline);
  let fallback: string | null = null;
  for (const label of labels) {
    const parts = withoutLabel(label)
      .split(PATH)
      .map(withoutHome)
      .map(withoutDecoration)
      .filter((part) => part !== '' && fold(part) !== title && !isHome(part));
    for (const part of parts) {
      const known = rules.sectionOf(part);
      if (known !== null) return known;
    }
    fallback ??= parts.findLast(isSection) ?? parts.at(-1) ?? null;
  }
  return fallback;
}
