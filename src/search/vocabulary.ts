/**
 * Words and their numbers. A text has hundreds of words and most were met before: they are found here by their letters
 * in a buffer, without making a string of each.
 */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #hashes: number[] = [];
  /** Number of the word plus one; 0: free. */
  #slots = new Int32Array(1 << 12);
  #buffer = new Uint16Array(64);

  /** The number of a word, a new one when it was not met yet. `hash` is that of `hashOf` and `addToHash`. */
  find(units: Uint16Array, length: number, hash: number): number {
    const mask = this.#slots.length - 1;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = (this.#slots[slot] as number) - 1;
      if (number < 0) return this.#add(wordOf(units, length), hash, slot);
      if (this.#hashes[number] === hash && isSame(this.words[number] as string, units, length)) return number;
    }
  }

  findWord(word: string): number {
    if (this.#buffer.length < word.length) this.#buffer = new Uint16Array(2 * word.length);
    let hash = 0;
    for (let at = 0; at < word.length; at++) {
      const unit = word.charCodeAt(at);
      this.#buffer[at] = unit;
      hash = addToHash(hash, unit);
    }
    return this.find(this.#buffer, word.length, hash);
  }

  #add(word: string, hash: number, slot: number): number {
    const number = this.words.length;
    this.words.push(word);
    this.#hashes.push(hash);
    this.#slots[slot] = number + 1;
    if (this.words.length * 2 > this.#slots.length) this.#grow();
    return number;
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (const [number, hash] of this.#hashes.entries()) {
      let slot = hash & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = number + 1;
    }
    this.#slots = slots;
  }
}

/** Begins at 0. */
export function addToHash(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x9e3779b1);
  // Thirty bits: larger numbers are objects.
  return (mixed ^ (mixed >>> 15)) & 0x3fffffff;
}

function wordOf(units: Uint16Array, length: number): string {
  let word = '';
  for (let at = 0; at < length; at++) word += String.fromCharCode(units[at] as number);
  return word;
}

function isSame(word: string, units: Uint16Array, length: number): boolean {
  if (word.length !== length) return false;
  for (let at = 0; at < length; at++) if (word.charCodeAt(at) !== units[at]) return false;
  return true;
}
