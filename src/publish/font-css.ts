/** The CSS of cut faces: what to fetch, what stands in until it has come, and which language is set in what. */
import type { Cut } from './font-cut.js';
import { FACES, type Face, type FaceName, type Pairing } from './font-pairings.js';

/** A face as it is published for one language. */
export interface CutFace {
  readonly face: Face;
  readonly cut: Cut;
  /** In `dist/`: `assets/fonts/…`. */
  readonly path: string;
}

/** Faces of devices: for the first page, for what the cut file does not have, for readers who refuse fonts. */
const DEVICE = {
  nastaliq: '"Noto Nastaliq Urdu","Urdu Typesetting","Geeza Pro",serif',
  text: '"Geeza Pro","Noto Naskh Arabic","Segoe UI","Times New Roman",serif',
  head: '"Geeza Pro","Noto Sans Arabic","Segoe UI",Arial,sans-serif',
} as const;

/**
 * Rules for one language. A page fetches only the faces of the languages that stand on it: browsers load a face when
 * a letter is to be set in it.
 */
export function fontCss(language: string, pair: Pairing, faces: ReadonlyMap<FaceName, CutFace>): string {
  const text = FACES[pair.text];
  const head = FACES[pair.head];
  const family = (face: Face): string => `${face.name} ${language}`;
  const rules: string[] = [];
  for (const { face, cut, path } of faces.values()) {
    // Optional: a face that is not there for the first paint waits for the next page, and no line ever moves. (It is
    // there when it is preloaded and the reader is not far away.) A printer waits.
    const display = face.forPrint ? 'swap' : 'optional';
    rules.push(
      `@font-face{font-family:"${family(face)}";font-weight:${face.weight};font-style:normal;font-display:${display};` +
        `src:url(${path.replace('assets/', '')}) format("woff2")}`,
    );
    for (const standIn of face.standIns) rules.push(standInCss(family(face), cut, face.weight, standIn));
  }
  const stack = (face: Face, after: string): string =>
    `"${family(face)}",${face.standIns.length > 0 ? `"${family(face)} stand-in",` : ''}${after}`;
  const both = pair.text === pair.head;
  const device = pair.text === 'nastaliq' ? DEVICE.nastaliq : DEVICE.text;
  const { leading } = pair;
  rules.push(
    `:lang(${language}){--face-text:${stack(text, device)};` +
      `--face-head:${stack(head, text === head ? device : `"${family(text)}",${DEVICE.head}`)};` +
      `--weight-head:${head.weight};--weight-strong:${text.name === head.name && !both ? head.weight : 700}` +
      (text.latin === undefined ? '' : `;--latin:${text.latin}em`) +
      (leading === undefined
        ? ''
        : `;--lead-text:${leading.text};--lead-head:${leading.head};--lead-label:${leading.label}`) +
      '}',
  );
  if (pair.print !== null) {
    const print = FACES[pair.print];
    // Headlines too: the letters of display faces come out of a PDF one by one.
    rules.push(
      `@media print{:lang(${language}){--face-text:"${family(print)}",${DEVICE.text};--face-head:"${family(print)}",${DEVICE.text}}}`,
    );
  }
  return rules.map((rule) => `${rule}\n`).join('');
}

/** Metrics are divided by the size that is adjusted, because the browser multiplies both. */
function standInCss(
  family: string,
  cut: Cut,
  weight: number,
  { local, adjust }: Face['standIns'][number],
): string {
  const percent = (em: number): string => `${(100 * em).toFixed(1)}%`;
  return (
    `@font-face{font-family:"${family} stand-in";font-weight:${weight};src:local("${local}");` +
    `size-adjust:${percent(adjust)};ascent-override:${percent(cut.ascent / adjust)};` +
    `descent-override:${percent(cut.descent / adjust)};line-gap-override:0%}`
  );
}
