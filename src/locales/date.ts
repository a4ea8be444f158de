/** Dates as readers see them, in one or two calendars, and as machines read them. */

import {
  type Calendar,
  type CalendarDate,
  calendarDate,
  dayNumber,
  isHebrewLeap,
  weekday,
} from '../calendar.js';
import type { Moment } from '../model.js';
import { hebrewNumeral } from './hebrew.js';
import { digits } from './numbers.js';
import { placeOf } from './places.js';
import type { DatePattern, Locale, Numbering } from './types.js';
import { instantOf, offsetAt, offsetText } from './zones.js';

/** How a date is printed. */
export interface DateOptions {
  /** IANA name of the site's time zone: `Africa/Tripoli`. Unknown names count as UTC. */
  readonly timeZone: string;
  /** `second`: the locale's second calendar comes first. */
  readonly calendar?: 'first' | 'second' | undefined;
  /** Whether to give the second date; left out: as newsrooms of the locale do. */
  readonly second?: boolean | undefined;
  /** Days to move Hijri dates by, -2 to 2. Counts only where months begin when the moon is seen. */
  readonly hijriOffset?: number | undefined;
  /** Whether Gregorian months get both names where the language has two: `يونيو/حزيران`. */
  readonly dualMonths?: boolean | undefined;
  /** Digits of the site when they are not the locale's. */
  readonly digits?: Numbering | undefined;
}

/** A date in all the forms that a page prints. */
export interface DateParts {
  /** `2019-06-30`, or `2019-06-30T14:05+02:00` in the site's zone when a time is known. Always ASCII digits. */
  readonly iso: string;
  /** `30 يونيو 2019` */
  readonly long: string;
  /** With the day of the week. */
  readonly full: string;
  /** The same day in the other calendar; null when the locale has none, or it is off. */
  readonly second: string | null;
  /** `14:05 بتوقيت طرابلس`; null when no time is known. */
  readonly time: string | null;
}

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)?)?$/;
/** Minutes of a day, milliseconds of a minute. */
const DAY = 1440;
const MINUTE = 60_000;

/** How a moment is printed. A text that is no moment is given back as it is, without a date. */
export function formatDate(moment: Moment, locale: Locale, options: DateOptions): DateParts {
  return printerOf(locale, options).print(moment);
}

/** A month for an archive, in a calendar of the locale: its name, its year, and both together (`يونيو 2019`). */
export function monthParts(
  year: number,
  month: number,
  calendar: Calendar,
  locale: Locale,
): { readonly name: string; readonly year: string; readonly text: string } {
  const pattern = calendar === locale.calendars.second ? locale.patterns.second : locale.patterns.first;
  const print = (template: string): string =>
    fill(template, pattern, { year, month, day: 1 }, calendar, locale, locale.numbering);
  return { name: print('{MMMM}'), year: print('{y}'), text: print(pattern.month) };
}

/** Prints for one locale and one set of options. Days and minutes recur all over a site: each is composed once. */
class Printer {
  readonly #locale: Locale;
  readonly #options: DateOptions;
  readonly #numbering: Numbering;
  readonly #days = new Map<number, DateParts>();
  readonly #times = new Map<number, { readonly iso: string; readonly text: string }>();

  constructor(locale: Locale, options: DateOptions) {
    this.#locale = locale;
    this.#options = { ...options };
    this.#numbering = options.digits ?? locale.numbering;
  }

  serves(options: DateOptions): boolean {
    const own = this.#options;
    return (
      own.timeZone === options.timeZone &&
      own.digits === options.digits &&
      own.calendar === options.calendar &&
      own.second === options.second &&
      own.dualMonths === options.dualMonths &&
      own.hijriOffset === options.hijriOffset
    );
  }

  print(moment: Moment): DateParts {
    const [, year, month, day, hour = '', minute = '', offset] = MOMENT.exec(moment) ?? [];
    const date = { year: Number(year), month: Number(month), day: Number(day) };
    const number = dayNumber('gregory', date);
    if (number === null) return { iso: moment, long: moment, full: moment, second: null, time: null };
    if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return this.#day(number);
    const { timeZone } = this.#options;
    const clock = (number * DAY + Number(hour) * 60 + Number(minute)) * MINUTE;
    const instant =
      offset === undefined ? instantOf(timeZone, clock) : clock - offsetMinutes(offset) * MINUTE;
    const ahead = offsetAt(timeZone, instant);
    const local = instant / MINUTE + ahead;
    const localDay = Math.floor(local / DAY);
    const { iso, long, full, second } = this.#day(localDay);
    const time = this.#time(local - localDay * DAY, ahead);
    return { iso: iso + time.iso, long, full, second, time: time.text };
  }

  #day(number: number): DateParts {
    const kept = this.#days.get(number);
    if (kept !== undefined) return kept;
    const { calendars, patterns, fullDate, weekdays } = this.#locale;
    const { calendar = 'first', second = calendars.showSecond } = this.#options;
    const inFirst = (): string => this.#printIn(calendars.first, patterns.first, number);
    const inSecond = (): string | null =>
      calendars.second === null ? null : this.#printIn(calendars.second, patterns.second, number);
    const swapped = calendar === 'second' && calendars.second !== null;
    const long = (swapped ? inSecond() : null) ?? inFirst();
    const full = fullDate.replace('{EEEE}', weekdays[weekday(number)] ?? '').replace('{date}', long);
    const beside = second ? (swapped ? inFirst() : inSecond()) : null;
    const printed = { iso: isoDay(number), long, full, second: beside, time: null };
    return keep(this.#days, number, printed);
  }

  /** `minutes` since midnight, in a zone `ahead` minutes before UTC. */
  #time(minutes: number, ahead: number): { readonly iso: string; readonly text: string } {
    const key = minutes + ahead * DAY;
    const kept = this.#times.get(key);
    if (kept !== undefined) return kept;
    const { clock, zone, lang } = this.#locale;
    const hour = Math.floor(minutes / 60);
    const time = clock.pattern
      .replace('{h}', clock.hours === 12 ? String(hour % 12 || 12) : two(hour))
      .replace('{mm}', two(minutes % 60))
      .replace('{period}', clock.periods.findLast(([from]) => from <= hour)?.[1] ?? '');
    const place = placeOf(this.#options.timeZone, lang, ahead);
    const size = Math.abs(ahead);
    const offset = size % 60 === 0 ? String(size / 60) : `${Math.floor(size / 60)}:${two(size % 60)}`;
    const text = (place !== null ? zone.named : ahead < 0 ? zone.behind : zone.ahead)
      .replace('{place}', place ?? '')
      .replace('{offset}', offset)
      .replace('{time}', time);
    const iso = `T${two(hour)}:${two(minutes % 60)}${offsetText(ahead)}`;
    return keep(this.#times, key, { iso, text: digits(text, this.#numbering) });
  }

  #printIn(calendar: Calendar, pattern: DatePattern, number: number): string {
    const moves = calendar.startsWith('islamic') && this.#locale.calendars.sighted;
    const moved = number + (moves ? clamp(this.#options.hijriOffset ?? 0) : 0);
    const date = calendarDate(calendar, moved);
    const printed = fill(pattern.date, pattern, date, calendar, this.#locale, this.#numbering);
    const other = this.#locale.otherMonths?.[date.month - 1];
    if (!this.#options.dualMonths || calendar !== 'gregory' || other === undefined) return printed;
    const name = this.#locale.months.gregory?.[date.month - 1] ?? '';
    return name === other ? printed : printed.replace(name, `${name}/${other}`);
  }
}

const printers = new WeakMap<Locale, Printer[]>();
/** More than any site has: its options come from the config. */
const KEPT_PRINTERS = 50;

function printerOf(locale: Locale, options: DateOptions): Printer {
  const known = printers.get(locale) ?? [];
  const found = known.find((printer) => printer.serves(options));
  if (found !== undefined) return found;
  const made = new Printer(locale, options);
  printers.set(locale, [...known.slice(-KEPT_PRINTERS), made]);
  return made;
}

/** Remembers a value; an overfull memory starts again, so that a long watch session does not grow. */
function keep<K, V>(memory: Map<K, V>, key: K, value: V): V {
  if (memory.size >= 20_000) memory.clear();
  memory.set(key, value);
  return value;
}

function clamp(days: number): number {
  return Number.isFinite(days) ? Math.max(-2, Math.min(2, Math.trunc(days))) : 0;
}

function fill(
  template: string,
  pattern: DatePattern,
  date: CalendarDate,
  calendar: Calendar,
  locale: Locale,
  numbering: Numbering,
): string {
  const write = (n: number): string =>
    pattern.digits === 'letters' ? hebrewNumeral(n) : digits(String(n), numbering);
  const leapAdar = calendar === 'hebrew' && date.month === 7 && isHebrewLeap(date.year);
  const name = locale.months[calendar]?.[leapAdar ? 13 : date.month - 1] ?? '';
  return template
    .replace('{d}', write(date.day))
    .replace('{MMMM}', name)
    .replace('{y}', write(date.year + pattern.yearOffset));
}

function isoDay(number: number): string {
  const { year, month, day } = calendarDate('gregory', number);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4, 6));
  return offset.startsWith('-') ? -minutes : minutes;
}
