/**
 * Judges a stylesheet for a page that is read from the right: the same sheet must serve both directions, and must
 * not do to joined letters what only separate ones bear.
 */
import type { Diagnostic } from '../model.js';
import { fault } from './templates.js';

interface Rule {
  readonly id: string;
  readonly property: RegExp;
  readonly value?: RegExp;
  readonly message: (property: string, value: string) => string;
}

const logical = (property: string): string =>
  property.replace('left', 'inline-start').replace('right', 'inline-end');

const RULES: readonly Rule[] = [
  {
    id: 'css-physical',
    property: /^(?:(?:scroll-)?(?:margin|padding)-(?:left|right)|border-(?:left|right)(?:-\w+)?)$/,
    message: (property) => `"${property}" is right in one direction only; write "${logical(property)}"`,
  },
  {
    id: 'css-physical',
    property: /^(?:left|right)$/,
    message: (property) => `"${property}" is right in one direction only; write "inset-${logical(property)}"`,
  },
  {
    id: 'css-physical',
    property: /^border-(?:top|bottom)-(?:left|right)-radius$/,
    message: (property) => `"${property}" is right in one direction only; write its logical form`,
  },
  {
    id: 'css-physical',
    property: /^(?:float|clear|text-align|text-align-last|caption-side)$/,
    value: /\b(?:left|right)\b/,
    message: (property, value) =>
      `"${property}: ${value}" is right in one direction only; write start or end`,
  },
  {
    id: 'css-physical',
    property: /^(?:margin|padding|inset|border-(?:width|style|color)|scroll-(?:margin|padding))$/,
    value: /^(?!(\S+) (\S+) (\S+) \2$)\S+ \S+ \S+ \S+$/,
    message: (property) =>
      `The second and fourth value of "${property}" differ: use ${property}-block and -inline`,
  },
  {
    id: 'css-joined-letters',
    property: /^letter-spacing$/,
    value: /^(?!(?:0|normal|inherit|unset|initial)$)/,
    message: () => 'Spacing tears the joined letters of Arabic apart',
  },
  {
    id: 'css-joined-letters',
    property: /^font-style$/,
    value: /italic|oblique/,
    message: () => 'Arabic and Hebrew have no italics: emphasise by weight or colour',
  },
  {
    id: 'css-joined-letters',
    property: /^text-align(?:-last)?$/,
    value: /justify/,
    message: () => 'Browsers only widen the spaces of justified Arabic; leave the text start-aligned',
  },
  {
    id: 'css-joined-letters',
    property: /^word-break$/,
    value: /break-all/,
    message: () => '"break-all" breaks words inside joined letters',
  },
  {
    id: 'css-direction',
    property: /^(?:direction|unicode-bidi)$/,
    message: (property) => `"${property}" belongs into the markup (dir, bdi), not into CSS`,
  },
];

/** Problems are warnings: the page is readable, in one direction. */
export function checkStylesheet(file: { readonly text: string; readonly origin: string }): Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (id: string, message: string, index: number): void => {
    const before = file.text.slice(0, index).split('\n');
    const place = { line: before.length, column: before.at(-1)?.length ?? 0 };
    found.push({ ...fault(file.origin, id, message, place), severity: 'warning' });
  };
  for (const { property, value, index } of declarations(file.text)) {
    for (const rule of RULES) {
      if (!rule.property.test(property) || (rule.value !== undefined && !rule.value.test(value))) continue;
      report(rule.id, rule.message(property, value), index);
    }
  }
  for (const match of withoutComments(file.text).matchAll(/:lang\([^),]{0,40},/g)) {
    report(
      'css-lang-list',
      'Browsers drop a rule with a list in :lang(); write one :lang() a language',
      match.index,
    );
  }
  return found;
}

interface Declaration {
  readonly property: string;
  readonly value: string;
  readonly index: number;
}

/** Comments replaced by blanks, so that places stay. */
function withoutComments(css: string): string {
  return css.replace(/\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\//g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** `property: value` of every rule; selectors end in `{` and are left out. */
function* declarations(css: string): Generator<Declaration> {
  const text = withoutComments(css);
  let start = 0;
  for (let index = 0; index <= text.length; index++) {
    const char = text.charAt(index);
    if (char !== ';' && char !== '}' && char !== '{' && index < text.length) continue;
    const piece = text.slice(start, index);
    const colon = piece.indexOf(':');
    if (char !== '{' && colon > 0) {
      const property = piece.slice(0, colon).trim().toLowerCase();
      const value = piece
        .slice(colon + 1)
        .replace('!important', '')
        // A function is one value, whatever stands between its brackets.
        .replace(/\([^()]*\)/g, '()')
        .replace(/\s+/g, ' ')
        .trim();
      yield { property, value, index: start + (piece.length - piece.trimStart().length) };
    }
    start = index + 1;
  }
}
