/**
 * Related articles: older ones that share rare words of the title, tags, or the section.
 *
 * Only older stories are looked at, and rarity is counted among them alone: publishing an article never changes what
 * an older page shows. Whole numbers throughout, so that ties fall the same way on every machine.
 */

/** What is compared: folded title and tags, and what tells the section from others (`` for none). */
export interface Subject {
  readonly title: string;
  readonly tags: readonly string[];
  readonly section: string;
}

/** So many related stories at most. */
const MOST = 4;
/** Of the stories that share a word, so many of the newest are weighed: the others are old news. */
const LOOK_BACK = 16;
/** A word in one of so many stories says nothing about any of them, once there are that many. */
const COMMON = 32;
const SAME_SECTION = 8;
const TAG = 7;
/** One rare word of four letters, or a less rare longer one. */
const LEAST = 10;
/** Letters, marks of joined scripts and digits; a folded title holds no vowel marks any more. */
const WORDS = /[\p{L}\p{M}\p{Nd}]{4,40}/gu;

/** Stories so far, oldest first. Adding one tells which of them it is related to. */
export class Relations {
  readonly #index = new WordIndex();
  readonly #sections: string[] = [];
  readonly #bySection = new Map<string, number[]>();
  #scores = new Int32Array(1 << 12);

  /** Positions of the related stories, best first. */
  add(subject: Subject): number[] {
    const position = this.#sections.length;
    if (position === this.#scores.length) this.#scores = doubled(this.#scores);
    const scores = this.#scores;
    const touched: number[] = [];
    for (const word of new Set(subject.title.match(WORDS))) {
      this.#index.weigh(word, Math.min(word.length, 8) - 2, position, scores, touched);
    }
    for (const tag of new Set(subject.tags)) this.#index.weigh(`#${tag}`, TAG, position, scores, touched);
    const { section } = subject;
    const best = select(touched, scores, (other) => section !== '' && this.#sections[other] === section);
    for (const other of touched) scores[other] = 0;
    this.#sections.push(section);
    if (section !== '') this.#fillUp(best, section, position);
    return best;
  }

  /** Forgets all but the first `count` stories. */
  truncate(count: number): void {
    this.#index.truncate(count);
    for (const section of this.#sections.splice(count)) this.#bySection.get(section)?.pop();
  }

  /** Adds the newest older stories of the section until there are MOST. */
  #fillUp(best: number[], section: string, position: number): void {
    const before = this.#bySection.get(section);
    if (before === undefined) {
      this.#bySection.set(section, [position]);
      return;
    }
    for (let i = before.length - 1; i >= 0 && best.length < MOST; i--) {
      const other = before[i] ?? 0;
      if (!best.includes(other)) best.push(other);
    }
    before.push(position);
  }
}

/** For each word the stories that hold it, as chains from the newest to the oldest in flat arrays. */
class WordIndex {
  readonly #numbers = new Map<string, number>();
  /** By word: the newest link of its chain, and how many there are. */
  readonly #newest: number[] = [];
  readonly #counts: number[] = [];
  /** By link, in the order of the stories: the word, the story, and the next older link or -1. */
  #words = new Int32Array(1 << 12);
  #stories = new Int32Array(1 << 12);
  #older = new Int32Array(1 << 12);
  #links = 0;

  /** Adds the story at `position` to the word; before that, scores the stories that hold it already. */
  weigh(word: string, weight: number, position: number, scores: Int32Array, touched: number[]): void {
    const number = this.#numbers.get(word);
    if (number === undefined) {
      this.#numbers.set(word, this.#newest.length);
      this.#counts.push(1);
      this.#newest.push(this.#link(this.#newest.length, position, -1));
      return;
    }
    const count = this.#counts[number] ?? 0;
    const newest = this.#newest[number] ?? -1;
    // How many times rarer than everything the word is, in powers of two.
    const score = weight * (Math.clz32(count) - Math.clz32(position));
    if (score > 0 && (count < COMMON || count * COMMON < position)) {
      for (let link = newest, seen = 0; link !== -1 && seen < LOOK_BACK; seen++) {
        const other = this.#stories[link] ?? 0;
        const before = scores[other] ?? 0;
        if (before === 0) touched.push(other);
        scores[other] = before + score;
        link = this.#older[link] ?? -1;
      }
    }
    this.#counts[number] = count + 1;
    this.#newest[number] = this.#link(number, position, newest);
  }

  /** Takes off the links of all but the first `count` stories. A word without a link counts as never seen. */
  truncate(count: number): void {
    while (this.#links > 0 && (this.#stories[this.#links - 1] ?? 0) >= count) {
      const word = this.#words[--this.#links] ?? 0;
      this.#newest[word] = this.#older[this.#links] ?? -1;
      this.#counts[word] = (this.#counts[word] ?? 0) - 1;
    }
  }

  #link(word: number, story: number, older: number): number {
    if (this.#links === this.#stories.length) {
      this.#words = doubled(this.#words);
      this.#stories = doubled(this.#stories);
      this.#older = doubled(this.#older);
    }
    this.#words[this.#links] = word;
    this.#stories[this.#links] = story;
    this.#older[this.#links] = older;
    return this.#links++;
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

/** The MOST with the highest scores; of equal ones the newest. */
function select(
  touched: readonly number[],
  scores: Int32Array,
  sharesSection: (other: number) => boolean,
): number[] {
  const best: number[] = [];
  const values: number[] = [];
  for (const other of touched) {
    const score = scores[other] ?? 0;
    if (score < LEAST) continue;
    const value = score + (sharesSection(other) ? SAME_SECTION : 0);
    let at = best.length;
    while (at > 0 && isBetter(value, other, values[at - 1] ?? 0, best[at - 1] ?? 0)) at--;
    if (at >= MOST) continue;
    best.splice(at, 0, other);
    values.splice(at, 0, value);
    if (best.length > MOST) {
      best.pop();
      values.pop();
    }
  }
  return best;
}

function isBetter(value: number, position: number, otherValue: number, otherPosition: number): boolean {
  return value === otherValue ? position > otherPosition : value > otherValue;
}
