/**
 * The record of hygiene for one text: what was repaired unseen, one entry a kind with its first place and a count, and
 * what an editor should look at. A text in which nothing is suspicious costs one survey of its letters.
 */
import type { Nodes, RootContent } from 'mdast';
import type { Diagnostic, Severity, Source } from '../../model.js';
import { inspectSurveyed } from './inspect.js';
import { proseOnly } from './markdown-prose.js';
import { NON_JOINER, survey, UNSEEN } from './survey.js';
import { placeOf, REPAIRS, type Repair, tidy } from './tidy.js';

const DONE: Readonly<Record<Repair, string>> = {
  'junk-space': 'Odd spaces (non-breaking, thin, wide) are printed as plain ones',
  'invisible-character': 'Invisible characters were left out',
  'bidi-control': 'Characters that reorder what is read were left out',
  'useless-mark': 'Direction marks that do nothing were left out',
  'zero-width-non-joiner': 'Invisible non-joiners that part no letters were left out',
  'tatweel-run': 'Letters drawn out with a run of tatweel are printed with one',
  'presentation-form': 'Letters stored as ready-made shapes are printed as letters',
};

/** Bits of the survey that ask for `tidy`. */
const JUNK = UNSEEN | NON_JOINER;
/** Overrides can make a line read otherwise than it is written; all else is everyday junk. */
const OVERRIDE = /[\u202d\u202e]/;

/** A line of the text, or the lines that make one paragraph. */
export interface Line {
  readonly text: string;
  /** First and last line in the file, by index. */
  readonly first: number;
  readonly last: number;
}

/** Takes up repairs while the lines of one text are printed, and tells of them at the end. */
export class Ledger {
  readonly #source: Source;
  readonly #lang: string;
  readonly #formed: ReadonlySet<number>;
  readonly #made = new Map<Repair, { line: number; column: number; count: number; severity: Severity }>();
  readonly #stated: number[] = [];
  #bits = 0;

  /** `formed`: lines in which presentation forms became letters already. */
  constructor(source: Source, lang: string, formed: ReadonlySet<number>) {
    this.#source = source;
    this.#lang = lang;
    this.#formed = formed;
  }

  /**
   * A line as it is published; the columns of a pasted table stay apart. `shown`: readers will see it. The texts inside
   * its Markdown are tidied in place, code stays as it is typed.
   */
  print({ text, first, last }: Line, node: RootContent | null, shown: boolean): string {
    const made = new Set<Repair>();
    const bits = node === null ? survey(text) : this.#printNode(node, made);
    if (shown) this.#bits |= bits;
    if (shown && this.#formed.size > 0) this.#noteForms(first, last);
    if ((bits & JUNK) === 0) return text;
    const cells = text.includes('\t') ? text.split('\t') : [text];
    const tidied = cells.map((cell) => {
      const { text: clean, repairs } = tidy(cell, this.#lang);
      for (const repair of repairs) made.add(repair);
      return clean;
    });
    if (shown) for (const repair of made) this.#note(repair, first, last);
    return tidied.join('\t');
  }

  #printNode(node: RootContent, made: Set<Repair>): number {
    let bits = 0;
    const stack: Nodes[] = [node];
    for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
      if (next.type === 'text') {
        const own = survey(next.value);
        bits |= own;
        if ((own & JUNK) === 0) continue;
        const { text, repairs } = tidy(next.value, this.#lang, own, false);
        next.value = text;
        for (const repair of repairs) made.add(repair);
      } else if ('children' in next) for (const child of next.children) stack.push(child);
    }
    return bits;
  }

  /** Words of a header; they are recorded with the line that holds them. */
  state(text: string): string {
    const bits = survey(text);
    this.#bits |= bits;
    const { lines, headerLines } = this.#source;
    const line = lines
      .slice(0, headerLines)
      .findIndex((one) => one.replace(/\s+/g, ' ').includes(text.replace(/\s+/g, ' ')));
    if (line >= 0) this.#stated.push(line);
    if ((bits & JUNK) === 0) return text;
    const { text: clean, repairs } = tidy(text, this.#lang);
    for (const repair of repairs) this.#note(repair, Math.max(0, line), line);
    return clean;
  }

  #noteForms(first: number, last: number): void {
    for (let line = first; line <= last; line++) {
      if (!this.#formed.has(line)) continue;
      this.#note('presentation-form', line, line);
      return;
    }
  }

  #note(repair: Repair, first: number, last: number): void {
    const text = this.#source.lines.slice(first, last + 1).join('\n');
    const severity = repair === 'bidi-control' && OVERRIDE.test(text) ? 'warning' : 'info';
    const entry = this.#made.get(repair);
    if (entry === undefined) {
      const before = text.slice(0, placeOf(repair, text)).split('\n');
      const column = (before.at(-1)?.length ?? 0) + 1;
      this.#made.set(repair, { line: first + before.length, column, count: 1, severity });
      return;
    }
    entry.count += 1;
    if (severity === 'warning') entry.severity = severity;
  }

  /** All that is to be said. `shown`: the lines of the file that readers see, blank where they do not. */
  diagnostics(shown: (stated: ReadonlySet<number>) => readonly string[]): readonly Diagnostic[] {
    const file = this.#source.path;
    const repaired = REPAIRS.flatMap((id): Diagnostic[] => {
      const entry = this.#made.get(id);
      if (entry === undefined) return [];
      const { line, column, count, severity } = entry;
      const message = `${DONE[id]}${count === 1 ? '' : ` (${count} lines)`}. The file stays as it is.`;
      return [{ id, severity, file, line, column, message }];
    });
    const prose = () => {
      const lines = shown(new Set(this.#stated));
      return this.#source.format === 'markdown' ? proseOnly(lines) : lines;
    };
    return [...repaired, ...inspectSurveyed(prose, this.#lang, file, this.#bits)];
  }
}
