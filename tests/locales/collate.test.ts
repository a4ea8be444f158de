import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet } from '../../src/locales/alphabet.js';
import { compareNames } from '../../src/locales/collate.js';
import { locales } from '../../src/locales/locale.js';
import { cpuTime } from '../cpu-time.js';

const sorted = (lang: string, names: string): string => names.split(' ').sort(compareNames(lang)).join(' ');

describe('compareNames', () => {
  test.each([
    ['ar', 'أحمد باسم خالد علي غادة منى هدى وليد يوسف'],
    ['fa', 'آرش احمد بهرام پروین چنگیز حسن ژاله کامران گیتی محسن ونداد هما یاسر'],
    ['ur', 'احمد بلال پرویز تنویر ٹیپو ثاقب چاند ڈار ژوب گل نازیہ ہاشم یاسر'],
    ['ps', 'احمد بریالی ټولنه جمال ځلاند څانګه حمید ډاګ ږمنځ ښکلا ګل نور هیله'],
    ['ckb', 'ئاسۆ ئەحمەد بەختیار پەری ژیان شیلان ڤیان گوڵان ھەژار ەسپ وریا ۆرین یوسف ێلین'],
    ['sd', 'احمد بشير ٻاگو ڀٽائي تاج ٿر ٽيڪم جمال ڄام جهانگير چانڊيو ڇوٽو ڏاهري ڳوٺ ڻاڻ'],
    ['ug', 'ئابلىز ئەخمەت باتۇر تۇرسۇن غۇلجا قاسىم كامىل گۈلنار ھاشىم ۋەلى'],
    ['dv', 'ހަސަން ޝަހީމް'],
    ['he', 'אבי בני דוד חנה כרמל מיכל פנחס צבי רון תמר'],
    ['yi', 'אַבֿרהם בערל װעלװל זלמן ייִדל לאה פֿײגע'],
  ])('%s goes by its own alphabet', (lang, names) => {
    expect(sorted(lang, names.split(' ').reverse().join(' '))).toBe(names);
  });

  test('puts vowel marks, tatweel, hamza and punctuation aside', () => {
    expect(sorted('ar', 'مُنى منال أحمد إبراهيم آمنة')).toBe('إبراهيم أحمد آمنة منال مُنى');
    expect(sorted('ar', 'محـمد محمود محمد')).toBe('محمد محـمد محمود');
    expect(sorted('fa', 'علي علی عماد')).toBe('علي علی عماد');
    expect(sorted('he', 'שָׁלוֹם שלי שלום')).toBe('שלום שָׁלוֹם שלי');
  });

  test('puts digits first, Latin after the own letters, other scripts last', () => {
    expect(sorted('ar', 'Éric يوسف ٢٤ علي CNN 11 Ωmega bbc')).toBe('11 ٢٤ علي يوسف bbc CNN Éric Ωmega');
  });

  test('goes word by word', () => {
    const names = ['علياء', 'علي يوسف', 'علي'];
    expect(names.sort(compareNames('ar'))).toEqual(['علي', 'علي يوسف', 'علياء']);
  });

  test('is a total order on anything', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[ءآأؤإئابةتثجحخ \u0640\u064b]{0,6}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...locales), name, name, name, ({ tag }, a, b, c) => {
        const compare = compareNames(tag);
        expect(Math.sign(compare(a, b))).toBe(-Math.sign(compare(b, a)) + 0 || 0);
        expect(compare(a, b) === 0).toBe(a === b);
        if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('of 10,000 names is quick', () => {
    const names = Array.from({ length: 10_000 }, (_, i) => `اسم ${(i * 7919) % 10_000} طويل بعض الشيء`);
    const before = cpuTime();
    expect(names.sort(compareNames('ar'))[0]).toBe('اسم 0 طويل بعض الشيء');
    expect(cpuTime() - before).toBeLessThan(2000);
  });
});

describe('alphabet', () => {
  test('has the letters that tell languages apart', () => {
    const has = (lang: string, letters: string): boolean =>
      [...letters].every((each) => alphabet(lang).includes(each));
    expect(has('ar-LY', 'ةىكيأإآؤئء٠٩0،؛؟٪«»')).toBe(true);
    expect(has('ar', 'پ') || has('fa', 'ي') || has('fa', 'ك') || has('fa', 'ة')).toBe(false);
    expect(has('fa', 'پچژگکی۰۹\u200c')).toBe(true);
    expect(has('ur', 'ٹڈڑںہھےۃ۔')).toBe(true);
    expect(has('ps', 'ټځڅډړږښګڼېۍ')).toBe(true);
    expect(has('ckb', 'ەێۆڕڵڤ')).toBe(true);
    expect(has('sd', 'ٻڀٿٽٺڄڃڇڌڏڊڍڙڦڪڳڱڻ۽۾')).toBe(true);
    expect(has('ug', 'ەڭۇۆۈۋېى')).toBe(true);
    expect(has('dv', 'ހޱ\u07a6\u07b0')).toBe(true);
    expect(has('yi', 'װױײ\u05b7\u05b8\u05bf')).toBe(true);
  });

  test('has spaces and digits, each letter once, and no Latin letters but in English', () => {
    for (const { tag, dir } of locales) {
      const letters = [...alphabet(tag)];
      expect(new Set(letters).size).toBe(letters.length);
      expect(alphabet(tag)).toContain(' ');
      expect(alphabet(tag)).toContain('0123456789');
      expect(/[a-z]/i.test(alphabet(tag))).toBe(dir === 'ltr');
    }
  });
});
