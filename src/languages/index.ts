/** The languages that Warraq understands. A new language is a new file here and nothing else. */
import type { Lang } from '../model.js';
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

/** Their tables, by the language part of a tag. */
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
