/** The painter of SVG, an optional part of the installation: measures words, paints lines in the right order. */
import { escapeXml } from '../../html.js';
import type { Direction } from '../../model.js';
import { isolationSpans } from '../../typeset/bidi/isolate.js';
import type { CardFace } from './faces.js';

type Resvg = typeof import('@resvg/resvg-js');

/** Words remembered; a site's headlines repeat most of theirs. */
const MOST_WORDS = 50_000;
const UNIT = 100;

let loaded: Promise<Resvg | null> | null = null;

/** null: it is not installed, or not for this kind of machine. */
export function loadPainter(): Promise<Resvg | null> {
  // Its loader asks Node for a report of the whole process, which looks up the names of all connections unless told not to.
  if (process.report !== undefined) Object.assign(process.report, { excludeNetwork: true });
  loaded ??= import('@resvg/resvg-js').catch(() => null);
  return loaded;
}

/** Measures words and paints SVG with the given faces. */
export class Painter {
  readonly #resvg: Resvg;
  readonly #faces: ReadonlyMap<string, CardFace>;
  readonly #widths = new Map<string, number>();

  constructor(resvg: Resvg, faces: ReadonlyMap<string, CardFace>) {
    this.#resvg = resvg;
    this.#faces = faces;
  }

  face(name: string): CardFace {
    const face = this.#faces.get(name);
    if (face === undefined) throw new Error(`The face ${name} was not made ready.`);
    return face;
  }

  /** Width of a word as it is joined in this face, in em. */
  width(word: string, face: string): number {
    const key = `${face} ${word}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      if (this.#widths.size >= MOST_WORDS) this.#widths.clear();
      width = this.#measure(word, face);
      this.#widths.set(key, width);
    }
    return width;
  }

  /** Width of a space, in em. */
  space(face: string): number {
    return this.width(' ', face);
  }

  /** Posts on both sides, which join with nothing, so that the room around the letters is counted, too. */
  #measure(word: string, face: string): number {
    return this.#inked(`|${word}|`, face) - this.#inked('||', face);
  }

  /** Where the ink of a sign ends, in em: below the baseline is positive. */
  inkBottom(sign: string, face: string): number {
    const box = new this.#resvg.Resvg(svg(element(sign, face, UNIT)), this.#options([face])).getBBox();
    return box === undefined ? 0 : (box.y + box.height) / UNIT - 1;
  }

  #inked(text: string, face: string): number {
    const box = new this.#resvg.Resvg(svg(element(text, face, 0)), this.#options([face])).getBBox();
    return box === undefined ? 0 : box.width / UNIT;
  }

  /** Opaque RGBA. The work is done beside the main thread. */
  async paint(
    content: string,
    faces: readonly string[],
  ): Promise<{ readonly pixels: Uint8Array; readonly width: number; readonly height: number }> {
    const { pixels, width, height } = await this.#resvg.renderAsync(svg(content), this.#options(faces));
    return { pixels, width, height };
  }

  #options(faces: readonly string[]) {
    const fontFiles = [...new Set(faces)].map((name) => this.face(name).path);
    return { font: { loadSystemFonts: false, fontFiles }, logLevel: 'off' } as const;
  }
}

/** Size of every card in pixels: what social networks ask for. */
export const WIDTH = 1200;
/** See `WIDTH`. */
export const HEIGHT = 630;

function svg(content: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${content}</svg>`;
}

/** One text at the left edge, for measuring. */
function element(text: string, face: string, y: number): string {
  return `<text y="${y}" font-family="${face}" font-size="${UNIT}" xml:space="preserve">${escapeXml(text)}</text>`;
}

const [LRI, RLI, FSI, PDI] = ['\u2066', '\u2067', '\u2068', '\u2069'];

/**
 * A part of a text for one line: in the direction of the whole, with its foreign runs isolated as they are on the page.
 * A run that goes on in the next line is closed here and opened there again.
 */
export function lineText(text: string, start: number, end: number, dir: Direction): string {
  let line = '';
  let at = start;
  for (const span of isolationSpans(text, dir)) {
    const from = Math.max(span.start, start);
    const to = Math.min(span.end, end);
    if (from >= to) continue;
    const open = span.dir === 'ltr' ? LRI : span.dir === 'rtl' ? RLI : FSI;
    line += text.slice(at, from) + open + text.slice(from, to) + PDI;
    at = to;
  }
  // The painter takes every line for left-to-right; it obeys isolates.
  return (dir === 'rtl' ? RLI : LRI) + line + text.slice(at, end) + PDI;
}
