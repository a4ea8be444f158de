/** Phrases, bylines, dates and header words as news sites in the smaller languages print them. */
import { describe, expect, test } from 'vitest';
import { readByline } from '../../src/extract/bylines/byline.js';
import { readDate } from '../../src/extract/dates/dates.js';
import { matchCues, tokens } from '../../src/extract/observe/lexicon.js';
import { fold } from '../../src/fold.js';
import type { Cue } from '../../src/languages/language.js';
import { readSource } from '../../src/read/source.js';

function cuesOf(line: string): readonly Cue[] {
  const folded = fold(line);
  const { whole, label, start, inside } = matchCues(folded, tokens(folded), false);
  return [...whole, ...label, ...start, ...inside];
}

describe('phrases of pages', () => {
  test.each<readonly [line: string, cue: Cue]>([
    ['שמירה לרשימת הקריאה', 'share'],
    ['הצטרפו לערוץ הוואטסאפ שלנו', 'subscribe'],
    ['האזינו גם ב: ספוטיפיי | אפל פודקאסטס', 'player'],
    ['כתבות נוספות שעשויות לעניין אתכם:', 'read-also'],
    ['לכתבה בנושא: הקו החדש ייפתח בכביש 70', 'read-also'],
    ['הכותבת היא חוקרת במכון למדיניות', 'by'],
    ['גילוי נאות: העיתון מחזיק במניות החברה', 'note'],
    ['رسائی کے لنکس', 'nav'],
    ['ہمارے واٹس ایپ چینل کو جوائن کرنے کے لیے یہاں کلک کریں', 'follow'],
    ['باقی صفحہ 6 نمبر 14', 'pager'],
    ['عہدہ, نامہ نگار', 'by'],
    ['د لاسرسۍ لینکونه', 'nav'],
    ['د ورزش نور خبرونه', 'related'],
    ['ویې ویشئ', 'share'],
    ['بەستەرەکانی دەستگەیشتن', 'nav'],
    ['هیچ سەرچاوەیەکی میدیا ئێستا بەردەست نییە', 'player'],
    ['بینراوە: 1,204', 'counter'],
    ['ڕاپۆرتی: هێمن ڕەسوڵ', 'by'],
    ['هن خبر بابت پنهنجي راءِ ڏيو', 'comments'],
    ['اهو به پڙهو', 'read-also'],
    ['ئىنكاس قوشۇش', 'comments'],
    ['ئوخشاش تېمىدىكى يازمىلار', 'related'],
    ['كۆرۈلۈش سانى: 811', 'counter'],
    ['މި ލިޔުން ޝެއަރ ކުރައްވާ', 'share'],
    ['שיקט די נייעס פאר א פריינד', 'share'],
    ['זיך רעגיסטרירט: מיטוואך יוני 12, 2019', 'account'],
    ['פארזעצונג קומט', 'pager'],
    ['No media source currently available', 'player'],
  ])('%s', (line, cue) => {
    expect(cuesOf(line)).toContain(cue);
  });
});

describe('bylines', () => {
  test.each<
    readonly [lang: string, line: string, authors: readonly string[], photographers: readonly string[]]
  >([
    ['he', 'מערכת השחר', ['מערכת השחר'], []],
    ['he', 'נכתב על ידי דנה לוי', ['דנה לוי'], []],
    ['he', 'כתבה וצילמה: דנה לוי', ['דנה לוי'], []],
    ['ur', 'از قلم: نعیم احمد', ['نعیم احمد'], []],
    ['ps', 'راپور او انځورونه: رڼا شینواری', ['رڼا شینواری'], []],
    ['ckb', 'ڕاپۆرت و وێنە: هێمن ڕەسوڵ', ['هێمن ڕەسوڵ'], []],
    ['ur', 'ادارت: شکور رحیم', ['شکور رحیم'], []],
    ['ps', 'انځورونه: روح الله کاکړ', [], ['روح الله کاکړ']],
    ['ckb', 'ڕاپۆرتی: هێمن ڕەسوڵ', ['هێمن ڕەسوڵ'], []],
    ['ckb', 'سازدانی: هێمن ڕەسوڵ', ['هێمن ڕەسوڵ'], []],
    ['sd', 'سهيڙيندڙ: نذير سيال', ['نذير سيال'], []],
    ['ug', 'ئىختىيارىي مۇخبىرىمىز مىھراي تۇرسۇن', ['مىھراي تۇرسۇن'], []],
    ['ug', 'سۆھبەتنى ئېلىپ بارغۇچى: نۇرئەلا ياقۇپ', ['نۇرئەلا ياقۇپ'], []],
    ['dv', 'އޭއެފްޕީ', ['އޭއެފްޕީ'], []],
    ['yi', 'געשריבן דורך י. מ. פריעדמאן', ['י. מ. פריעדמאן'], []],
    ['yi', 'אָנגעפֿירט דורך לייבל קאַפּלאַן', ['לייבל קאַפּלאַן'], []],
  ])('%s: %s', (lang, line, authors, photographers) => {
    const reading = readByline(line, lang);
    expect(reading?.authors).toEqual(authors);
    expect(reading?.photographers).toEqual(photographers);
    expect(reading?.place).toBeNull();
  });

  test('a Kurdish translation says from which language', () => {
    expect(readByline('لە ئینگلیزییەوە: هێمن ڕەسوڵ', 'ckb')?.translators).toEqual(['هێمن ڕەسوڵ']);
  });
});

describe('dates', () => {
  test.each<readonly [lang: string, line: string, published: string | null, updated: string | null]>([
    ['ur', '12 مارچ 2025 بوقت 10:15 شب', '2025-03-12T22:15', null],
    ['ur', 'اپ ڈیٹ کی گئی 3 اگست 2025', null, '2025-08-03'],
    ['ps', '12 مې 2025', '2025-05-12', null],
    ['ps', 'خپرېدو نېټه: ۲۷ سپتمبر ۲۰۲۵', '2025-09-27', null],
    ['ckb', 'لە ڕێکەوتی ١٢ی ئایاری ٢٠٢٥', '2025-05-12', null],
    ['ckb', '5ی نۆڤێمبەری 2025', '2025-11-05', null],
    ['ckb', '3ی سێپتێمبەری 2025', '2025-09-03', null],
    ['ckb', '7ی فێبرواری 2025', '2025-02-07', null],
    ['ckb', 'کات: 10:20 | بەروار: 12-3-2025', '2025-03-12T10:20', null],
    ['sd', 'شايع ٿيڻ جي تاريخ: 12 اپريل 2025', '2025-04-12', null],
    ['dv', '12 މާޗް 2025، 20:15', '2025-03-12T20:15', null],
    ['yi', '\u05d0\u05f1גוסט 12, 2025', '2025-08-12', null],
  ])('%s: %s', (lang, line, published, updated) => {
    const reading = readDate(line, lang);
    expect(reading?.published).toBe(published);
    expect(reading?.updated).toBe(updated);
    expect(reading?.rest).toBe('');
  });
});

test('a Sindhi header may name the section in either word', () => {
  const bytes = new TextEncoder().encode('عنوان: نئين پل کلي وئي\nسيڪشن: سنڌ\n\nنئين پل اڄ صبح کلي وئي.\n');
  expect(readSource('articles/pul.txt', bytes, null).header).toMatchObject({ section: 'سنڌ' });
});
