/** How news texts of each language begin and what they call themselves: words and phrases by which a report is known. */
import type { Lang } from '../model.js';

/**
 * Phrases of the first words of a report that names its agency, paper or reporter: the line that begins so is the text,
 * and a paragraph above it is a standfirst. One a line; they count anywhere in the beginning of a paragraph.
 */
export const REPORT_OPENINGS: Readonly<Partial<Record<Lang, string>>> = {
  ar: `مراسل
مراسلنا
مراسلتنا
خاص
وكالات
نقلت وكالة
قالت وكالة
ذكرت وكالة
أفادت وكالة
في حديث ل
في تصريح ل
في تصريحات ل
في حوار مع
لوكالة فرانس برس
لوكالة الأنباء`,
  fa: `به گزارش
به گزارش خبرنگار
گزارش خبرنگار
در گفتگو با خبرنگار
در گفت وگو با خبرنگار
در گفت و گو با خبرنگار
در گفتگو با
در گفت وگو با
در گفت و گو با
در مصاحبه با
خبرگزاری
به نقل از
گروه
خبرنگار`,
  ur: `ویب ڈیسک
مانیٹرنگ ڈیسک
نمائندہ
نمائندے
نامہ نگار
خبر رساں ادارے
کی رپورٹ کے مطابق`,
  ps: `خبري اژانس
د خبري اژانس
خبریال
خبریال ته`,
  ckb: `بە ڕاپۆرتی
ئاژانسی
پەیامنێری
لە لێدوانێکدا بۆ
بە وتەی`,
  sd: `نمائندي
رپورٽر
بيورو رپورٽ
خبر رسان اداري`,
  ug: `ئاگېنتلىقى
تېلېگراممىسى
مۇخبىرىمىز
خەۋىرىگە قارىغاندا`,
  he: `כתבנו
כתבתנו
סוכנות הידיעות
נמסר ל`,
  yi: `קאָרעספּאָנדענט
אַגענטור`,
  dv: `ނޫސްވެރިޔާ
އިންޓަވިއުގައި`,
};

/** Words by which a headline, a standfirst, a label or a byline says that somebody is asked questions. */
export const INTERVIEW_WORDS: Readonly<Partial<Record<Lang, string>>> = {
  ar: 'حوار الحوار حوارا حوارات حاوره حاورها حاورته حاورتها حاورهم مقابلة المقابلة مقابلات لقاء التقيناه التقيناها التقته يجيب تجيب أسئلة',
  fa: 'گفتگو گفتگوی گفت‌وگو گفت‌وگوی گفتوگو گفتوگوی مصاحبه مصاحبه‌ای پرسش پاسخ پرسیدیم',
  he: 'ריאיון ראיון בראיון בריאיון הריאיון הראיון מראיין מראיינת שוחחנו שאלות',
  ur: 'انٹرویو گفتگو ملاقات سوالات مکالمہ',
  ps: 'مرکه مرکې مرکی پوښتنې',
  ckb: 'چاوپێکەوتن چاوپێکەوتنی چاوپێکەوتنێک دیمانە دیمانەی گفتوگۆ گفتوگۆی سازدانی هەڤپەیڤین پرسیار',
  sd: 'انٽرويو ڳالهه‌ٻولهه ملاقات ڪچهري سوال',
  ug: 'سۆھبەت زىيارەت سۆھبىتى سۇئال سوئال',
  dv: 'އިންޓަވިއު އިންޓަވިއުއެއް އިންޓަރވިއު ސުވާލު',
  yi: 'אינטערוויו שמועס געשפּרעך',
  en: 'interview Q&A',
};
