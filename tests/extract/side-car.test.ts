/** `NAME.meta.json` corrects what was understood; the text stays as it is. */
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/extract/extract.js';
import { NO_RULES } from '../../src/extract/rules/rules.js';
import { readSource } from '../../src/read/source.js';

const TEXT = [
  'رياضة',
  'المنتخب يعود من رحلته بثلاث ميداليات',
  'الرباط - أحمد العلوي',
  '12 مارس 2024',
  'عاد المنتخب أمس من رحلته الطويلة وفي حقيبته ثلاث ميداليات، واستقبله المئات في المطار بالأعلام والأغاني.',
  'هُنا سطرٌ لا يعرف أحد ما هو',
  'وقال المدرب إن اللاعبين قدموا أفضل ما عندهم، وإن البطولة المقبلة ستكون أصعب من هذه على الجميع.',
].join('\n\n');

function understand(sideCar: unknown, text = TEXT) {
  const encode = (value: string) => new TextEncoder().encode(value);
  const source = readSource('articles/a.txt', encode(text), encode(JSON.stringify(sideCar)));
  return { source, ...extract(source, NO_RULES) };
}

describe('every field can be stated', () => {
  test.each([
    ['headline', 'عنوان آخر'],
    ['section', 'أخبار'],
    ['deck', 'مقدمة أخرى'],
    ['byline', ['ليلى', 'منى']],
    ['dateline', 'فاس'],
    ['published', '2020-01-02'],
    ['updated', '2020-01-03T10:00'],
    ['tags', ['كرة']],
    ['lang', 'fa'],
  ])('%s', (field, value) => {
    const { article, source } = understand({ [field]: value });
    expect(article[field as 'headline']).toEqual(value);
    expect(source.diagnostics).toEqual([]);
    expect(source.lines.join('\n')).toBe(TEXT);
  });

  test('draft, slug, picture and breaking news travel with the source', () => {
    const stated = { draft: true, slug: 'medals', picture: 'a.jpg', breakingUntil: '2030-01-01T10:00' };
    expect(understand(stated).source.sideCar).toMatchObject(stated);
  });
});

describe('the role of a line', () => {
  const LINE = 11;
  test.each([
    ['as it stands', 'هُنا سطرٌ لا يعرف أحد ما هو'],
    ['without vowel marks', 'هنا سطر لا يعرف أحد ما هو'],
    ['with other spaces and tatweel', ' هنـا  سطر لا يعرف\u00a0أحد ما هو '],
    ['with other marks at its ends', '«هنا سطر لا يعرف أحد ما هو»…'],
    ['with other letters of one sound', 'هنا سطر لا يعرف احد ما هو'],
  ])('is found by its text %s', (_, text) => {
    const { roles, evidence } = understand({ roles: { [text]: 'caption' } });
    expect(roles[LINE - 1]).toBe('caption');
    expect(evidence.find(({ line }) => line === LINE)).toMatchObject({ rule: 'side-car', confidence: 1 });
  });

  test('goes to the line of these very marks when another differs in them', () => {
    const quoted = `${TEXT}\n\n«هنا سطر لا يعرف أحد ما هو»`;
    const { roles, evidence } = understand({ roles: { '«هنا سطر لا يعرف أحد ما هو»': 'caption' } }, quoted);
    expect(roles[14]).toBe('caption');
    expect(evidence.find(({ line }) => line === 15)?.rule).toBe('side-car');
    expect(evidence.find(({ line }) => line === LINE)?.rule).not.toBe('side-car');
  });

  test('drop takes the line out of the article', () => {
    const { article, roles } = understand({ drop: ['هنا سطر لا يعرف أحد ما هو.'] });
    expect(roles[LINE - 1]).toBe('furniture');
    expect(article.blocks.some(({ text }) => text.includes('سطر'))).toBe(false);
  });

  test('wins over the rules of the site', () => {
    const { source } = understand({ roles: { 'هنا سطر لا يعرف أحد ما هو': 'subhead' } });
    const { roles } = extract(source, { ...NO_RULES, furniture: ['هنا سطر …'] });
    expect(roles[LINE - 1]).toBe('subhead');
  });
});

test('a correction whose line is not there is named, one that finds its line is not', () => {
  const found = { roles: { 'هنا سطر لا يعرف أحد ما هو': 'caption' }, drop: ['هنا سَطر لا يعرف أحد ما هو.'] };
  const ids = (sideCar: object): readonly string[] =>
    understand(sideCar).diagnostics.flatMap(({ id, excerpt }) =>
      id === 'side-car-line' ? [excerpt ?? ''] : [],
    );
  expect(ids(found)).toEqual([]);
  expect(ids({ roles: { 'سطر حذف منذ زمن': 'caption' }, drop: ['وسطر آخر'] })).toEqual([
    'سطر حذف منذ زمن',
    'وسطر آخر',
  ]);
});

test('unknown keys are named with the nearest', () => {
  const { source } = understand({ headlin: 'x', rols: {} });
  expect(source.diagnostics.map(({ id }) => id)).toEqual(['header-unknown', 'header-unknown']);
  expect(source.diagnostics.map(({ severity }) => severity)).toEqual(['warning', 'warning']);
  expect(source.diagnostics.map(({ message }) => message).join('\n')).toMatch(/“headlin”.*“headline”/);
  expect(source.diagnostics.every(({ file }) => file === 'articles/a.meta.json')).toBe(true);
});
