/** Words that typesetting itself adds, by language: around footnotes, tables and links that lead elsewhere. */
import { locale } from '../locales/locale.js';
import { strings } from '../locales/strings/index.js';
import type { Lang } from '../model.js';

export interface Labels {
  readonly footnotes: string;
  readonly back: string;
}

export interface AllLabels extends Labels {
  /** Names the box that a wide table scrolls in. */
  readonly table: string;
  /** Follows the words of a link to another site, for those who hear it: `، رابط خارجي`. */
  readonly elsewhere: string;
}

const LABELS: Readonly<Record<string, Labels>> = {
  ar: { footnotes: 'هوامش', back: 'عودة إلى النص' },
  fa: { footnotes: 'پانوشت‌ها', back: 'بازگشت به متن' },
  he: { footnotes: 'הערות שוליים', back: 'חזרה לטקסט' },
  ur: { footnotes: 'حواشی', back: 'متن پر واپس' },
  ps: { footnotes: 'لمنليکونه', back: 'متن ته ستنېدل' },
  ckb: { footnotes: 'پەراوێزەکان', back: 'گەڕانەوە بۆ دەق' },
  sd: { footnotes: 'حاشيا', back: 'متن ڏانهن واپس' },
  ug: { footnotes: 'ئىزاھاتلار', back: 'تېكىستكە قايتىش' },
  dv: { footnotes: 'ފުޓްނޯޓްތައް', back: 'މަތަނަށް' },
  yi: { footnotes: 'הערות', back: 'צוריק צום טעקסט' },
};
const NEUTRAL: Labels = { footnotes: 'Notes', back: 'Back' };

/** Labels of a language; of its first part when the whole tag has none; English at last. */
export function labelsFor(lang: Lang): AllLabels {
  const own =
    LABELS[lang] ??
    LABELS[lang.split('-')[0] as string] ??
    (lang === 'prs' ? LABELS.fa : undefined) ??
    NEUTRAL;
  const printed = locale(lang);
  const { tableRegion, externalLink } = strings[printed.lang].texts;
  return { ...own, table: tableRegion, elsewhere: `${printed.punctuation.comma} ${externalLink}` };
}
