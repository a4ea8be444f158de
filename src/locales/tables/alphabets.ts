/** The letters of each language, in the order of its dictionaries. */
import type { StringsLang } from '../types.js';

/** The letters of a language. */
export interface Alphabet {
  /** In order; a digraph that counts as a letter is one entry. */
  readonly letters: readonly string[];
  /** Other shapes, by the letter that they are sorted with. */
  readonly variants: Readonly<Record<string, string>>;
  /** Vowel marks and joiners: printed, but no part of the order. */
  readonly marks: string;
  /** Digits and punctuation beside the European ones. */
  readonly signs: string;
  /** Letters of neighbouring languages, in names and quotations. */
  readonly guests: string;
}

function alphabet(
  letters: string,
  variants: Record<string, string>,
  marks: string,
  signs: string,
  guests = '',
): Alphabet {
  return { letters: letters.split(' '), variants, marks, signs, guests };
}

const TASHKEEL = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640';
const JOINERS = '\u200c\u200d';
const INDIC = '٠١٢٣٤٥٦٧٨٩';
const PERSIAN = '۰۱۲۳۴۵۶۷۸۹';
const ARABIC_SIGNS = '،؛؟٪٫٬';
const ARABIC_GUESTS = 'ءآأؤإئثحذصضطظعكةهويى';
const NIQQUD =
  '\u05b0\u05b1\u05b2\u05b3\u05b4\u05b5\u05b6\u05b7\u05b8\u05b9\u05ba\u05bb\u05bc\u05bf\u05c1\u05c2\u05c7';
const FINALS = { כ: 'ך', מ: 'ם', נ: 'ן', פ: 'ף', צ: 'ץ' };
const ALEFBET = 'א ב ג ד ה ו ז ח ט י כ ל מ נ ס ע פ צ ק ר ש ת';

/** The alphabets by language. */
export const alphabets: Readonly<Record<StringsLang, Alphabet>> = {
  ar: alphabet(
    'ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي',
    { ا: 'ءآأإٱ', ه: 'ة', و: 'ؤ', ي: 'ىئ' },
    TASHKEEL + JOINERS,
    INDIC + ARABIC_SIGNS,
    'پچژڤگکی﴾﴿',
  ),
  ckb: alphabet(
    'ئ ا ب پ ت ج چ ح خ د ر ڕ ز ژ س ش ع غ ف ڤ ق ک گ ل ڵ م ن ھ ە و ۆ وو ی ێ',
    { ھ: 'ه' },
    JOINERS,
    INDIC + ARABIC_SIGNS,
    ARABIC_GUESTS,
  ),
  dv: alphabet(
    'ހ ށ ނ ރ ބ ޅ ކ އ ވ މ ފ ދ ތ ލ ގ ޏ ސ ޑ ޒ ޓ ޔ ޕ ޖ ޗ ޘ ޙ ޚ ޛ ޜ ޝ ޞ ޟ ޠ ޡ ޢ ޣ ޤ ޥ ޱ \u07a6 \u07a7 \u07a8 \u07a9 \u07aa \u07ab \u07ac \u07ad \u07ae \u07af \u07b0',
    {},
    '',
    '،؛؟',
  ),
  en: alphabet('a b c d e f g h i j k l m n o p q r s t u v w x y z', {}, '', ''),
  fa: alphabet(
    'آ ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی',
    { ا: 'ءأ', و: 'ؤ', ه: 'ۀ', ی: 'ئ' },
    `${TASHKEEL}\u0654${JOINERS}`,
    PERSIAN + ARABIC_SIGNS,
    ARABIC_GUESTS,
  ),
  he: alphabet(ALEFBET, FINALS, NIQQUD, '־׳״₪'),
  ps: alphabet(
    'ا ب پ ت ټ ث ج ځ چ څ ح خ د ډ ذ ر ړ ز ژ ږ س ش ښ ص ض ط ظ ع غ ف ق ک ګ ل م ن ڼ و ه ي ې ی ۍ ئ',
    { ا: 'ءآأ', و: 'ؤ', ه: 'ۀ' },
    `${TASHKEEL}\u0654${JOINERS}`,
    PERSIAN + ARABIC_SIGNS,
    ARABIC_GUESTS,
  ),
  sd: alphabet(
    'ا ب ٻ ڀ ت ٿ ٽ ٺ ث پ ج ڄ جه ڃ چ ڇ ح خ د ڌ ڏ ڊ ڍ ذ ر ڙ ز س ش ص ض ط ظ ع غ ف ڦ ق ڪ ک گ ڳ گه ڱ ل م ن ڻ و ه ء ي',
    { ا: 'آأ', و: 'ؤ', ه: 'ھة', ي: 'ئ' },
    TASHKEEL + JOINERS,
    `${PERSIAN}${ARABIC_SIGNS}۽۾`,
    ARABIC_GUESTS,
  ),
  ug: alphabet(
    'ا ە ب پ ت ج چ خ د ر ز ژ س ش غ ف ق ك گ ڭ ل م ن ھ و ۇ ۆ ۈ ۋ ې ى ي',
    {},
    // U+0626 carries an initial vowel and is not heard.
    `ئ${JOINERS}`,
    ARABIC_SIGNS,
    ARABIC_GUESTS,
  ),
  ur: alphabet(
    'ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن ں و ہ ھ ء ی ے',
    { ا: 'آأ', و: 'ؤ', ہ: 'ۂۃ', ی: 'ئ', ے: 'ۓ' },
    `${TASHKEEL}\u0653\u0654\u0656\u0657${JOINERS}`,
    `${PERSIAN}${ARABIC_SIGNS}۔؀؁؂؃؎؏`,
  ),
  yi: alphabet(ALEFBET, { ...FINALS, ו: 'װױ', י: 'ײ' }, NIQQUD, '־׳״'),
};

/** Letters that look and sound alike across the languages of one script: a foreign one is sorted as the own one. */
export const TWINS: readonly string[] = ['كکڪ', 'يیى', 'هہھە', 'ةۃ', 'گګ'];
