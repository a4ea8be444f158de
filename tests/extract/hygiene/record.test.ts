/** What a build does with the junk that texts carry: repaired where nobody sees it, reported where they do, recorded always. */
import { describe, expect, test } from 'vitest';
import { NO_RULES } from '../../../src/extract/rules/rules.js';
import type { Manuscript } from '../../../src/model.js';
import { prepare } from '../../../src/prepare.js';

const AR = {
  headline: 'الميناء القديم يستقبل أول سفينة منذ عشر سنوات',
  body: 'رست السفينة عند الرصيف الشمالي صباح الخميس، وكان في استقبالها عمال الميناء وأسرهم.',
  end: 'وقال مدير الميناء إن ثلاث سفن أخرى تصل قبل نهاية الشهر، وإن العمل يجري ليلاً ونهاراً.',
};
const FA = {
  headline: 'بندر قدیمی پس از ده سال نخستین کشتی را پذیرفت',
  body: 'کشتی صبح پنج‌شنبه در اسکلهٔ شمالی پهلو گرفت و کارگران بندر به استقبال آن رفتند.',
  end: 'مدیر بندر گفت که سه کشتی دیگر تا پایان ماه می‌رسند و کار شب و روز ادامه دارد.',
};
const HE = {
  headline: 'הנמל הישן קיבל ספינה ראשונה זה עשר שנים',
  body: 'הספינה עגנה ברציף הצפוני בבוקר יום חמישי, ופועלי הנמל ובני משפחותיהם קיבלו את פניה.',
  end: 'מנהל הנמל אמר כי שלוש ספינות נוספות יגיעו עד סוף החודש וכי העבודה נמשכת ביום ובלילה.',
};

function make(lines: readonly string[], path = 'articles/a.txt'): Manuscript {
  const bytes = new TextEncoder().encode(`${lines.join('\n\n')}\n`);
  return prepare(path, bytes, null, NO_RULES, (text) => String(text.length));
}

const idsOf = ({ diagnostics }: Manuscript) => diagnostics.map(({ id }) => id);

describe('what nobody sees is repaired and recorded', () => {
  test.each([
    [
      'no-break and thin spaces',
      AR,
      'رست\u00a0السفينة\u2009عند الرصيف',
      'رست السفينة عند الرصيف',
      'junk-space',
      'info',
    ],
    [
      'an override',
      AR,
      'رست \u202eالسفينة\u202c عند الرصيف',
      'رست السفينة عند الرصيف',
      'bidi-control',
      'warning',
    ],
    [
      'an embedding',
      AR,
      'رست \u202bالسفينة\u202c عند الرصيف',
      'رست السفينة عند الرصيف',
      'bidi-control',
      'info',
    ],
    [
      'direction marks for nothing',
      AR,
      'رست الس\u200fفينة عند الرصيف',
      'رست السفينة عند الرصيف',
      'useless-mark',
      'info',
    ],
    [
      'zero-width spaces',
      AR,
      'رست الس\u200bفينة عند الرصيف',
      'رست السفينة عند الرصيف',
      'invisible-character',
      'info',
    ],
    [
      'soft hyphens',
      AR,
      'رست الس\u00adفينة عند الرصيف',
      'رست السفينة عند الرصيف',
      'invisible-character',
      'info',
    ],
    [
      'drawn-out letters',
      AR,
      'رست الســـــفينة عند الرصيف',
      'رست السـفينة عند الرصيف',
      'tatweel-run',
      'info',
    ],
    [
      'presentation forms',
      AR,
      'رست ﺍﻟﺴﻔﻴﻨﺔ عند الرصيف',
      'رست السفينة عند الرصيف',
      'presentation-form',
      'info',
    ],
    [
      'a non-joiner at a space',
      FA,
      'کشتی صبح پنج‌شنبه\u200c رسید',
      'کشتی صبح پنج‌شنبه رسید',
      'zero-width-non-joiner',
      'info',
    ],
    [
      'a non-joiner in Hebrew',
      HE,
      'הספי\u200cנה עגנה ברציף',
      'הספינה עגנה ברציף',
      'zero-width-non-joiner',
      'info',
    ],
  ] as const)('%s', (_, base, dirty, clean, id, severity) => {
    for (const [path, mark] of [
      ['articles/a.txt', ''],
      ['articles/a.md', '# '],
    ] as const) {
      const body = `${dirty}. ${base.body}`;
      const made = make([mark + base.headline, body, base.end], path);
      expect(made.body.plain).toContain(`${clean}. `);
      expect(made.body.segments[0]).toMatchObject({ html: expect.stringContaining(`${clean}. `) });
      const record = made.diagnostics.filter((one) => one.id === id);
      expect(record).toMatchObject([{ severity, file: path, line: 3 }]);
      expect(record[0]?.column).toBeGreaterThan(1);
      expect(made.diagnostics).toHaveLength(1);
    }
  });

  test('a non-joiner that is spelling stays, and nothing is said', () => {
    const made = make([FA.headline, FA.body, FA.end]);
    expect(made.body.plain).toContain('پنج‌شنبه');
    expect(made.diagnostics).toEqual([]);
  });

  test('the headline and the header are cleaned as well', () => {
    const typed = make([`\u200fالميناء\u00a0القديم يستقبل أول سفينة منذ عشر سنوات`, AR.body, AR.end]);
    expect(typed.card.title).toBe(AR.headline);
    const bytes = new TextEncoder().encode(
      `title: الميناء\u00a0القديم \u202eيستقبل\u202c سفينة, اليوم\n\n${AR.body}\n\n${AR.end}\n`,
    );
    const stated = prepare('articles/a.txt', bytes, null, NO_RULES, () => '');
    expect(stated.card.title).toBe('الميناء القديم يستقبل سفينة, اليوم');
    expect(stated.diagnostics).toMatchObject([
      { id: 'bidi-control', line: 1, severity: 'warning' },
      { id: 'latin-punctuation', line: 1 },
    ]);
  });

  test('a line end inside a Markdown paragraph parts two words', () => {
    const made = make(
      [`# ${AR.headline}`, AR.body.replaceAll(' ', '\n'), AR.end.replace(' ', '\u00a0\n')],
      'a.md',
    );
    expect(made.body.segments[0]).toMatchObject({ html: expect.stringContaining('رست\nالسفينة\nعند') });
    expect(idsOf(made)).toEqual(['junk-space']);
  });

  test('code in Markdown is left as it is typed', () => {
    const made = make(
      [`# ${AR.headline}`, AR.body, 'يكتب الأمر `a\u00a0b(` هكذا.', '```\nx = [1, {\u00a0\n```', AR.end],
      'a.md',
    );
    const html = made.body.segments.map((one) => (one.kind === 'prose' ? one.html : '')).join('');
    expect(html).toContain('a\u00a0b(');
    expect(html).toContain('x = [1, {\u00a0');
    expect(idsOf(made)).not.toContain('unbalanced-bracket');
  });
});

/** A line as the screen shows it from left to right. */
const backwards = (line: string): string => [...line].reverse().join('');

describe('text in the order of the screen', () => {
  const forms = {
    headline: 'ﺍﻟﻤﻴﻨﺎﺀ ﺍﻟﻘﺪﻳﻢ ﻳﺴﺘﻘﺒﻞ ﺃﻭﻝ ﺳﻔﻴﻨﺔ ﻣﻨﺬ ﻋﺸﺮ ﺳﻨﻮﺍﺕ',
    body: 'ﺭﺳﺖ ﺍﻟﺴﻔﻴﻨﺔ ﻋﻨﺪ ﺍﻟﺮﺻﻴﻒ ﺍﻟﺸﻤﺎﻟﻲ ﺻﺒﺎﺡ ﺍﻟﺨﻤﻴﺲ، ﻭﻛﺎﻥ ﻓﻲ ﺍﺳﺘﻘﺒﺎﻟﻬﺎ ﻋﻤﺎﻝ ﺍﻟﻤﻴﻨﺎﺀ ﻭﺃﺳﺮﻫﻢ.',
  };

  test('shapes of letters that run backwards are turned round, line by line', () => {
    const made = make([backwards(forms.headline), backwards(forms.body), backwards(forms.body)]);
    expect(made.card.title).toBe(AR.headline);
    expect(made.body.plain.split('\n')[0]).toBe(AR.body);
    expect(made.diagnostics.find(({ id }) => id === 'visual-order')).toMatchObject({
      severity: 'warning',
      line: 1,
    });
  });

  test('Hebrew is known by the letters that only end words', () => {
    const made = make([backwards(HE.headline), backwards(HE.body), backwards(HE.end)]);
    expect(made.card.title).toBe(HE.headline);
    expect(made.body.plain).toBe(`${HE.body}\n${HE.end}`);
    expect(idsOf(made)).toEqual(['visual-order']);
  });

  test('numbers, Latin words and brackets keep their own order', () => {
    const visual = `.${backwards('قالت السفينة الكبيرة المرسومة')} 50% (2019) Read More ${backwards('إن المدينة المجاورة')}`;
    const made = make([AR.headline, visual, AR.body, AR.end]);
    expect(made.body.plain.split('\n')[0]).toBe(
      'إن المدينة المجاورة Read More (2019) 50% قالت السفينة الكبيرة المرسومة.',
    );
  });

  test('text that runs as it should is not touched', () => {
    for (const text of [AR, FA, HE])
      expect(make([text.headline, text.body, text.end]).diagnostics).toEqual([]);
  });
});

describe('text decoded with the wrong table', () => {
  const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  const utf8 = (text: string) => new TextEncoder().encode(text);

  test('UTF-8 read twice is undone', () => {
    const made = make([latin1(utf8(AR.headline)), latin1(utf8(AR.body)), latin1(utf8(AR.end))]);
    expect(made.card.title).toBe(AR.headline);
    expect(idsOf(made)).toEqual(['mojibake-undone']);
  });

  test('what is too damaged stays and is reported', () => {
    const damaged = `${AR.end} ط§ظ„ط§ظ‚طھطµ`;
    const made = make([AR.headline, AR.body, damaged]);
    expect(made.body.plain).toContain('ط§ظ„');
    expect(idsOf(made)).toContain('mojibake');
  });
});

describe('what readers see is reported and stays', () => {
  test.each([
    ['a Latin comma', AR, 'رست السفينة, ثم غادرت', 'latin-punctuation', 'info'],
    ['a Latin question mark', AR, 'هل تعود السفينة? لا أحد يعلم', 'latin-punctuation', 'info'],
    ['Arabic letters in Persian', FA, 'كشتي صبح رسيد', 'arabic-letter-in-persian', 'info'],
    ['two families of digits in a number', AR, 'بلغ العدد 20١٩ سفينة', 'mixed-digits', 'warning'],
    ['a comma twice', AR, 'رست السفينة،، ثم غادرت', 'doubled-punctuation', 'info'],
    ['a Hebrew comma twice', HE, 'הספינה עגנה,, ואז יצאה', 'doubled-punctuation', 'info'],
    ['a space before a comma', AR, 'رست السفينة ، ثم غادرت', 'space-before-punctuation', 'info'],
    ['a quotation that never ends', AR, 'قال «رست السفينة', 'unbalanced-quote', 'warning'],
    ['a bracket that never closes', AR, 'رست (السفينة الأولى', 'unbalanced-bracket', 'warning'],
  ] as const)('%s', (_, base, slip, id, severity) => {
    for (const path of ['articles/a.txt', 'articles/a.md']) {
      const made = make(
        [path.endsWith('md') ? `# ${base.headline}` : base.headline, `${slip}. ${base.body}`, base.end],
        path,
      );
      expect(made.body.plain).toContain(slip);
      expect(made.diagnostics).toMatchObject([{ id, severity, file: path, line: 3 }]);
    }
  });

  test('each kind is said once a file, with its first place and a count', () => {
    const many = Array.from(
      { length: 30 },
      (_, at) => `رست السفينة رقم ${at}, ثم غادرت، وقال مدير الميناء, إنها تعود\u00a0غداً ، ومعها ركاب.`,
    );
    const made = make([AR.headline, ...many, AR.end]);
    expect(made.diagnostics.map(({ id, line }) => [id, line])).toEqual([
      ['junk-space', 3],
      ['latin-punctuation', 3],
      ['space-before-punctuation', 3],
    ]);
    for (const one of made.diagnostics) expect(one.message).toMatch(/30 lines|29 more/);
  });

  test('lines that nobody publishes are not looked at', () => {
    const made = make([AR.headline, AR.body, AR.end, 'مواضيع ذات صلة', 'سفينة, أخرى (في الطريق']);
    expect(made.diagnostics).toEqual([]);
  });
});
