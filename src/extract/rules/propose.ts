/** From lines that return to proposals of rules. What an article may well say again and again is left alone. */

import { fold } from '../../fold.js';
import type { Cue } from '../../languages/index.js';
import type { Role } from '../../model.js';
import { matchCues, tokens } from '../observe/lexicon.js';
import { keyOf, type Recurring } from './learn.js';
import { type CompiledRules, LEAST_PART, wholeKey } from './rules.js';

/** A rule that could be added to the site's own. */
export type Learned =
  | (Found & { readonly kind: 'furniture'; readonly rule: string })
  | (Found & { readonly kind: 'label'; readonly cue: Cue; readonly rule: string })
  | (Found & { readonly kind: 'section'; readonly rule: string; readonly aliases: readonly string[] });

interface Found {
  /** How many texts have it, and which share of all, 0 to 1. */
  readonly files: number;
  readonly share: number;
  /** What the line is taken for at present, with counts. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /** Where it mostly stands; null for sections. */
  readonly place: 'above' | 'inside' | 'below' | null;
  readonly examples: readonly { readonly file: string; readonly line: number }[];
}

/** Roles that no line has in one article after the other. */
const NEVER_AGAIN: ReadonlySet<Role> = new Set<Role>(['body', 'deck']);
/** Roles that a line may have again and again: it counts as furniture only where it is taken for that as well. */
const PERHAPS: ReadonlySet<Role> = new Set<Role>([
  'subhead',
  'list',
  'caption',
  'quote',
  'pullquote',
  'headline',
  'readalso',
]);
/** Names and days return, and belong to the article. */
const OWN: ReadonlySet<Role> = new Set<Role>(['byline', 'dateline', 'section']);

const LEAST_MIXED = 0.1;
/** Share of all texts that must have a line which is taken for prose: the parts of a series name one another. */
const LEAST_PROSE = 0.005;
const LEAST_TITLES = 0.5;
/** A label with a number has few words; a longer line must be taken for furniture already in so large a share of texts. */
const FEW_WORDS = 6;
const LEAST_KNOWN = 0.3;
/** No article is linked from more others than this by chance. */
const MANY_LINKS = 20;

/** The rules that would be worth writing, the most frequent first. */
export function propose(
  lines: readonly Recurring[],
  sections: ReadonlyMap<string, number>,
  headlines: ReadonlySet<string>,
  rules: CompiledRules,
  { files, least }: { readonly files: number; readonly least: number },
): readonly Learned[] {
  const learned: Learned[] = [...proposeSections(sections, rules, files, least)];
  for (const line of lines) {
    if (line.ruled || line.titles.size < Math.min(least, 3)) continue;
    const found = describe(line, files);
    const cue = labelOf(line, headlines);
    if (cue !== null) learned.push({ ...found, kind: 'label', cue, rule: withoutColon(line.text) });
    else if (isFurniture(line, files) && !isTitle(line, headlines)) {
      const rule = furnitureRule(line);
      if (rule !== null) learned.push({ ...found, kind: 'furniture', rule });
    }
  }
  return learned.sort((a, b) => b.files - a.files || (a.rule < b.rule ? -1 : 1));
}

function describe(line: Recurring, files: number): Found {
  const { above, inside, below } = line;
  const most = Math.max(above, inside, below);
  return {
    files: line.files,
    share: line.files / files,
    roles: Object.fromEntries([...line.roles].sort(([, a], [, b]) => b - a)),
    place: most === above ? 'above' : most === below ? 'below' : 'inside',
    examples: line.examples,
  };
}

/** Titles of other articles stand below it: a label of links that no language file knows. */
function labelOf(line: Recurring, headlines: ReadonlySet<string>): Cue | null {
  if (line.text.length > 40 || line.next.size < 3 || line.above > line.inside + line.below) return null;
  const titles = [...line.next].filter((key) => headlines.has(key)).length;
  if (titles / line.next.size < LEAST_TITLES) return null;
  const folded = fold(line.text);
  const { whole } = matchCues(folded, tokens(folded), false);
  if (whole.includes('read-also') || whole.includes('related')) return null;
  return line.below > line.inside ? 'related' : 'read-also';
}

/** The headline of an article, named in others. */
function isTitle(line: Recurring, headlines: ReadonlySet<string>): boolean {
  return (
    line.files <= MANY_LINKS && headlines.has(keyOf(line.text)) && (line.roles.get('headline') ?? 0) <= 1
  );
}

function isFurniture(line: Recurring, files: number): boolean {
  const share = (roles: ReadonlySet<Role>): number => {
    let count = 0;
    for (const [role, each] of line.roles) if (roles.has(role)) count += each;
    return count / line.files;
  };
  const furniture = (line.roles.get('furniture') ?? 0) / line.files;
  // Known already, but for a slip or two.
  if (furniture > 1 - LEAST_MIXED / 5) return false;
  if (share(OWN) > furniture && share(OWN) > 0.25) return false;
  if (share(NEVER_AGAIN) >= LEAST_MIXED) return line.files >= files * LEAST_PROSE;
  return furniture >= LEAST_MIXED && share(PERHAPS) > 0;
}

/** The whole line; where its numbers differ, what stands before or behind them. */
function furnitureRule(line: Recurring): string | null {
  if (!line.varies) return line.text;
  // Much prose around the number is a sentence that several texts share, such as the opening of a market report.
  const words = line.text.match(/\p{L}{2,}/gu) ?? [];
  const known = (line.roles.get('furniture') ?? 0) / line.files;
  if (words.length > FEW_WORDS && known < LEAST_KNOWN) return null;
  const before = /^[^\d٠-٩۰-۹]*/.exec(line.text)?.[0].trim() ?? '';
  if (isEnough(before)) return `${before} …`;
  const after = /[^\d٠-٩۰-۹]*$/.exec(line.text)?.[0].trim() ?? '';
  return isEnough(after) ? `… ${after}` : null;
}

/** Two letters more than the least that a rule must have: a short word with a number behind it is prose. */
function isEnough(part: string): boolean {
  return fold(part).length >= LEAST_PART + 2;
}

function withoutColon(text: string): string {
  return text.replace(/\s*[:：]\s*$/u, '');
}

/** Sections that the site does not know yet; spellings that differ in the article alone are one section. */
function* proposeSections(
  sections: ReadonlyMap<string, number>,
  rules: CompiledRules,
  files: number,
  least: number,
): Generator<Learned> {
  const groups = new Map<string, [string, number][]>();
  for (const [name, count] of sections) {
    if (rules.sectionOf(name) !== null) continue;
    const key = sectionKey(name);
    groups.set(key, [...(groups.get(key) ?? []), [name, count]]);
  }
  for (const group of groups.values()) {
    const count = group.reduce((sum, [, each]) => sum + each, 0);
    const [best, ...others] = group.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    if (best === undefined || count < least) continue;
    const own = wholeKey(fold(best[0]));
    const aliases = others.map(([name]) => name).filter((name) => wholeKey(fold(name)) !== own);
    yield {
      kind: 'section',
      rule: best[0],
      aliases,
      files: count,
      share: count / files,
      roles: { section: count },
      place: null,
      examples: [],
    };
  }
}

/** Without the article and the word for news: `الرياضة`, `أخبار الرياضة` and `رياضة` are one section. */
function sectionKey(name: string): string {
  const words = keyOf(name).split(' ');
  const rest = words.length > 1 && NEWS.has(words[0] ?? '') ? words.slice(1) : words;
  return rest.map((word) => word.replace(/^(?:ال|ה)(?=\p{L}{3})/u, '')).join(' ');
}

const NEWS: ReadonlySet<string> = new Set(['اخبار', 'الاخبار', 'חדשות']);
