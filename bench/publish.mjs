/**
 * What publishing one article costs a host: files and bytes that differ from the site before, by size of the archive.
 * Usage: node bench/publish.mjs [--sizes 1000,10000,100000]
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { makeArticles } from './articles.mjs';
import { measure } from './measure.mjs';
import { peers } from './peers.mjs';

const { values: options } = parseArgs({
  options: { sizes: { type: 'string', default: '1000,10000,100000' } },
});

/** The newest of all, in a section that exists. */
function freshArticle(section, day) {
  const lines = [
    `القسم: ${section}`,
    'العنوان: المجلس البلدي يقر خطة الموسم الجديد',
    `التاريخ: 2030-01-0${day}`,
    '',
    'أقر المجلس البلدي خطة الموسم الجديد بعد نقاش طويل حضره سكان الحي، وقال أعضاؤه إن العمل يبدأ مع الربيع.',
    '',
    'وأضافت أمينة المكتبة أن مشروع القراءة يستمر حتى نهاية العام، وأن أبواب القاعة مفتوحة للجميع كل يوم.',
  ];
  return `${lines.join('\n')}\n`;
}

for (const size of options.sizes.split(',').map(Number)) {
  const site = fileURLToPath(new URL(`.work/publish-${size}`, import.meta.url));
  rmSync(site, { recursive: true, force: true });
  mkdirSync(join(site, 'articles'), { recursive: true });
  peers.warraq.prepare(site);
  makeArticles(size, join(site, 'articles'), 'txt');
  const build = () => measure(peers.warraq.command(), { cwd: site });
  const cold = build();
  let one = cold;
  const section = readdirSync(join(site, 'dist'), { withFileTypes: true }).find(
    (entry) => entry.isDirectory() && /^\p{L}+$/u.test(entry.name) && /\p{Script=Arabic}/u.test(entry.name),
  );
  // The first story with a date opens the archive, which every page links to: that happens once in the life of a site.
  for (const day of [1, 2]) {
    writeFileSync(join(site, `articles/day-${day}.txt`), freshArticle(section?.name ?? 'محليات', day));
    one = build();
  }
  const last = JSON.parse(readFileSync(join(site, '.warraq/last-build.json'), 'utf8'));
  const paths = [...last.added, ...last.changed];
  const bytes = paths.reduce((sum, path) => sum + statSync(join(site, 'dist', path)).size, 0);
  console.log(
    `${size} articles: ${last.added.length} files added, ${last.changed.length} changed, ${last.removed.length} removed, ` +
      `${(bytes / 1000).toFixed(0)} kB to send; CPU ${one.cpu.toFixed(2)} s (cold ${cold.cpu.toFixed(2)} s)`,
  );
  for (const path of paths) console.log(`  ${path}`);
  rmSync(site, { recursive: true, force: true });
}
