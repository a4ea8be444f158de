/** Lines of Markdown with everything blanked that is not prose: code, addresses, escapes. Columns stay what they are. */

const FENCE = /^[\s>]*(`{3,}|~{3,})/;
const NO_PROSE =
  /\\[!-/:-@[-`{-~]|`[^`]*`|\]\([^()\s]*\)|<[a-z][a-z0-9+.-]*:[^<>\s]*>|\bhttps?:\/\/[^\s<>()]*/giu;
/** `- [ ]`, `[x]`: boxes to tick. */
const BOX = /^(\s*(?:[-*+]|\d+[.)])\s+)\[[ xX]\]/;

/** As many lines as were given, each as long as it was. */
export function proseOnly(lines: readonly string[]): readonly string[] {
  let fence = '';
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
      return '';
    }
    if (mark !== '' && !line.slice(line.indexOf(mark) + mark.length).includes('`')) {
      fence = mark;
      return '';
    }
    return line.replace(NO_PROSE, blank).replace(BOX, blank);
  });
}

/** As many spaces; the bracket that closes a link's words stays. */
function blank(match: string): string {
  return match.startsWith('](') ? `]${' '.repeat(match.length - 1)}` : ' '.repeat(match.length);
}
