/** The archive by months, of each calendar that dates are shown in: a page a month, and one that leads to them. */
import { type Calendar, calendarDate, dayNumber } from '../../calendar.js';
import { monthParts } from '../../locales/date.js';
import { string } from '../../locales/strings/index.js';
import type { Page } from '../../model.js';
import type { Context, Frame } from '../context.js';
import { ARCHIVE, MONTHS } from '../paths.js';
import type { Planner } from '../planner.js';
import type { Story } from '../site.js';
import type { LinkView, MonthsView, MonthView } from '../views.js';
import { pageView } from './head.js';
import { paginationView } from './list-views.js';
import { type ListPage, paginate } from './paginate.js';
import { storyLink } from './story-view.js';

/** Headlines on one page: a month of most newsrooms. */
const PAGE_SIZE = 250;

/** A month of the archive. `year` and `month` count as its calendar does, from 1. */
export interface Month {
  readonly calendar: Calendar;
  readonly year: number;
  readonly month: number;
  /** Newest first. */
  readonly stories: readonly Story[];
}

/** The months that have a story, newest first, one calendar after the other. */
export function monthsOf(context: Context): Month[] {
  const { site, config } = context;
  const { locale } = framed(context);
  const { first, second, showSecond, sighted } = locale.calendars;
  const shown = config.dates.secondCalendar ?? showSecond;
  const calendars =
    second !== null && (shown || config.dates.calendar === 'second') ? [first, second] : [first];
  const found = calendars.map(() => new Map<string, { first: Omit<Month, 'stories'>; stories: Story[] }>());
  for (const story of site.stories.slice(0, site.dated)) {
    const day = dayOf(context, story);
    if (day === null) continue;
    for (const [index, calendar] of calendars.entries()) {
      const moved = calendar.startsWith('islamic') && sighted ? config.dates.hijriOffset : 0;
      const { year, month } = calendarDate(calendar, day + moved);
      const key = `${year} ${month}`;
      const known = found[index]?.get(key);
      if (known === undefined) found[index]?.set(key, { first: { calendar, year, month }, stories: [story] });
      else known.stories.push(story);
    }
  }
  return found.flatMap((months) =>
    [...months.values()].map((one) => ({ ...one.first, stories: one.stories })),
  );
}

/** Every page of the months, with the newest story on it: for the sitemap. */
export function monthPages(months: readonly Month[]): { path: string; newest: Story | undefined }[] {
  if (months.length === 0) return [];
  const pages = months.flatMap((month) =>
    paginate(month.stories.length, PAGE_SIZE).map((page) => ({
      path: pathOf(month, page),
      newest: month.stories[page.start],
    })),
  );
  return [{ path: MONTHS, newest: months[0]?.stories[0] }, ...pages];
}

/** The years of the first calendar, for the archive: each leads to its months. */
export function yearLinks(context: Context, frame: Frame, months: readonly Month[]): LinkView[] {
  const own = months.filter(({ calendar }) => calendar === months[0]?.calendar);
  const labels = new Map(own.map((month) => [month.year, labelOf(context, month).year]));
  return [...labels].map(([year, text]) => ({
    text,
    href: `${frame.href(MONTHS)}#y-${year}`,
    lang: null,
    dir: null,
  }));
}

/** Adds the pages of the months and the one that leads to them; nothing without a dated story. */
export function planMonths(planner: Planner, months: readonly Month[], pages: Page[]): void {
  const { context } = planner;
  if (months.length === 0) return;
  const named = months.map(({ calendar, year, month }) => [calendar, year, month]);
  const base = `${framed(context).key('months')}\n${JSON.stringify(named)}`;
  const overview = planner.page(MONTHS, base, [], () => ({
    path: MONTHS,
    kind: 'month',
    key: context.digest(base),
    article: null,
    render: () => {
      const { context: now } = planner;
      return now.theme.render('months', monthsView(now, framed(now), months));
    },
  }));
  pages.push(overview);
  for (const [index, month] of months.entries()) {
    const beside = (other: Month | undefined): Month | null =>
      other?.calendar === month.calendar ? other : null;
    const around = { newer: beside(months[index - 1]), older: beside(months[index + 1]) };
    for (const page of paginate(month.stories.length, PAGE_SIZE))
      planMonth(planner, month, page, around, pages);
  }
}

interface Around {
  readonly newer: Month | null;
  readonly older: Month | null;
}

function planMonth(planner: Planner, month: Month, page: ListPage, around: Around, pages: Page[]): void {
  const { context } = planner;
  const path = pathOf(month, page);
  const shown = month.stories.slice(page.start, page.end);
  const frameNow = (now: Context): Frame => now.frame(now.site.lang, path, null, shown[0] ?? null);
  const near = [around.newer, around.older].map((one) => one && [one.year, one.month]);
  const { number, total } = page;
  const base = `${frameNow(context).key('month')}\n${JSON.stringify([month.calendar, near, number, total])}`;
  const made = planner.page(path, base, shown, () => {
    // A headline is all that is shown of a story: an edited text changes nothing here.
    const lines = shown.map(({ card, path: to }) => `${to} ${card.title} ${card.lang} ${card.published}`);
    return {
      path,
      kind: 'month',
      key: context.digest(`${base}\n${lines.join('\n')}`),
      article: null,
      render: () => {
        const { context: now } = planner;
        return now.theme.render('month', monthView(now, frameNow(now), month, page, around));
      },
    };
  });
  pages.push(made);
}

/** `archive/1398/04.html`; older pages of a month of very many stories: `04-1.html`. */
function pathOf({ year, month }: Month, { number, total }: Pick<ListPage, 'number' | 'total'>): string {
  const part = number === total ? '' : `-${number}`;
  return `${ARCHIVE}/${year}/${String(month).padStart(2, '0')}${part}.html`;
}

function monthView(context: Context, frame: Frame, month: Month, page: ListPage, around: Around): MonthView {
  const { text } = labelOf(context, month);
  const list = { pathOf: (one: Pick<ListPage, 'number' | 'total'>) => pathOf(month, one), continued: null };
  const pagination = paginationView(frame, list, page);
  const name = string(frame.locale, 'archiveOf', { period: text });
  const link = (other: Month | null): LinkView | null =>
    other === null
      ? null
      : {
          text: labelOf(context, other).text,
          href: frame.href(pathOf(other, { number: 1, total: 1 })),
          lang: null,
          dir: null,
        };
  const older = pagination !== null && pagination.label !== '' && page.number < page.total;
  return {
    ...pageView(context, frame, {
      kind: 'month',
      title: older ? `${name} – ${pagination.label}` : name,
      path: pathOf(month, page),
      description: null,
      index: true,
      og: [{ property: 'og:type', content: 'website' }],
    }),
    name,
    days: daysOf(context, frame, month.stories.slice(page.start, page.end)),
    pagination,
    newer: link(around.newer),
    older: link(around.older),
    monthsHref: frame.href(MONTHS),
  };
}

function daysOf(context: Context, frame: Frame, stories: readonly Story[]): MonthView['days'] {
  const days: { date: MonthView['days'][number]['date']; stories: LinkView[] }[] = [];
  let last: number | null = null;
  for (const story of stories) {
    const day = dayOf(context, story);
    if (day !== last || days.length === 0) {
      const date = frame.date((story.card.published ?? '').slice(0, 10));
      days.push({ date: day === null ? date : frame.date(isoOf(day)), stories: [] });
    }
    last = day;
    days.at(-1)?.stories.push(storyLink(context, frame, story));
  }
  return days;
}

function monthsView(context: Context, frame: Frame, months: readonly Month[]): MonthsView {
  const calendars = new Map<Calendar, Map<number, { id: string; label: string; months: LinkView[] }>>();
  for (const month of months) {
    const years =
      calendars.get(month.calendar) ?? new Map<number, { id: string; label: string; months: LinkView[] }>();
    calendars.set(month.calendar, years);
    const { name, year } = labelOf(context, month);
    const row = years.get(month.year) ?? { id: `y-${month.year}`, label: year, months: [] };
    years.set(month.year, row);
    row.months.unshift({
      text: name,
      href: frame.href(pathOf(month, { number: 1, total: 1 })),
      lang: null,
      dir: null,
    });
  }
  const [first] = calendars.values();
  const labels = [...(first?.values() ?? [])].map(({ label }) => label);
  const period = labels.length > 1 ? `${labels.at(-1)}–${labels[0]}` : (labels[0] ?? '');
  const name = string(frame.locale, 'archiveOf', { period });
  return {
    ...pageView(context, frame, {
      kind: 'months',
      title: name,
      path: MONTHS,
      description: null,
      index: true,
      og: [{ property: 'og:type', content: 'website' }],
    }),
    name,
    calendars: [...calendars.values()].map((years) => ({ years: [...years.values()] })),
  };
}

function labelOf(context: Context, { calendar, year, month }: Omit<Month, 'stories'>) {
  return monthParts(year, month, calendar, framed(context).locale);
}

/** Month names and digits are those of the site. */
function framed(context: Context): Frame {
  return context.frame(context.site.lang, MONTHS, null, context.site.stories[0] ?? null);
}

/** Number of the day that the story is dated with, in the zone of the site. */
function dayOf(context: Context, { card }: Story): number | null {
  if (card.published === null) return null;
  const iso = framed(context).date(card.published).iso.slice(0, 10);
  const [year, month, day] = iso.split('-').map(Number);
  return dayNumber('gregory', { year: year ?? 0, month: month ?? 0, day: day ?? 0 });
}

function isoOf(day: number): string {
  const { year, month, day: date } = calendarDate('gregory', day);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}
