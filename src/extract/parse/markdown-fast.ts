/**
 * A fast lane for the Markdown that newsrooms write: paragraphs, ATX headings, simple lists and quotations, emphasis and
 * links with asterisks and brackets that mean one thing only. The tree is what remark-parse and remark-gfm make of it, as
 * far as the HTML goes; for anything else, and for any doubt, the answer is null and the parser reads the text.
 *
 * Why it can be trusted: it accepts only lines whose block structure CommonMark decides by their first characters, and
 * only delimiters whose partner is the very next one. Equality is tested on the CommonMark and GFM examples, on
 * random Markdown, and on thousands of articles.
 */
import type {
  Blockquote,
  Heading,
  List,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
  ThematicBreak,
} from 'mdast';

/** Characters that need the closer look (1), that send the whole text to the parser (2). */
const LOOK = 1;
const STOP = 2;
const FLAGS: Uint8Array = buildFlags();

function buildFlags(): Uint8Array {
  const flags = new Uint8Array(0x10000);
  for (const char of '*[]&@_hHwW') flags[char.charCodeAt(0)] = LOOK;
  for (const char of '\\`<~\t\r\0\ufeff') flags[char.charCodeAt(0)] = STOP;
  return flags;
}

/** mdast of a Markdown text without front matter; null when the parser has to read it. Linear. */
export function parseFastMarkdown(text: string): Root | null {
  const reader = new Reader(text);
  return reader.read() ? { type: 'root', children: reader.blocks } : null;
}

/** What a line is by its first characters. */
type Kind = 'blank' | 'text' | 'heading' | 'quote' | 'bullet' | 'number' | 'break' | 'unknown';

const HEADING = /^(#{1,6}) +(\S.*)$/;
const HEADING_MARK = /^#{1,6}(?: |$)/;
const CLOSING_MARK = /#$/;
const BULLET = /^[-+*] (?=[^ ])/;
const NUMBER = /^(\d{1,9})([.)]) (?=[^ ])/;
const LIST_MARK = /^(?:[-+*]|\d{1,9}[.)])(?: |$)/;
const BREAK = /^(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$/;
/** A no-break space is a letter to Markdown. */
const BLANK = /^ *$/;
/** Under a paragraph: a heading's underline or the second row of a table. */
const UNDERLINE = /^(?:=+|[-:| ]+) *$/;
/** What inside an item or a quotation would be a block of its own. */
const NESTED = /^(?:[#>]|[-+*=_|:]|\d{1,9}[.)](?: |$)|\[[ xX]\])/;

class Reader {
  readonly blocks: RootContent[] = [];
  private readonly text: string;
  private at = 0;
  private line = 0;
  private current = '';
  /** Lines of the paragraph that is open. */
  private open: string[] = [];
  private openLine = 0;

  constructor(text: string) {
    this.text = text;
  }

  read(): boolean {
    while (this.next()) {
      if (!this.readBlock(kindOf(this.current))) return false;
    }
    return this.close();
  }

  /** Moves to the next line. */
  private next(): boolean {
    if (this.at > this.text.length) return false;
    let end = this.text.indexOf('\n', this.at);
    if (end < 0) end = this.text.length;
    this.current = this.text.slice(this.at, end);
    this.at = end + 1;
    this.line++;
    return true;
  }

  /** First character of the line after this one; empty at the end and before a blank line. */
  private get following(): string {
    const char = this.text.charAt(this.at);
    return char === '\n' ? '' : char;
  }

  private readBlock(kind: Kind): boolean {
    switch (kind) {
      case 'blank':
        return this.close();
      case 'text':
        if (this.open.length === 0) this.openLine = this.line;
        else if (UNDERLINE.test(this.current)) return false;
        this.open.push(this.current);
        return true;
      case 'heading':
        return this.close() && this.readHeading();
      case 'quote':
        return this.close() && this.readQuote();
      case 'bullet':
        return this.close() && this.readList(BULLET, null);
      case 'number':
        return this.open.length === 0 && this.readNumbered();
      case 'break':
        if (this.open.length > 0) return false;
        this.blocks.push({ type: 'thematicBreak', position: this.place(this.line) } satisfies ThematicBreak);
        return true;
      default:
        return false;
    }
  }

  /** Ends the open paragraph. */
  private close(): boolean {
    if (this.open.length === 0) return true;
    const paragraph = makeParagraph(
      this.open,
      this.place(this.openLine, this.openLine + this.open.length - 1),
    );
    this.open = [];
    if (paragraph === null) return false;
    this.blocks.push(paragraph);
    return true;
  }

  private readHeading(): boolean {
    const [, marks, rest] = HEADING.exec(this.current) ?? [];
    const content = rest?.replace(/ +$/, '');
    if (!marks || !content || CLOSING_MARK.test(content)) return false;
    const children = readInline(content);
    if (children === null) return false;
    const depth = marks.length as Heading['depth'];
    this.blocks.push({ type: 'heading', depth, children, position: this.place(this.line) });
    return true;
  }

  private readQuote(): boolean {
    const first = this.line;
    const lines: string[] = [];
    for (;;) {
      const content = this.current.slice(this.current.charAt(1) === ' ' ? 2 : 1);
      if (content === '' || content.startsWith(' ') || NESTED.test(content)) return false;
      lines.push(content);
      if (this.following !== '>') break;
      this.next();
    }
    if (this.following.trim() !== '') return false;
    const paragraph = makeParagraph(lines, this.place(first, this.line));
    if (paragraph === null) return false;
    const quote: Blockquote = {
      type: 'blockquote',
      children: [paragraph],
      position: this.place(first, this.line),
    };
    this.blocks.push(quote);
    return true;
  }

  private readNumbered(): boolean {
    const [, number, mark] = NUMBER.exec(this.current) ?? [];
    return number !== undefined && this.readList(mark === '.' ? NUMBER_DOT : NUMBER_BRACKET, Number(number));
  }

  /** A list of one-line items with nothing but blank lines between and behind them. */
  private readList(pattern: RegExp, start: number | null): boolean {
    const first = this.line;
    const mark = this.current.charAt(0);
    const items: List['children'] = [];
    let last = first;
    let spread = false;
    for (;;) {
      const found = pattern.exec(this.current)?.[0];
      if (found === undefined || (start === null && this.current.charAt(0) !== mark)) return false;
      const content = this.current.slice(found.length);
      if (NESTED.test(content)) return false;
      last = this.line;
      const position = this.place(last);
      const paragraph = makeParagraph([content], position);
      if (paragraph === null) return false;
      items.push({ type: 'listItem', spread: false, checked: null, children: [paragraph], position });
      const blank = this.skipBlank();
      const after = this.lineAfter();
      if (!pattern.test(after) || (start === null && after.charAt(0) !== mark)) {
        // Behind the list comes the end, or a line at the margin after a blank one.
        if (after !== '' && (!blank || after.startsWith(' '))) return false;
        break;
      }
      spread ||= blank;
      this.next();
    }
    const ordered = start !== null;
    this.blocks.push({
      type: 'list',
      ordered,
      start,
      spread,
      children: items,
      position: this.place(first, last),
    });
    return true;
  }

  /** Passes blank lines; whether there were any. */
  private skipBlank(): boolean {
    const from = this.at;
    for (
      let line = this.lineAfter();
      BLANK.test(line) && this.at < this.text.length;
      line = this.lineAfter()
    ) {
      if (!this.next()) break;
    }
    return this.at > from;
  }

  /** The line after this one; empty at the end. */
  private lineAfter(): string {
    if (this.at >= this.text.length) return '';
    const end = this.text.indexOf('\n', this.at);
    return end < 0 ? this.text.slice(this.at) : this.text.slice(this.at, end);
  }

  private place(start: number, end = start): NonNullable<RootContent['position']> {
    return { start: { line: start, column: 1 }, end: { line: end, column: 1 } };
  }
}

const NUMBER_DOT = /^\d{1,9}\. (?=[^ ])/;
const NUMBER_BRACKET = /^\d{1,9}\) (?=[^ ])/;

function kindOf(line: string): Kind {
  const first = line.charCodeAt(0);
  // Most lines begin with a letter.
  if (first > 0x7f && first !== 0xfeff) return /^\s*$/.test(line) ? 'unknown' : 'text';
  if (line === '') return 'blank';
  switch (line.charAt(0)) {
    case ' ':
      return BLANK.test(line) ? 'blank' : 'unknown';
    case '#':
      return HEADING_MARK.test(line) ? 'heading' : 'text';
    case '>':
      return 'quote';
    case '-':
    case '*':
    case '+':
    case '_':
      if (BREAK.test(line)) return 'break';
      if (BULLET.test(line)) return 'bullet';
      return LIST_MARK.test(line) || /^[-+*] /.test(line) ? 'unknown' : 'text';
    case '|':
    case ':':
    case '=':
      return 'unknown';
    default:
      if (first >= 0x30 && first <= 0x39) {
        if (NUMBER.test(line)) return 'number';
        if (LIST_MARK.test(line)) return 'unknown';
      }
      return 'text';
  }
}

function makeParagraph(
  lines: readonly string[],
  position: NonNullable<Paragraph['position']>,
): Paragraph | null {
  for (let index = 0; index < lines.length - 1; index++) if (lines[index]?.endsWith(' ')) return null;
  const joined = lines.length === 1 ? (lines[0] as string) : lines.join('\n');
  const content = joined.endsWith(' ') ? joined.replace(/ +$/, '') : joined;
  const children = readInline(content);
  return children === null ? null : { type: 'paragraph', children, position };
}

/** Whether text stands for itself: 0 yes, else the flags that were met. */
function scan(text: string): number {
  let found = 0;
  for (let index = 0; index < text.length; index++) found |= FLAGS[text.charCodeAt(index)] as number;
  return found;
}

/** In text that stays text: delimiters, references, addresses that GFM links by itself. */
const ACTIVE = /[*_[\]]|&[#a-z]|[^\s(]@|www\.|https?:/i;

/** Strong, emphasis, or a link. Nothing is open where a mark stands before a letter; the next one can only close it. */
const INLINE =
  /(?<=^|[\s("«“:،\p{L}\p{N}])\*(\*?)([\p{L}\p{N}](?:[^*_[\]\n]*[\p{L}\p{N}])?)\*\1(?=$|[\s)"»”.,:;!?،؛؟])|(?<!!)\[([\p{L}\p{N}](?:[^*_[\]\n&@!]*[\p{L}\p{N}])?)\]\(([^\s()<>[\]*"'\\&;]+)\)/gu;

function readInline(content: string): PhrasingContent[] | null {
  const flags = scan(content);
  if (flags & STOP) return null;
  if (flags === 0 || !ACTIVE.test(content)) return [text(content)];
  const children: PhrasingContent[] = [];
  let at = 0;
  for (const match of content.matchAll(INLINE)) {
    const between = content.slice(at, match.index);
    if (between) {
      if (ACTIVE.test(between)) return null;
      children.push(text(between));
    }
    const [whole, second, emphasized, label, url] = match;
    const inner = emphasized ?? (label as string);
    if (ACTIVE.test(inner)) return null;
    if (url !== undefined) children.push({ type: 'link', title: null, url, children: [text(inner)] });
    else children.push({ type: second ? 'strong' : 'emphasis', children: [text(inner)] });
    at = match.index + whole.length;
  }
  const rest = content.slice(at);
  if (rest) {
    if (ACTIVE.test(rest)) return null;
    children.push(text(rest));
  }
  return children;
}

function text(value: string): PhrasingContent {
  return { type: 'text', value };
}
