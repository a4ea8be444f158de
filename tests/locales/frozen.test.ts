import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';

const root = 'src/locales';
const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.ts'),
);

describe('nothing printed comes from the machine', () => {
  test.each(sources)('%s', (name) => {
    const code = readFileSync(join(root, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, '');
    expect(code).not.toMatch(
      /toLocale|localeCompare|Date\.now|Math\.random|performance|new Date|process\.|'node:/,
    );
    // Zone data is the one thing asked of the runtime.
    if (name !== 'zones.ts') expect(code).not.toMatch(/\bIntl\b/);
  });
});

describe('two runs agree', () => {
  const { TZ, LANG } = process.env;
  afterEach(() => {
    process.env.TZ = TZ ?? '';
    if (TZ === undefined) delete process.env.TZ;
    process.env.LANG = LANG ?? '';
    if (LANG === undefined) delete process.env.LANG;
  });

  /** Dates, lists, numbers and sorted names of every locale, by modules loaded afresh. */
  async function print(): Promise<string> {
    vi.resetModules();
    const { compareNames } = await import('../../src/locales/collate.js');
    const { formatDate } = await import('../../src/locales/date.js');
    const { listParts } = await import('../../src/locales/list.js');
    const { locales } = await import('../../src/locales/locale.js');
    const { number, percent } = await import('../../src/locales/numbers.js');
    const { pluralString } = await import('../../src/locales/strings/index.js');
    const names = ['أحمد', 'Żeromski', 'دانا', 'ژیان', 'גיל', 'ބަދުރު', '٢٤'];
    const moments = Array.from({ length: 60 }, (_, i) =>
      new Date(Date.UTC(2001, 0, 1) + i * 13_000_000_000).toISOString().slice(0, 16),
    );
    const lines = locales.map((each) => [
      ...moments.map((moment) =>
        formatDate(`${moment}+03:00`, each, { timeZone: 'Africa/Tripoli', second: true }),
      ),
      [...names].sort(compareNames(each.tag)),
      listParts(names, each),
      number(1234567.891, each),
      percent(0.5, each),
      [0, 1, 2, 3, 11, 100].map((n) => pluralString(each, 'storyCount', n)),
    ]);
    return JSON.stringify(lines);
  }

  test('in other time zones and under other languages of the machine', async () => {
    process.env.TZ = 'Pacific/Apia';
    process.env.LANG = 'tr_TR.UTF-8';
    const first = await print();
    process.env.TZ = 'America/St_Johns';
    process.env.LANG = 'ar_EG.UTF-8';
    const second = await print();
    expect(new Date(0).getTimezoneOffset()).toBe(210);
    expect(first.length).toBeGreaterThan(100_000);
    expect(second === first).toBe(true);
  });
});
