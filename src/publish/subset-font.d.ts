/** What we use of subset-font 2, which has no types of its own. */
declare module 'subset-font' {
  interface SubsetOptions {
    readonly targetFormat?: 'truetype' | 'woff2' | 'woff' | 'sfnt';
    /** Values that axes of a variable font are pinned to. */
    readonly variationAxes?: Readonly<Record<string, number>>;
    /** Leave out glyphs that only layout tables lead to. */
    readonly noLayoutClosure?: boolean;
    readonly keepAllGlyphs?: boolean;
  }
  export default function subsetFont(
    font: Uint8Array,
    characters: string,
    options?: SubsetOptions,
  ): Promise<Uint8Array>;
}
