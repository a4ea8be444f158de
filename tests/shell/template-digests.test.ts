import { expect, test } from 'vitest';
import { readBuiltInTheme } from '../../src/shell/inputs.js';
import { templateDigests } from '../../src/shell/template-digests.js';

const THEME = {
  'article.hbs': '{{!< default}}<h1>{{headline}}</h1>{{content only="prose"}}{{> share}}',
  'section.hbs': '{{!< default}}{{> story-list}}',
  'lite.hbs': '{{> (lookup . "kind")}}',
  'layouts/default.hbs': '{{> masthead}}{{{body}}}',
  'partials/masthead.hbs': 'm',
  'partials/share.hbs': 's',
  'partials/story-list.hbs': '{{#each stories}}{{~> story}}{{/each}}',
  'partials/story.hbs': 't',
  'partials/unused.hbs': 'u',
  'blocks/prose.hbs': 'p',
};

function digests(files: Record<string, string>): Record<string, string> {
  const of = templateDigests(
    new Map(Object.entries(files).map(([path, text]) => [path, { text, origin: path }])),
  );
  return { article: of('article'), section: of('section'), lite: of('lite') };
}

test('the blocks take part wherever the built-in theme prints a body', () => {
  const files = readBuiltInTheme();
  const edited = new Map([...files, ['blocks/prose.hbs', { text: 'edited', origin: 'blocks/prose.hbs' }]]);
  const concerned = ['article', 'lite', 'front', 'section'].filter(
    (kind) => templateDigests(files)(kind) !== templateDigests(edited)(kind),
  );
  expect(concerned).toEqual(['article', 'lite']);
});

test.each([
  ['article.hbs', ['article', 'lite']],
  ['section.hbs', ['section', 'lite']],
  ['layouts/default.hbs', ['article', 'section', 'lite']],
  ['partials/masthead.hbs', ['article', 'section', 'lite']],
  ['partials/story.hbs', ['section', 'lite']],
  ['partials/share.hbs', ['article', 'lite']],
  ['partials/unused.hbs', ['lite']],
  ['blocks/prose.hbs', ['article', 'lite']],
])('an edit of %s concerns %j', (path, kinds) => {
  const before = digests(THEME);
  const after = digests({ ...THEME, [path]: 'edited {{> masthead}}' });
  expect(Object.keys(after).filter((kind) => after[kind] !== before[kind])).toEqual(kinds);
});
