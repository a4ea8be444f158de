/** Chance that is the same on every machine. */

/** Small seeded generator of numbers from 0 to 1. */
export function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number from 0 to 1 for a text. */
export function hashOf(text, salt) {
  let h = salt | 0;
  for (let i = 0; i < text.length; i++) h = (Math.imul(h ^ text.charCodeAt(i), 0x5bd1e995) + 0x1b873593) | 0;
  h ^= h >>> 15;
  return ((Math.imul(h, 0x27d4eb2f) ^ (h >>> 13)) >>> 0) / 4294967296;
}

export const pick = (list, random) => list[Math.floor(random() * list.length)];

export function shuffle(list, random) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}
