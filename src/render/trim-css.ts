/**
 * Makes the stylesheet that is published smaller than the one that is written: without comments and indentation, and
 * without rules for languages and arrangements that the site does not have. What is left means the same.
 */

/** What the pages of a site can be. */
export interface SheetUse {
  /** `data-layout` of every page. */
  readonly layout: string;
  /** First parts of the language tags on its pages: `ar`, `fa`. */
  readonly languages: ReadonlySet<string>;
}

/** Comments and strings first, so that nothing inside them is taken for CSS; one that is never closed goes on to the end. */
const TOKEN =
  /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|[{};]|\s+|[^{};\s"'/]+|./gs;

/** A block that is open: where its text begins in the output, or that all inside it is left out. */
interface Block {
  readonly start: number;
  readonly dropped: boolean;
}

/** The sheet without what the site does not use. Linear; any text comes through. */
export function trimCss(css: string, use: SheetUse): string {
  const out: string[] = [];
  const blocks: Block[] = [];
  let words: string[] = [];
  const isDropped = (): boolean => blocks.at(-1)?.dropped === true;
  const flush = (end: string): void => {
    const text = tidy(words);
    words = [];
    if (!isDropped() && (text !== '' || end === '}')) out.push(text, end);
  };
  for (const [token] of css.matchAll(TOKEN)) {
    if (token.startsWith('/*')) continue;
    if (token === ';') flush(';');
    else if (token === '{') {
      const prelude = keptSelectors(tidy(words), use);
      words = [];
      const dropped = isDropped() || prelude === null;
      blocks.push({ start: out.length, dropped });
      if (!dropped) out.push(prelude, '{');
    } else if (token === '}') {
      const block = blocks.at(-1);
      flush('');
      blocks.pop();
      if (block === undefined || block.dropped) continue;
      if (out.at(-1) === ';') out.pop();
      // A block with nothing in it says nothing.
      if (out.length === block.start + 2) out.length = block.start;
      else out.push('}');
    } else words.push(token);
  }
  flush('');
  return out.join('');
}

/** One space where there was white space; none at the ends, behind commas and behind the colon of a declaration. */
function tidy(words: readonly string[]): string {
  const text = words
    .map((word) => (/^\s/.test(word) ? ' ' : word))
    .join('')
    .trim();
  return text
    .replace(/^([-\w]+): /, '$1:')
    .replace(/"[^"]*"|'[^']*'|, /g, (one) => (one === ', ' ? ',' : one));
}

/** The selectors of a rule that some page can match; null when there is none. At-rules stay. */
function keptSelectors(prelude: string, { layout, languages }: SheetUse): string | null {
  if (prelude.startsWith('@') || prelude.includes(':not(') || !/\[data-layout|:lang\(/.test(prelude))
    return prelude;
  const fits = (selector: string): boolean => {
    const wanted = /\[data-layout="([^"]+)"\]/.exec(selector)?.[1];
    const lang = /:lang\(([a-z]+)/.exec(selector)?.[1];
    return (wanted === undefined || wanted === layout) && (lang === undefined || languages.has(lang));
  };
  const kept = selectorsOf(prelude).filter(fits);
  return kept.length === 0 ? null : kept.join(',');
}

/** A list of selectors at its commas, but not at those inside brackets. */
function selectorsOf(prelude: string): string[] {
  const selectors: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < prelude.length; at++) {
    const char = prelude.charAt(at);
    if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === ',' && depth === 0) {
      selectors.push(prelude.slice(from, at));
      from = at + 1;
    }
  }
  return [...selectors, prelude.slice(from)];
}
