/**
 * Makes N article files for a comparison: real newspaper articles where the shared corpus stands beside the
 * project, else texts of invented sentences. `txt` is what Warraq reads, `md` (YAML front matter) what the others read.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const corpus = fileURLToPath(new URL('../../shared/corpus/make-scale.py', import.meta.url));

/** @returns {string} where the texts come from, for the report */
export function makeArticles(count, folder, format) {
  if (existsSync(corpus)) {
    const made = spawnSync('python3', [corpus, String(count), folder, '--format', format], {
      encoding: 'utf8',
    });
    if (made.status !== 0) throw new Error(`make-scale.py failed: ${made.stderr}`);
    return 'real Arabic newspaper articles of the shared corpus';
  }
  for (let i = 0; i < count; i++) writeInvented(i, folder, format);
  return 'invented Arabic sentences (the shared corpus is absent)';
}

const SECTIONS = ['محليات', 'اقتصاد', 'رياضة', 'ثقافة', 'دوليات', 'رأي'];
const SUBJECTS = [
  'المجلس البلدي',
  'مدير المرفأ',
  'لجنة المهرجان',
  'فريق المدينة',
  'أمينة المكتبة',
  'اتحاد المزارعين',
  'فريق الرصد',
];
const VERBS = ['أعلن', 'ناقش', 'أجّل', 'افتتح', 'راجع', 'أقرّ', 'درس'];
const OBJECTS = [
  'خطة الموسم الجديد',
  'توسعة الرصيف القديم',
  'ميزانية العام المقبل',
  'جدول الرحلات',
  'مشروع القراءة',
  'نتائج الحصاد',
];
const TAILS = [
  'بعد نقاش طويل حضره سكان الحي',
  'في جلسة استمرت ثلاث ساعات',
  'بحضور ممثلين عن المدارس',
  'قبل نهاية الشهر الجاري',
  'رغم سوء الأحوال الجوية',
  'وفق بيان وزّع على الصحفيين',
];

/** A small multiplicative generator: the same article for the same number on every machine. */
function words(seed) {
  let state = (seed * 2654435761 + 1) >>> 0;
  return (list) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return list[(state >>> 8) % list.length];
  };
}

function writeInvented(index, folder, format) {
  const pick = words(index + 1);
  const sentence = () => `${pick(VERBS)} ${pick(SUBJECTS)} ${pick(OBJECTS)} ${pick(TAILS)}`;
  const paragraphs = Array.from({ length: 6 }, () => `${Array.from({ length: 4 }, sentence).join('، و')}.`);
  const headline = `${pick(SUBJECTS)}: ${pick(OBJECTS)} ${index}`;
  const section = pick(SECTIONS);
  const year = 2013 + (index % 12);
  const month = String(1 + (index % 11)).padStart(2, '0');
  const id = `text-${String(index).padStart(6, '0')}`;
  const target = join(folder, String(year), month);
  mkdirSync(target, { recursive: true });
  const text =
    format === 'txt'
      ? [section, headline, ...paragraphs].join('\n\n')
      : `---\ntitle: "${headline}"\ndate: ${year}-${month}-15\nsection: "${section}"\nauthor: "${pick(SUBJECTS)}"\n---\n\n${paragraphs.join('\n\n')}`;
  writeFileSync(join(target, `${id}.${format}`), `${text}\n`);
}
