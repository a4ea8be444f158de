/** The editor's commands, from outside: rules, learn, review, fix, theme check. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeSite } from '../folder.js';
import { run } from '../program.js';

/** Reads like a sentence of the article, and is none. */
const SLOGAN = 'هذه المادة من إنتاج قسم التحرير الرقمي في الصحيفة.';
const BUTTON = 'انقروا هنا لتصفح العدد الورقي كاملا';

/** An article as a reporter types it; every one is different but for the button. */
function story(number: number, more = ''): string {
  return [
    'محليات',
    `المدينة تفتتح مدرستها رقم ${number} في الحي الجديد`,
    `قال رئيس البلدية إن المدرسة رقم ${number} تستقبل ثلاثمئة تلميذ في عامها الأول، وإن العمل فيها استمر سنتين كاملتين.`,
    ...(more === '' ? [] : [more]),
    `وأضاف أن الحي يحتاج إلى مدرسة أخرى قبل عام ${2030 + number}، وأن المجلس سيناقش الأمر في جلسته المقبلة.`,
    '',
  ].join('\n\n');
}

function newsroom(count: number, line = BUTTON): Record<string, string> {
  const files: [string, string][] = [];
  for (let n = 1; n <= count; n++) files.push([`articles/${n}.txt`, story(n, n % 2 === 0 ? line : '')]);
  return Object.fromEntries(files);
}

const json = (text: string): Record<string, unknown> => JSON.parse(text) as Record<string, unknown>;

describe('rules', () => {
  test('one rule mends every file of the archive, and taking it out brings the lines back', () => {
    const root = makeSite(newsroom(40));
    const shows = () =>
      Array.from({ length: 40 }, (_, n) => readFileSync(join(root, `dist/${n + 1}.html`), 'utf8')).filter(
        (page) => page.includes(BUTTON),
      ).length;
    writeFileSync(join(root, 'warraq.rules.json'), JSON.stringify({ roles: { [BUTTON]: 'body' } }));
    expect(run(root, 'build').code).toBe(0);
    expect(shows()).toBe(20);
    writeFileSync(join(root, 'warraq.rules.json'), JSON.stringify({ furniture: ['انقروا هنا لتصفح …'] }));
    expect(run(root, 'build').code).toBe(0);
    expect(shows()).toBe(0);
    writeFileSync(join(root, 'warraq.rules.json'), JSON.stringify({ roles: { [BUTTON]: 'body' } }));
    expect(run(root, 'build').code).toBe(0);
    expect(shows()).toBe(20);
  });

  test('a mistake in the rules is named with its line, and nothing is built', () => {
    const root = makeSite({ ...newsroom(2), 'warraq.rules.json': '{\n  "furnitur": ["x"]\n}\n' });
    const { code, err } = run(root, 'build');
    expect(code).toBe(2);
    expect(err).toContain('warraq.rules.json:2:3 error rules-unknown');
    expect(err).toContain('Did you mean "furniture"?');
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });
});

describe('learn', () => {
  test('proposes the line that returns, and writes it only when told to', () => {
    const root = makeSite({
      ...newsroom(30, SLOGAN),
      'warraq.rules.json': '{ "labels": { "by": "حررها" } }\n',
    });
    const { out, code } = run(root, 'learn', '--json');
    expect(code).toBe(0);
    const answer = json(out);
    expect(answer).toMatchObject({ files: 30, written: false });
    const rules = (answer.proposals as { kind: string; rule: string; files: number }[]).map(
      ({ kind, rule, files }) => [kind, rule, files],
    );
    expect(rules).toContainEqual(['section', 'محليات', 30]);
    expect(rules.filter(([kind]) => kind !== 'section')).toEqual([['furniture', SLOGAN, 15]]);
    expect(json(readFileSync(join(root, 'warraq.rules.json'), 'utf8'))).toEqual({ labels: { by: 'حررها' } });

    expect(run(root, 'learn', '--write').code).toBe(0);
    const written = json(readFileSync(join(root, 'warraq.rules.json'), 'utf8'));
    expect(written).toEqual({ labels: { by: 'حررها' }, furniture: [SLOGAN], sections: { محليات: [] } });
    expect(run(root, 'check').code).toBe(0);
    expect(json(run(root, 'learn', '--json').out).proposals).toEqual([]);
  });
});

describe('fix', () => {
  const faulty = story(1, 'هل يكفي ذلك ? سؤال يطرحه السكان , ولا جواب عنه حتى الآن في المدينة .');

  test.each([
    ['LF', faulty],
    ['CRLF', faulty.replaceAll('\n', '\r\n')],
    ['without a last line end', faulty.trimEnd().replace(/\.$/, ' ,ثم')],
    ['with a byte order mark', `\ufeff${faulty}`],
  ])('prints a patch that git applies (%s)', (_, text) => {
    const root = makeSite({ 'articles/2026/خبر أول.txt': text });
    const file = join(root, 'articles/2026/خبر أول.txt');
    const { out, err, code } = run(root, 'fix');
    expect(code).toBe(0);
    expect(err).toContain('Nothing was changed');
    expect(readFileSync(file, 'utf8')).toBe(text);
    writeFileSync(join(root, 'repairs.patch'), out);
    execFileSync('git', ['apply', 'repairs.patch'], { cwd: root });
    const after = readFileSync(file, 'utf8');
    expect(after).not.toBe(text);
    expect(after).toContain('؟');
    expect(after.split('\n').length).toBe(text.split('\n').length);
    expect(run(root, 'fix').out).toBe('');
  });

  test('of another encoding no patch is made, and it says so', () => {
    const root = makeSite({ 'articles/a.txt': Buffer.from(`\ufeff${faulty}`, 'utf16le') });
    const { out, err } = run(root, 'check', '--fix');
    expect(out).toBe('');
    expect(err).toContain('articles/a.txt: no patch, it is utf-16le');
  });

  test('a file that is no article is refused', () => {
    const root = makeSite({ ...newsroom(1), 'note.txt': 'x' });
    expect(run(root, 'fix', 'note.txt')).toMatchObject({ code: 2, out: '' });
  });
});

describe('review', () => {
  test('the text without headline comes first; the page lies outside the site', () => {
    const root = makeSite({
      ...newsroom(6),
      'articles/bad.txt': 'فيسبوك\nتويتر\nواتساب\n',
    });
    const { out, err, code } = run(root, 'review', '--json', '--limit', '3');
    expect(code).toBe(0);
    expect(err).toBe('');
    const answer = json(out);
    const articles = answer.articles as { path: string; score: number; headline: string | null }[];
    expect(articles[0]).toMatchObject({ path: 'articles/bad.txt' });
    expect(articles.length).toBe(3);
    const scores = articles.map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
    const page = readFileSync(join(root, '.warraq/review/index.html'), 'utf8');
    expect(page.match(/<details/g)).toHaveLength(3);
    expect(page).toContain('<html lang="ar" dir="rtl">');
    expect(page).not.toMatch(/<script|https?:|src=/);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('refuses to write into what is published', () => {
    const root = makeSite(newsroom(1));
    expect(run(root, 'review', '--html', 'dist/x.html').code).toBe(2);
    expect(run(root, 'review', '--html', 'articles/x.html').code).toBe(2);
    expect(run(root, 'review', '--html', 'x.html', '-q').code).toBe(0);
    expect(existsSync(join(root, 'x.html'))).toBe(true);
  });

  test('no text can put markup into the page', () => {
    const root = makeSite({
      'articles/<img src=x onerror=alert(1)>.txt': '</p><script>alert(1)</script>\n\n<b onclick=x>"\'&\n',
    });
    run(root, 'review');
    const page = readFileSync(join(root, '.warraq/review/index.html'), 'utf8');
    expect(page).not.toMatch(/<script|<img|<b onclick/);
  });
});

describe('theme check', () => {
  test('the built-in theme has no fault', () => {
    const root = makeSite({});
    expect(run(root, 'theme', 'check')).toMatchObject({ code: 0 });
    expect(run(root, 'theme', 'chek')).toMatchObject({ code: 2 });
  });

  test.each([
    ['partials/story.hbs', '<p>{{titel}}</p>', 'template-field-unknown', 1],
    ['article.hbs', '{{!< default}}\n{{> stroy}}', 'template-partial-unknown', 2],
    ['article.hbs', '{{!< default}}\n<p class={{lang}}>x</p>', 'template-attribute-unquoted', 2],
    ['article.hbs', '{{!< default}}\n<p>{{t "readAlos"}}</p>', 'template-string-unknown', 2],
    ['article.hbs', '{{!< default}}\n\n<p>{{dat published}}</p>', 'template-helper-unknown', 3],
    ['assets/own.css', 'p {\n  margin-left: 2em;\n}', 'css-physical', 2],
  ])('%s: %s', (path, text, id, line) => {
    const root = makeSite({ [`templates/${path}`]: text });
    const { code, out } = run(root, 'theme', 'check', '--json');
    expect(code).toBe(1);
    const found = json(out).diagnostics as { id: string; file: string; line: number; column: number }[];
    expect(found.map((one) => [one.id, one.file, one.line])).toContainEqual([id, `templates/${path}`, line]);
    expect(found.every(({ column }) => column >= 1)).toBe(true);
  });
});
