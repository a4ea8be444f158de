/**
 * Related articles: older ones that share rare words of the title, tags, or the section.
 *
 * Only older stories are looked at, and rarity is counted among them alone: publishing an article never changes what
 * an older page shows. Whole numbers throughout, so that ties fall the same way on every machine.
 */

/** What is compared: folded title and tags, and any number that names the section (-1: none). */
export interface Subject {
  readonly title: string;
  readonly tags: readonly string[];
  readonly section: number;
}

/** So many related stories at most. */
const MOST = 4;
/** Of the stories that share a word, so many of the newest are weighed: the others are old news. */
const LOOK_BACK = 32;
const SAME_SECTION = 8;
const TAG = 7;
/** One rare word of four letters, or a less rare longer one. */
const LEAST = 10;
const NOT_LETTERS = /[^\p{L}\p{Nd}]+/u;

/** For each subject the positions of related ones, best first. `subjects` come oldest first. */
export function relate(subjects: readonly Subject[]): number[][] {
  const stories = new Map<string, number[]>();
  const bySection = new Map<number, number[]>();
  const scores = new Int32Array(subjects.length);
  return subjects.map((subject, position) => {
    const touched: number[] = [];
    for (const [word, weight] of wordsOf(subject)) {
      const sharing = stories.get(word);
      if (sharing === undefined) {
        stories.set(word, [position]);
        continue;
      }
      // How many times rarer than everything the word is, in powers of two.
      const score = weight * (Math.clz32(sharing.length) - Math.clz32(position));
      for (let i = sharing.length - 1; i >= 0 && i >= sharing.length - LOOK_BACK && score > 0; i--) {
        const other = sharing[i] ?? 0;
        if (scores[other] === 0) touched.push(other);
        scores[other] = (scores[other] ?? 0) + score;
      }
      sharing.push(position);
    }
    const best = select(touched, scores, (other) =>
      subject.section !== -1 && subjects[other]?.section === subject.section ? SAME_SECTION : 0,
    );
    for (const other of touched) scores[other] = 0;
    return fillUp(best, subject.section, bySection, position);
  });
}

function* wordsOf({ title, tags }: Subject): Generator<[word: string, weight: number]> {
  const seen = new Set<string>();
  for (const word of title.split(NOT_LETTERS)) {
    if (word.length < 4 || seen.has(word)) continue;
    seen.add(word);
    yield [word, Math.min(word.length, 8) - 2];
  }
  for (const tag of tags) {
    const marked = `#${tag}`;
    if (seen.has(marked)) continue;
    seen.add(marked);
    yield [marked, TAG];
  }
}

/** The MOST with the highest scores; of equal ones the newest. */
function select(touched: readonly number[], scores: Int32Array, bonus: (other: number) => number): number[] {
  const best: number[] = [];
  const values: number[] = [];
  for (const other of touched) {
    const score = scores[other] ?? 0;
    if (score < LEAST) continue;
    const value = score + bonus(other);
    let at = best.length;
    while (
      at > 0 &&
      (value > (values[at - 1] ?? 0) || (value === values[at - 1] && other > (best[at - 1] ?? 0)))
    )
      at--;
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

/** Adds the newest older stories of the section until there are MOST. */
function fillUp(
  best: number[],
  section: number,
  bySection: Map<number, number[]>,
  position: number,
): number[] {
  if (section === -1) return best;
  const before = bySection.get(section);
  if (before === undefined) {
    bySection.set(section, [position]);
    return best;
  }
  for (let i = before.length - 1; i >= 0 && best.length < MOST; i--) {
    const other = before[i] ?? 0;
    if (!best.includes(other)) best.push(other);
  }
  before.push(position);
  return best;
}
