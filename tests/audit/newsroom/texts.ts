/** What the sample newspapers of the audit say, one table a language. All of it is invented and written for this. */
import { ar } from './texts/ar.js';
import { ckb } from './texts/ckb.js';
import { dv } from './texts/dv.js';
import { fa } from './texts/fa.js';
import { he } from './texts/he.js';
import { ps } from './texts/ps.js';
import { sd } from './texts/sd.js';
import { ug } from './texts/ug.js';
import { ur } from './texts/ur.js';
import { yi } from './texts/yi.js';

export interface Texts {
  readonly site: string;
  readonly tagline: string;
  readonly news: string;
  readonly culture: string;
  readonly opinion: string;
  readonly author: string;
  readonly place: string;
  readonly headline: string;
  readonly deck: string;
  readonly lead: string;
  /** Opens the paragraph that holds the quotation. */
  readonly says: string;
  /** Repeated as pull quote, without marks. */
  readonly quote: string;
  /** Latin name, product with a number, telephone, signed number, handle, address. */
  readonly foreign: string;
  readonly subhead: string;
  readonly items: readonly [string, string, string];
  readonly caption: string;
  readonly columns: readonly [string, string];
  readonly rows: readonly [string, string];
  /** Two lines of two halves. */
  readonly verse: readonly [readonly [string, string], readonly [string, string]];
  readonly end: string;
  /** Headlines of the other stories. */
  readonly shorts: readonly [string, string, string];
}

const TEXTS: Readonly<Record<string, Texts>> = { ar, ckb, dv, fa, he, prs: fa, ps, sd, ug, ur, yi };

/** The texts for a locale such as `ar-LY`. */
export function textsOf(tag: string): Texts {
  const texts = TEXTS[tag.split('-')[0] ?? ''];
  if (texts === undefined) throw new Error(`The audit has no texts for ${tag}.`);
  return texts;
}
