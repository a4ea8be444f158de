/**
 * Persian of Iran and Dari. Gregorian months of Iran carry the ezafe they have inside a date (ژانویهٔ); the months of
 * the solar year are the zodiac in Afghanistan.
 */
import type { Locale } from '../types.js';
import { arabicPunctuation, arabicSigns, clock24, names, plainDate, vazirmatn } from './base.js';

const iran: Locale = {
  tag: 'fa-IR',
  lang: 'fa',
  native: 'فارسی',
  script: 'Arab',
  dir: 'rtl',
  numbering: 'arabext',
  signs: arabicSigns,
  calendars: { first: 'persian', second: 'gregory', showSecond: true, sighted: false },
  months: {
    gregory: names(
      'ژانویهٔ | فوریهٔ | مارس | آوریل | مهٔ | ژوئن | ژوئیهٔ | اوت | سپتامبر | اکتبر | نوامبر | دسامبر',
    ),
    persian: names(
      'فروردین | اردیبهشت | خرداد | تیر | مرداد | شهریور | مهر | آبان | آذر | دی | بهمن | اسفند',
    ),
  },
  otherMonths: null,
  patterns: { first: plainDate, second: plainDate },
  fullDate: '{EEEE} {date}',
  weekdays: names('یکشنبه | دوشنبه | سه‌شنبه | چهارشنبه | پنجشنبه | جمعه | شنبه'),
  weekStart: 6,
  clock: clock24,
  zone: {
    named: '{time} به وقت {place}',
    ahead: '{time} به وقت گرینویچ به‌اضافهٔ {offset}',
    behind: '{time} به وقت گرینویچ منهای {offset}',
  },
  quotes: ['«', '»', '‹', '›'],
  punctuation: arabicPunctuation,
  list: { comma: '، ', and: ' و ', andForeign: ' و ' },
  typography: vazirmatn,
  ogLocale: 'fa_IR',
};

const afghanistan: Locale = {
  ...iran,
  tag: 'fa-AF',
  native: 'دری',
  months: {
    gregory: names(
      'جنوری | فبروری | مارچ | اپریل | می | جون | جولای | اگست | سپتمبر | اکتوبر | نومبر | دسمبر',
    ),
    persian: names('حمل | ثور | جوزا | سرطان | اسد | سنبلهٔ | میزان | عقرب | قوس | جدی | دلو | حوت'),
  },
};

export const persian: readonly Locale[] = [iran, afghanistan, { ...afghanistan, tag: 'prs' }];
