/** Writes docs/themes.md out of the tables of views and helpers. `npx vitest run tests/render -u` renews the file. */
import { FACES, PAIRINGS } from '../src/publish/font-pairings.js';
import { HELPERS } from '../src/render/helpers.js';
import { BLOCK_VIEW, LAYOUT_VIEW, type Shape, VIEWS } from '../src/render/view-fields.js';

const INTRO = `# Themes

A theme is a folder of Handlebars templates and one stylesheet. The built-in one is in the \`templates/\` of this program. A
file of the same name in the \`templates/\` of your site takes its place; everything else stays. To change how a pull quote
looks you need one file: \`templates/blocks/pull-quote.hbs\`. A whole theme made in this way is in \`examples/lawh\`.

| file | prints |
| --- | --- |
| \`front.hbs\` \`section.hbs\` \`article.hbs\` \`undated.hbs\` \`not-found.hbs\` \`lite.hbs\` | one kind of page each |
| \`layouts/default.hbs\` | what surrounds a page. A page whose first line is \`{{!< default}}\` stands where the layout says \`{{{body}}}\` |
| \`partials/NAME.hbs\` | a part that others call: \`{{> NAME}}\`, \`{{> NAME story}}\`, \`{{> NAME size="large"}}\` |
| \`blocks/prose.hbs\` \`pull-quote.hbs\` \`read-also.hbs\` \`figure.hbs\` \`gallery.hbs\` | the pieces of an article's body |
| \`assets/theme.css\` \`assets/theme.js\` | the stylesheet and the optional script; other files in \`assets/\` are published too |

## What is checked

Before anything is printed every template is read: unknown partials, helpers, fields and interface strings, partials that
call themselves, values outside quotation marks, and stylesheets that are right in one direction only. Each is told with
file, line, column and the nearest known name, and the old site stays as it is.

    templates/partials/story.hbs:4:9 error template-field-unknown  There is no field "headlin" here; did you mean "headline"?

## Rules

- **Every word on a page comes from \`{{t "key"}}\`**, so that a page in Persian has no word of Arabic. In an attribute write
  \`{{tAttr "key"}}\`.
- **Whatever an editor wrote is printed with \`{{isolate …}}\`**, names with \`{{list …}}\`: a Latin word must not move the
  words around it.
- Values stand in text, or in attributes with double quotation marks. \`{{{…}}}\` is for fields whose name ends in \`Html\`.
- Only \`if\`, \`unless\`, \`each\` and \`with\` have blocks. \`@root\` is the page, \`../\` the thing outside, \`@index\`, \`@first\`
  and \`@last\` tell the place in a list.
- A partial that reads nothing but \`site\`, \`lang\`, \`dir\`, \`kind\` and \`root\` is printed once for all pages of a section.
- Keep these names, which readers' tools rely on: one \`main\` with one \`article\` and one \`h1\`; the section label is a link
  with class \`kicker\`; paragraphs are children of \`.article-body\`; pull quotes are \`aside.pull-quote\`; dates are
  \`time[datetime]\`.

## Colours, faces, spacing

All of the stylesheet is made of the custom properties at its top. These are the ones to set first:

| property | is |
| --- | --- |
| \`--accent\` \`--accent-dark\` | the one colour, by day and by night (config \`theme.accent\`) |
| \`--paper\` \`--sheet\` \`--ink\` \`--quiet\` \`--line\` \`--rule\` | grounds, text, second text, hairlines, strong lines |
| \`--face-text\` \`--face-head\` \`--weight-head\` | faces; set for each language by the pairing (config \`theme.fonts\`) |
| \`--lead-text\` \`--lead-head\` \`--lead-label\` | line heights; set for each language |
| \`--size-1\` … \`--size-8\` | sizes of type |
| \`--gap-1\` … \`--gap-7\` | spaces |
| \`--hair\` \`--thick\` \`--double\` | rules |
| \`--measure\` \`--width\` \`--edge\` | width of a column of text, of the page, of its margins |
| \`--masthead\` | \`center\` or \`start\` (config \`theme.masthead\`) |

\`html[data-layout]\` is \`broadsheet\`, \`magazine\` or \`wire\` (config \`theme.layout\`), \`html[data-page]\` the kind of page.
Write logical properties only (\`margin-inline-start\`, \`text-align: start\`), one \`:lang()\` a rule, no letter-spacing, no
italics: the check says where you did not. The stylesheet is published without comments and indentation, and without rules
for a \`data-layout\` or a \`:lang()\` that the site does not have.
`;

/** The text of docs/themes.md. */
export function themeReference(): string {
  const views = Object.entries(VIEWS).filter(([name]) => name !== 'undated' && name !== 'lite');
  const page = new Set(Object.keys(LAYOUT_VIEW));
  return [
    INTRO,
    pairings(),
    '## Helpers\n',
    '| helper | |\n| --- | --- |',
    ...Object.values(HELPERS).map(({ usage, does }) => `| \`${usage}\` | ${does} |`),
    '\n## What templates see\n',
    'A field that has nothing to say is empty, and `{{#if …}}` leaves its part out. An empty list is empty too.\n',
    '### Every page, and the layout\n',
    list(LAYOUT_VIEW),
    ...views.flatMap(([name, shape]) => [`\n### \`${name}.hbs\`${also(name)}\n`, list(shape, page)]),
    '\n### Blocks of the body\n',
    list(BLOCK_VIEW),
    '',
  ].join('\n');
}

function also(name: string): string {
  return name === 'section' ? ', `undated.hbs`' : name === 'article' ? ', `lite.hbs`' : '';
}

function pairings(): string {
  const rows = Object.entries(PAIRINGS).flatMap(([lang, pairs]) =>
    Object.entries(pairs).map(
      ([name, { text, head, print }]) =>
        `| ${lang} | \`${name}\` | ${FACES[text].name} | ${FACES[head].name} ${FACES[head].weight} | ${print === null ? FACES[text].name : FACES[print].name} |`,
    ),
  );
  return [
    '## Pairings of faces\n',
    '| language | `theme.fonts` | text | headlines | paper |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function list(shape: Shape, without: ReadonlySet<string> = new Set()): string {
  return Object.entries(shape)
    .filter(([name]) => !without.has(name))
    .map(([name, field]) => `- \`${name}\`${describe(field as Shape)}`)
    .join('\n');
}

function describe(shape: Shape): string {
  if (typeof shape === 'string') return shape === 'text' ? '' : `: ${NAMES[shape] ?? shape}`;
  if (Array.isArray(shape)) {
    const [each] = shape as readonly [Shape];
    return each === 'text' ? ': list of texts' : `: list, each with ${names(each)}`;
  }
  return `: ${names(shape)}`;
}

const NAMES: Readonly<Record<string, string>> = { html: 'ready HTML', flag: 'yes or no', number: 'number' };

function names(shape: Shape): string {
  return Object.keys(shape)
    .map((name) => `\`${name}\``)
    .join(' ');
}
