/** `warraq init [DIR]`: a new site. */
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { languageOf } from '../language-tag.js';
import { formatDate } from '../locales/date.js';
import { locale, locales } from '../locales/locale.js';
import { Failure, UsageError } from '../shell/failure.js';
import { CONFIG_FILE } from '../shell/inputs.js';
import { type Arguments, textOf } from './arguments.js';
import { FIRST_ARTICLES, workflow } from './init-texts.js';
import { rootOf } from './options.js';
import { programVersion } from './version.js';

const IGNORE_FILE = '.gitignore';

/** Runs `warraq init`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run({ operands, options }: Arguments): Promise<number> {
  const lang = textOf(options, 'lang') ?? 'ar';
  if (!/^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$/.test(lang)) {
    throw new UsageError(`--lang ${lang} is not a language tag such as ar-LY, fa-IR, he-IL or ur-PK.`);
  }
  const languages = [...new Set(locales.map(({ tag }) => languageOf(tag)))];
  if (!languages.includes(languageOf(lang)))
    throw new UsageError(`--lang ${lang}: there are words and dates in ${languages.join(', ')} only.`);
  const root = resolve(operands[0] ?? rootOf({ operands, options }));
  if (existsSync(join(root, CONFIG_FILE)))
    throw new Failure(`There is a site here already (${CONFIG_FILE}); nothing was written.`);
  const written: string[] = [];
  for (const [path, text] of Object.entries(filesOf(lang, existsSync(join(root, 'articles'))))) {
    if (write(root, path, text)) written.push(path);
  }
  if (options.has('json')) process.stdout.write(`${JSON.stringify({ root, files: written })}\n`);
  else {
    const where = operands.length > 0 ? ` --root ${operands[0]}` : '';
    process.stdout.write(`${written.join('\n')}\n\nNext: warraq watch${where}\n`);
  }
  return 0;
}

/** A folder that is a project already keeps what it has: only the lines that are missing are added to its `.gitignore`. */
function write(root: string, path: string, text: string): boolean {
  const file = join(root, path);
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text, { flag: 'wx' });
    return true;
  }
  if (path !== IGNORE_FILE) return false;
  const there = readFileSync(file, 'utf8');
  const lines = new Set(there.split(/\r?\n/));
  const missing = text.split('\n').filter((line) => line !== '' && !lines.has(line));
  if (missing.length === 0) return false;
  appendFileSync(file, `${there === '' || there.endsWith('\n') ? '' : '\n'}${missing.join('\n')}\n`);
  return true;
}

/** `filled`: there are articles already, which need no example. */
function filesOf(lang: string, filled: boolean): Record<string, string> {
  const known = FIRST_ARTICLES[languageOf(lang)];
  const { name, section, headline, paragraphs } = known ?? FIRST_ARTICLES.ar;
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const today = new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(new Date());
  const date = formatDate(today, locale(known ? lang : 'ar'), { timeZone }).long;
  const site = { name, lang, timeZone, baseUrl: null, sections: [section] };
  const first = `articles/${today.slice(0, 7).replace('-', '/')}/warraq.txt`;
  return {
    [CONFIG_FILE]: `${JSON.stringify({ site, search: true }, null, 2)}\n`,
    ...(filled ? {} : { [first]: `${[section, headline, date, ...paragraphs].join('\n\n')}\n` }),
    '.github/workflows/publish.yml': workflow(programVersion()),
    [IGNORE_FILE]: '/dist/\n/dist.warraq-*/\n/.warraq/\n/node_modules/\n',
  };
}
