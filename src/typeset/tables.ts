/** Tables: a box around them that scrolls, by keyboard too, and cells of figures that stand under each other. */
import type { Element, ElementContent } from 'hast';

/** Figures with their signs, in digits of any kind: `1,234`, `٣٫٥٪`, `−2`, `3–1`. */
const FIGURES = /^[\p{Nd}\s.,:٫٬%٪+\-−–/$€£₪]*\p{Nd}[\p{Nd}\s.,:٫٬%٪+\-−–/$€£₪]*$/u;

/** The table in its box. `label` names the box for readers who only hear that something scrolls. */
export function setTable(table: Element, label: string): Element {
  markFigures(table);
  const properties = { className: ['table'], role: 'region', ariaLabel: label, tabIndex: 0 };
  return { type: 'element', tagName: 'div', properties, children: [table] };
}

/** Cells of figures, and the heads of columns that have nothing else. */
function markFigures(table: Element): void {
  const heads: { cell: Element; column: number }[] = [];
  const mixed = new Set<number>();
  const counted = new Set<number>();
  const stack: Element[] = [table];
  for (let next = stack.pop(); next; next = stack.pop()) {
    let column = 0;
    for (const child of next.children) {
      if (child.type !== 'element') continue;
      if (child.tagName === 'th') heads.push({ cell: child, column: column++ });
      else if (child.tagName === 'td') {
        if (FIGURES.test(textOf(child))) {
          markNumber(child);
          counted.add(column);
        } else mixed.add(column);
        column++;
      } else stack.push(child);
    }
  }
  for (const { cell, column } of heads) if (counted.has(column) && !mixed.has(column)) markNumber(cell);
}

function markNumber(cell: Element): void {
  cell.properties = { ...cell.properties, className: ['number'] };
}

/** Text of a cell; at most what a figure can be long, so that a long cell costs nothing. */
function textOf(cell: Element): string {
  let text = '';
  const stack: ElementContent[] = [...cell.children].reverse();
  for (let node = stack.pop(); node && text.length <= MOST_LETTERS; node = stack.pop()) {
    if (node.type === 'text') text += node.value;
    else if (node.type === 'element') for (const child of [...node.children].reverse()) stack.push(child);
  }
  return text.length > MOST_LETTERS ? '' : text.trim();
}
const MOST_LETTERS = 40;
