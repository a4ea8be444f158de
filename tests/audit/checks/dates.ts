import { formatDate } from '../../../src/locales/date.js';
import { locale } from '../../../src/locales/locale.js';
import { number, percent } from '../../../src/locales/numbers.js';
import { plural } from '../../../src/locales/plural.js';
import { pluralString } from '../../../src/locales/strings/index.js';
import { expected } from '../../locales/expected-dates.js';
import { expectSame, type Section } from '../check.js';
import { KINDS, type Sheet, THEMED } from '../sheet.js';

const EASTERN = /[\u0660-\u0669\u06f0-\u06f9]/;
const OF: Readonly<Record<string, RegExp>> = {
  latn: /[0-9]/,
  arab: /[\u0660-\u0669]/,
  arabext: /[\u06f0-\u06f9]/,
};

/** What the generator itself prints with digits. */
const PRINTED = 'time, .clock, .second-date, .reading-time, .pagination, .copyright, .correction-date bdi';

function machineFields(sheet: Sheet): [path: string, field: string][] {
  return sheet.paths('.html', '.xml', '.json').flatMap((path): [string, string][] => {
    const text = sheet.text(path);
    const attributes =
      text.match(/\s(?:datetime|href|src|id|class|style|width|height|data-[\w-]+)="[^"]*"/g) ?? [];
    const dates =
      text.match(/(?:time|[dD]ate\w*|pubDate|lastmod|updated|published)"?[>:=]\s*"?[^"<]*["<]/g) ?? [];
    return [
      ...attributes.filter((one) => !/data-(?:done|counts)=/.test(one)),
      ...(path.endsWith('.html') ? [] : dates),
    ].map((field) => [path, field]);
  });
}

/** Day and year by the calendar library of the platform, in European digits. */
function numbersIn(calendar: string): string[] {
  const parts = new Intl.DateTimeFormat(`en-u-ca-${calendar}-nu-latn`, {
    day: 'numeric',
    year: 'numeric',
    timeZone: 'UTC',
  });
  return parts
    .formatToParts(Date.UTC(2019, 5, 30))
    .filter(({ type }) => /day|year|relatedYear/i.test(type))
    .map(({ value }) => value);
}

export const dates: Section = {
  name: 'E. Numbers, dates, calendars',
  checks: [
    {
      item: 43,
      level: 'MUST',
      title: 'machine fields have ASCII digits only',
      run: (sheet) => {
        const fields = machineFields(sheet);
        const faults = fields.filter(([, field]) => EASTERN.test(field)).map((one) => one.join(': '));
        return { faults, figure: fields.length, unit: 'fields' };
      },
    },
    {
      item: 44,
      level: 'MUST',
      title: 'what the generator prints uses the digits of the site',
      run: async (sheet) => {
        const own = OF[sheet.locale.numbering];
        const texts = (
          await Promise.all(
            THEMED.map((kind) =>
              sheet.ask<string[]>(
                kind,
                `[...document.querySelectorAll('${PRINTED}')].map((one) => one.innerText)`,
              ),
            ),
          )
        ).flat();
        const others = Object.values(OF).filter((one) => one !== own);
        const faults = texts.filter((text) => others.some((one) => one.test(text)));
        return {
          faults: texts.length > 20 ? faults : [`only ${texts.length} texts`],
          figure: texts.length,
          unit: 'texts',
        };
      },
    },
    {
      item: 46,
      level: 'MUST',
      title: 'long and full dates are those of the published templates; no Latin letter, no ASCII comma',
      run: async (sheet) => {
        const wanted = expected['2019-06-30']?.[sheet.site.tag];
        const [full] = await sheet.ask<string[]>(
          'article',
          `[document.querySelector('.published time').innerText]`,
        );
        const short = await sheet.ask<string>('section', `document.querySelector('.story time').innerText`);
        const hebrew = sheet.locale.script === 'Hebr';
        return [
          ...expectSame('full', full, wanted?.[1]),
          ...expectSame('long', short, formatDate('2019-05-21', sheet.locale, { timeZone: 'UTC' }).long),
          ...[full, short].filter((text) => (hebrew ? /[A-Za-z]/ : /[A-Za-z,]/).test(text ?? '')).map(String),
        ];
      },
    },
    {
      item: 47,
      level: 'MUST',
      title: 'names of months by country',
      run: ({ locale: own }) => {
        const days = Object.entries(expected);
        const faults = days.flatMap(([day, by]) => {
          const { long, full } = formatDate(day, own, { timeZone: 'UTC' });
          return expectSame(day, [long, full], by[own.tag]);
        });
        return { faults, figure: days.length, unit: 'days' };
      },
    },
    {
      item: 48,
      level: 'MUST',
      title: 'each date is in a time element, with offset and named zone where a clock time is shown',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          `[...document.querySelectorAll('time')].filter((one) => !/^\\d{4}-\\d\\d-\\d\\d(T\\d\\d:\\d\\d(Z|[+-]\\d\\d:\\d\\d))?$/.test(one.dateTime)).map((one) => one.outerHTML)
            .concat([...document.querySelectorAll('.clock')].filter((one) => !/[\\p{L}\\p{M}]{4}/u.test(one.textContent)).map((one) => one.outerHTML))
            .concat([...document.querySelectorAll('.correction-date')].filter((one) => !one.querySelector('time')).map((one) => one.outerHTML))`,
        ),
    },
    {
      item: 49,
      level: 'SHOULD',
      title:
        'the second calendar stands after the first, isolated: 27 Shawwal 1440, 9 Tir 1398, 27 Sivan 5779',
      only: ({ locale: { calendars, patterns } }) =>
        calendars.second !== null && patterns.second.digits === 'digits',
      run: async (sheet) => {
        const [text = '', alone] = await sheet.ask<[string, boolean]>(
          'article',
          `(() => { const one = document.querySelector('bdi.second-date');
            return [one ? one.innerText : '', !!one && !!(one.compareDocumentPosition(document.querySelector('.published time')) & 2)]; })()`,
        );
        const { second } = sheet.locale.calendars;
        const offset = sheet.locale.patterns.second.yearOffset;
        const plain = text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) =>
          String(digit.charCodeAt(0) & 0xf),
        );
        const numbers = numbersIn(second ?? 'gregory').map((value) =>
          value.length > 2 ? String(Number(value) + offset) : value,
        );
        return [
          ...numbers.filter((value) => !plain.includes(value)),
          ...(alone ? [] : ['it does not follow the first']),
        ];
      },
    },
    {
      item: 50,
      level: 'SHOULD',
      title: 'Hijri days move by config, where the moon is sighted only',
      once: true,
      run: () => {
        const day = (tag: string, hijriOffset: number) =>
          formatDate('2019-06-30', locale(tag), { timeZone: 'UTC', second: true, hijriOffset }).second;
        return [
          ...expectSame(
            'ar-LY',
            [day('ar-LY', 0), day('ar-LY', 1), day('ar-LY', -2)],
            ['27 شوال 1440 هـ', '28 شوال 1440 هـ', '25 شوال 1440 هـ'],
          ),
          ...expectSame('ar-SA', day('ar-SA', 1), day('ar-SA', 0)),
        ];
      },
    },
    {
      item: 51,
      level: 'MUST',
      title: 'no relative time: each date on a page names its year',
      run: (sheet) =>
        sheet.faults(
          THEMED,
          `[...document.querySelectorAll('time')].filter((one) => !/[0-9\\u0660-\\u0669\\u06f0-\\u06f9]{4}/.test(one.textContent)).map((one) => one.outerHTML)`,
        ),
    },
    {
      item: 52,
      level: 'MUST',
      title: 'six Arabic plural forms',
      once: true,
      run: () => {
        const counts = [0, 1, 2, 3, 10, 11, 99, 100, 102, 103];
        const forms = ['zero', 'one', 'two', 'few', 'few', 'many', 'many', 'other', 'other', 'few'];
        const printed = new Set(
          counts.map((n) => pluralString(locale('ar'), 'readingTime', n).replace(/\d+/, '#')),
        );
        return [
          ...expectSame(
            'forms',
            counts.map((n) => plural('ar', n)),
            forms,
          ),
          ...(printed.size >= 5 ? [] : [`reading time has ${printed.size} forms`]),
        ];
      },
    },
    {
      item: 53,
      level: 'SHOULD',
      title: 'percent, decimal and group signs by locale',
      once: true,
      run: () => [
        ...expectSame('ar-LY', number(1234.56, locale('ar-LY')), '1.234,56'),
        ...expectSame('ar-EG', percent(0.125, locale('ar-EG')), '١٢٫٥٪'),
        ...expectSame('fa-IR', percent(0.38, locale('fa-IR')), '۳۸٪'),
        ...expectSame('he-IL', number(1234.56, locale('he-IL')), '1,234.56'),
      ],
    },
    {
      item: 54,
      level: 'SHOULD',
      title: "ordered lists count in the site's digits",
      run: async (sheet) => {
        const style = await sheet.ask<string>(
          'notebook',
          `(() => { const one = document.querySelector('.article-body ol'); return one ? getComputedStyle(one).listStyleType : 'there is no list'; })()`,
        );
        return expectSame(
          'list',
          style,
          { latn: 'decimal', arab: 'arabic-indic', arabext: 'persian' }[sheet.locale.numbering],
        );
      },
    },
    {
      item: 55,
      level: 'SHOULD',
      title: 'the language reaches every text, so that digits have its shapes',
      run: (sheet) =>
        sheet.faults(
          KINDS,
          `[...document.querySelectorAll('body, time, .reading-time, .pagination, .article-body p:not([lang])')]
            .filter((one) => one.closest('[lang]').lang !== '${sheet.site.tag}').map((one) => one.outerHTML.slice(0, 60))`,
        ),
    },
    {
      item: 56,
      level: 'SHOULD',
      title: 'archive pages by month of each calendar, found from the archive',
      run: (sheet) => {
        const { first, second } = sheet.locale.calendars;
        // The newest article is of 30 June 2019.
        const paths: Readonly<Record<string, string>> = {
          gregory: 'archive/2019/06.html',
          persian: 'archive/1398/04.html',
          'islamic-umalqura': 'archive/1440/10.html',
          'islamic-civil': 'archive/1440/10.html',
          hebrew: 'archive/5779/10.html',
        };
        const months = sheet.text('archive/months.html');
        return [
          ...[first, second].flatMap((calendar) => {
            const path = calendar === null ? '' : (paths[calendar] ?? '');
            if (path === '') return [];
            if (!sheet.site.files.has(path)) return [`${calendar}: no ${path}`];
            return months.includes(path.replace('archive/', '')) ? [] : [`${calendar}: no link to ${path}`];
          }),
          ...(/archive\/months\.html#y-\d{4}"/.test(sheet.text('archive/index.html'))
            ? []
            : ['no years in the archive']),
        ];
      },
    },
  ],
  absent: [
    {
      item: 45,
      level: 'MUST',
      title: 'numbering and calendar passed explicitly; equal under two versions of ICU',
      state: 'tested elsewhere',
      reason:
        'Own tables and own calendar arithmetic; tests/locales/frozen.test.ts, tests/locales/calendar.test.ts.',
    },
  ],
};
