/** Pashto, Central Kurdish, Uyghur, Dhivehi, and the neutral English that serves every language without a table. */
import type { Locale } from '../types.js';
import {
  arabicPunctuation,
  arabicSigns,
  clock24,
  latinSigns,
  names,
  naskh,
  pattern,
  plainDate,
  systemFace,
  thaanaFace,
  vazirmatn,
  westernPunctuation,
} from './base.js';

const pashto: Locale = {
  tag: 'ps-AF',
  lang: 'ps',
  native: 'پښتو',
  script: 'Arab',
  dir: 'rtl',
  numbering: 'arabext',
  signs: arabicSigns,
  calendars: { first: 'persian', second: 'gregory', showSecond: true, sighted: false },
  months: {
    gregory: names(
      'جنوري | فبروري | مارچ | اپریل | مۍ | جون | جولای | اګست | سېپتمبر | اکتوبر | نومبر | دسمبر',
    ),
    persian: names('وری | غویی | غبرګولی | چنګاښ | زمری | وږی | تله | لړم | لیندۍ | مرغومی | سلواغه | کب'),
  },
  otherMonths: null,
  patterns: { first: plainDate, second: plainDate },
  fullDate: '{EEEE}، {date}',
  weekdays: names('يونۍ | دونۍ | درېنۍ | څلرنۍ | پينځنۍ | جمعه | اونۍ'),
  weekStart: 6,
  clock: clock24,
  zone: {
    named: 'د {place} په وخت {time}',
    ahead: 'د ګرینویچ جمع {offset} په وخت {time}',
    behind: 'د ګرینویچ منفي {offset} په وخت {time}',
  },
  quotes: ['«', '»', '“', '”'],
  punctuation: arabicPunctuation,
  list: { comma: '، ', and: ' او ', andForeign: ' او ' },
  typography: { ...vazirmatn, headline: 'IBM Plex Sans Arabic' },
  ogLocale: 'ps_AF',
};

const kurdish: Locale = {
  ...pashto,
  tag: 'ckb-IQ',
  lang: 'ckb',
  native: 'کوردیی ناوەندی',
  numbering: 'arab',
  calendars: { first: 'gregory', second: 'persian', showSecond: true, sighted: false },
  months: {
    gregory: names(
      'کانوونی دووەم | شوبات | ئازار | نیسان | ئایار | حوزەیران | تەمووز | ئاب | ئەیلوول | تشرینی یەکەم | تشرینی دووەم | کانونی یەکەم',
    ),
    persian: names(
      'خاکەلێوە | گوڵان | جۆزەردان | پووشپەڕ | گەلاوێژ | خەرمانان | ڕەزبەر | گەڵاڕێزان | سەرماوەز | بەفرانبار | ڕێبەندان | ڕەشەمە',
    ),
  },
  patterns: {
    first: pattern('{d}ی {MMMM}ی {y}', '{MMMM}ی {y}'),
    second: { ...pattern('{d}ی {MMMM}ی {y}ی کوردی', '{MMMM}ی {y}ی کوردی'), yearOffset: 1321 },
  },
  weekdays: names('یەکشەممە | دووشەممە | سێشەممە | چوارشەممە | پێنجشەممە | ھەینی | شەممە'),
  clock: {
    hours: 12,
    pattern: '{h}:{mm}ی {period}',
    periods: [
      [0, 'پێش نیوەڕۆ'],
      [12, 'پاش نیوەڕۆ'],
    ],
  },
  zone: {
    named: '{time} بە کاتی {place}',
    ahead: '{time} بە کاتی گرینیچ کۆ {offset}',
    behind: '{time} بە کاتی گرینیچ کەم {offset}',
  },
  list: { comma: '، ', and: ' و ', andForeign: ' و ' },
  typography: { ...vazirmatn, alternative: 'Noto Naskh Arabic' },
  ogLocale: 'cb_IQ',
};

const uyghur: Locale = {
  ...pashto,
  tag: 'ug-CN',
  lang: 'ug',
  native: 'ئۇيغۇرچە',
  numbering: 'latn',
  signs: latinSigns,
  calendars: { first: 'gregory', second: null, showSecond: false, sighted: false },
  months: {
    gregory: names(
      'يانۋار | فېۋرال | مارت | ئاپرېل | ماي | ئىيۇن | ئىيۇل | ئاۋغۇست | سېنتەبىر | ئۆكتەبىر | نويابىر | دېكابىر',
    ),
  },
  patterns: {
    first: pattern('{d}-{MMMM}، {y}', '{MMMM}، {y}'),
    second: pattern('{d}-{MMMM}، {y}', '{MMMM}، {y}'),
  },
  weekdays: names('يەكشەنبە | دۈشەنبە | سەيشەنبە | چارشەنبە | پەيشەنبە | جۈمە | شەنبە'),
  weekStart: 1,
  zone: {
    named: '{place} ۋاقتى {time}',
    ahead: 'گرېنۋىچ ۋاقتىغا {offset} قوشۇلغان {time}',
    behind: 'گرېنۋىچ ۋاقتىدىن {offset} ئېلىنغان {time}',
  },
  quotes: ['«', '»', '‹', '›'],
  list: { comma: '، ', and: ' ۋە ', andForeign: ' ۋە ' },
  typography: { ...naskh, alternative: 'Vazirmatn' },
  ogLocale: null,
};

const dhivehi: Locale = {
  ...uyghur,
  tag: 'dv-MV',
  lang: 'dv',
  native: 'ދިވެހި',
  script: 'Thaa',
  calendars: { first: 'gregory', second: 'islamic-civil', showSecond: true, sighted: true },
  months: {
    gregory: names('ޖެނުއަރީ | ފެބްރުއަރީ | މާރިޗު | އޭޕްރީލު | މޭ | ޖޫން | ޖުލައި | އޯގަސްޓު | ސެޕްޓެމްބަރު | އޮކްޓޯބަރު | ނޮވެމްބަރު | ޑިސެމްބަރު'),
    'islamic-civil': names(
      'މުޙައްރަމް | ޞަފަރު | ރަބީޢުލްއައްވަލް | ރަބީޢުލްއާޚިރު | ޖުމާދަލްއޫލާ | ޖުމާދަލްއާޚިރާ | ރަޖަބު | ޝަޢުބާން | ރަމަޟާން | ޝައްވާލު | ޛުލްޤަޢިދާ | ޛުލްޙިއްޖާ',
    ),
  },
  patterns: { first: plainDate, second: plainDate },
  weekdays: names('އާދިއްތަ | ހޯމަ | އަންގާރަ | ބުދަ | ބުރާސްފަތި | ހުކުރު | ހޮނިހިރު'),
  weekStart: 5,
  zone: {
    named: '{place} ގަޑިން {time}',
    ahead: 'ގްރިނިޗް ގަޑިއަށް {offset} އިތުރުކޮށް {time}',
    behind: 'ގްރިނިޗް ގަޑިން {offset} އުނިކޮށް {time}',
  },
  quotes: ['“', '”', '‘', '’'],
  list: { comma: '، ', and: ' އަދި ', andForeign: ' އަދި ' },
  typography: thaanaFace,
};

export const neutral: Locale = {
  ...dhivehi,
  tag: 'en',
  lang: 'en',
  native: 'English',
  script: 'Latn',
  dir: 'ltr',
  calendars: { first: 'gregory', second: null, showSecond: false, sighted: false },
  months: {
    gregory: names(
      'January | February | March | April | May | June | July | August | September | October | November | December',
    ),
  },
  weekdays: names('Sunday | Monday | Tuesday | Wednesday | Thursday | Friday | Saturday'),
  fullDate: '{EEEE}, {date}',
  weekStart: 1,
  zone: { named: '{time} {place} time', ahead: '{time} UTC+{offset}', behind: '{time} UTC-{offset}' },
  punctuation: westernPunctuation,
  list: { comma: ', ', and: ' and ', andForeign: ' and ' },
  typography: systemFace,
  ogLocale: 'en_US',
};

export const others: readonly Locale[] = [pashto, kurdish, uyghur, dhivehi, neutral];
