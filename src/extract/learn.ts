/**
 * Proposes rules of a site from the lines that recur in many of its files: page furniture is the same in all of them,
 * sentences are not. Pure; nothing is written here, an editor decides.
 */
import type { Extraction, Role, Source } from '../model.js';
import { fold, lineKey } from './fold.js';
import type { Rules } from './rules.js';

/** What is known of one recurring line. */
export interface RecurringLine {
  /** As it stands in the first file that has it. */
  readonly text: string;
  /** In how many files it stands. */
  readonly files: number;
  /** How often it was given each role. */
  readonly roles: Readonly<Partial<Record<Role, number>>>;
  /** Up to three files that have it, for the editor to look at. */
  readonly examples: readonly string[];
}

export interface Proposal extends RecurringLine {
  readonly as: 'furniture' | 'section' | 'readalso';
  /** For an editor, one sentence. */
  readonly because: string;
}

export interface Learned {
  readonly proposals: readonly Proposal[];
  /** The proposals as rules, to be written only when somebody says so. */
  readonly rules: Rules;
}

const LONGEST_LINE = 160;
const EXAMPLES = 3;

interface Count {
  text: string;
  files: number;
  roles: Partial<Record<Role, number>>;
  examples: string[];
}

/** Collects the lines of many files, one file at a time, so that an archive need not be in memory. */
export class LineCounter {
  readonly #counts = new Map<string, Count>();
  #files = 0;

  /** Adds the lines of one file; a line that stands twice in it counts once. */
  add(source: Source, extraction: Extraction): void {
    this.#files++;
    const seen = new Set<string>();
    source.lines.forEach((line, index) => {
      const role = extraction.roles[index] ?? null;
      const text = line.trim();
      if (role === null || role === 'meta' || text.length > LONGEST_LINE) return;
      const key = lineKey(fold(text));
      if (key === '' || seen.has(key)) return;
      seen.add(key);
      const count = this.#counts.get(key) ?? { text, files: 0, roles: {}, examples: [] };
      count.files++;
      count.roles[role] = (count.roles[role] ?? 0) + 1;
      if (count.examples.length < EXAMPLES) count.examples.push(source.path);
      this.#counts.set(key, count);
    });
  }

  get files(): number {
    return this.#files;
  }

  /** Lines that stand in at least `least` files, the most frequent first. */
  recurring(least: number): RecurringLine[] {
    return [...this.#counts.values()]
      .filter((count) => count.files >= least)
      .sort((a, b) => b.files - a.files || (a.text < b.text ? -1 : 1));
  }
}

/** Fewest files that make a habit, and their least share of all files for lines that look like text. */
const LEAST_FILES = 5;
const TEXT_SHARE = 0.02;
const TEXT_ROLES: readonly Role[] = ['body', 'subhead', 'list', 'quote', 'caption', 'deck', 'pullquote'];

/** What the recurring lines should become. Lines that are furniture already everywhere need no rule. */
export function learn(counter: LineCounter): Learned {
  const proposals: Proposal[] = [];
  for (const line of counter.recurring(LEAST_FILES)) {
    const furniture = share(line, ['furniture']);
    const section = share(line, ['section']);
    const text = share(line, TEXT_ROLES);
    const also = share(line, ['readalso']);
    const found = `It stands in ${line.files} files`;
    if (section >= 0.5 && section < 1) {
      proposals.push({ ...line, as: 'section', because: `${found} and is a section label in most of them.` });
    } else if (also >= 0.5 && also < 1) {
      proposals.push({
        ...line,
        as: 'readalso',
        because: `${found} and points to other articles in most of them.`,
      });
    } else if (furniture >= 0.5 && furniture < 1) {
      proposals.push({
        ...line,
        as: 'furniture',
        because: `${found} and is page furniture in most of them.`,
      });
    } else if (text >= 0.5 && line.files >= counter.files * TEXT_SHARE) {
      proposals.push({
        ...line,
        as: 'furniture',
        because: `${found}, word for word: no sentence does that.`,
      });
    }
  }
  return { proposals, rules: toRules(proposals) };
}

function share(line: RecurringLine, roles: readonly Role[]): number {
  return roles.reduce((sum, role) => sum + (line.roles[role] ?? 0), 0) / line.files;
}

function toRules(proposals: readonly Proposal[]): Rules {
  const texts = (as: Proposal['as']) => proposals.filter((one) => one.as === as).map((one) => one.text);
  return {
    furniture: texts('furniture'),
    sections: Object.fromEntries(texts('section').map((text) => [text, []])),
    labels: {},
    roles: Object.fromEntries(texts('readalso').map((text) => [text, 'readalso' as const])),
  };
}
