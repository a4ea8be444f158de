import { ar } from './ar.js';
import { fa } from './fa.js';
import { he } from './he.js';
import { ckb, dv, en, ps, sd, ug, yi } from './others.js';
import { ur } from './ur.js';
import type { BylineWords } from './words.js';

export type { BylineWords } from './words.js';

/** By language; English is understood in every language. */
export const BYLINE_WORDS: Readonly<Record<string, BylineWords>> = {
  ar,
  fa,
  he,
  ur,
  ps,
  ckb,
  sd,
  ug,
  dv,
  yi,
  en,
};
