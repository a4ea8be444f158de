/** Words that typesetting itself adds, by language: the heading of the footnotes and the way back from one. */
import type { Lang } from '../model.js';

export interface Labels {
  readonly footnotes: string;
  readonly back: string;
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
export function labelsFor(lang: Lang): Labels {
  return (
    LABELS[lang] ??
    LABELS[lang.split('-')[0] as string] ??
    (lang === 'prs' ? LABELS.fa : undefined) ??
    NEUTRAL
  );
}
