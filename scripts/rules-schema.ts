/** JSON schema of `warraq.rules.json`, out of the names that its reader knows. `npx vitest run tests/extract/rules/schema -u` renews the file. */
import { RULE_KEYS, SHORT_LINE } from '../src/extract/rules/file.js';
import { CUES } from '../src/languages/index.js';
import { ROLES } from '../src/model.js';

const TEXTS = {
  description: 'One text, or a list of them.',
  anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
};

const CONTAINING = {
  type: 'object',
  additionalProperties: false,
  required: ['contains'],
  properties: {
    contains: {
      description: 'A text of at least four letters. Every line that holds it and is shorter is left out.',
      type: 'string',
      minLength: 1,
    },
    shorterThan: {
      description: 'Letters that such a line has at most, so that no paragraph is lost.',
      type: 'number',
      exclusiveMinimum: 0,
      default: SHORT_LINE,
    },
  },
};

const PROPERTIES: Readonly<Record<(typeof RULE_KEYS)[number], object>> = {
  furniture: {
    description:
      'Lines that belong to the page and not to the article. “…” at an end of a line stands for anything.',
    type: 'array',
    items: { anyOf: [{ type: 'string', minLength: 1 }, CONTAINING] },
  },
  labels: {
    description: 'More phrases for the labels that Warraq knows.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(CUES.map((cue) => [cue, TEXTS])),
  },
  sections: {
    description: 'Names of sections, each with the other labels that mean it.',
    type: 'object',
    additionalProperties: TEXTS,
  },
  roles: {
    description: 'Texts of lines, each with what the line is.',
    type: 'object',
    additionalProperties: { enum: ROLES },
  },
};

/** The schema as plain data. */
export function rulesSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'warraq.rules.json',
    description: 'What Warraq should know about the texts of a site. All of it may be left out.',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(RULE_KEYS.map((key) => [key, PROPERTIES[key]])),
    patternProperties: { '^\\$': {} },
  };
}
