/**
 * Follows the HTML between the tags of a template, so that a value can only stand where escaping protects it: in
 * text, or in an attribute with quotation marks, and words that readers see are not typed into it.
 */
import type { Diagnostic } from '../model.js';
import { SPOKEN, typedWords } from './check-words.js';
import { HELPERS } from './helpers.js';
import { isNode, nameOf } from './syntax.js';
import { fault, type Template } from './templates.js';

/** Where the HTML parser would be. `raw`: inside script or style. */
type State = 'text' | 'tag' | 'before-value' | 'unquoted' | 'double' | 'single' | 'comment' | 'raw';

/** The values of a template that stand where escaping does not protect them. */
export function checkMarkup(template: Template): Diagnostic[] {
  const found: Diagnostic[] = [];
  walk(template.tree, { state: 'text', raw: '', attribute: '' }, (id, message, at) => {
    const severity = id === 'template-words-typed' ? 'warning' : 'error';
    found.push({ ...fault(template.origin, id, message, at), severity });
  });
  return found;
}

interface Position {
  readonly state: State;
  /** Element whose end is waited for in `raw`. */
  readonly raw: string;
  /** The attribute whose value this is, or was. */
  readonly attribute: string;
}

/** Told about every piece of literal text that a reader may see, and where it begins. */
type See = (words: string, index: number) => void;
type Report = (id: string, message: string, at: { line: number; column: number }) => void;

function walk(tree: hbs.AST.Program | undefined, start: Position, report: Report): Position {
  let position = start;
  for (const statement of tree?.body ?? []) {
    if (isNode(statement, 'ContentStatement')) {
      const { loc, original } = statement;
      // A text, whatever its type says: as it stands in the file, so that places can be counted.
      const text = String(original);
      position = advance(text, position, (words, index) => {
        const found = typedWords(words);
        if (found === null) return;
        const before = text.slice(0, index + found.at).split('\n');
        const last = before[before.length - 1]?.length ?? 0;
        const line = loc.start.line + before.length - 1;
        const column = before.length === 1 ? loc.start.column + last : last;
        report('template-words-typed', found.message, { line, column });
      });
    } else if (isNode(statement, 'BlockStatement')) {
      const { program, inverse } = statement;
      const after = walk(program, position, report);
      walk(inverse, position, report);
      position = after;
    } else if (isNode(statement, 'MustacheStatement') || isNode(statement, 'PartialStatement')) {
      judge(statement, position.state, report);
      if (position.state === 'before-value') position = { ...position, state: 'unquoted' };
    }
  }
  return position;
}

function judge(statement: hbs.AST.Statement, state: State, report: Report): void {
  const at = statement.loc.start;
  if (state === 'before-value' || state === 'unquoted') {
    report('template-attribute-unquoted', 'A value in an attribute needs quotation marks around it', at);
    return;
  }
  if (state === 'tag') {
    report('template-value-in-tag', 'A value may not be the name of an element or attribute', at);
    return;
  }
  if (!isNode(statement, 'MustacheStatement')) return;
  const { path, escaped } = statement;
  const name = nameOf(path);
  if (state === 'raw' && escaped) {
    report('template-value-in-script', 'Text is not safe inside script and style elements', at);
    return;
  }
  if (state === 'single') {
    report('template-attribute-unquoted', 'A value in an attribute needs double quotation marks', at);
    return;
  }
  if (state !== 'double') return;
  if (!escaped) {
    report('template-html-in-attribute', 'Ready HTML cannot stand in an attribute', at);
    return;
  }
  if (Object.hasOwn(HELPERS, name) && HELPERS[name]?.elements === true) {
    const instead = name === 't' ? '; use {{tAttr …}} here' : '';
    report(
      'template-html-in-attribute',
      `{{${name}}} prints elements, which cannot stand in an attribute${instead}`,
      at,
    );
  }
}

const RAW = /^(script|style)\b/i;

/** The position after a piece of literal HTML. One pass. */
function advance(text: string, from: Position, see: See): Position {
  let { state, raw, attribute } = from;
  let index = 0;
  while (index < text.length) {
    const char = text.charAt(index);
    if (state === 'comment') {
      const end = text.indexOf('-->', index);
      if (end < 0) break;
      state = 'text';
      index = end + 3;
      continue;
    }
    if (state === 'raw') {
      const end = text.toLowerCase().indexOf(`</${raw}`, index);
      if (end < 0) break;
      [state, raw, index] = ['tag', '', end + 2 + raw.length];
      continue;
    }
    if (state === 'text') {
      const open = text.indexOf('<', index);
      see(text.slice(index, open < 0 ? text.length : open), index);
      if (open < 0) break;
      if (text.startsWith('<!--', open)) {
        state = 'comment';
        index = open + 4;
        continue;
      }
      raw = RAW.exec(text.slice(open + 1, open + 9))?.[1]?.toLowerCase() ?? '';
      // At the end of this piece a value follows: it would be the name.
      state = open + 1 === text.length || /[a-z/!]/i.test(text.charAt(open + 1)) ? 'tag' : 'text';
      index = open + 1;
      continue;
    }
    if (state === 'tag') {
      if (char === '>') state = raw === '' ? 'text' : 'raw';
      else if (char === '=') {
        state = 'before-value';
        attribute =
          /([\w:-]+)\s*$/.exec(text.slice(Math.max(0, index - 40), index))?.[1]?.toLowerCase() ?? '';
      }
    } else if (state === 'before-value') {
      if (char === '"') state = 'double';
      else if (char === "'") state = 'single';
      else if (char === '>') state = raw === '' ? 'text' : 'raw';
      else if (!/\s/.test(char)) state = 'unquoted';
    } else if (state === 'unquoted') {
      if (char === '>') state = raw === '' ? 'text' : 'raw';
      else if (/\s/.test(char)) state = 'tag';
    } else if (state === 'double' || state === 'single') {
      const end = text.indexOf(state === 'double' ? '"' : "'", index);
      const until = end < 0 ? text.length : end;
      if (SPOKEN.has(attribute)) see(text.slice(index, until), index);
      if (end >= 0) state = 'tag';
      index = until;
    }
    index++;
  }
  return { state, raw, attribute };
}
