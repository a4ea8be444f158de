/** Language tags (BCP 47): their parts, and the direction in which their language is written. */
import type { Direction } from './model.js';

/** The parts of a BCP 47 tag that matter here, in canonical case. */
export interface Subtags {
  readonly language: string;
  readonly script: string | null;
  readonly region: string | null;
}

const OLD_CODES: Readonly<Record<string, string>> = { iw: 'he', ji: 'yi' };

/** Reads a tag as people write it: any case, `_` for `-`. Unknown parts are skipped; never throws. */
export function subtags(tag: string): Subtags {
  const [first = '', ...rest] = tag.slice(0, 64).trim().split(/[-_]/);
  const language = first.toLowerCase();
  let script: string | null = null;
  let region: string | null = null;
  for (const part of rest) {
    if (part.length === 1) break;
    if (/^[a-z]{4}$/i.test(part)) script ??= part.charAt(0).toUpperCase() + part.slice(1).toLowerCase();
    else if (/^(?:[a-z]{2}|\d{3})$/i.test(part)) region ??= part.toUpperCase();
  }
  return { language: OLD_CODES[language] ?? language, script, region };
}

/** The language of a tag, as it is spelled there, without script and country: `ar-LY` → `ar`. */
export function languageOf(tag: string): string {
  const end = tag.indexOf('-');
  return end === -1 ? tag : tag.slice(0, end);
}

const RTL_SCRIPTS = new Set(
  'Adlm Arab Aran Armi Avst Chrs Cprt Elym Gara Hatr Hebr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Syrc Syre Syrj Syrn Thaa Todr Yezi'.split(
    ' ',
  ),
);

/** Languages written from the right when the tag names no script. Runtimes disagree about several, so the list is ours. */
const RTL_LANGUAGES = new Set(
  (
    'ar aao abh abv acm acq acw acx adf aeb aec afb aii ajp apc apd arc arq ars ary arz auz avl ayh ayl ayn ayp ' +
    'azb bal bcc bft bgn bgp bqi brh bsk btv ckb cld dcc dv fa fay fia gbz gjk gju glk gwc haz hbo he hno ' +
    'jpr jrb khw ks kvx lah lki lrc lsa luz mby myz mvy mzn nqo ota pal pbt pbu pes pga phr pnb prd prs ps pst rhg ' +
    'sam scl sd sdg sdh shu skr smp soj sqt ssh syc syr tks tmr trw ug ur ush wne yhd yi ydd yud'
  ).split(' '),
);

/** Languages of several scripts that are written from the right in these countries. */
const RTL_REGIONS: Readonly<Record<string, string>> = {
  az: 'IQ IR',
  kk: 'AF CN IR MN',
  ku: 'IQ IR',
  ky: 'CN',
  pa: 'PK',
  tk: 'AF IR',
  uz: 'AF CN',
};
const LTR_REGIONS: Readonly<Record<string, string>> = { sd: 'SG', ug: 'KZ KG UZ' };

/** Writing direction of a language tag: an explicit script wins, then the language, then its country. */
export function direction(tag: string): Direction {
  const { language, script, region } = subtags(tag);
  if (script !== null) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  const listed = (table: Readonly<Record<string, string>>): boolean =>
    region !== null && Object.hasOwn(table, language) && (table[language] ?? '').split(' ').includes(region);
  if (RTL_LANGUAGES.has(language)) return listed(LTR_REGIONS) ? 'ltr' : 'rtl';
  return listed(RTL_REGIONS) ? 'rtl' : 'ltr';
}
