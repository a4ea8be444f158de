/** `warraq review`: the articles whose understanding is most in doubt, in the terminal and as a page for the browser. */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../shell/failure.js';
import { counted } from '../shell/report.js';
import { byDoubt, judge, type Verdict } from '../shell/review/doubt.js';
import { type PageHead, pageHtml } from '../shell/review/page.js';
import { openSite, type ReadableSite, type Reading, readArticle } from '../shell/review/reading.js';
import { formatVerdict, makeStyles } from '../shell/review/terminal.js';
import { type Arguments, numberOf, textOf } from './arguments.js';
import { interruptible, rootOf } from './options.js';
import { wantsColour } from './output.js';
import { Printer } from './printer.js';

const ON_PAGE = 200;
/** The terminal shows the worst; the page has the rest. */
const IN_TERMINAL = 20;

/** Runs `warraq review`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { options } = args;
  const printer = new Printer(options);
  const { breathe } = interruptible();
  const site = openSite(rootOf(args), textOf(options, 'config'));
  const path = pagePath(site, textOf(options, 'html'));
  const { articles } = site.listing;
  const verdicts: Verdict[] = [];
  const langs = new Map<string, number>();
  for (const file of articles) {
    await breathe();
    const verdict = judge(readArticle(file, site.rules));
    langs.set(verdict.lang, (langs.get(verdict.lang) ?? 0) + 1);
    verdicts.push(verdict);
    printer.onProgress('Reading', verdicts.length, articles.length);
  }
  printer.clear();
  const limit = numberOf(options, 'limit') ?? ON_PAGE;
  const worst = verdicts
    .filter((one) => one.score > 0)
    .sort(byDoubt)
    .slice(0, limit);
  const { name, lang, timeZone } = site.config.site;
  const head: PageHead = {
    lang: lang ?? mostly(langs),
    siteName: name,
    timeZone: timeZone ?? 'UTC',
    shown: worst.length,
    total: articles.length,
  };
  writePieces(path, pageHtml(head, readAgain(worst, site)));
  const shown = relative('.', path);
  if (options.has('json')) {
    const answer = { command: 'review', total: articles.length, page: shown, articles: worst };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
    return 0;
  }
  const styles = makeStyles(wantsColour(options, process.stdout));
  let rank = 0;
  for (const [verdict, { source }] of readAgain(worst.slice(0, IN_TERMINAL), site)) {
    process.stdout.write(formatVerdict(verdict, ++rank, (line) => source.lines[line - 1] ?? '', styles));
  }
  if (options.has('quiet')) return 0;
  const doubted = verdicts.filter((one) => one.lines.length + one.problems.length > 0).length;
  printer.line(
    `${counted(articles.length, 'article')} read, ${doubted} with something to look at. ${shown} shows ${worst.length}.`,
  );
  return 0;
}

/** Where the page goes: never into the published site. */
function pagePath({ root, config }: ReadableSite, given: string | null): string {
  if (given === null) return join(root, '.warraq', 'review', 'index.html');
  const path = resolve(given);
  const out = resolve(root, config.build.out);
  if (path.startsWith(out + sep))
    throw new UsageError(`${given} lies in ${config.build.out}, which is published. Choose another place.`);
  for (const folder of ['articles', 'templates', 'static']) {
    if (path.startsWith(join(root, folder) + sep))
      throw new UsageError(`${given} lies in ${folder}/, which is part of the site. Choose another place.`);
  }
  return path;
}

function* readAgain(
  verdicts: readonly Verdict[],
  site: ReadableSite,
): Generator<readonly [Verdict, Reading]> {
  const files = new Map(site.listing.articles.map((file) => [file.path, file]));
  for (const verdict of verdicts) {
    const file = files.get(verdict.path);
    if (file !== undefined) yield [verdict, readArticle(file, site.rules)];
  }
}

function mostly(langs: ReadonlyMap<string, number>): string {
  const [most] = [...langs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? 'en';
}

function writePieces(path: string, pieces: Iterable<string>): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
}
