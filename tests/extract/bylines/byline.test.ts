import { describe, expect, test } from 'vitest';
import { readByline } from '../../../src/extract/bylines/byline.js';
import { namesOccupation } from '../../../src/extract/bylines/vocabulary.js';
import { cpuTime } from '../../cpu-time.js';

interface Expected {
  readonly authors?: readonly string[];
  readonly place?: string;
  readonly agency?: boolean;
  readonly translators?: readonly string[];
  readonly photographers?: readonly string[];
  readonly date?: string;
  readonly updated?: string;
  readonly evidence?: string;
}

const cases: readonly (readonly [lang: string, line: string, expected: Expected])[] = [
  ['ar', 'نورهان نبيل', { authors: ['نورهان نبيل'], evidence: 'name' }],
  ['ar', 'كتب ضحى عرفة', { authors: ['ضحى عرفة'], evidence: 'label' }],
  ['ar', 'كتب: ضحى عرفة', { authors: ['ضحى عرفة'], evidence: 'label' }],
  ['ar', 'كتبت - ضحى عرفة', { authors: ['ضحى عرفة'], evidence: 'label' }],
  ['ar', 'بقلم: د. حلمي الفقي', { authors: ['د. حلمي الفقي'], evidence: 'label' }],
  ['ar', 'د. حلمي الفقي', { authors: ['د. حلمي الفقي'], evidence: 'name' }],
  ['ar', '(أبوظبي - البيان)', { authors: ['البيان'], place: 'أبوظبي', agency: true }],
  ['ar', '«الاقتصادية» من الرياض', { authors: ['الاقتصادية'], place: 'الرياض', agency: true }],
  ['ar', 'محمد العبد الله (الدمام)', { authors: ['محمد العبد الله'], place: 'الدمام', evidence: 'place' }],
  ['ar', 'جدة: نجلاء الحربي', { authors: ['نجلاء الحربي'], place: 'جدة', evidence: 'place' }],
  ['ar', 'جدة: يُمن لقمان، عبدالرحمن زيد', { authors: ['يُمن لقمان', 'عبدالرحمن زيد'], place: 'جدة' }],
  [
    'ar',
    'علي العيسى - الرياض تصوير - حسن إبراهيم',
    { authors: ['علي العيسى'], place: 'الرياض', photographers: ['حسن إبراهيم'] },
  ],
  ['ar', 'وكالات - عدن', { authors: ['وكالات'], place: 'عدن', agency: true, evidence: 'agency' }],
  ['ar', 'وكالات (لندن)', { authors: ['وكالات'], place: 'لندن', agency: true }],
  ['ar', 'علي بن ظاهر – الخبر', { authors: ['علي بن ظاهر'], place: 'الخبر' }],
  ['ar', 'اليوم - الدمام', { authors: ['اليوم'], place: 'الدمام', agency: true }],
  ['ar', '‏عبدالله القطان - الأحساء', { authors: ['عبدالله القطان'], place: 'الأحساء' }],
  ['ar', 'الرياض - واس', { authors: ['واس'], place: 'الرياض', agency: true }],
  ['ar', 'القاهرة - أ ف ب', { authors: ['أ ف ب'], place: 'القاهرة', agency: true }],
  ['ar', 'نص وصور: هدى العمري', { authors: ['هدى العمري'], evidence: 'label' }],
  ['fa', 'گزارش و عکس: نرگس کاویانی', { authors: ['نرگس کاویانی'], evidence: 'label' }],
  ['ar', 'الدوحة – مراسلة «الميناء» سهى العبدالله', { authors: ['سهى العبدالله'], place: 'الدوحة' }],
  ['ar', 'سهى العبدالله – مراسلة «الميناء» – الدوحة', { authors: ['سهى العبدالله'], place: 'الدوحة' }],
  [
    'ar',
    'سلمى رزق | نُشر: 12 مايو 2024 | آخر تحديث: 13 مايو 2024',
    { authors: ['سلمى رزق'], date: '2024-05-12', updated: '2024-05-13' },
  ],
  ['sd', 'بدين (رپورٽر)', { authors: ['رپورٽر'], place: 'بدين' }],
  ['ur', 'میٹھا پور (وقائع نگار)', { authors: ['وقائع نگار'], place: 'میٹھا پور' }],
  ['ar', '(أ.ف.ب)', { authors: ['أ.ف.ب'], agency: true }],
  ['ar', '(AFP)', { authors: ['AFP'], agency: true }],
  ['ar', '--(Petra)', { authors: ['Petra'], agency: true }],
  ['ar', 'رويترز', { authors: ['رويترز'], agency: true, evidence: 'agency' }],
  ['ar', 'المصدر: وكالة الأنباء', { authors: ['وكالة الأنباء'], agency: true, evidence: 'label' }],
  ['ar', 'ترجمة: سعاد قاسم', { translators: ['سعاد قاسم'], evidence: 'label' }],
  ['ar', 'بقلم: جون سميث، ترجمة: سعاد قاسم', { authors: ['جون سميث'], translators: ['سعاد قاسم'] }],
  ['ar', 'كتب أحمد سالم وسمير فؤاد', { authors: ['أحمد سالم', 'سمير فؤاد'] }],
  ['ar', 'كتب أحمد سالم و سمير فؤاد', { authors: ['أحمد سالم', 'سمير فؤاد'] }],
  ['ar', 'كتب أحمد وليد', { authors: ['أحمد وليد'] }],
  ['ar', 'أحمد سالم | 5 مارس 2020', { authors: ['أحمد سالم'], date: '2020-03-05' }],
  [
    'ar',
    'الرخام (وكالة الجبال للأنباء)',
    { authors: ['وكالة الجبال للأنباء'], place: 'الرخام', agency: true },
  ],
  [
    'ar',
    'الميناء: نجوى شاهر، عبدالمجيد الصالح',
    { authors: ['نجوى شاهر', 'عبدالمجيد الصالح'], place: 'الميناء', evidence: 'name' },
  ],
  ['ar', '«الورّاق» من مرفأ الليمون', { authors: ['الورّاق'], place: 'مرفأ الليمون', agency: true }],
  ['ar', '«الورّاق» - خاص', { authors: ['الورّاق'], agency: true }],
  ['ar', 'كتبها غسان في 3 مايو 2024', { authors: ['غسان'], date: '2024-05-03', evidence: 'label' }],
  ['fa', '*گزارش: یلدا صبوری*', { authors: ['یلدا صبوری'], evidence: 'label' }],
  ['fa', 'گفت‌وگو از سارا نادری', { authors: ['سارا نادری'], evidence: 'label' }],
  ['fa', 'خبرگزاری ایسنا', { authors: ['خبرگزاری ایسنا'], agency: true }],
  ['fa', 'نویسنده: خبرگزاری مهر', { authors: ['خبرگزاری مهر'], agency: true, evidence: 'label' }],
  ['fa', 'نویسنده: سارا رضایی و علی محمدی', { authors: ['سارا رضایی', 'علی محمدی'], evidence: 'label' }],
  ['fa', 'ترجمه: نگین کریمی', { translators: ['نگین کریمی'] }],
  ['fa', 'تهران - ایرنا', { authors: ['ایرنا'], place: 'تهران', agency: true }],
  ['he', '(אלישע בן קימון)', { authors: ['אלישע בן קימון'], evidence: 'brackets' }],
  ['he', '(ynet)', { authors: ['ynet'], agency: true }],
  ['he', '(אחיה ראב"ד)', { authors: ['אחיה ראב"ד'] }],
  ['he', 'מאת: דנה כהן ויוסי לוי', { authors: ['דנה כהן', 'יוסי לוי'], evidence: 'label' }],
  ['he', 'דניאל סלאמה', { authors: ['דניאל סלאמה'], evidence: 'name' }],
  ['he', 'צילום: רויטרס', { photographers: ['רויטרס'], agency: true }],
  ['ur', 'مصنف: ویب ڈیسک', { authors: ['ویب ڈیسک'], agency: true, evidence: 'label' }],
  ['ur', '‏By ویب ڈیسک on 18 جنوری 2023', { authors: ['ویب ڈیسک'], date: '2023-01-18', evidence: 'label' }],
  [
    'ur',
    'By Irfan Rana on اپریل 8, 2022',
    { authors: ['Irfan Rana'], date: '2022-04-08', evidence: 'label' },
  ],
  ['ur', 'وائس آف امریکہ', { authors: ['وائس آف امریکہ'], agency: true }],
  [
    'ug',
    'مەنبە : ئۈرۈمچى كەچلىك گېزىتى 5- مارت',
    { authors: ['ئۈرۈمچى كەچلىك گېزىتى'], agency: true, evidence: 'label' },
  ],
  ['ps', 'لیکوال: احمد خان', { authors: ['احمد خان'], evidence: 'label' }],
  ['ckb', 'نووسینی: ئازاد کەریم', { authors: ['ئازاد کەریم'], evidence: 'label' }],
  ['sd', 'رپورٽ: علي حسن', { authors: ['علي حسن'], evidence: 'label' }],
  ['dv', 'ލިޔުނީ: އަހުމަދު އަލީ', { authors: ['އަހުމަދު އަލީ'], evidence: 'label' }],
  ['yi', 'פון יאנקל כהן', { authors: ['יאנקל כהן'], evidence: 'label' }],
];

describe('bylines', () => {
  test.each(cases)('%s %s', (lang, line, expected) => {
    expect(readByline(line, lang)).toMatchObject(expected);
  });
});

describe('no bylines', () => {
  test.each([
    ['ar', 'أفادت المصادر الدبلوماسية بأن الوزير طلب من نظيره دعماً أكبر.'],
    ['ar', '30 يونيو 2019'],
    ['ar', 'اترك تعليقاً على هذا الخبر'],
    ['ar', ''],
    ['ar', '25'],
    ['ar', 'هل يصل القطار في موعده؟'],
    ['he', 'ראשי » חדשות'],
    ['he', 'שתפו את הכתבה עם חברים'],
    ['fa', 'این خبر را برای دوستان خود بفرستید'],
  ])('%s %s', (lang, line) => {
    expect(readByline(line, lang)).toBeNull();
  });
});

test('hostile lines are answered at once', () => {
  for (const unit of ['(', ' - ', 'و ', 'كتب ', ', ', ': ']) {
    const start = cpuTime();
    readByline(unit.repeat(40).slice(0, 120), 'ar');
    readByline(unit.repeat(50_000), 'ar');
    expect(cpuTime() - start).toBeLessThan(100);
  }
});

describe('a place in no list', () => {
  test.each([
    ['وادي السدر (الورّاق)', 'الورّاق', 'وادي السدر'],
    ['رأس الفنار: إلهام بوزيد', 'إلهام بوزيد', 'رأس الفنار'],
    ['مرسى الريحان ـ عبد الباسط الهوني', 'عبد الباسط الهوني', 'مرسى الريحان'],
    ['قصب الزين: سالم المهري', 'سالم المهري', 'قصب الزين'],
    ['سعاد بناني - طنجة', 'سعاد بناني', 'طنجة'],
  ])('%s', (line, author, place) => {
    const reading = readByline(line, 'ar');
    expect(reading?.authors).toEqual([author]);
    expect(reading?.place).toBe(place);
  });
});

test('what an author is tells of the name before it', () => {
  for (const text of ['كاتبة ومترجمة', 'روائي وكاتب عمود أسبوعي', 'اختصاصية طب النوم'])
    expect(namesOccupation(text, 'ar')).toBe(true);
  for (const text of ['ليلى المنصوري', 'نويسنده']) expect(namesOccupation(text, 'ar')).toBe(false);
});
