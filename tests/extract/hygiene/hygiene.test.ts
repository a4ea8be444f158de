import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { INSPECTIONS, inspect } from '../../../src/extract/hygiene/inspect.js';
import { propose, unifiedDiff } from '../../../src/extract/hygiene/propose.js';
import { tidy } from '../../../src/extract/hygiene/tidy.js';
import { straighten } from '../../../src/extract/hygiene/visual-order.js';
import { cpuTime } from '../../cpu-time.js';

describe('tidy', () => {
  test.each([
    ['ar', 'نص\u00a0عربي', 'نص عربي', 'junk-space'],
    ['ar', 'نص\u2009\u00a0عربي', 'نص عربي', 'junk-space'],
    ['ar', 'كت\u00adاب', 'كتاب', 'invisible-character'],
    ['ar', 'كت\u200bاب\ufeff', 'كتاب', 'invisible-character'],
    ['ar', 'خبر \u202eمقلوب\u202c هنا', 'خبر مقلوب هنا', 'bidi-control'],
    ['ar', 'خبر \u2067معزول\u2069', 'خبر معزول', 'bidi-control'],
    ['ar', '\u200fخبر', 'خبر', 'useless-mark'],
    ['ar', 'خبر\u200f\u200f، آخر', 'خبر\u200f، آخر', 'useless-mark'],
    ['ar', 'محمـــــد', 'محمـد', 'tatweel-run'],
    ['ar', '\ufee3\ufedc\ufe98\ufe92\ufe94', 'مكتبة', 'presentation-form'],
    ['ar', 'ﻻ ﺑﺄﺱ', 'لا بأس', 'presentation-form'],
    ['fa', 'می\u200c\u200cروم', 'می\u200cروم', 'zero-width-non-joiner'],
    ['fa', 'می\u200c روم', 'می روم', 'zero-width-non-joiner'],
    ['he', 'של\u200cום', 'שלום', 'zero-width-non-joiner'],
  ])('%s: %j', (lang, text, expected, repair) => {
    expect(tidy(text, lang)).toEqual({ text: expected, repairs: [repair] });
  });

  test.each([
    ['ar', 'نص سليم، فيه كل شيء: «اقتباس» و(أقواس).'],
    ['ar', 'مـحمد'],
    ['ar', 'ـــــــــ'],
    ['ar', 'قال ﷺ ﴿آية﴾ ﷼'],
    ['ar', 'نسبة 5\u200f-3 مئوية'],
    ['fa', 'می\u200cروم به خانه\u200cها'],
    ['fa', 'ه\u200d.ق'],
    ['ckb', 'ده\u200cڵێت'],
    ['ar', 'علم 👨\u200d👩\u200d👧 عائلة'],
    ['ar', 'C++\u200e ممتازة'],
  ])('%s left alone: %s', (lang, text) => {
    expect(tidy(text, lang)).toEqual({ text, repairs: [] });
  });

  test('words in the order of the screen are turned round', () => {
    const words = ['\ufee3\ufedc\ufe98\ufe92\ufe94', '\ufe9f\ufeaa\ufef3\ufeaa\ufe93', '\ufeb3\ufee8\ufe94'];
    const logical = `${words[0]} ${words[1]} (${words[2]} 2019)`;
    const visual = `(2019 ${[...(words[2] ?? '')].reverse().join('')}) ${[...(words[1] ?? '')].reverse().join('')} ${[...(words[0] ?? '')].reverse().join('')}`;
    expect(straighten([logical, visual]).lines).toEqual(Array(2).fill('مكتبة جديدة (سنة 2019)'));
  });

  test('tidying twice changes nothing more, and no letter is lost', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.constantFrom('ar', 'fa', 'he'),
        (text, lang) => {
          const once = tidy(text, lang).text;
          expect(tidy(once, lang).text).toBe(once);
          expect(once.normalize('NFD').match(/[a-z]/gu)).toEqual(text.normalize('NFD').match(/[a-z]/gu));
        },
      ),
    );
  });
});

describe('inspect', () => {
  test.each([
    ['ar', 'قال نعم, ومضى', 'latin-punctuation', 8],
    ['ar', 'هل وصل القطار?', 'latin-punctuation', 14],
    ['fa', 'علي رفت', 'arabic-letter-in-persian', 3],
    ['ur', 'كتاب', 'arabic-letter-in-persian', 1],
    ['ar', 'عام 20١٩', 'mixed-digits', 6],
    ['ar', 'نعم،، ثم', 'doubled-punctuation', 4],
    ['ar', 'نعم؛؛ ثم', 'doubled-punctuation', 4],
    ['ar', 'نعم ، ثم', 'space-before-punctuation', 4],
    ['ar', 'قال “نعم', 'unbalanced-quote', 5],
    ['ar', '(قال نعم', 'unbalanced-bracket', 1],
  ])('%s %s → %s', (lang, line, id, column) => {
    expect(inspect([line], lang, 'a.txt')).toMatchObject([{ id, line: 1, column, file: 'a.txt' }]);
  });

  test.each([
    ['ar', 'قال، ثم مضى؛ فهل عاد؟ «نعم».'],
    ['ar', 'شركات Apple, Google, IBM'],
    ['ar', 'الرقم 1,234 والرقم ١٬٢٣٤'],
    ['ar', 'في ٢٠١٩ و2020'],
    ['ar', 'انتظر...'],
    ['ar', 'كوبا.. عودة العلم'],
    ['ar', 'العنوان http://example.org/a?b=1;c,d'],
    ['he', 'שלום, מה שלומך? טוב; תודה.'],
    ['ar', 'علي وكمال'],
    ['fa', 'علی رفت، نه؟'],
  ])('%s nothing to say: %s', (lang, line) => {
    expect(inspect([line], lang)).toEqual([]);
  });

  test('the same fault in many lines is counted, and lines nobody publishes are passed over', () => {
    const lines = Array.from({ length: 20 }, () => 'قال نعم, ومضى');
    const found = inspect(lines, 'ar');
    expect(found).toMatchObject([{ line: 1, column: 8, message: expect.stringContaining('19 more') }]);
    expect(inspect(lines, 'ar', '', () => true)).toEqual([]);
  });

  test('every id is stable and named once', () => {
    expect(new Set(INSPECTIONS).size).toBe(INSPECTIONS.length);
    for (const id of INSPECTIONS) expect(id).toMatch(/^[a-z]+(?:-[a-z]+)*$/);
  });
});

describe('propose', () => {
  test('mends what is plain and leaves the rest', () => {
    expect(propose(['قال نعم, ومضى،، “هنا', 'سليم'], 'ar')).toEqual([
      {
        line: 1,
        before: 'قال نعم, ومضى،، “هنا',
        after: 'قال نعم، ومضى، “هنا',
        ids: ['latin-punctuation', 'doubled-punctuation'],
      },
    ]);
    expect(propose(['علي كتاب'], 'fa')).toMatchObject([{ after: 'علی کتاب' }]);
  });

  test('the diff is one that git applies', () => {
    const lines = Array.from({ length: 30 }, (_, index) =>
      index % 9 === 4 ? `قال نعم, ومضى ${index}` : `سطر ${index}`,
    );
    const proposals = propose(lines, 'ar');
    const folder = mkdtempSync(join(tmpdir(), 'warraq-diff-'));
    writeFileSync(join(folder, 'a.txt'), `${lines.join('\n')}\n`);
    writeFileSync(join(folder, 'a.diff'), unifiedDiff('a.txt', lines, proposals));
    execFileSync('git', ['apply', 'a.diff'], { cwd: folder });
    expect(readFileSync(join(folder, 'a.txt'), 'utf8')).toBe(`${lines.join('\n').replaceAll(', ', '، ')}\n`);
  });
});

test('hostile lines cost no more than their length', () => {
  const units = [
    ',',
    '،،',
    '..',
    'ي',
    'طظ',
    '\u200c',
    '\u200f',
    'ـ',
    '\ufe94',
    'Ø§',
    '1٢',
    ' ،',
    '\u00a0',
    'ـa',
    'ا ',
    '" ',
  ];
  for (const unit of units) {
    const line = unit.repeat(Math.floor(100_000 / unit.length));
    const start = cpuTime();
    tidy(line, 'fa');
    inspect([line], 'fa');
    propose([line], 'fa');
    expect(cpuTime() - start, JSON.stringify(unit)).toBeLessThan(2000);
  }
});
