/** Words without what stands in front of them and behind, and the files that they are found in. */
import { AFFIXES } from './affixes.js';

const rules = AFFIXES.map(({ of, before, after, whole }) => ({
  of: new RegExp(of),
  before: new RegExp(before),
  after: after === '' ? null : new RegExp(after),
  whole: new Set(whole),
}));

type Rule = (typeof rules)[number];
/** By the first letter of a word. */
const ruleOf = new Map<number, Rule | null>();

/** What a word has in common with its forms: `وليبيا`, `لليبيا` and `ليبيا` have one stem. */
export function stemOf(word: string): string {
  const first = word.charCodeAt(0);
  let rule = ruleOf.get(first);
  if (rule === undefined) {
    rule = rules.find(({ of }) => of.test(word)) ?? null;
    ruleOf.set(first, rule);
  }
  if (rule === null) return word;
  let stem = rule.after === null ? word : word.replace(rule.after, '');
  for (let found = rule.before.exec(stem); found !== null; found = rule.before.exec(stem)) {
    const rest = stem.slice(found[0].length);
    if (rule.whole.has(rest)) break;
    stem = rest;
  }
  return stem;
}

/** Number of the file, of `count`, that holds the words of a stem: by its first two letters, so that beginnings are together. */
export function bucketOf(stem: string, count: number): number {
  return (31 * stem.charCodeAt(0) + (stem.length > 1 ? stem.charCodeAt(1) : 0)) % count;
}
