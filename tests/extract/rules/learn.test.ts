import fc from 'fast-check';
import { expect, test } from 'vitest';
import { extract } from '../../../src/extract/extract.js';
import { readRules } from '../../../src/extract/rules/file.js';
import { keyOf, Learner } from '../../../src/extract/rules/learn.js';
import { mergeRules } from '../../../src/extract/rules/merge.js';
import { NO_RULES, type Rules } from '../../../src/extract/rules/rules.js';
import { readSource } from '../../../src/read/source.js';

const NAMES = [
  'الميناء',
  'المطار',
  'السوق',
  'المتحف',
  'الملعب',
  'الحديقة',
  'المسرح',
  'الجسر',
  'المكتبة',
  'النادي',
];

function texts(line: (n: number) => readonly string[]): string[] {
  return NAMES.map((name, n) =>
    [
      'محليات',
      `افتتاح ${name} بعد أعمال الترميم في وسط المدينة`,
      `قال محافظ المدينة إن ${name} يعود إلى الناس بعد عامين من العمل، وإن الأبواب ستفتح لهم مجانا في الأسبوع الأول.`,
      ...line(n),
      `وأوضح أن كلفة ترميم ${name} لم تتجاوز ما رصد لها، وأن شركات محلية تولت العمل كله من بدايته إلى نهايته.`,
      `وشكر سكان الحي الذين صبروا على الضجيج والغبار طوال الفترة التي عمل فيها الناس في ${name} ليلا ونهارا.`,
    ].join('\n\n'),
  );
}

function learn(all: readonly string[], rules: Rules = NO_RULES, least = 5) {
  const learner = new Learner(rules);
  all.forEach((text, n) => {
    const source = readSource(`articles/${n}.txt`, new TextEncoder().encode(text), null);
    learner.add(source, extract(source, rules));
  });
  return learner.proposals(least);
}

const rulesOf = (all: readonly string[], rules?: Rules) =>
  learn(all, rules)
    .filter(({ kind }) => kind !== 'section')
    .map(({ kind, rule, files }) => [kind, rule, files]);

test('a sentence that stands in many articles is furniture, with its counts and places', () => {
  const found = learn(texts(() => ['هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.']));
  expect(found.find(({ kind }) => kind === 'furniture')).toMatchObject({
    rule: 'هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.',
    files: 10,
    share: 1,
    roles: { body: 10 },
    place: 'inside',
    examples: [
      { file: 'articles/0.txt', line: 7 },
      { file: 'articles/1.txt', line: 7 },
      { file: 'articles/2.txt', line: 7 },
      { file: 'articles/3.txt', line: 7 },
      { file: 'articles/4.txt', line: 7 },
    ],
  });
});

test('what articles may say again is left alone: sections, names, sentences with other numbers', () => {
  expect(rulesOf(texts(() => []))).toEqual([]);
  expect(
    rulesOf(
      texts((n) => [`وقدر خبراء كلفة هذه الأعمال في العام الماضي بنحو ${n + 20} مليون دينار للمدينة كلها.`]),
    ),
  ).toEqual([]);
});

test('ten copies of one article prove nothing', () => {
  const [one = ''] = texts(() => ['هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.']);
  expect(rulesOf(Array.from({ length: 10 }, () => one))).toEqual([]);
});

test('sections are proposed once, with their spellings, and not when they are known', () => {
  const all = [
    ...texts(() => []),
    ...texts(() => [])
      .slice(0, 3)
      .map((text) => text.replace('محليات', 'المحليات')),
  ];
  expect(learn(all).filter(({ kind }) => kind === 'section')).toMatchObject([
    { rule: 'محليات', aliases: ['المحليات'], files: 13 },
  ]);
  expect(learn(all, { ...NO_RULES, sections: { محليات: ['المحليات'] } })).toEqual([]);
});

test('a label above titles of other articles is a label', () => {
  const titles = NAMES.map((name) => `افتتاح ${name} بعد أعمال الترميم في وسط المدينة`);
  const found = learn(texts((n) => ['وفي شأن قريب من هذا:', titles[(n + 3) % 10] ?? '']));
  expect(found.find(({ kind }) => kind === 'label')).toMatchObject({
    rule: 'وفي شأن قريب من هذا',
    files: 10,
  });
});

test('what is written is read again, and then nothing is left to learn', () => {
  const all = texts(() => ['هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.']);
  const before = '{ "$schema": "s", "sections": { "رياضة": "كرة" }, "furniture": ["قديم"] }';
  const text = mergeRules(before, learn(all));
  const { rules, diagnostics } = readRules(text, 'warraq.rules.json');
  expect(diagnostics).toEqual([]);
  expect(rules.furniture).toEqual(['قديم', 'هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.']);
  expect(rules.sections).toEqual({ رياضة: ['كرة'], محليات: [] });
  expect(text.startsWith('{\n  "$schema": "s",\n  "sections"')).toBe(true);
  expect(learn(all, rules)).toEqual([]);
  expect(mergeRules(text, learn(all))).toBe(text);
});

test('merging loses nothing that was there', () => {
  const names = fc.dictionary(fc.string({ minLength: 1 }), fc.array(fc.string()), { noNullPrototype: true });
  fc.assert(
    fc.property(names, fc.array(fc.string()), fc.string({ minLength: 1 }), (sections, furniture, rule) => {
      const found = { files: 5, share: 1, roles: {}, place: null, examples: [] };
      const text = mergeRules(JSON.stringify({ sections, furniture }), [
        { ...found, kind: 'furniture', rule },
        { ...found, kind: 'section', rule, aliases: ['س'] },
      ]);
      const after = JSON.parse(text) as { sections: Record<string, string[]>; furniture: string[] };
      expect(after.furniture.slice(0, furniture.length)).toEqual(furniture);
      expect(after.furniture).toContain(rule);
      expect(after.sections[rule]).toContain('س');
      for (const [name, aliases] of Object.entries(sections))
        expect(after.sections[name]?.slice(0, aliases.length)).toEqual(aliases);
    }),
  );
});

test('keys are equal for other marks and numbers, and empty without letters', () => {
  expect(keyOf('• عدد القرّاء: 12 ')).toBe(keyOf('عدد القراء: ٣٤٥'));
  expect(keyOf('12 / 34 *')).toBe('');
});
