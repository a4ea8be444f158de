import { expect, test } from 'vitest';
import { identify } from '../../../src/extract/observe/identify.js';
import { direction } from '../../../src/language-tag.js';
import { languages } from '../../../src/languages/index.js';

/** Sentences of our own, one a language. */
const SENTENCES: Readonly<Record<string, string>> = {
  ar: 'افتتحت البلدية أمس حديقة جديدة على ضفة النهر، وقال رئيسها إن الأشجار زُرعت قبل عام.',
  fa: 'شهرداری دیروز پارک تازه‌ای در کنار رودخانه گشود و شهردار گفت درخت‌ها را پارسال کاشته‌اند.',
  he: 'העירייה פתחה אתמול גן חדש על גדת הנהר, וראש העיר אמר כי העצים ניטעו לפני שנה.',
  ur: 'بلدیہ نے کل دریا کے کنارے ایک نیا باغ کھولا، اور میئر نے کہا کہ درخت ایک سال پہلے لگائے گئے تھے۔',
  ps: 'ښاروالۍ پرون د سیند پر غاړه نوی باغ پرانیست او ښاروال وویل چې ونې یو کال مخکې کېنول شوې وې.',
  ckb: 'شارەوانی دوێنێ باخێکی نوێی لە کەناری ڕووبارەکە کردەوە و سەرۆکی شارەوانی گوتی دارەکان ساڵێک پێش ئێستا چێنراون.',
  sd: 'ميونسپل ڪاميٽي ڪالهه درياهه جي ڪناري تي نئون باغ کوليو ۽ ميئر چيو ته وڻ هڪ سال اڳ پوکيا ويا هئا.',
  ug: 'شەھەرلىك ھۆكۈمەت تۈنۈگۈن دەريا بويىدا يېڭى باغچا ئاچتى ۋە شەھەر باشلىقى دەرەخلەر بىر يىل بۇرۇن تىكىلگەن دېدى.',
  dv: 'އިއްޔެ ސިޓީ ކައުންސިލުން ވަނީ ކޯރު ކައިރީގައި އާ ބަގީޗާއެއް ހުޅުވައިފައެވެ.',
  yi: 'די שטאָט האָט נעכטן געעפֿנט אַ נײַעם גאָרטן בײַם טײַך, און דער ראָש־העיר האָט געזאָגט אַז די ביימער האָט מען געפֿלאַנצט פֿאַר אַ יאָרן.',
  en: 'The town opened a new garden by the river yesterday, and the mayor said the trees were planted a year ago.',
};

test.each(Object.entries(SENTENCES))('a sentence in %s is known', (lang, sentence) => {
  expect(identify([sentence]).lang).toBe(lang);
});

test('every language has a sentence here, and right-to-left ones a direction', () => {
  expect(Object.keys(SENTENCES).sort()).toEqual(Object.keys(languages).sort());
  for (const [code, language] of Object.entries(languages)) expect(direction(code)).toBe(language.dir);
});

test('names in Latin letters do not decide, and no letters fall back', () => {
  expect(identify(['أطلقت Microsoft و Google و Apple خدمات جديدة في المنطقة']).lang).toBe('ar');
  expect(identify(['123', '…'], 'fa')).toEqual({ lang: 'fa', confidence: 0 });
});
