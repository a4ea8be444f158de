/**
 * Arabic. Month names differ by country: the Levant and Iraq keep the Syriac ones, Algeria and Tunisia the French ones,
 * Morocco and Mauritania their own. Digits and decimal signs follow the newsrooms of each country (CLDR 48, W3C alreq).
 */
import type { Clock, Locale } from '../types.js';
import {
  arabicPunctuation,
  arabicSigns,
  clock24,
  commaSigns,
  latinSigns,
  names,
  naskh,
  pattern,
  plainDate,
} from './base.js';

const egypt = names(
  'يناير | فبراير | مارس | أبريل | مايو | يونيو | يوليو | أغسطس | سبتمبر | أكتوبر | نوفمبر | ديسمبر',
);
const levant = names(
  'كانون الثاني | شباط | آذار | نيسان | أيار | حزيران | تموز | آب | أيلول | تشرين الأول | تشرين الثاني | كانون الأول',
);
const morocco = names(
  'يناير | فبراير | مارس | أبريل | ماي | يونيو | يوليوز | غشت | شتنبر | أكتوبر | نونبر | دجنبر',
);
const algeria = names(
  'جانفي | فيفري | مارس | أفريل | ماي | جوان | جويلية | أوت | سبتمبر | أكتوبر | نوفمبر | ديسمبر',
);
const mauritania = names(
  'يناير | فبراير | مارس | إبريل | مايو | يونيو | يوليو | أغشت | شتمبر | أكتوبر | نوفمبر | دجمبر',
);
const hijri = names(
  'محرم | صفر | ربيع الأول | ربيع الآخر | جمادى الأولى | جمادى الآخرة | رجب | شعبان | رمضان | شوال | ذو القعدة | ذو الحجة',
);

const clock12: Clock = {
  hours: 12,
  pattern: '{h}:{mm} {period}',
  periods: [
    [0, 'صباحًا'],
    [12, 'مساءً'],
  ],
};

const ar: Locale = {
  tag: 'ar',
  lang: 'ar',
  native: 'العربية',
  script: 'Arab',
  dir: 'rtl',
  numbering: 'latn',
  signs: latinSigns,
  calendars: { first: 'gregory', second: 'islamic-umalqura', showSecond: false, sighted: true },
  months: { gregory: egypt, 'islamic-umalqura': hijri },
  otherMonths: levant,
  patterns: { first: plainDate, second: pattern('{d} {MMMM} {y} هـ', '{MMMM} {y} هـ') },
  fullDate: '{EEEE}، {date}',
  weekdays: names('الأحد | الاثنين | الثلاثاء | الأربعاء | الخميس | الجمعة | السبت'),
  weekStart: 6,
  clock: clock24,
  zone: {
    named: '{time} بتوقيت {place}',
    ahead: '{time} بتوقيت غرينتش زائد {offset}',
    behind: '{time} بتوقيت غرينتش ناقص {offset}',
  },
  quotes: ['«', '»', '“', '”'],
  punctuation: arabicPunctuation,
  list: { comma: '، ', and: ' و', andForeign: ' و' },
  typography: naskh,
  ogLocale: 'ar_AR',
};

const shown = { ...ar.calendars, showSecond: true };
const none = { ...ar.calendars, second: null, showSecond: false };
const months = (gregory: readonly string[]) => ({ gregory, 'islamic-umalqura': hijri });
const levantine = { months: months(levant), otherMonths: egypt } as const;
const indic = { numbering: 'arab', signs: arabicSigns, clock: clock12 } as const;

export const arabic: readonly Locale[] = [
  ar,
  { ...ar, ...indic, tag: 'ar-EG', calendars: shown },
  { ...ar, ...indic, tag: 'ar-SA', calendars: { ...shown, sighted: false }, weekStart: 7 },
  { ...ar, tag: 'ar-LY', signs: commaSigns, clock: clock12 },
  { ...ar, ...indic, tag: 'ar-SY', ...levantine },
  { ...ar, ...indic, tag: 'ar-LB', ...levantine, calendars: none, weekStart: 1 },
  { ...ar, ...indic, tag: 'ar-JO', ...levantine, calendars: shown },
  { ...ar, ...indic, tag: 'ar-PS', ...levantine, calendars: shown, weekStart: 1 },
  { ...ar, ...indic, tag: 'ar-IQ', ...levantine, calendars: shown },
  { ...ar, tag: 'ar-MA', signs: commaSigns, months: months(morocco), calendars: shown, weekStart: 1 },
  { ...ar, tag: 'ar-DZ', signs: commaSigns, months: months(algeria), calendars: shown },
  { ...ar, tag: 'ar-TN', signs: commaSigns, months: months(algeria), calendars: none, weekStart: 1 },
  { ...ar, tag: 'ar-MR', signs: commaSigns, months: months(mauritania), calendars: none, weekStart: 1 },
  { ...ar, tag: 'ar-AE', clock: clock12, calendars: shown, weekStart: 1 },
];
