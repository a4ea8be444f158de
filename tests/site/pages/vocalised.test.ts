import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshFolder, put } from '../../folder.js';
import { article, run } from '../../program.js';

const VOCALISED = 'كَانَ يَا مَا كَانَ فِي قَدِيمِ الزَّمَانِ تَاجِرٌ يَسْكُنُ مَدِينَةً عَلَى شَاطِئِ الْبَحْرِ وَكَانَ لَهُ ثَلَاثَةُ أَبْنَاءٍ.';
const NIQQUD = 'בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ וְהָאָרֶץ הָיְתָה תֹהוּ וָבֹהוּ וְחֹשֶׁךְ עַל פְּנֵי תְהוֹם.';
const ONE_NAME = 'قال مُحمّد إن الكتاب الجديد يصدر قريبًا عن دار نشر في المدينة، وإن طبعته الأولى كبيرة جدًّا.';

test('text with vowel signs has taller lines, a name with some does not make it so', () => {
  const root = freshFolder();
  const header = (lang: string): string =>
    `العنوان: قصة من الكتاب القديم\nالتاريخ: 2024-05-01\nالقسم: أخبار\nlang: ${lang}\n\n`;
  put(root, {
    'articles/vocalised.txt': `${header('ar')}${VOCALISED}\n\n${VOCALISED}\n`,
    'articles/niqqud.txt': `${header('he')}${NIQQUD}\n\n${NIQQUD}\n`,
    'articles/name.txt': `${header('ar')}${ONE_NAME}\n\n${ONE_NAME}\n`,
    'articles/plain.txt': article('خبر من المدينة'),
  });
  expect(run(root, 'build').code).toBe(0);
  const isVocalised = (name: string): boolean =>
    readFileSync(join(root, `dist/${name}.html`), 'utf8').includes('class="article-body vocalised"');
  expect(['vocalised', 'niqqud', 'name', 'plain'].map(isVocalised)).toEqual([true, true, false, false]);
});
