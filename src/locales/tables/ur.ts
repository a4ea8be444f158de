/** Urdu (Nastaliq) and Sindhi (Naskh). The parts of the day are the ones of Pakistani news desks. */
import type { Locale } from '../types.js';
import { arabicPunctuation, latinSigns, names, naskh, nastaliq, pattern, plainDate } from './base.js';

const urdu: Locale = {
  tag: 'ur-PK',
  lang: 'ur',
  native: 'اردو',
  script: 'Arab',
  dir: 'rtl',
  numbering: 'latn',
  signs: latinSigns,
  calendars: { first: 'gregory', second: 'islamic-umalqura', showSecond: true, sighted: true },
  months: {
    gregory: names(
      'جنوری | فروری | مارچ | اپریل | مئی | جون | جولائی | اگست | ستمبر | اکتوبر | نومبر | دسمبر',
    ),
    'islamic-umalqura': names(
      'محرم | صفر | ربیع الاول | ربیع الثانی | جمادی الاول | جمادی الثانی | رجب | شعبان | رمضان | شوال | ذوالقعدۃ | ذوالحجۃ',
    ),
  },
  otherMonths: null,
  patterns: { first: plainDate, second: pattern('{d} {MMMM} {y} ہجری', '{MMMM} {y} ہجری') },
  fullDate: '{EEEE}، {date}',
  weekdays: names('اتوار | پیر | منگل | بدھ | جمعرات | جمعہ | ہفتہ'),
  weekStart: 7,
  clock: {
    hours: 12,
    pattern: '{period} {h}:{mm} بجے',
    periods: [
      [0, 'رات'],
      [4, 'صبح'],
      [12, 'دوپہر'],
      [16, 'شام'],
      [20, 'رات'],
    ],
  },
  zone: {
    named: '{place} کے وقت کے مطابق {time}',
    ahead: 'گرینچ وقت جمع {offset} کے مطابق {time}',
    behind: 'گرینچ وقت منفی {offset} کے مطابق {time}',
  },
  quotes: ['”', '“', '’', '‘'],
  punctuation: { ...arabicPunctuation, stop: '۔' },
  list: { comma: '، ', and: ' اور ', andForeign: ' اور ' },
  typography: nastaliq,
  ogLocale: 'ur_PK',
};

const sindhi: Locale = {
  ...urdu,
  tag: 'sd-PK',
  lang: 'sd',
  native: 'سنڌي',
  // The Sindhi shapes of 4, 6 and 7 exist on U+06F0-06F9 only (with lang=sd).
  numbering: 'arabext',
  signs: { decimal: '.', group: '٬', percent: '٪' },
  months: {
    gregory: names(
      'جنوري | فيبروري | مارچ | اپريل | مئي | جون | جولاءِ | آگسٽ | سيپٽمبر | آڪٽوبر | نومبر | ڊسمبر',
    ),
    'islamic-umalqura': names(
      'محرم | صفر | ربيع الاول | ربيع الاخر | جمادي الاول | جمادي الاخر | رجب | شعبان | رمضان | شوال | ذوالقعد | ذوالحج',
    ),
  },
  patterns: { first: plainDate, second: pattern('{d} {MMMM} {y} هجري', '{MMMM} {y} هجري') },
  weekdays: names('آچر | سومر | اڱارو | اربع | خميس | جمعو | ڇنڇر'),
  clock: {
    hours: 12,
    pattern: '{period} {h}:{mm} وڳي',
    periods: [
      [0, 'رات'],
      [4, 'صبح'],
      [12, 'منجهند'],
      [16, 'شام'],
      [20, 'رات'],
    ],
  },
  zone: {
    named: '{place} جي وقت موجب {time}',
    ahead: 'گرينچ وقت جمع {offset} موجب {time}',
    behind: 'گرينچ وقت منفي {offset} موجب {time}',
  },
  quotes: ['“', '”', '‘', '’'],
  punctuation: arabicPunctuation,
  list: { comma: '، ', and: ' ۽ ', andForeign: ' ۽ ' },
  typography: { ...naskh, alternative: 'Lateef' },
  ogLocale: null,
};

export const pakistan: readonly Locale[] = [urdu, sindhi];
