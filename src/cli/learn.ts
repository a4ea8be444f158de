/** `warraq learn`: proposes rules of the site from the lines that return in its articles; writes them only with `--write`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Learner } from '../extract/rules/learn.js';
import { mergeRules } from '../extract/rules/merge.js';
import type { Learned } from '../extract/rules/propose.js';
import { RULES_FILE, readRulesText } from '../shell/inputs.js';
import { counted } from '../shell/report.js';
import { openSite, readArticle } from '../shell/review/reading.js';
import { visible } from '../shell/visible.js';
import { type Arguments, numberOf, textOf } from './arguments.js';
import { interruptible, rootOf } from './options.js';
import { Printer } from './printer.js';

/** A line that stands in fewer articles may be chance. */
const LEAST = 5;

/** Runs `warraq learn`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { options } = args;
  const printer = new Printer(options);
  const { breathe } = interruptible();
  const site = openSite(rootOf(args), textOf(options, 'config'));
  const learner = new Learner(site.rules);
  const { articles } = site.listing;
  for (const file of articles) {
    await breathe();
    const { source, extraction } = readArticle(file, site.rules);
    learner.add(source, extraction);
    printer.onProgress('Reading', learner.files, articles.length);
  }
  printer.clear();
  const learned = learner.proposals(Math.max(2, numberOf(options, 'least') ?? LEAST));
  const write = options.has('write') && learned.length > 0;
  if (write) writeFileSync(join(site.root, RULES_FILE), mergeRules(readRulesText(site.root).text, learned));
  if (options.has('json')) {
    const answer = { command: 'learn', files: learner.files, written: write, proposals: learned };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return 0;
  }
  process.stdout.write(learned.map(formatRow).join(''));
  if (options.has('quiet')) return 0;
  printer.line(`${counted(learner.files, 'article')} read, ${counted(learned.length, 'rule')} proposed`);
  if (write) printer.line(`Written to ${RULES_FILE}. Read it, and take out what is no rule.`);
  else if (learned.length > 0)
    printer.line(`Nothing was written. warraq learn --write adds them to ${RULES_FILE}.`);
  return 0;
}

/** Two lines a proposal: what and how often, then where. Only the rule itself is in the script of the site. */
function formatRow(one: Learned): string {
  const kind = one.kind === 'label' ? `label ${one.cue}` : one.kind;
  const roles = Object.entries(one.roles).map(([role, count]) => `${role} ${count}`);
  const share = `${(one.share * 100).toFixed(one.share < 0.1 ? 1 : 0)} %`;
  const also = one.kind === 'section' && one.aliases.length > 0 ? ` = ${one.aliases.join(' = ')}` : '';
  const where = one.place === null ? '' : `${one.place} the text; `;
  const examples = one.examples.slice(0, 3).map(({ file, line }) => `${visible(file)}:${line}`);
  return [
    `${String(one.files).padStart(6)} ${share.padStart(6)}  ${kind.padEnd(16)} ${visible(one.rule + also)}`,
    `${' '.repeat(15)} ${where}now ${roles.join(', ')}${examples.length === 0 ? '' : `; ${examples.join(', ')}`}`,
    '',
  ].join('\n');
}
