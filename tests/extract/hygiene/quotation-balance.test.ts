import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findUnbalanced } from '../../../src/extract/hygiene/quotation-balance.js';
import { cpuTime } from '../../cpu-time.js';

const brief = (lines: readonly string[]) =>
  findUnbalanced(lines).map(({ line, column, mark, side }) => `${line}:${column} ${mark} ${side}`);

describe('balanced', () => {
  test.each([
    ['قال “نعم” ومضى.'],
    ['قال ”نعم“ ومضى.'],
    ['قال «نعم» ومضى.'],
    ['قال »نعم« ومضى.'],
    ['قال "نعم" ومضى.'],
    ['وصف المشهد بـ"الجميل" و"الهادئ".'],
    ['وصفه بـ«الجميل» و«الهادئ»'],
    ['قال: «قرأت في “الكتاب” كثيراً»'],
    ['(بين قوسين [وآخرين])'],
    ['כוחות צה"ל ודו"ח או"ם'],
    ['כך נמסר ל"הארץ" וב"מעריב".'],
    ['הוא אמר: "שלום לכולם".'],
    ['הוא אמר: ”שלום לכולם”.'],
    ['דער „פֿאָרווערטס“ שרײַבט'],
    ["It's the reporters' room"],
    ['It’s the reporters’ room'],
    ['شاشة 55" جديدة'],
    ['1) الأول'],
    ['أ) الأول'],
    ['شكراً :)'],
    ['قال «هذا يومٌ طويل (جداً)».'],
    ['گفت: «می‌رویم».'],
    ['“مرحبا”، قالت “أهلاً”.'],
    ['قال "الساعة 5" ثم سكت'],
    ['كتبت: ” سلامة عليك يا صديقي “.'],
    ['المؤشر " س 30 " ارتفع'],
    ['لوكالة لـ»فرانس برس» ووصفها بأنها «مترددة»، و»غير واضحة»'],
    ['”كل ليلة” بالعامية و”الغريب” بالفصحى'],
    ['Re:( ئەجرىم )نىپال'],
    ['الرئيسية » محليات » أخبار'],
    ['في أفلام ‘لورانس العرب‘ و‘دكتور زيفاجو‘.'],
    ["قال ‘نعم' ومضى"],
    ['نظام “ويندوز10″ الجديد'],
    ['أما لون "الرزفة" فيأتي بعد لون" الزامل" دائما'],
    ['وقال ” من واجب الشرطة حماية الدستور” أمس'],
    ['“'],
    ['” ”'],
  ])('%s', (line) => {
    expect(brief([line])).toEqual([]);
  });

  test('a quotation may close in the next paragraph, not after it', () => {
    expect(brief(['قال “هذا كلام طويل', 'يمضي إلى آخره” وسكت'])).toEqual([]);
    expect(brief(['قال “هذا كلام طويل', '', 'يمضي إلى آخره” وسكت'])).toEqual([]);
    expect(brief(['قال “هذا كلام طويل', '', 'ثم سكت.', '', 'يمضي إلى آخره” وسكت'])).toEqual([
      '1:5 “ unclosed',
      '5:14 ” unopened',
    ]);
  });

  test('a long quotation opens anew with every paragraph', () => {
    expect(brief(['«الفقرة الأولى.', '', '«الفقرة الثانية».'])).toEqual([]);
  });
});

describe('unbalanced', () => {
  test.each([
    ['قال “نعم ومضى.', ['1:5 “ unclosed']],
    ['قال نعم” ومضى.', ['1:8 ” unopened']],
    ['قال «نعم ومضى.', ['1:5 « unclosed']],
    ['قال نعم» ومضى.', ['1:8 » unopened']],
    ['قال "نعم ومضى', ['1:5 " unclosed']],
    ['(بين قوسين', ['1:1 ( unclosed']],
    ['بين قوسين) هنا', ['1:10 ) unopened']],
    ['قال «قرأت “الكتاب» ومضى', ['1:11 “ unclosed']],
    ['قال نعم” ثم “لا', ['1:8 ” unopened', '1:13 “ unclosed']],
    ['قمة «ملتهبة «لحسم', ['1:5 « unclosed', '1:13 « unclosed']],
    ['“أول “ثان', ['1:1 “ unclosed', '1:6 “ unclosed']],
  ])('%s', (line, expected) => {
    expect(brief([line])).toEqual(expected);
  });
});

const seed = '../shared/corpus/extraction/seed.txt';
test.skipIf(!existsSync(seed))(
  'the page that started the project has exactly two (skipped without the shared corpus)',
  () => {
    const lines = readFileSync(seed, 'utf8').split('\n');
    expect(findUnbalanced(lines)).toMatchObject([
      { line: 5, mark: '”', side: 'unopened' },
      { line: 17, column: 1, mark: '“', side: 'unclosed' },
    ]);
  },
);

test('cost grows with the length only', () => {
  for (const unit of ['“', '”', '"', '(', ')', '“(', '("', '«”', '‘a', 'א"א', '((“»', 'a"']) {
    const time = (n: number): number => {
      const line = unit.repeat(Math.floor(n / unit.length));
      const start = cpuTime();
      findUnbalanced([line]);
      return cpuTime() - start;
    };
    time(10_000);
    expect(time(100_000)).toBeLessThan(2000);
  }
});
