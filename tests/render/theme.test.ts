import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadTheme } from '../../src/render/theme.js';
import { mergeThemes, type ThemeFile } from '../../src/render/theme-files.js';
import { articleView, frontView } from './sample-views.js';
import { builtIn, readTheme } from './theme-files.js';

function themeWith(files: Readonly<Record<string, string>>) {
  const own = Object.entries(files).map(([path, text]): [string, ThemeFile] => [
    path,
    { text, origin: `templates/${path}` },
  ]);
  return loadTheme(mergeThemes(builtIn, new Map(own)));
}

/** `line:column id  message` of every fault. */
function faults(files: Readonly<Record<string, string>>): string[] {
  return themeWith(files).diagnostics.map(
    (one) => `${one.file}:${one.line}:${one.column} ${one.id}  ${one.message}`,
  );
}

function print(story: string, view = frontView()): string {
  const { theme, diagnostics } = themeWith({ 'front.hbs': story });
  expect(diagnostics).toEqual([]);
  return theme?.render('front', view) ?? '';
}

describe('the built-in theme', () => {
  test('has no faults', () => {
    expect(loadTheme(builtIn).diagnostics).toEqual([]);
  });

  test('prints the same page twice from the same view', () => {
    const { theme } = loadTheme(builtIn);
    expect(theme?.render('article', articleView())).toBe(theme?.render('article', articleView()));
  });
});

describe('faults are named with their place and the nearest name', () => {
  test.each([
    ['{{> stroy}}', '1:1 template-partial-unknown  There is no partial "stroy"; did you mean "story"?'],
    ['\n  {{leed.text}}', '2:5 template-field-unknown  There is no field "leed" here; did you mean "lead"?'],
    ['{{lead.txt}}', '1:3 template-field-unknown  There is no field "txt" here; did you mean "text"?'],
    [
      '{{isolat lead.text}}',
      '1:3 template-helper-unknown  There is no helper "isolat"; did you mean "isolate"?',
    ],
    [
      '{{#ech latest}}{{/ech}}',
      '1:1 template-helper-unknown  There is no block {{#ech}}; did you mean "each"?',
    ],
    [
      '{{t "latst"}}',
      '1:3 template-string-unknown  There is no interface string "latst"; did you mean "latest"?',
    ],
    [
      '<a href={{site.homeHref}}>x</a>',
      '1:9 template-attribute-unquoted  A value in an attribute needs quotation marks around it',
    ],
    [
      "<a href='{{site.homeHref}}'>x</a>",
      '1:10 template-attribute-unquoted  A value in an attribute needs double quotation marks',
    ],
    ['<{{lang}}>', '1:2 template-value-in-tag  A value may not be the name of an element or attribute'],
    [
      '<p title="{{t "latest"}}">',
      '1:11 template-html-in-attribute  {{t}} prints elements, which cannot stand in an attribute; use {{tAttr …}} here',
    ],
    [
      '{{{site.name}}}',
      '1:4 template-text-unescaped  site.name is plain text and must be escaped; write {{site.name}}',
    ],
    [
      '{{jsonLdHtml}}',
      '1:3 template-html-escaped  jsonLdHtml is ready HTML and would be printed as text; write {{{jsonLdHtml}}}',
    ],
    [
      '<script>x = "{{lang}}"</script>',
      '1:14 template-value-in-script  Text is not safe inside script and style elements',
    ],
    ['{{lead}}', '1:3 template-field-not-text  lead is an object; print one of its fields'],
    [
      '{{#each lead}}{{/each}}',
      '1:1 template-field-not-list  This is not a list, so {{#each}} prints nothing',
    ],
    [
      '{{#each latest}}{{../../site.name}}{{/each}}',
      '1:19 template-field-unknown  ../../site.name leads out of this template; write @root for the page',
    ],
    ['{{asset "crest.svg"}}', '1:3 template-asset-unknown  There is no file assets/crest.svg'],
    ['{{!< defualt}}', '1:1 template-layout-unknown  There is no layout "defualt"; did you mean "default"?'],
    ['{{#if lead}}', '1:1 template-syntax'],
    ['{{lead.constructor}}', '1:3 template-field-unknown  There is no field "constructor" here'],
    ['{{__proto__}}', '1:3 template-field-unknown  There is no field "__proto__" here'],
  ])('%s', (text, expected) => {
    const found = faults({ 'front.hbs': text });
    expect(found.length).toBe(1);
    expect(found[0]).toContain(
      expected.includes('syntax') ? 'template-syntax' : `templates/front.hbs:${expected}`,
    );
  });

  test.each([
    [
      '<p>\n  اقرأ أيضًا</p>',
      '2:3',
      '“اقرأ أيضًا” is the same on pages of every language; write {{t "readAlso"}}',
    ],
    ['<h2>{{t "latest"}} עכשיו</h2>', '1:20', '“עכשיו” is the same'],
    ['{{#if lead}}\n<b>متن</b>\n{{/if}}', '2:4', '“متن” is the same'],
    ['<a href="/x" aria-label="بحث {{site.name}}">›</a>', '1:26', '“بحث” is the same'],
    ['<img alt="" title="تصویر">', '1:20', '“تصویر” is the same'],
    ['<p>Read more</p>', '1:4', '“Read more” is the same'],
  ])('words that are typed into it: %s', (text, place, message) => {
    const found = faults({ 'front.hbs': text });
    expect(found.length).toBe(1);
    expect(found[0]).toContain(`templates/front.hbs:${place} template-words-typed  ${message}`);
  });

  test.each([
    '<p class="خبر" id="x" data-x="متن">© 2026 — RSS · WhatsApp &nbsp; | X</p>',
    '<!-- تعليق --><style>p { color: red }</style><script>let a = "متن"</script>',
    '{{! تعليق }}<a href="/صفحة">{{t "latest"}}</a>',
  ])('nothing is said of what no reader sees: %s', (text) => {
    expect(faults({ 'front.hbs': text })).toEqual([]);
  });

  test.each([300, 1000, 3000])('%i blocks inside one another are printed or explained', (depth) => {
    const text = `{{#if lead}}`.repeat(depth) + '{{/if}}'.repeat(depth);
    const { theme, diagnostics } = themeWith({ 'front.hbs': text });
    if (theme !== null) expect(theme.render('front', frontView())).toBeDefined();
    else
      expect(diagnostics).toMatchObject([
        { id: 'template-syntax', message: expect.stringMatching(/nested too deeply/) },
      ]);
  });

  test('in a partial, once, however often it is called', () => {
    const found = faults({ 'partials/story.hbs': '<li>{{headlin}}</li>' });
    expect(found).toEqual([
      'templates/partials/story.hbs:1:7 template-field-unknown  There is no field "headlin" here',
    ]);
  });

  test('a partial that calls itself is explained', () => {
    const found = faults({
      'partials/a.hbs': '{{> b}}',
      'partials/b.hbs': '{{> a}}',
      'front.hbs': '{{> a}}',
    });
    expect(found[0]).toContain('This partial calls itself: partials/a.hbs → partials/b.hbs → partials/a.hbs');
  });

  test('a file that no page is named after', () => {
    expect(faults({ 'articel.hbs': '' })[0]).toContain('did you mean "article.hbs"?');
  });

  test('nothing is compiled from a theme with a fault', () => {
    expect(themeWith({ 'front.hbs': '{{> nothing}}' }).theme).toBeNull();
  });

  test('any text is a template or a fault, never an exception', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '{{',
        '}}',
        '{{{',
        '{{#if lead}}',
        '{{/if}}',
        '{{> story}}',
        '{{else}}',
        '<p a=',
        '"',
        '{{!--',
        '../',
        '@',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        expect(() => themeWith({ 'front.hbs': pieces.join('') })).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
});

describe('printing', () => {
  test('escapes text', () => {
    const view = frontView({ description: '<b> & "x"' });
    expect(print('{{description}}', view)).toBe('&#x3C;b> &#x26; &#x22;x&#x22;');
  });

  test('isolates Latin runs of a headline and the values of a string', () => {
    expect(print('{{isolate "عن C++ وما بعدها"}}')).toContain('<bdi>C++</bdi>');
    expect(print('{{t "shareOn" network="X"}}')).toBe('شارك عبر <bdi>X</bdi>');
    expect(print('<p title="{{tAttr "shareOn" network="X"}}">')).toBe('<p title="شارك عبر \u2068X\u2069">');
  });

  test('counts in the forms of the language', () => {
    expect(print('{{t "readingTime" n=2}}')).not.toBe(print('{{t "readingTime" n=3}}'));
  });

  test('leaves the indentation of a template out, but not of what is preformatted', () => {
    const loop = '<ul>\n  {{#each latest}}\n    <li>\n      {{@index}}</li>\n  {{/each}}\n</ul>\n';
    const items = frontView().latest.map((_, index) => `<li>\n${index}</li>\n`);
    expect(print(loop)).toBe(`<ul>\n${items.join('')}</ul>\n`);
    expect(print(`<pre>\n  1\n</pre>${loop}`)).toContain('    <li>\n      0</li>\n');
  });

  test('loops with else, index, outer scope and names', () => {
    const view = frontView();
    expect(print('{{#each latest as |one|}}{{@index}}{{one.href}} {{../kind}};{{/each}}', view)).toBe(
      view.latest.map((story, index) => `${index}${story.href} front;`).join(''),
    );
    expect(print('{{#each secondary}}x{{else}}0{{/each}}', frontView({ secondary: [] }))).toBe('0');
    expect(print('{{#with lead}}{{href}}{{/with}}', view)).toBe(view.lead?.href);
  });

  test('a parameter of a partial is empty where a call leaves it out', () => {
    const { theme, diagnostics } = themeWith({
      'partials/box.hbs': '[{{size}}]',
      'front.hbs': '{{> box size="big"}}{{> box}}',
    });
    expect(diagnostics).toEqual([]);
    expect(theme?.render('front', frontView())).toBe('[big][]');
  });

  test('the page is put into its layout as it is', () => {
    const { theme } = themeWith({
      'layouts/bare.hbs': '<main>{{{body}}}</main>',
      'front.hbs': '{{!< bare}}\n<b>{{lang}}</b>',
    });
    expect(theme?.render('front', frontView())).toBe('<main><b>ar</b></main>');
  });

  test('what is remembered of the masthead belongs to one site view, language and kind', () => {
    const { theme } = loadTheme(builtIn);
    const view = articleView();
    const first = theme?.render('article', view) ?? '';
    const other = { ...view, site: { ...view.site, name: 'اسم آخر' } };
    expect(theme?.render('article', other)).toContain('اسم آخر');
    expect(theme?.render('article', view)).toBe(first);
  });
});

describe('a theme of the site', () => {
  test('replaces one file and keeps the rest', () => {
    const { theme } = themeWith({ 'blocks/pull-quote.hbs': '<aside class="pull-quote">{{{html}}}!</aside>' });
    const page = theme?.render('article', articleView()) ?? '';
    expect(page).toContain('!</aside>');
    expect(page).toContain('class="masthead"');
  });

  test('the example has no fault and prints every kind of page', () => {
    const lawh = readTheme(new URL('../../examples/lawh/templates', import.meta.url).pathname);
    const { theme, diagnostics } = loadTheme(mergeThemes(builtIn, lawh));
    expect(diagnostics).toEqual([]);
    const page = theme?.render('article', articleView()) ?? '';
    expect(page).toContain('class="spine"');
    expect(page).toContain('class="article-body"');
    expect(theme?.render('front', frontView())).toContain('class="entries"');
  });
});
