/**
 * What we know and the development set is too small to teach: points that the training starts from and is pulled
 * towards. Feature, state, points.
 */
export const PRIORS: readonly (readonly [feature: string, state: string, points: number])[] = [
  ['bullet', 'list', 2],
  ['numbered', 'list', 1],
  ['verse', 'quote', 3],
  ['embed', 'quote', 2],
  ['cue-inside-embed', 'quote', 2],
  ['handle', 'quote', 1],
  ['tabs', 'body', 3],
  ['tight-run', 'quote', 0.5],
  ['paragraph-in-body', 'body', 2],
  ['repeats-in-body-place', 'pullquote', 1],
  ['repeats-with-mark', 'pullquote', 1],
  ['above-handle', 'quote', 1],
  ['numbered', 'subhead', 0.3],
  ['run-of-items', 'list', 0.5],
  ['copyright', 'tail-furniture', 1],
  ['furniture-words-all', 'tail-furniture', 1],
  ['furniture-words-all', 'head-furniture', 1],
  ['furniture-phrase', 'tail-furniture', 1],
  ['furniture-phrase', 'head-furniture', 1],
  ['site-furniture', 'head-furniture', 6],
  ['site-furniture', 'inner-furniture', 6],
  ['site-furniture', 'tail-furniture', 6],
  ['site-section', 'head-section', 6],
];
