/**
 * Plain text as mdast: every unit is a paragraph with one text node, nothing in it is Markdown. The parser is also a
 * unified plugin, so that a `.txt` file goes through the same later steps as a `.md` file.
 */
import type { Paragraph, Root } from 'mdast';
import type { Processor } from 'unified';
import { toUnits, type Unit } from './units.js';

/** A paragraph whose text is `value`, standing on the unit's lines. */
export function paragraph(value: string, unit: Unit): Paragraph {
  const position = {
    start: { line: unit.first + 1, column: 1 },
    end: { line: unit.last + 1, column: 1 },
  };
  return { type: 'paragraph', children: [{ type: 'text', value, position }], position };
}

/** Splits at LF, CRLF and CR. */
export function splitLines(text: string): string[] {
  return text.split(/\r\n|\n|\r/);
}

/** mdast of a plain text. */
export function parseText(text: string): Root {
  const units = toUnits(splitLines(text), 0);
  return { type: 'root', children: units.map((unit) => paragraph(unit.text, unit)) };
}

/** `unified().use(plainText)`: sets the parser. */
export function plainText(this: Processor): void {
  this.parser = parseText;
}
