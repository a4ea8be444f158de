import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { NO_RULES } from '../../src/extract/rules/rules.js';
import { ROLES } from '../../src/model.js';
import { read, sourceOf } from './sources.js';

const PAGE = `
محليات

بلدية المرسى تزرع ألف شجرة على الكورنيش

ليلى قاسم

12 مارس 2024

بدأت بلدية المرسى صباح أمس زراعة ألف شجرة على امتداد الكورنيش، في أول مراحل خطة تمتد ثلاث سنوات.

وقالت رئيسة البلدية إن الأشجار تسقى من مياه الأمطار المخزنة تحت الأرض، وإن كل شجرة تحمل اسم تلميذ يرعاها.

«كل شجرة تحمل اسم تلميذ يرعاها»

ويشارك في الزراعة أربعون مدرسة، على أن تكتمل المرحلة الأولى مع نهاية الربيع المقبل.

مقالات ذات صلة

حديقة جديدة في حي الصيادين

اترك تعليقاً
`;

describe('one page', () => {
  test('is understood as a reader would', () => {
    const { article } = read(PAGE);
    expect(article.section).toBe('محليات');
    expect(article.headline).toBe('بلدية المرسى تزرع ألف شجرة على الكورنيش');
    expect(article.byline).toEqual(['ليلى قاسم']);
    expect(article.published).toBe('2024-03-12');
    expect(article.blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'paragraph',
      'pullquote',
      'paragraph',
    ]);
    expect(article.blocks[2]).toMatchObject({
      text: 'كل شجرة تحمل اسم تلميذ يرعاها',
      source: { line: 11, block: 1 },
    });
  });

  test('gives a reason and a confidence for every line', () => {
    const { evidence, roles } = read(PAGE);
    expect(evidence).toHaveLength(roles.filter((role) => role !== null).length);
    for (const reason of evidence) {
      expect(reason.because.length).toBeGreaterThan(5);
      expect(reason.rule).toMatch(/^[a-z][a-z0-9-]*$/);
      expect(reason.confidence).toBeGreaterThan(0);
      expect(reason.confidence).toBeLessThanOrEqual(1);
    }
  });

  test('obeys its header, its side-car and the rules of the site', () => {
    const stated = read(PAGE, {
      header: { headline: 'عنوان من الترويسة', section: 'أخبار المدينة' },
    }).article;
    expect([stated.headline, stated.section]).toEqual(['عنوان من الترويسة', 'أخبار المدينة']);
    const dropped = read(PAGE, { sideCar: { drop: ['ليلى قاسم'], roles: { 'اترك تعليقا': 'body' } } });
    expect(dropped.article.byline).toEqual([]);
    expect(dropped.article.blocks.at(-1)?.text).toBe('اترك تعليقاً');
    const rules = {
      ...NO_RULES,
      sections: { المدينة: ['محليات'] },
      roles: { 'ليلى قاسم': 'furniture' as const },
    };
    const ruled = read(PAGE, { rules }).article;
    expect([ruled.section, ruled.byline]).toEqual(['المدينة', []]);
  });
});

describe('structure', () => {
  test('Markdown gives headings, lists, quotations and tables their form', () => {
    const markdown = `
# عنوان المقال في السطر الأول

فقرة أولى طويلة بما يكفي لتكون من متن الخبر، وفيها جملة تامة تنتهي بنقطة واحدة.

## عنوان فرعي

- بند أول
- بند ثان

| أ | ب |
| - | - |
| 1 | 2 |

فقرة أخيرة طويلة بما يكفي لتكون من متن الخبر، وفيها جملة تامة تنتهي بنقطة واحدة.
`;
    const { article } = read(markdown, { format: 'markdown' });
    expect(article.headline).toBe('عنوان المقال في السطر الأول');
    expect(article.blocks.map((block) => block.type)).toEqual([
      'paragraph',
      'subhead',
      'list',
      'table',
      'paragraph',
    ]);
  });

  test('in plain text no character is Markdown', () => {
    const text = PAGE.replace('بدأت بلدية', '*بدأت* _بلدية_ `x` <b> {{y}} # بلدية');
    const first = read(text).article.blocks[0];
    expect(first?.text.startsWith('*بدأت* _بلدية_ `x` <b> {{y}} #')).toBe(true);
  });
});

describe('any input', () => {
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 80 }),
    fc.constantFrom(
      '',
      ' ',
      '“',
      '»',
      '* * *',
      'اقرأ أيضا:',
      '12:30',
      '—',
      '\t',
      'مقالات ذات صلة',
      '٣',
      '# a',
      '> b',
    ),
  );

  test('throws nothing; one role a line, none for a blank line', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 30 }),
        fc.constantFrom('text' as const, 'markdown' as const),
        (lines, format) => {
          const clean = lines.map((text) => text.replace(/[\r\n]/g, ' '));
          const { roles, article } = extract(sourceOf(clean, { format }), NO_RULES);
          expect(roles).toHaveLength(clean.length);
          roles.forEach((role, index) => {
            if ((clean[index] as string).trim() === '') expect(role).toBeNull();
            else expect(ROLES).toContain(role);
          });
          for (const block of article.blocks) {
            expect(block.line).toBeGreaterThanOrEqual(1);
            expect(block.line).toBeLessThanOrEqual(clean.length);
            if (block.type === 'pullquote' && block.source !== null) {
              expect(article.blocks[block.source.block]).toBeDefined();
            }
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  /** Processor time of one extraction, in milliseconds: the machine may be busy with other things. */
  function cost(lines: readonly string[]): number {
    const before = process.cpuUsage();
    extract(sourceOf(lines), NO_RULES);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }

  test.each<[string, (size: number) => string[]]>([
    ['quotation marks in one line', (size) => ['“'.repeat(10 * size)]],
    ['words in one line', (size) => ['كلمة '.repeat(10 * size)]],
    ['short lines', (size) => Array.from({ length: size }, (_, index) => `سطر قصير ${index % 50}`)],
    [
      'equal sentences',
      (size) => Array.from({ length: size }, () => 'قال الوزير إن المشروع يبدأ غدا في كل المدن.'),
    ],
    ['labels', (size) => Array.from({ length: size }, () => 'اقرأ أيضا: - | » : (')],
  ])('%s: four times the input costs about four times as much, not sixteen', (_name, make) => {
    cost(make(500));
    const small = cost(make(2_500));
    expect(cost(make(10_000))).toBeLessThan(10 * small + 500);
  });
});
