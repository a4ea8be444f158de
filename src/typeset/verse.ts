/** Verse: a line is a bayt of two hemistichs, or of one where the line shows no gap. */
import type { Element, ElementContent } from 'hast';

/** What poets and typists set between two hemistichs. */
const CAESURA = /\t+| {3,}|\s+(?:\*{1,3}|\.{3}|…|[/|]|[-–—]{1,3}|=)\s+|\s{2,}/u;

/** `<div class="verse">` with a `<p class="bayt">` a line and a `<span class="hemistich">` a half. */
export function setVerse(text: string): Element {
  const lines = text.split(/\r\n?|\n|\u2028/).filter((line) => line.trim() !== '');
  const children = lines.map((line) => element('p', 'bayt', bayt(line.trim())));
  return element('div', 'verse', children);
}

function bayt(line: string): ElementContent[] {
  const gap = CAESURA.exec(line);
  const halves = gap ? [line.slice(0, gap.index), line.slice(gap.index + gap[0].length)] : [line];
  return halves
    .filter((half) => half.trim() !== '')
    .flatMap((half, index): ElementContent[] => {
      const span = element('span', 'hemistich', [{ type: 'text', value: half.trim() }]);
      return index > 0 ? [{ type: 'text', value: ' ' }, span] : [span];
    });
}

function element(tagName: string, name: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: { className: [name] }, children };
}
