import { ar } from './ar.js';
import { ckb } from './ckb.js';
import { dv } from './dv.js';
import { en } from './en.js';
import { fa } from './fa.js';
import { he } from './he.js';
import { ps } from './ps.js';
import { sd } from './sd.js';
import { ug } from './ug.js';
import { ur } from './ur.js';
import type { DateWords } from './words.js';
import { yi } from './yi.js';

export type { DateWords, MonthNames } from './words.js';

/** By language. Where two languages use one word for different things, the text's own language wins, then this order. */
export const DATE_WORDS: Readonly<Record<string, DateWords>> = {
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
