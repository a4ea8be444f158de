/** Time zones: how far a zone is from UTC at an instant. The one thing taken from the runtime is its zone data. */

const MINUTE = 60_000;
const DAY = 86_400_000;
/** No zone has changed its clocks twice within so few days. */
const STEP = 4 * DAY;
const MEAN_YEAR = 365.2425 * DAY;
/** A little less than what a Date can hold, in milliseconds. */
const LAST_INSTANT = 8.6e15;

/** Offsets of a zone in the span of one year: `offsets[i]` minutes from `starts[i]` on. */
interface Year {
  readonly starts: readonly number[];
  readonly offsets: readonly number[];
}

class Zone {
  readonly #formatter: Intl.DateTimeFormat;
  readonly #years = new Map<number, Year>();

  constructor(name: string) {
    this.#formatter = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  }

  /** Minutes ahead of UTC at an instant (milliseconds since 1970). */
  offset(instant: number): number {
    // A span of the length of a year is as good as the calendar's.
    const number = 1970 + Math.floor(instant / MEAN_YEAR);
    let year = this.#years.get(number);
    if (year === undefined) {
      year = this.#survey(number);
      this.#years.set(number, year);
    }
    let at = year.starts.length - 1;
    while (at > 0 && (year.starts[at] ?? 0) > instant) at -= 1;
    return year.offsets[at] ?? 0;
  }

  #survey(number: number): Year {
    const end = (number + 1 - 1970) * MEAN_YEAR;
    let before = Math.floor(((number - 1970) * MEAN_YEAR) / MINUTE) * MINUTE;
    let offset = this.#measure(before);
    const starts = [before];
    const offsets = [offset];
    while (before < end) {
      const after = Math.min(before + STEP, end);
      const next = this.#measure(after);
      if (next !== offset) {
        starts.push(this.#change(before, after, offset));
        offsets.push(next);
        offset = next;
      }
      before = after;
    }
    return { starts, offsets };
  }

  /** The minute at which the offset stops being `offset`. */
  #change(from: number, to: number, offset: number): number {
    let before = from;
    let after = to;
    while (after - before > MINUTE) {
      const middle = before + Math.floor((after - before) / 2 / MINUTE) * MINUTE;
      if (this.#measure(middle) === offset) before = middle;
      else after = middle;
    }
    return after;
  }

  #measure(instant: number): number {
    const [month, day, year, hour, minute, second] = (
      this.#formatter.format(instant).match(/\d+/g) ?? []
    ).map(Number);
    const local = Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0, second ?? 0);
    return Math.round((local - instant) / MINUTE);
  }
}

const zones = new Map<string, Zone | null>();

function zone(name: string): Zone | null {
  const known = zones.get(name);
  if (known !== undefined) return known;
  let made: Zone | null = null;
  try {
    made = new Zone(name);
  } catch {
    // RangeError: the runtime knows no such zone.
  }
  if (zones.size < 1000) zones.set(name, made);
  return made;
}

/** Whether a name such as `Africa/Tripoli` is a time zone. */
export function isTimeZone(name: string): boolean {
  return zone(name) !== null;
}

/** Minutes ahead of UTC of a zone at an instant (milliseconds since 1970). An unknown zone counts as UTC. */
export function offsetAt(name: string, instant: number): number {
  if (!(Math.abs(instant) < LAST_INSTANT)) return 0;
  return zone(name)?.offset(instant) ?? 0;
}

/**
 * The instant (milliseconds since 1970) at which clocks in a zone show this time (milliseconds as if it were UTC): the
 * first one where clocks go back, and as much later as was skipped where they go forward.
 */
export function instantOf(name: string, local: number): number {
  const at = (nearby: number): number => local - offsetAt(name, nearby) * MINUTE;
  const before = at(local - DAY);
  const after = at(local + DAY);
  return at(before) === before || at(after) !== after ? before : after;
}

/** `+02:00`, in ASCII, for machines. */
export function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
