import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { readRules } from '../../../src/extract/rules/file.js';
import { compileRules, NO_RULES, type Rules } from '../../../src/extract/rules/rules.js';
import { readSource } from '../../../src/read/source.js';
import { cpuTime } from '../../cpu-time.js';

const read = (value: unknown) => readRules(JSON.stringify(value, null, 2), 'warraq.rules.json');

const TEXT = [
  'أخبار محلية',
  '',
  'المدينة تفتح مكتبتها الجديدة بعد عامين من العمل',
  '',
  'انقر هنا لتصفح عدد اليوم كاملا',
  '',
  'افتتحت المدينة أمس مكتبتها الجديدة التي تضم ثمانين ألف كتاب، وحضر الافتتاح مئات من السكان والتلاميذ.',
  '',
  'وقالت مديرة المكتبة إن الأبواب ستبقى مفتوحة حتى التاسعة مساء كل يوم، وإن الإعارة مجانية لسكان المدينة.',
  '',
  'لا تفوّت',
  'مهرجان الربيع يعود إلى الساحة الكبرى',
].join('\n');

function understand(rules: Rules, text = TEXT) {
  const source = readSource('articles/a.txt', new TextEncoder().encode(text), null);
  return extract(source, rules);
}

describe('a rules file', () => {
  test('gives what it says', () => {
    const { rules, diagnostics } = read({
      $schema: 'x',
      furniture: ['انقر هنا…', { contains: 'عدد اليوم' }, { contains: 'النشرة', shorterThan: 40 }],
      labels: { 'read-also': 'لا تفوّت' },
      sections: { محليات: ['أخبار محلية'] },
      roles: { 'من الأرشيف': 'caption' },
    });
    expect(diagnostics).toEqual([]);
    expect(rules).toEqual({
      furniture: [
        'انقر هنا…',
        { contains: 'عدد اليوم', shorterThan: 120 },
        { contains: 'النشرة', shorterThan: 40 },
      ],
      labels: { 'read-also': ['لا تفوّت'] },
      sections: { محليات: ['أخبار محلية'] },
      roles: { 'من الأرشيف': 'caption' },
    });
  });

  test('an empty file is no rules', () => {
    expect(readRules(' \n', 'r').rules).toBe(NO_RULES);
  });

  test.each([
    [{ furnitures: [] }, 'rules-unknown', 'Did you mean "furniture"?', 2],
    [{ labels: { 'raed-also': [] } }, 'rules-unknown', 'Did you mean "read-also"?', 3],
    [{ roles: { x: 'captions' } }, 'rules-unknown', 'Did you mean "caption"?', 3],
    [{ furniture: [{ contain: 'abcdef' }] }, 'rules-unknown', 'Did you mean "contains"?', 4],
    [{ furniture: ['…ab'] }, 'rules-value', 'fewer than 4 letters', 3],
    [{ furniture: ['ـــ'] }, 'rules-value', 'empty', 3],
    [{ furniture: [3] }, 'rules-value', 'text of a line', 3],
    [{ sections: { a: [1] } }, 'rules-value', 'list of texts', 3],
    [{ sections: [] }, 'rules-value', 'names with their values', 2],
    [[], 'rules-value', 'one JSON object', null],
  ])('%j is refused', (value, id, words, line) => {
    const { diagnostics } = read(value);
    expect(diagnostics.map((one) => [one.id, one.severity, one.line])).toContainEqual([id, 'error', line]);
    expect(diagnostics.map((one) => one.message).join(' ')).toContain(words);
  });

  test('broken JSON is named with its place', () => {
    const { diagnostics } = readRules('{\n "furniture": [,]\n}', 'warraq.rules.json');
    expect(diagnostics[0]).toMatchObject({ id: 'rules-syntax', file: 'warraq.rules.json', line: 2 });
  });

  test('no input makes it throw', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        compileRules(read(value).rules);
      }),
    );
  });
});

describe('a rule at work', () => {
  const line = (rules: Rules, number: number) => {
    const { roles, evidence } = understand(rules);
    return [roles[number - 1], evidence.find((one) => one.line === number)?.rule];
  };
  const make = (value: object): Rules => read(value).rules;

  test.each([
    ['whole line, with other marks', ['• انْقُر هنا لتصفّح  عدد اليوم كاملاً •'.replace('ً', '')]],
    ['beginning', ['انقر هنا…']],
    ['end', ['…اليوم كاملا']],
    ['part of a short line', [{ contains: 'لتصفح عدد' }]],
  ])('furniture by %s is taken out, and says why', (_, furniture) => {
    expect(line(make({ furniture }), 5)).toEqual(['furniture', 'site-rule']);
    const { article } = understand(make({ furniture }));
    expect(article.blocks.some(({ text }) => text.includes('انقر'))).toBe(false);
  });

  test('a part of a line does not touch a paragraph that is longer', () => {
    expect(line(make({ furniture: [{ contains: 'مكتبتها الجديدة', shorterThan: 60 }] }), 7)[0]).toBe('body');
    expect(line(make({ furniture: [{ contains: 'مكتبتها الجديدة', shorterThan: 60 }] }), 3)[0]).toBe(
      'furniture',
    );
  });

  test('a label of the site makes read-also lines', () => {
    expect(line(make({ labels: { 'read-also': ['لا تفوّت'] } }), 11)).toEqual(['readalso', 'site-rule']);
    const more = `${TEXT}\n\nوأضافت أن المكتبة ستنظم ورشا للتلاميذ في العطلة الصيفية، وأن التسجيل فيها يبدأ الأسبوع المقبل.\n`;
    const { article } = understand(make({ labels: { 'read-also': ['لا تفوّت'] } }), more);
    expect(article.blocks.filter(({ type }) => type === 'readalso')).toMatchObject([
      { label: 'لا تفوّت', text: 'مهرجان الربيع يعود إلى الساحة الكبرى' },
    ]);
  });

  test('a section has one name whatever its label', () => {
    expect(understand(make({ sections: { محليات: ['أخبار محلية'] } })).article.section).toBe('محليات');
  });

  test('a role goes to the line of that text', () => {
    expect(line(make({ roles: { 'انقر هنا لتصفح عدد اليوم كاملا': 'deck' } }), 5)).toEqual([
      'deck',
      'site-rule',
    ]);
  });

  test('2,000 rules over 2,000 lines take no time', () => {
    const furniture = Array.from({ length: 1000 }, (_, n) => [`سطر ${n} يبدأ هكذا…`, `زر ${n}`]).flat();
    const rules = make({ furniture });
    const text = Array.from({ length: 2000 }, (_, n) => `سطر آخر ${n} من نص طويل`).join('\n');
    understand(rules, text);
    const start = cpuTime();
    understand(rules, text);
    const ruled = cpuTime() - start;
    expect(ruled).toBeLessThan(1500);
  });
});
