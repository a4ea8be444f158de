import { direction, subtags } from '../language-tag.js';
import { arabic } from './tables/ar.js';
import { arabicSigns, latinSigns } from './tables/base.js';
import { persian } from './tables/fa.js';
import { hebrewScript } from './tables/he.js';
import { neutral, others } from './tables/others.js';
import { pakistan } from './tables/ur.js';
import type { Locale, Numbering } from './types.js';

/** Every locale that has a table. */
export const locales: readonly Locale[] = [...arabic, ...persian, ...hebrewScript, ...pakistan, ...others];

const byTag = new Map(locales.map((each) => [each.tag.toLowerCase(), each]));

/** Language → tag of the table that serves it when the tag itself has none: itself, or the language its readers share. */
const DEFAULTS = new Map<string, string>();
function serve(tag: string, languages: string): void {
  for (const language of languages.split(' ')) DEFAULTS.set(language, tag);
}
serve(
  'ar',
  'ar abv acm acq acw acx adf aeb aec afb ajp apc apd arq ars ary arz auz avl ayh ayl ayn ayp shu ssh',
);
serve('fa-IR', 'fa pes azb bqi glk lrc luz mzn');
serve('prs', 'prs haz');
serve('he-IL', 'he');
serve('yi', 'yi ydd yud');
serve('ur-PK', 'ur pnb lah skr khw hno phr');
serve('sd-PK', 'sd');
serve('ps-AF', 'ps pbu pbt pst');
serve('ckb-IQ', 'ckb ku sdh');
serve('ug-CN', 'ug');
serve('dv-MV', 'dv');

const neutralRtl: Locale = { ...neutral, dir: 'rtl' };

/**
 * The locale of a language tag: its own table, then the one of its language (`ar-KW` → `ar`, `fa` → `fa-IR`), then
 * the neutral one, English, in the direction of the language asked for. Never throws.
 */
export function locale(tag: string): Locale {
  const { language, script, region } = subtags(tag);
  const dir = direction(tag);
  const exact = byTag.get(region === null ? language : `${language}-${region.toLowerCase()}`);
  const found = exact ?? byTag.get((DEFAULTS.get(language) ?? '').toLowerCase()) ?? neutral;
  const readable = found.dir === dir && (script === null || script === found.script || script === 'Aran');
  if (readable) return found;
  return dir === 'ltr' ? neutral : neutralRtl;
}

const renumbered = new WeakMap<Locale, Map<Numbering, Locale>>();

/**
 * The same locale in other digits, with the decimal signs that go with them. Always the same object, so that what is
 * remembered by locale is remembered once.
 */
export function withNumbering(base: Locale, numbering: Numbering): Locale {
  if (base.numbering === numbering) return base;
  const known = renumbered.get(base) ?? new Map<Numbering, Locale>();
  renumbered.set(base, known);
  const made = known.get(numbering) ?? {
    ...base,
    numbering,
    signs: numbering === 'latn' ? latinSigns : arabicSigns,
  };
  known.set(numbering, made);
  return made;
}
