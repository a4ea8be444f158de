/** Writes docs/configuration.md out of the table of config keys. `npx vitest run tests/config -u` renews the file. */
import { configSchema } from '../src/config/table.js';

interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const INTRO = `# Configuration

\`warraq.config.json\` lies at the root of the site and may be left out, as may each of its keys. It is data: nothing in it
is ever run. A key that is not in these tables is refused with the nearest one that is, and a mistake is named with its
line; then nothing is built.

Before you publish, set three: the name, the address and the time zone.

\`\`\`json
{
  "$schema": "./node_modules/warraq/schema/warraq.config.schema.json",
  "site": {
    "name": "صحيفة المرفأ",
    "baseUrl": "https://news.example.org/",
    "timeZone": "Africa/Tripoli",
    "lang": "ar-LY",
    "sections": [
      "ليبيا",
      { "name": "رياضة", "slug": "sport", "aliases": ["كرة القدم"] },
      { "name": "رأي", "opinion": true }
    ]
  }
}
\`\`\`

Editors that know JSON schema complete and check the file while you type, by its \`$schema\` line.
`;

const NOTES: Readonly<Record<string, string>> = {
  site: `Without \`name\` the site has the words for “front page” in its language; without \`lang\`, the language of most
articles; without \`timeZone\`, UTC; without \`baseUrl\`, no canonical addresses and no share links, and feeds and sitemap
whose addresses begin at the host. The build says so in one line.

Labels that differ in vowel marks, tatweel, forms of alef or white space are one section. Of a path of labels
(\`الرئيسية » رياضة » سباحة\`) the last one counts that is listed here. A section without a story has no page and no place
in the menu. Sections that are not listed follow by size, counted in powers of two, so that one more story seldom changes
the menu of every page.`,
  build: `Pages of a list are numbered from the oldest, so that publishing changes the newest page alone. The newest holds
up to twice \`pageSize\`.`,
  front: `The newest stories lead, opinion apart. What stands at the top is not repeated in the blocks.`,
};

export function configReference(): string {
  const { properties = {} } = configSchema() as Schema;
  const groups = Object.entries(properties).filter(([, schema]) => schema.properties !== undefined);
  const single = Object.entries(properties).filter(
    ([name, schema]) => schema.properties === undefined && name !== '$schema',
  );
  const parts = groups.map(([name, schema]) => {
    const note = NOTES[name] === undefined ? '' : `\n${NOTES[name]}\n`;
    return `## ${name}\n\n${schema.description}\n\n${table(rows(schema, ''))}${note}`;
  });
  const rest = `## At the top\n\n${table(single.flatMap(([name, schema]) => rowsOf(name, schema)))}`;
  return [INTRO, ...parts, rest].join('\n');
}

function rows({ properties = {} }: Schema, prefix: string): string[] {
  return Object.entries(properties).flatMap(([name, schema]) => rowsOf(prefix + name, schema));
}

function rowsOf(name: string, schema: Schema): string[] {
  if (schema.properties !== undefined) return rows(schema, `${name}.`);
  const row = `| \`${name}\` | ${form(schema)} | ${fallback(schema.default)} | ${schema.description} |`;
  const inner = [schema.items, ...(schema.items?.anyOf ?? [])].find((each) => each?.properties !== undefined);
  return inner === undefined ? [row] : [row, ...rows(inner, `${name}[].`)];
}

function form(schema: Schema): string {
  if (schema.enum !== undefined) return schema.enum.filter((value) => value !== null).join(', ');
  if (schema.items !== undefined) return 'list';
  if (schema.minimum !== undefined) return `${schema.minimum} to ${schema.maximum}`;
  const types = [schema.type ?? 'text'].flat().filter((type) => type !== 'null');
  return types
    .map((type) => (type === 'string' ? 'text' : type === 'boolean' ? 'true, false' : type))
    .join(', ');
}

function fallback(value: unknown): string {
  if (value === null || value === undefined || value === '') return '';
  if (Array.isArray(value)) return value.join(', ');
  return `\`${String(value)}\``;
}

function table(lines: readonly string[]): string {
  return `| key | form | when left out | meaning |\n| --- | --- | --- | --- |\n${lines.join('\n')}\n`;
}
