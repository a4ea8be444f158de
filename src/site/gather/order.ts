/**
 * Cards in the order of their age, and how many of the first are as they were before: what is worked out from the
 * oldest on need not be worked out again for these.
 */
import { fold } from '../../fold.js';
import type { Card } from '../../model.js';
import { timeOf } from '../moment.js';

/** A card with what it is sorted and compared by. */
export interface Entry {
  readonly card: Card;
  /** Minutes since 1970; null when undated. */
  readonly time: number | null;
  /** Folded. */
  readonly title: string;
}

/** The cards of a site, sorted; of a series of sites, sorted again with little work. */
export class Order {
  readonly #timeZone: string;
  #known = new Map<Card, Entry>();
  #entries: Entry[] = [];

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  /** Undated first, by path; then oldest first, and by path where the time is the same. */
  get entries(): readonly Entry[] {
    return this.#entries;
  }

  /** Takes over a new set of cards. Returns how many of the first entries stand where they stood. */
  update(cards: readonly Card[]): number {
    const known = new Map<Card, Entry>();
    const fresh: Entry[] = [];
    for (const card of cards) {
      let entry = this.#known.get(card);
      if (entry === undefined) {
        const time = card.published === null ? null : timeOf(card.published, this.#timeZone);
        entry = { card, time, title: fold(card.title) };
        fresh.push(entry);
      }
      known.set(card, entry);
    }
    const kept = this.#entries.filter(({ card }) => known.has(card));
    const before = this.#entries;
    this.#known = known;
    this.#entries = merge(kept, fresh.sort(byAge));
    let same = 0;
    while (same < before.length && samePlace(before[same], this.#entries[same])) same++;
    return same;
  }
}

function merge(kept: readonly Entry[], fresh: readonly Entry[]): Entry[] {
  if (kept.length === 0) return [...fresh];
  const merged: Entry[] = [];
  let next = 0;
  for (const entry of kept) {
    for (let other = fresh[next]; other !== undefined && byAge(other, entry) < 0; other = fresh[++next]) {
      merged.push(other);
    }
    merged.push(entry);
  }
  for (; next < fresh.length; next++) merged.push(fresh[next] as Entry);
  return merged;
}

function byAge(a: Entry, b: Entry): number {
  if (a.time !== b.time) {
    if (a.time === null) return -1;
    if (b.time === null) return 1;
    return a.time - b.time;
  }
  return a.card.path < b.card.path ? -1 : a.card.path > b.card.path ? 1 : 0;
}

/** Whether two cards lead to the same address, section and relations: only what is printed may differ. */
function samePlace(a: Entry | undefined, b: Entry | undefined): boolean {
  if (a === b) return true;
  if (a === undefined || b === undefined) return false;
  const { card: old } = a;
  const { card } = b;
  return (
    old.path === card.path &&
    a.time === b.time &&
    a.title === b.title &&
    old.slug === card.slug &&
    old.section === card.section &&
    old.lang === card.lang &&
    old.tags.join('\n') === card.tags.join('\n')
  );
}
