/** Forms of plain text: wrapped lines, lists of several kinds, interviews, credits. */
import { describe, expect, test } from 'vitest';
import { read } from './sources.js';

const AR = [
  'افتتحت بلدية صفاقس صباح أمس مكتبة عمومية جديدة في حي الربض بعد عامين من الأشغال التي تأخرت بسبب نقص التمويل، وحضر الافتتاح مئات من سكان الحي وتلاميذ المدارس المجاورة.',
  'وتضم المكتبة ثمانين ألف كتاب وقاعة للأطفال وأخرى للمطالعة الصامتة، إضافة إلى فضاء رقمي يحتوي على أربعين حاسوباً موصولاً بشبكة الإنترنت، وتفتح أبوابها يومياً حتى التاسعة مساء.',
  'وقالت مديرة المكتبة سعاد الطرابلسي إن الإعارة مجانية لكل من يسكن المدينة، مضيفة أن فريق العمل يتكون من اثني عشر موظفاً تلقوا تدريباً خاصاً على التعامل مع الأطفال.',
  'ومن المنتظر أن تنظم المكتبة كل أسبوع لقاء مع كاتب تونسي، على أن يكون أول اللقاءات يوم السبت المقبل مع الروائي الذي فاز بجائزة العام الماضي.',
];
const HE = [
  'הנמל נפתח מחדש ביום שני לאחר שלוש שנים של עבודות שיקום שהתעכבו בגלל סערות ובגלל מחלוקת בין רשות הנמל לבין הקבלן, וכמאה דייגים חזרו אליו עם סירותיהם.',
  'הדייגים שעברו בינתיים לרציף הדרומי חזרו עם שחר, והמכירה הפומבית הראשונה נערכה בשעה שש בבוקר באולם החדש שליד המגדלור, בנוכחות ראש העיר ואורחים רבים.',
];

function wrap(text: string, columns: number): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= columns) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.join('\n');
}

describe('text that was wrapped by hand', () => {
  test.each([72, 80, 100])('at %i columns is put back into paragraphs', (columns) => {
    for (const between of ['\n\n', '\n']) {
      const body = AR.map((text) => wrap(text, columns)).join(between);
      const { article } = read(`مكتبة جديدة تفتح أبوابها في صفاقس\n\n14 مارس 2024\n\n${body}`);
      expect(article.blocks.map(({ text }) => text)).toEqual(AR);
    }
  });

  test('two paragraphs are enough', () => {
    const { article } = read(
      `הנמל נפתח מחדש לאחר שלוש שנים\n\n${HE.map((text) => wrap(text, 76)).join('\n\n')}`,
    );
    expect(article.blocks.map(({ text }) => text)).toEqual(HE);
  });

  test('one sentence a line is left as it is', () => {
    const sentences = AR.flatMap((text) => text.split('، ')).map((text) => `${text.replace(/\.$/, '')}.`);
    const { article } = read(`مكتبة جديدة تفتح أبوابها في صفاقس\n\n${sentences.join('\n')}`);
    expect(article.blocks.map(({ text }) => text)).toEqual(sentences);
  });
});

describe('lists', () => {
  const LISTS = [
    'خمس نصائح لصيام صحي في الحر',
    'ينصح أطباء التغذية باتباع قواعد بسيطة خلال أيام الصيام الحارة، أهمها شرب الماء على دفعات وتجنب الشمس.',
    '١- اشرب كوبين عند الإفطار\n٢- تجنب المقليات في الليل\n٣- نم ست ساعات على الأقل',
    'وتشمل الأغذية المفيدة:\n• التمر\n• اللبن\n• الشوربة',
    'ويؤكد الأطباء أن استشارة الطبيب ضرورية لمرضى السكري وضغط الدم قبل الصيام.',
  ].join('\n\n');

  test('a numbered one and one with bullets are two, and the line that leads in is text', () => {
    const { blocks } = read(LISTS).article;
    expect(blocks.slice(1, -1)).toMatchObject([
      { type: 'list', line: 5, node: { ordered: true, start: 1, children: [{}, {}, {}] } },
      { type: 'paragraph', line: 9, text: 'وتشمل الأغذية المفيدة:' },
      { type: 'list', line: 10, text: 'التمر\nاللبن\nالشوربة', node: { ordered: false } },
    ]);
  });

  test('a numbering that starts again is another list', () => {
    const roles = Object.fromEntries(['1. أ', '2. ب', '1. ج', '2. د'].map((line) => [line, 'list' as const]));
    const { blocks } = read(`${AR[0]}\n\n1. أ\n2. ب\n1. ج\n2. د\n\n${AR[1]}`, { sideCar: { roles } }).article;
    expect(blocks.slice(1, -1).map(({ type, text }) => [type, text])).toEqual([
      ['list', 'أ\nب'],
      ['list', 'ج\nد'],
    ]);
  });
});

test('who led an interview signs it, whatever the verb', () => {
  for (const verb of ['حاورها', 'حاورتها', 'حاورته', 'حاورهم']) {
    const { article } = read(
      `مديرة المسرح: الجمهور عاد إلى القاعة\n\n${verb}: ريم الفقيه\n\n${AR[0]}\n\n${AR[1]}`,
    );
    expect([article.byline, article.dateline]).toEqual([['ريم الفقيه'], null]);
  }
});

test.each([
  ['قبل يومين', AR],
  ['منذ ساعتين', AR],
  ['לפני שעתיים', HE],
])('“%s” is a relative date and nobody’s name', (line, paragraphs) => {
  const headline = paragraphs === AR ? 'مكتبة جديدة تفتح أبوابها في صفاقس' : 'הנמל נפתח מחדש לאחר שלוש שנים';
  const text = [headline, line, ...paragraphs].join('\n\n');
  const { article } = read(text);
  expect([article.byline, article.published]).toEqual([[], null]);
  const told = read(text, { sideCar: { roles: { [line]: 'dateline' } } });
  expect(told.article.published).toBeNull();
  expect(told.diagnostics.map(({ id }) => id)).toEqual(['relative-date']);
});

test('a Hebrew year may carry its thousands as a letter', () => {
  for (const date of ['כ"ה באדר א\' התשפ"ד', 'כ"ה באדר א\' תשפ"ד', 'כ"ה באדר א\' ה\'תשפ"ד']) {
    expect(read(['הנמל נפתח מחדש לאחר שלוש שנים', date, ...HE].join('\n\n')).article.published).toBe(
      '2024-03-05',
    );
  }
});

test('a numbered line above the second item of its list is the first item, not a subhead', () => {
  const items = ['1. سالم المهري: 3:31:08', '2. جون تافاريس: 3:35:19', '3. عبد الإله القرني: 3:36:44'];
  const text = [
    'رياضة',
    'راع يفوز بماراثون الكثبان بحذاء استعاره من ابن عمه',
    ...AR.slice(0, 2),
    ...items,
    AR[3],
  ];
  const { article } = read(`${text.join('\n\n')}\n`);
  const list = article.blocks.find(({ type }) => type === 'list');
  expect(list?.text.split('\n')).toEqual(items.map((item) => item.slice(3)));
  expect(article.blocks.filter(({ type }) => type === 'subhead')).toEqual([]);
});
