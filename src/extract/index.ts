/** Reading raw news text: `extract` is the whole of it. */
export { DOUBT, extract } from './extract.js';
export { describeFeature } from './feature-names.js';
export { type FoldedText, fold, foldWithOffsets, lineKey } from './fold.js';
export { identify } from './identify.js';
export { parseMarkdown } from './parse-markdown.js';
export { parseText, plainText } from './parse-text.js';
export { NO_RULES, type Rules } from './rules.js';
