/** The labels that name the section, settled for the whole text. */
import { describe, expect, test } from 'vitest';
import { read } from '../sources.js';

const STORY = `
بلدية الساحل تعيد فتح السوق القديم بعد ترميم دام عامين

12 مارس 2024

أعادت بلدية الساحل صباح أمس فتح السوق القديم أمام الباعة والزوار، بعد أعمال ترميم استمرت عامين كاملين.

وقال رئيس البلدية إن الأسقف الخشبية رممت كلها، وإن الباعة عادوا إلى محالهم من دون أن ترفع عليهم الأجور.`;

function rolesAbove(...above: string[]) {
  const { roles, article } = read(`${above.join('\n\n')}\n${STORY}`);
  return {
    roles: above.map((_, index) => roles[index * 2]),
    section: article.section,
    headline: article.headline,
  };
}

describe('a text has one place that names its section', () => {
  test('one label', () => {
    expect(rolesAbove('محليات')).toMatchObject({ roles: ['section'], section: 'محليات' });
  });

  test('two labels in a row, with a button below', () => {
    const { roles, section } = rolesAbove('رياضة', 'كرة القدم', 'شارك');
    expect(roles).toEqual(['section', 'section', 'furniture']);
    expect(section).toBe('رياضة');
  });

  test('a path copied as a line an entry', () => {
    expect(rolesAbove('بحث', 'الرئيسية', 'ثقافة', 'سينما').roles).toEqual([
      'furniture',
      'furniture',
      'section',
      'section',
    ]);
  });

  test('a path whose last part is the headline', () => {
    const headline = 'بلدية الساحل تعيد فتح السوق القديم بعد ترميم دام عامين';
    const found = rolesAbove(`الرئيسية » محليات » ${headline}`);
    expect(found).toMatchObject({ roles: ['section'], section: 'محليات', headline });
  });

  test('a menu names none', () => {
    const menu = ['الرئيسية', 'سياسة', 'العالم', 'اقتصاد', 'منوعات', 'صحة', 'رياضة', 'ملفات وتقارير'];
    const { roles, section } = rolesAbove(...menu);
    expect(roles).toEqual(menu.map(() => 'furniture'));
    expect(section).toBeNull();
  });
});
