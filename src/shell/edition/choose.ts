/** Which stories stand in an edition, and in which order. */
import { languageOf } from '../../language-tag.js';
import type { Site, Story } from '../../site/site.js';

/** A paper with fewer stories goes back day by day. */
const FEWEST = 6;
/** But not further than this many days. */
const DAYS_BACK = 14;

/** The stories of an edition. */
export interface Chosen {
  /** `2026-11-22`: the day on the front page. */
  readonly day: string;
  /** The lead first, then news, then opinion; within these the newest first. */
  readonly stories: readonly Story[];
}

/** `day`: null for that of the newest story. Gives null when there is no dated story up to that day. */
export function chooseStories(site: Site, day: string | null): Chosen | null {
  const dated = site.stories.slice(0, site.dated);
  const newest = day ?? dayOf(dated[0]);
  if (newest === null) return null;
  const chosen: Story[] = [];
  let last = '';
  for (const story of dated) {
    const own = dayOf(story) ?? '';
    if (own > newest) continue;
    const enough = chosen.length >= FEWEST && own !== last;
    if (own !== newest && (enough || daysBetween(own, newest) > DAYS_BACK)) break;
    chosen.push(story);
    last = own;
  }
  if (chosen.length === 0) return null;
  const opinion = chosen.filter((story) => story.section?.opinion === true);
  const news = chosen.filter((story) => story.section?.opinion !== true);
  return { day: newest, stories: [...leadFirst(news, site), ...opinion] };
}

/** The newest of the day's stories leads, in the language of the paper and long enough to fill its place if there is one. */
function leadFirst(news: readonly Story[], site: Site): Story[] {
  const day = dayOf(news[0]);
  const today = news.filter((story) => dayOf(story) === day);
  const own = today.filter(({ card }) => languageOf(card.lang) === languageOf(site.lang));
  const lead = own.find(({ card }) => card.words >= LONG) ?? own[0] ?? today[0];
  return lead === undefined ? [] : [lead, ...news.filter((story) => story !== lead)];
}
const LONG = 150;

/** The day that the story itself states. */
function dayOf(story: Story | undefined): string | null {
  return story?.card.published?.slice(0, 10) ?? null;
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}
