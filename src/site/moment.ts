/** Moments as numbers, to sort by, and in the two forms that machines read. A time counts minutes since 1970. */
import { dayNumber } from '../calendar.js';
import { instantOf, offsetAt, offsetText } from '../locales/zones.js';
import type { Moment } from '../model.js';

const MOMENT =
  /^(\d{4})-(\d\d)-(\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?:(Z)|([+-])(\d\d):([0-5]\d))?)?$/;
/** Milliseconds of a minute. */
const MS = 60_000;
const HOUR = 60;
/** Minutes of a day. */
export const DAY = 24 * HOUR;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A day without a time begins at midnight in the site's zone. null: no such moment. */
export function timeOf(moment: Moment, timeZone: string): number | null {
  const found = MOMENT.exec(moment);
  if (found === null) return null;
  const [, year, month, day, hour = '0', minute = '0', utc, sign, offsetHour = '0', offsetMinute = '0'] =
    found;
  const number = dayNumber('gregory', { year: Number(year), month: Number(month), day: Number(day) });
  if (number === null) return null;
  const local = number * DAY + Number(hour) * HOUR + Number(minute);
  if (utc === undefined && sign === undefined) return instantOf(timeZone, local * MS) / MS;
  const ahead = Number(offsetHour) * HOUR + Number(offsetMinute);
  return sign === '-' ? local + ahead : local - ahead;
}

/** `Sun, 30 Jun 2019 14:05:00 +0200`: RFC 822 with four digits of the year, in the site's zone. */
export function rfc822(time: number, timeZone: string): string {
  const ahead = offsetAt(timeZone, time * MS);
  const local = new Date((time + ahead) * MS);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${WEEKDAYS[local.getUTCDay()]}, ${two(local.getUTCDate())} ${MONTHS[local.getUTCMonth()]}`;
  const clock = `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}:00`;
  return `${day} ${String(local.getUTCFullYear()).padStart(4, '0')} ${clock} ${offsetText(ahead).replace(':', '')}`;
}

/** `2019-06-30T14:05:00+02:00`: RFC 3339, in the site's zone. */
export function rfc3339(time: number, timeZone: string): string {
  const ahead = offsetAt(timeZone, time * MS);
  return `${new Date((time + ahead) * MS).toISOString().slice(0, 19)}${offsetText(ahead)}`;
}

/** As precise as the moment was written: `2019-06-30` stays a day, a time gets its offset. */
export function machineDate(moment: Moment, timeZone: string): string | null {
  const time = timeOf(moment, timeZone);
  if (time === null) return null;
  return moment.length === 10 ? moment : rfc3339(time, timeZone);
}
