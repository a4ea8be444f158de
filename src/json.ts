/**
 * Reads JSON and remembers where each key stands, so that a mistake in the config is named with its line.
 * `JSON.parse` gives no place for a key, and a place for an error only on some versions of Node.
 *
 * Strict JSON (RFC 8259), with a byte order mark allowed. Objects have no prototype: `__proto__` is plain data.
 */

/** Line and column from 1; a column counts UTF-16 units. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** A value of JSON. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A value with the places of its keys (dotted paths), or what is wrong and where. */
export type JsonResult =
  | { readonly ok: true; readonly value: Json; readonly places: ReadonlyMap<string, Place> }
  | { readonly ok: false; readonly message: string; readonly place: Place };

/** Deeper input is no config; the limit keeps the recursion safe. */
const DEEPEST = 64;

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
/** One JSON string without its closing mark; control characters are not allowed in it. */
const STRING = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*/uy;
const WORDS: ReadonlyMap<string, Json> = new Map<string, Json>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

class JsonError extends Error {
  readonly offset: number;

  constructor(message: string, offset: number) {
    super(message);
    this.offset = offset;
  }
}

/**
 * `places` maps the path of a key (`site.sections.0.name`) to where its name stands in the text;
 * of an item of a list, to where the item begins.
 */
export function parseJson(text: string): JsonResult {
  const places = new Map<string, Place>();
  const reader = new Reader(text, places);
  try {
    return { ok: true, value: reader.document(), places };
  } catch (error) {
    if (!(error instanceof JsonError)) throw error;
    return { ok: false, message: error.message, place: reader.place(error.offset) };
  }
}

class Reader {
  private at = 0;
  private readonly lineStarts: number[] = [0];
  private readonly text: string;
  private readonly places: Map<string, Place>;

  constructor(text: string, places: Map<string, Place>) {
    this.text = text;
    this.places = places;
    for (let i = text.indexOf('\n'); i !== -1; i = text.indexOf('\n', i + 1)) this.lineStarts.push(i + 1);
    if (text.startsWith('\uFEFF')) this.at = 1;
  }

  document(): Json {
    this.space();
    const value = this.value('', 0);
    this.space();
    if (this.at < this.text.length) this.fail('Nothing may follow the closing brace.');
    return value;
  }

  place(offset: number): Place {
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.lineStarts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.lineStarts[low] ?? 0) + 1 };
  }

  private value(path: string, depth: number): Json {
    if (depth > DEEPEST) this.fail(`More than ${DEEPEST} braces and brackets inside one another.`);
    const char = this.text[this.at];
    if (char === '{') return this.object(path, depth);
    if (char === '[') return this.list(path, depth);
    if (char === '"') return this.string();
    for (const [word, value] of WORDS) {
      if (this.text.startsWith(word, this.at)) {
        this.at += word.length;
        return value;
      }
    }
    NUMBER.lastIndex = this.at;
    const number = NUMBER.exec(this.text);
    if (number === null) return this.fail(this.unexpected('a value (text goes between " marks)'));
    this.at += number[0].length;
    return Number(number[0]);
  }

  private object(path: string, depth: number): Json {
    const object: { [key: string]: Json } = Object.create(null);
    this.at++;
    this.space();
    if (this.take('}')) return object;
    for (;;) {
      const start = this.at;
      if (this.text[start] !== '"') this.fail(this.unexpected('a name between " marks'));
      const key = this.string();
      if (key in object) this.fail(`"${key}" is there twice.`, start);
      const inner = path === '' ? key : `${path}.${key}`;
      this.places.set(inner, this.place(start));
      this.space();
      if (!this.take(':')) this.fail(this.unexpected(`a colon after "${key}"`));
      this.space();
      object[key] = this.value(inner, depth + 1);
      this.space();
      if (this.take('}')) return object;
      this.comma('}');
    }
  }

  private list(path: string, depth: number): Json {
    const list: Json[] = [];
    this.at++;
    this.space();
    if (this.take(']')) return list;
    for (;;) {
      const inner = `${path}.${list.length}`;
      this.places.set(inner, this.place(this.at));
      list.push(this.value(inner, depth + 1));
      this.space();
      if (this.take(']')) return list;
      this.comma(']');
    }
  }

  private comma(closing: string): void {
    const start = this.at;
    if (!this.take(',')) this.fail(this.unexpected(`a comma or ${closing}`));
    this.space();
    if (this.text[this.at] === closing) this.fail(`Take out the comma before ${closing}.`, start);
  }

  private string(): string {
    STRING.lastIndex = this.at;
    const found = STRING.exec(this.text);
    const end = this.at + (found?.[0].length ?? 0);
    if (found === null || this.text[end] !== '"') {
      this.fail('The text that begins here is not closed by a " mark on its line, or holds a lone \\.');
    }
    const raw = this.text.slice(this.at, end + 1);
    this.at = end + 1;
    const value: unknown = JSON.parse(raw);
    return String(value);
  }

  private space(): void {
    while (this.at < this.text.length && ' \t\r\n'.includes(this.text[this.at] ?? '')) this.at++;
  }

  private take(char: string): boolean {
    if (this.text[this.at] !== char) return false;
    this.at++;
    return true;
  }

  private unexpected(wanted: string): string {
    const char = this.text.codePointAt(this.at);
    const found =
      char === undefined ? 'the end of the file' : String.fromCodePoint(char).trim() || 'white space';
    if (found === '/' || found === '#') return 'JSON has no comments: take this one out.';
    return `Here should be ${wanted}, not ${found}.`;
  }

  private fail(message: string, offset = this.at): never {
    throw new JsonError(message, offset);
  }
}
