/** How a site prints texts in a language: by the tables of the locale, and as its config wants dates and digits. */
import type { Config } from '../config.js';
import type { DateOptions } from '../locales/date.js';
import { locale, withNumbering } from '../locales/locale.js';
import type { Locale } from '../locales/types.js';
import type { Lang } from '../model.js';

/** The locale of a language, in the digits of the site. */
export function printedLocale({ dates }: Config, lang: Lang): Locale {
  const own = locale(lang);
  return dates.digits === null ? own : withNumbering(own, dates.digits);
}

/** For `formatDate`. `timeZone`: the site's. */
export function dateOptions({ dates }: Config, timeZone: string, printed: Locale): DateOptions {
  return {
    timeZone,
    calendar: dates.calendar,
    second: dates.secondCalendar ?? undefined,
    hijriOffset: dates.hijriOffset,
    digits: printed.numbering,
  };
}
