/**
 * The three folders of a publication, side by side on one file system. Their names are fixed, so that the next command
 * finds what a killed one left, even when `.warraq/` is gone.
 */
export interface Places {
  /** The site, as readers see it. */
  readonly site: string;
  /** Being made: a new tree (complete once it holds its manifest), or the new files of a journal. */
  readonly next: string;
  /** The site before this publication, on its way out. */
  readonly last: string;
}

/** `out`: real path of the output folder. */
export function placesOf(out: string): Places {
  return { site: out, next: `${out}.warraq-new`, last: `${out}.warraq-old` };
}
