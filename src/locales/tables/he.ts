/** Hebrew and Yiddish. Dates of the Hebrew calendar are written with letters, as the papers do. */
import type { Locale } from '../types.js';
import { clock24, hebrewFace, latinSigns, names, pattern, plainDate, westernPunctuation } from './base.js';

const hebrew: Locale = {
  tag: 'he-IL',
  lang: 'he',
  native: 'עברית',
  script: 'Hebr',
  dir: 'rtl',
  numbering: 'latn',
  signs: latinSigns,
  calendars: { first: 'gregory', second: 'hebrew', showSecond: true, sighted: false },
  months: {
    gregory: names(
      'ינואר | פברואר | מרץ | אפריל | מאי | יוני | יולי | אוגוסט | ספטמבר | אוקטובר | נובמבר | דצמבר',
    ),
    hebrew: names(
      'תשרי | חשוון | כסלו | טבת | שבט | אדר א׳ | אדר | ניסן | אייר | סיוון | תמוז | אב | אלול | אדר ב׳',
    ),
  },
  otherMonths: null,
  patterns: {
    first: pattern('{d} ב{MMMM} {y}'),
    second: { ...pattern('{d} ב{MMMM} {y}'), digits: 'letters' },
  },
  fullDate: '{EEEE}, {date}',
  weekdays: names('יום ראשון | יום שני | יום שלישי | יום רביעי | יום חמישי | יום שישי | יום שבת'),
  weekStart: 7,
  clock: clock24,
  zone: {
    named: '{time} שעון {place}',
    ahead: '{time} שעון גריניץ׳ ועוד {offset}',
    behind: '{time} שעון גריניץ׳ פחות {offset}',
  },
  quotes: ['”', '”', '’', '’'],
  punctuation: westernPunctuation,
  list: { comma: ', ', and: ' ו', andForeign: ' ו־' },
  typography: hebrewFace,
  ogLocale: 'he_IL',
};

const yiddish: Locale = {
  ...hebrew,
  tag: 'yi',
  lang: 'yi',
  native: 'ייִדיש',
  months: {
    gregory: names(
      'יאַנואַר | פֿעברואַר | מערץ | אַפּריל | מיי | יוני | יולי | אויגוסט | סעפּטעמבער | אקטאבער | נאוועמבער | דעצעמבער',
    ),
    hebrew: names(
      'תשרי | חשוון | כסלו | טבת | שבט | אדר א׳ | אדר | ניסן | אייר | סיון | תמוז | אב | אלול | אדר ב׳',
    ),
  },
  patterns: { first: pattern('{d}טן {MMMM} {y}'), second: { ...plainDate, digits: 'letters' } },
  weekdays: names('זונטיק | מאָנטיק | דינסטיק | מיטוואך | דאנערשטיק | פֿרײַטיק | שבת'),
  weekStart: 1,
  zone: {
    named: '{time} לויט {place}',
    ahead: '{time} לויט גריניטש פּלוס {offset}',
    behind: '{time} לויט גריניטש מינוס {offset}',
  },
  quotes: ['„', '”', '‚', '’'],
  list: { comma: ', ', and: ' און ', andForeign: ' און ' },
  typography: {
    ...hebrewFace,
    lineHeight: { body: 1.7, bodyMin: 1.5, headline: 1.25, headlineMin: 1.15, vocalised: 1.8 },
  },
  ogLocale: 'yi_DE',
};

export const hebrewScript: readonly Locale[] = [hebrew, yiddish];
