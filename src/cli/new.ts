/** `warraq new "HEADLINE"`: a dated article file, in the form that the site already uses. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Config } from '../config.js';
import { extract } from '../extract/extract.js';
import { languageOf } from '../language-tag.js';
import { HEADER_WORDS } from '../languages/headers.js';
import { formatDate } from '../locales/date.js';
import { locale } from '../locales/locale.js';
import { type ArticleFile, listArticles } from '../read/find.js';
import { openArticle } from '../read/open.js';
import { readSource } from '../read/source.js';
import { configure } from '../shell/configure.js';
import { UsageError } from '../shell/failure.js';
import { readConfigText } from '../shell/inputs.js';
import { siteRules } from '../shell/rules.js';
import { slugify } from '../site/gather/slug.js';
import { type Arguments, textOf } from './arguments.js';
import { FIRST_ARTICLES } from './init-texts.js';
import { rootOf } from './options.js';

/** So many of the newest articles show how the newsroom works. */
const LOOKED_AT = 30;

/** How a newsroom keeps its texts. */
interface Habits {
  readonly ending: string;
  /** Parts of the date that name the folders: 0 to 3 of year, month, day. */
  readonly depth: number;
  readonly header: boolean;
}

/** Runs `warraq new`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const headline = (args.operands[0] ?? '').replace(/\s+/g, ' ').trim();
  if (headline === '') throw new UsageError('The headline is empty.');
  const root = resolve(rootOf(args));
  const { config, diagnostics } = configure(readConfigText(root, textOf(args.options, 'config')), null);
  const wrong = diagnostics.find((one) => one.severity === 'error');
  if (wrong !== undefined) throw new UsageError(`${wrong.file}: ${wrong.message}`);
  const habits = findHabits(listArticles(root).articles);
  const today = dayIn(config.site.timeZone, new Date());
  const folder = ['articles', ...today.split('-').slice(0, habits.depth)].join('/');
  const path = freeName(root, folder, slugify(headline) || today, habits.ending);
  mkdirSync(dirname(join(root, path)), { recursive: true });
  const section = textOf(args.options, 'section') ?? config.site.sections[0]?.name ?? null;
  writeFileSync(join(root, path), compose({ headline, section, today, config, habits }), { flag: 'wx' });
  process.stdout.write(args.options.has('json') ? `${JSON.stringify({ file: path })}\n` : `${path}\n`);
  return 0;
}

function findHabits(articles: readonly ArticleFile[]): Habits {
  const newest = [...articles]
    .sort((a, b) => b.mtimeMs - a.mtimeMs || (a.path < b.path ? 1 : -1))
    .slice(0, LOOKED_AT);
  if (newest.length === 0) return { ending: 'txt', depth: 2, header: false };
  const headers = newest.filter((file) => {
    const opened = openArticle(file);
    return opened.ok && readSource(file.path, opened.bytes, null).headerLines > 0;
  });
  return {
    ending: mostCommon(newest.map(({ path }) => path.slice(path.lastIndexOf('.') + 1))),
    depth: Number(mostCommon(newest.map(({ path }) => String(dateDepth(path))))),
    header: headers.length * 2 > newest.length,
  };
}

/** How many of the folders above a file are a year, a month and a day. */
function dateDepth(path: string): number {
  const folders = path.split('/').slice(1, -1);
  const patterns = [/^\d{4}$/, /^\d{1,2}$/, /^\d{1,2}$/];
  const other = folders.findIndex((folder, index) => patterns[index]?.test(folder) !== true);
  return other === -1 ? folders.length : other;
}

function mostCommon(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Today where the newspaper is, `2026-11-23`. */
function dayIn(timeZone: string | null, now: Date): string {
  const zone = timeZone === null ? {} : { timeZone };
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  return parts.format(now);
}

function freeName(root: string, folder: string, name: string, ending: string): string {
  for (let number = 1; ; number++) {
    const path = `${folder}/${number === 1 ? name : `${name}-${number}`}.${ending}`;
    if (!existsSync(join(root, path))) return path;
  }
}

interface Draft {
  readonly headline: string;
  readonly section: string | null;
  readonly today: string;
  readonly config: Config;
  readonly habits: Habits;
}

/** The text of the file, in the habit of the newsroom when that is surely understood, else with a header. */
function compose(draft: Draft): string {
  if (draft.habits.header) return withHeader(draft);
  const text = withLabel(draft);
  return isUnderstood(text, draft) ? text : withHeader(draft);
}

/** Header lines in the site's language. */
function withHeader({ headline, section, today, config }: Draft): string {
  const words = HEADER_WORDS[languageOf(config.site.lang ?? 'ar')] ?? {};
  const line = (field: 'headline' | 'section' | 'published', value: string): string =>
    `${words[field]?.[0] ?? HEADER_WORDS.en?.[field]?.[0] ?? field}: ${value}`;
  const lines = [line('headline', headline), line('published', today)];
  if (section !== null) lines.splice(1, 0, line('section', section));
  return [...lines, '', ''].join('\n');
}

/** A label, the headline and the date as a newspaper prints it. */
function withLabel({ headline, section, today, config, habits }: Draft): string {
  const timeZone = config.site.timeZone ?? 'UTC';
  const date = formatDate(today, locale(config.site.lang ?? 'ar'), { timeZone }).long;
  const title = habits.ending === 'txt' ? headline : `# ${headline}`;
  return [...(section === null ? [] : [section, '']), title, '', date, '', ''].join('\n');
}

/** Would the article be read as it is meant, once it has a body? */
function isUnderstood(text: string, { headline, today, config, habits }: Draft): boolean {
  const { paragraphs } = FIRST_ARTICLES[languageOf(config.site.lang ?? 'ar')] ?? FIRST_ARTICLES.ar;
  const bytes = Buffer.from(text + paragraphs.join('\n\n'), 'utf8');
  const { article } = extract(
    readSource(`articles/new.${habits.ending}`, bytes, null),
    siteRules(config).rules,
  );
  return article.headline === headline && article.published?.slice(0, 10) === today;
}
