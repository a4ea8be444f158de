/** The section of an article, from its label lines: page decoration off, the useful part of a path. */
import { fold } from '../../fold.js';
import { isTopicWord } from '../observe/lexicon.js';
import { withoutDecoration } from '../observe/marks.js';
import { cuesOf, observe } from '../observe/observe.js';
import type { CompiledRules } from '../rules/rules.js';

const PATH = /\s*[»›‹>\\←|]+\s*|\s+\/\s+/u;
/** Marks that part a path only where its parts are names of sections: they stand in sentences too. */
const LOOSE = /\s+[-–—]\s+|\s*«\s*|\s*\/\s*/u;
const ARROW = /\s*[»›‹>←]+\s*/u;
const LONGEST_PART = 40;

function isHome(part: string): boolean {
  const { whole } = cuesOf(part);
  return whole.includes('nav') && !whole.includes('section');
}

function isSection(part: string): boolean {
  if (part.length > LONGEST_PART) return false;
  const { words, cues } = observe(part);
  if (words.length > 0 && words.length <= 5 && words.every(isTopicWord)) return true;
  return cues.whole.includes('section');
}

/** The parts of a path; the line itself where it is none. */
function partsOf(text: string): string[] {
  const parts = text.split(PATH);
  if (parts.length > 1) return parts;
  const loose = text.split(LOOSE);
  const [first = '', second = ''] = loose;
  const known = loose.every(isSection) || (isHome(first) && second.length <= LONGEST_PART);
  return loose.length > 1 && loose.length <= 5 && known ? loose : parts;
}

/** Is the line a path of pages: few short parts, the home page or a known section among them? */
export function isSectionPath(text: string): boolean {
  const parts = partsOf(text).map(withoutDecoration);
  if (parts.length < 2 || parts.length > 5) return false;
  // "Headline | Site" is a browser's title
  if (parts.some((part) => part.split(' ').length > 5)) return false;
  return parts.some((part) => part !== '' && part.length < LONGEST_PART && (isHome(part) || isSection(part)));
}

/** Does the line have the form of a path: two to five short parts with arrows between them, whatever they say? */
export function hasPathForm(text: string): boolean {
  const parts = text.split(ARROW);
  if (parts.length < 2 || parts.length > 5) return false;
  return (
    parts.filter((part) => part !== '').length >= 2 && parts.every((part) => part.length <= LONGEST_PART)
  );
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
    const parts = partsOf(withoutLabel(label))
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
