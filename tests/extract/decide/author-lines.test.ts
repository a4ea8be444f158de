/** A line about the author below the text. */
import { expect, test } from 'vitest';
import { read } from '../sources.js';

const HEAD = ['السوق القديم يفتح أبوابه بعد عامين', 'سلمى رزق', '12 مارس 2024'];
const TEXT = [
  'أعادت بلدية الساحل صباح أمس فتح السوق القديم أمام الباعة والزوار، بعد أعمال ترميم استمرت عامين كاملين.',
  'وقال رئيس البلدية إن الأسقف الخشبية رممت كلها، وإن الباعة عادوا إلى محالهم من دون أن ترفع عليهم الأجور.',
];
const TAIL = ['شارك', 'مقالات ذات صلة', 'ميناء جديد للصيادين'];

function below(line: string) {
  const { article, roles } = read([...HEAD, ...TEXT, line, ...TAIL].join('\n\n'));
  return { role: roles[(HEAD.length + TEXT.length) * 2], byline: article.byline };
}

test('that begins with the name above the text belongs to the byline and names nobody twice', () => {
  expect(below('سلمى رزق كاتبة وباحثة في تاريخ الأسواق')).toEqual({ role: 'byline', byline: ['سلمى رزق'] });
});

test('that names somebody else is left as it was read', () => {
  expect(below('هدى العمري كاتبة وباحثة في تاريخ الأسواق').byline).not.toContain('سلمى رزق كاتبة');
});

test('a date in a second line that begins with the name is not lost', () => {
  const { article } = read(
    ['السوق القديم يفتح أبوابه بعد عامين', 'سلمى رزق', 'سلمى رزق | نُشر: 12 مارس 2024', ...TEXT].join('\n\n'),
  );
  expect(article).toMatchObject({ byline: ['سلمى رزق'], published: '2024-03-12' });
});
