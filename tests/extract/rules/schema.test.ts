/** The schema for editors says what the reader of `warraq.rules.json` does. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rulesSchema } from '../../../scripts/rules-schema.js';
import { readRules } from '../../../src/extract/rules/file.js';

interface Schema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly patternProperties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | false;
  readonly minLength?: number;
  readonly exclusiveMinimum?: number;
}

/** As much of JSON schema as this schema uses. */
function allows(schema: Schema, value: unknown): boolean {
  if (schema.enum !== undefined && !schema.enum.includes(value)) return false;
  if (schema.anyOf !== undefined && !schema.anyOf.some((one) => allows(one, value))) return false;
  switch (schema.type) {
    case undefined:
      return true;
    case 'string':
      return typeof value === 'string' && value.length >= (schema.minLength ?? 0);
    case 'number':
      return typeof value === 'number' && value > (schema.exclusiveMinimum ?? Number.NEGATIVE_INFINITY);
    case 'array':
      return Array.isArray(value) && value.every((item) => allows(schema.items ?? {}, item));
    default:
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value) && allowsObject(schema, value)
      );
  }
}

function allowsObject(schema: Schema, value: object): boolean {
  const patterns = Object.entries(schema.patternProperties ?? {});
  const required = (schema.required ?? []).every((key) => Object.hasOwn(value, key));
  return (
    required &&
    Object.entries(value).every(([key, member]) => {
      const own = Object.hasOwn(schema.properties ?? {}, key) ? schema.properties?.[key] : undefined;
      const matching = patterns
        .filter(([pattern]) => new RegExp(pattern, 'u').test(key))
        .map(([, one]) => one);
      if (own !== undefined || matching.length > 0)
        return [...(own === undefined ? [] : [own]), ...matching].every((one) => allows(one, member));
      const rest = schema.additionalProperties;
      return rest !== false && allows(rest ?? {}, member);
    })
  );
}

const reads = (value: unknown) =>
  readRules(JSON.stringify(value), 'warraq.rules.json').diagnostics.length === 0;

test('the schema in the repository is the one made from the tables (vitest -u renews it)', async () => {
  await expect(`${JSON.stringify(rulesSchema(), null, 2)}\n`).toMatchFileSnapshot(
    '../../../schema/warraq.rules.schema.json',
  );
});

describe('both say yes', () => {
  test.each([
    {},
    { $schema: './node_modules/warraq/schema/warraq.rules.schema.json' },
    { furniture: ['نسخة للطباعة', 'انقر هنا …', { contains: 'النشرة البريدية', shorterThan: 80 }] },
    { labels: { 'read-also': ['لا تفوّت'], by: 'كتبه لكم' }, sections: { محليات: ['أخبار محلية'] } },
    { roles: { 'صورة من الأرشيف': 'caption' } },
  ])('%j', (value) => {
    expect([allows(rulesSchema(), value), reads(value)]).toEqual([true, true]);
  });
});

describe('both say no', () => {
  test.each([
    [],
    { furnitur: [] },
    { furniture: 'نسخة للطباعة' },
    { furniture: [''] },
    { furniture: [7] },
    { furniture: [{ contains: 'النشرة', shorterThan: 0 }] },
    { furniture: [{ contain: 'النشرة' }] },
    { furniture: [{ contains: 'النشرة', longerThan: 1 }] },
    { labels: { 'reed-also': ['x'] } },
    { labels: { by: [1] } },
    { sections: [] },
    { roles: { صورة: 'captoin' } },
    { roles: { صورة: 1 } },
  ])('%j', (value) => {
    expect([allows(rulesSchema(), value), reads(value)]).toEqual([false, false]);
  });
});

test('whatever the reader takes, the schema allows', () => {
  const text = fc.constantFrom('سطر من الصفحة', 'caption', 'by', '', '…', 'نص طويل …');
  const leaf = fc.oneof(
    text,
    fc.integer({ min: -1, max: 200 }),
    fc.array(text, { maxLength: 2 }),
    fc.constant(null),
  );
  const key = fc.constantFrom('contains', 'shorterThan', 'by', 'read-also', 'سطر', '$comment');
  const member = fc.oneof(
    leaf,
    fc.dictionary(key, leaf),
    fc.array(fc.oneof(leaf, fc.dictionary(key, leaf)), { maxLength: 2 }),
  );
  const file = fc.dictionary(
    fc.constantFrom('furniture', 'labels', 'sections', 'roles', '$schema', 'x'),
    member,
    { maxKeys: 2 },
  );
  fc.assert(
    fc.property(file, (value) => {
      if (reads(value)) expect(allows(rulesSchema(), value), JSON.stringify(value)).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
