/** Data: the packaged faces, and which of them go together for each script. All are under the OFL 1.1. */

/** A face as its package brings it. */
export interface Face {
  /** As the specimen books name it. */
  readonly name: string;
  readonly package: string;
  /** File of the script itself, and file of European digits, punctuation and Latin letters; without `.woff2`. */
  readonly files: readonly [script: string, latin: string];
  /** Weight to pin a variable face to; null for a static file. */
  readonly pin: number | null;
  readonly weight: number;
  /** Only ever used on paper. */
  readonly forPrint: boolean;
  /**
   * Faces of the reader's device that stand in until this one has come, with the factor that makes their lines as
   * long as its own (measured in Chromium over 2,000 letters of news).
   */
  readonly standIns: readonly { readonly local: string; readonly adjust: number }[];
  /**
   * Size of Latin words beside this face, where its own Latin letters tower over the script: with it an x is as high as
   * the bodies of its letters, a tenth more at most (measured in Chromium on ه ص ع و and ހ ށ ނ ރ).
   */
  readonly latin?: number;
}

function split(
  name: string,
  folder: string,
  script: string,
  weight: number,
  standIns: Face['standIns'],
): Face {
  const file = (part: string): string => `${folder}-${part}-${weight}-normal`;
  return {
    name,
    package: `@fontsource/${folder}`,
    files: [file(script), file('latin')],
    pin: null,
    weight,
    forPrint: false,
    standIns,
  };
}

function vazirmatn(weight: number, standIns: Face['standIns']): Face {
  return {
    name: 'Vazirmatn',
    package: '@fontsource-variable/vazirmatn',
    files: ['vazirmatn-arabic-wght-normal', 'vazirmatn-latin-wght-normal'],
    pin: weight,
    weight,
    forPrint: false,
    standIns,
  };
}

const faces = {
  naskh: {
    ...split('Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic', 400, [
      { local: 'DejaVu Sans', adjust: 0.837 },
    ]),
    latin: 0.81,
  },
  naskhBold: split('Noto Naskh Arabic', 'noto-naskh-arabic', 'arabic', 700, [
    { local: 'DejaVu Sans Bold', adjust: 0.731 },
  ]),
  kufi: split('Noto Kufi Arabic', 'noto-kufi-arabic', 'arabic', 700, [
    { local: 'DejaVu Sans Bold', adjust: 0.973 },
  ]),
  nastaliq: split('Noto Nastaliq Urdu', 'noto-nastaliq-urdu', 'arabic', 400, [
    { local: 'DejaVu Sans', adjust: 0.78 },
  ]),
  vazirmatn: { ...vazirmatn(400, [{ local: 'DejaVu Sans', adjust: 0.916 }]), latin: 0.85 },
  vazirmatnBold: vazirmatn(800, [{ local: 'DejaVu Sans Bold', adjust: 0.791 }]),
  frank: split('Frank Ruhl Libre', 'frank-ruhl-libre', 'hebrew', 400, [
    { local: 'DejaVu Sans', adjust: 0.841 },
  ]),
  frankBold: split('Frank Ruhl Libre', 'frank-ruhl-libre', 'hebrew', 800, [
    { local: 'DejaVu Sans Bold', adjust: 0.797 },
  ]),
  frankLight: split('Frank Ruhl Libre', 'frank-ruhl-libre', 'hebrew', 300, [
    { local: 'DejaVu Sans', adjust: 0.835 },
  ]),
  thaana: { ...split('Noto Sans Thaana', 'noto-sans-thaana', 'thaana', 400, []), latin: 0.85 },
  thaanaLight: { ...split('Noto Sans Thaana', 'noto-sans-thaana', 'thaana', 300, []), latin: 0.85 },
  thaanaBold: split('Noto Sans Thaana', 'noto-sans-thaana', 'thaana', 800, []),
  amiri: { ...split('Amiri', 'amiri', 'arabic', 400, []), forPrint: true },
} as const satisfies Record<string, Face>;

/** Name of a packaged face. */
export type FaceName = keyof typeof faces;
/** The packaged faces by name. */
export const FACES: Readonly<Record<FaceName, Face>> = faces;

/** Faces that go together. */
export interface Pairing {
  /** Running text. */
  readonly text: FaceName;
  /** Headlines and labels; the same as `text` where one file is all that a page can carry. */
  readonly head: FaceName;
  /** On paper: a face whose letters copy out of a PDF. null: the text face does. Fetched by printing browsers only. */
  readonly print: FaceName | null;
  /** false: Latin words in headlines are set in the text face, to keep within the bytes that a page may weigh. */
  readonly latinInHead?: false;
  /** Letters with accents, and signs that are rare in headlines, are in the files only where a page shows them. */
  readonly lean?: true;
  /** Unitless line heights, where they differ from those of the language. */
  readonly leading?: { readonly text: number; readonly head: number; readonly label: number };
}

/** The name `classic` is known for every language: what its newspapers look like. */
type Pairings = { readonly classic: Pairing } & Readonly<Record<string, Pairing>>;

const naskh: Pairings = {
  classic: { text: 'naskh', head: 'kufi', print: 'amiri' },
  book: { text: 'naskh', head: 'naskhBold', print: 'amiri' },
  modern: { text: 'vazirmatn', head: 'vazirmatnBold', print: null },
};
const persian: Pairings = {
  classic: { text: 'vazirmatn', head: 'vazirmatnBold', print: null },
  modern: { text: 'vazirmatn', head: 'kufi', print: null },
  book: { text: 'naskh', head: 'naskhBold', print: 'amiri' },
};
const sindhi: Pairings = {
  classic: naskh.classic,
  book: { text: 'naskh', head: 'naskhBold', print: 'amiri' },
};
const nastaliq: Pairings = {
  classic: { text: 'nastaliq', head: 'nastaliq', print: 'amiri' },
  modern: {
    text: 'naskh',
    head: 'kufi',
    print: 'amiri',
    leading: { text: 1.8, head: 1.5, label: 1.7 },
  },
};
const hebrew: Pairings = {
  classic: { text: 'frank', head: 'frankBold', print: null, latinInHead: false, lean: true },
  book: { text: 'frankLight', head: 'frankBold', print: null, latinInHead: false, lean: true },
};
const thaana: Pairings = {
  classic: { text: 'thaana', head: 'thaanaBold', print: null, lean: true },
  book: { text: 'thaanaLight', head: 'thaanaBold', print: null, lean: true },
};

/** By language of the strings; a language that is not here is set in the faces of the device. */
export const PAIRINGS: Readonly<Record<string, Pairings>> = {
  ar: naskh,
  fa: persian,
  prs: persian,
  ps: persian,
  ckb: persian,
  ug: naskh,
  sd: sindhi,
  ur: nastaliq,
  he: hebrew,
  yi: hebrew,
  dv: thaana,
};

/** Every name that a pairing can have; not each language has all. */
export const PAIRING_NAMES = ['classic', 'book', 'modern'] as const;
