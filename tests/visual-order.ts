/** In which order a browser paints the characters of a line. Text of scripts: the tests have no types of a browser. */

/** Style for a line to be looked at: one glyph a letter, no breaks. */
export const ONE_LINE = 'white-space:nowrap;font:20px "DejaVu Sans Mono","DejaVu Sans",monospace';

/** A function of an element that gives its characters from left to right; what has no width does not show. */
export const VISUAL_ORDER = `(line) => {
  const found = [];
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length;) {
      const char = String.fromCodePoint(node.data.codePointAt(at));
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + char.length);
      const box = range.getBoundingClientRect();
      if (box.width > 0.01) found.push([char, box.left]);
      at += char.length;
    }
  }
  return found.sort((a, b) => a[1] - b[1]).map((pair) => pair[0]).join('');
}`;
