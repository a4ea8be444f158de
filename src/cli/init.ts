/** `warraq init [DIR]`: a new site. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { languageOf } from '../language-tag.js';
import { formatDate, locale } from '../locales/index.js';
import { Failure, UsageError } from '../shell/failure.js';
import { CONFIG_FILE } from '../shell/inputs.js';
import { type Arguments, textOf } from './arguments.js';
import { FIRST_ARTICLES, WORKFLOW } from './init-texts.js';
import { rootOf } from './options.js';

export async function run({ operands, options }: Arguments): Promise<number> {
  const lang = textOf(options, 'lang') ?? 'ar';
  if (!/^[a-z]{2,3}(?:-[A-Za-z]{4})?(?:-[A-Z]{2})?$/.test(lang)) {
    throw new UsageError(`--lang ${lang} is not a language tag such as ar-LY, fa-IR, he-IL or ur-PK.`);
  }
  const root = resolve(operands[0] ?? rootOf({ operands, options }));
  const files = filesOf(lang);
  const there = Object.keys(files).filter((path) => existsSync(join(root, path)));
  if (there.length > 0) throw new Failure(`${there.join(', ')} is here already; nothing was written.`);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: 'wx' });
  }
  if (options.has('json')) process.stdout.write(`${JSON.stringify({ root, files: Object.keys(files) })}\n`);
  else
    process.stdout.write(
      `${Object.keys(files).join('\n')}\n\nNext: warraq watch${operands.length > 0 ? ` --root ${operands[0]}` : ''}\n`,
    );
  return 0;
}

function filesOf(lang: string): Record<string, string> {
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
  return {
    [CONFIG_FILE]: `${JSON.stringify({ site, search: true }, null, 2)}\n`,
    [`articles/${today.slice(0, 7).replace('-', '/')}/warraq.txt`]: `${[section, headline, date, ...paragraphs].join('\n\n')}\n`,
    '.github/workflows/publish.yml': WORKFLOW,
    '.gitignore': '/dist/\n/dist.warraq-*/\n/.warraq/\n/node_modules/\n',
  };
}
