/** The languages that Warraq understands. A new language is a new file here and nothing else. */
import type { Direction, Lang } from '../model.js';
import { arabic } from './ar.js';
import { sorani } from './ckb.js';
import { dhivehi } from './dv.js';
import { english } from './en.js';
import { persian } from './fa.js';
import { hebrew } from './he.js';
import type { Language } from './language.js';
import { pashto } from './ps.js';
import { sindhi } from './sd.js';
import { uyghur } from './ug.js';
import { urdu } from './ur.js';
import { yiddish } from './yi.js';

export { CUES, type Cue, type Language } from './language.js';

export const languages: Readonly<Record<Lang, Language>> = {
  ar: arabic,
  fa: persian,
  he: hebrew,
  ur: urdu,
  ps: pashto,
  ckb: sorani,
  sd: sindhi,
  ug: uyghur,
  dv: dhivehi,
  yi: yiddish,
  en: english,
};

/** Scripts and languages that run right to left, by the first part of a tag; a script in the tag decides first. */
const RTL_SCRIPTS = new Set(['arab', 'aran', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg', 'mand', 'samr']);
const RTL_LANGUAGES = new Set(
  'ar fa he ur ps ckb sd ug dv yi azb arc syr prs iw ji ks pnb skr bal bqi glk lrc mzn sdh arz ary apc ajp acm aeb nqo ota'.split(
    ' ',
  ),
);

/** Direction of a BCP 47 tag, from our own table: the same on every machine. */
export function direction(lang: Lang): Direction {
  const parts = lang.toLowerCase().split(/[-_]/);
  const script = parts.find((part, index) => index > 0 && part.length === 4 && /^[a-z]+$/.test(part));
  if (script !== undefined) return RTL_SCRIPTS.has(script) ? 'rtl' : 'ltr';
  return RTL_LANGUAGES.has(parts[0] ?? '') ? 'rtl' : 'ltr';
}
