import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { configReference } from '../../scripts/config-reference.js';
import { contrast, LEAST_CONTRAST, PAPER } from '../../src/config/colour.js';
import { configSchema } from '../../src/config/table.js';
import { defaultConfig, parseConfig, readConfig } from '../../src/config.js';

const FILE = 'warraq.config.json';
const read = (value: unknown) => parseConfig(value, FILE);
const messages = (value: unknown) => read(value).diagnostics.map(({ id, message }) => `${id} ${message}`);

test('an empty config is complete and has nothing to report', () => {
  const { config, diagnostics } = read({});
  expect(diagnostics).toEqual([]);
  expect(config.site.name).toBeNull();
  expect(config.build).toEqual({ out: 'dist', links: 'portable', pageSize: 30, pictures: true });
  expect(config.share).toContain('whatsapp');
  expect(config.front.secondary).toBe(6);
});

test('values are taken over in one spelling', () => {
  const { config, diagnostics } = read({
    $schema: './warraq.config.schema.json',
    site: {
      name: ' صحيفة الساحل ',
      baseUrl: 'https://example.org/أخبار',
      lang: 'AR-ly',
      timeZone: 'Africa/Tripoli',
      sections: ['ليبيا', { name: 'رأي', aliases: ['مقالات الرأي'], opinion: true }],
    },
    theme: { accent: '#930', layout: 'wire' },
    footerLinks: [{ text: 'من نحن', href: 'about.html' }],
  });
  expect(diagnostics).toEqual([]);
  expect(config.site.name).toBe('صحيفة الساحل');
  expect(config.site.baseUrl).toBe('https://example.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/');
  expect(config.site.lang).toBe('ar-LY');
  expect(config.build.links).toBe('clean');
  expect(config.theme.accent).toBe('#993300');
  expect(config.site.sections).toEqual([
    { name: 'ليبيا', slug: null, aliases: [], opinion: false, description: null, lang: null },
    { name: 'رأي', slug: null, aliases: ['مقالات الرأي'], opinion: true, description: null, lang: null },
  ]);
});

describe('mistakes are named', () => {
  test('an unknown key, with the nearest known one', () => {
    expect(messages({ site: { nmae: 'x' } })).toEqual([
      'unknown-config-key site.nmae: There is no key "nmae" here. Did you mean "name"?',
    ]);
    expect(messages({ qqqqqqq: 1 })[0]).toContain('Known here: site, theme');
  });

  test('a known key in the wrong group, with the right one', () => {
    expect(messages({ timeZone: 'Africa/Tripoli' })[0]).toContain('"timeZone" belongs in "site".');
    expect(messages({ pagesize: 3 })[0]).toContain('"pageSize" belongs in "build".');
    expect(messages({ site: { lite: true } })[0]).toContain('"lite" belongs at the top.');
  });

  test('a wrong type, and the default is taken', () => {
    const { config, diagnostics } = read({ site: 'x', lite: 'yes', front: { latest: '7' }, share: 'x' });
    expect(diagnostics.map(({ id }) => id)).toEqual(Array(4).fill('config-type'));
    expect(diagnostics[1]?.message).toBe('front.latest: Here should be a number, not "7".');
    expect(config.front.latest).toBe(defaultConfig.front.latest);
  });

  test('a value that cannot be', () => {
    expect(messages({ site: { baseUrl: 'javascript:alert(1)' } })[0]).toContain('is not an address');
    expect(messages({ site: { timeZone: 'Africa/Atlantis' } })[0]).toContain('is not a time zone');
    expect(messages({ dates: { hijriOffset: 3 } })[0]).toContain('3 is not a whole number from -2 to 2.');
    expect(messages({ theme: { layout: 'magasine' } })[0]).toContain('Did you mean "magazine"?');
    expect(messages({ build: { out: '../elsewhere' } })[0]).toContain('is not the name of a folder');
    expect(messages({ footerLinks: [{ text: 'x', href: '//evil.example' }] })[0]).toContain(
      'footerLinks.0.href',
    );
    expect(messages({ site: { sections: [{ slug: 'x' }] } })[0]).toContain('"name" is missing');
  });

  test('with line and column, even under the wrong type', () => {
    const { diagnostics } = readConfig(
      '\uFEFF{\n  "site": {\n    "nmae": "x",\n    "menu": "ten" }\n}\n',
      FILE,
    );
    expect(diagnostics.map(({ line, column, severity }) => [line, column, severity])).toEqual([
      [3, 5, 'error'],
      [4, 5, 'error'],
    ]);
  });

  test('broken JSON with its line', () => {
    const cases: [string, number, string][] = [
      ['{\n "site": {},\n}', 2, 'Take out the comma'],
      ['{\n // name\n}', 2, 'no comments'],
      ['{ "a": 1 "b": 2 }', 1, 'a comma or }'],
      ['{ "lite": treu }', 1, 'a value'],
      ['{\n "site": { "name": "x', 2, 'not closed'],
      ['', 1, 'the end of the file'],
      ['{ "lite": true, "lite": false }', 1, 'twice'],
      ['['.repeat(100_000), 1, 'inside one another'],
    ];
    for (const [text, line, part] of cases) {
      const { config, diagnostics } = readConfig(text, FILE);
      expect(config).toEqual(defaultConfig);
      expect(diagnostics).toHaveLength(1);
      expect(diagnostics[0]).toMatchObject({ id: 'config-syntax', severity: 'error', file: FILE, line });
      expect(diagnostics[0]?.message).toContain(part);
    }
  });
});

test('any JSON gives a complete config, and the reader agrees with JSON.parse', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), (text) => {
      const { config } = readConfig(text, FILE);
      expect(Object.keys(config)).toEqual(Object.keys(defaultConfig));
      expect(config.build.pageSize).toBeGreaterThan(0);
    }),
  );
});

test('names of the prototype are plain keys', () => {
  const { config, diagnostics } = readConfig(
    '{"__proto__": {"lite": true}, "site": {"constructor": 1}}',
    FILE,
  );
  expect(diagnostics.map(({ id }) => id)).toEqual(['unknown-config-key', 'unknown-config-key']);
  expect(config.lite).toBe(false);
});

test('a pale accent is reported, and its dark twin can always be read', () => {
  expect(messages({ theme: { accent: '#ffcc00' } })[0]).toContain(
    'low-contrast-accent theme.accent: #ffcc00',
  );
  fc.assert(
    fc.property(fc.nat(0xffffff), (number) => {
      const accent = `#${number.toString(16).padStart(6, '0')}`;
      const { config, diagnostics } = read({ theme: { accent } });
      expect(contrast(config.theme.accentDark, PAPER.dark)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(contrast(config.theme.accent, PAPER.light)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(diagnostics.length === 0).toBe(contrast(accent, PAPER.light) >= LEAST_CONTRAST);
    }),
  );
});

test('the schema in the repository is the one made from the table (vitest -u renews it)', async () => {
  const schema = `${JSON.stringify(configSchema(), null, 2)}\n`;
  await expect(schema).toMatchFileSnapshot('../../schema/warraq.config.schema.json');
});

test('the reference in docs/ is the one made from the table (vitest -u renews it)', async () => {
  await expect(configReference()).toMatchFileSnapshot('../../docs/configuration.md');
});
