/** Whether a line may be a byline at all: most lines are told from one by a look at each word, before any reading. */

import { fold, trimEdges } from '../../fold.js';
import type { Vocabulary } from './vocabulary.js';

/** Digits, separators, brackets: such a line is read piece by piece. */
export const MARKED = /[-–—ـ:：|/()[\]\d٠-٩۰-۹#*_•]/u;
/** Most words of one name, and of an agency. */
export const NAME_WORDS = 6;

/**
 * Whether a line or a piece of one may name somebody: most headlines are told from that by a single look at each word.
 * Never says no to words that the reader would take.
 */
export function maySign(text: string, known: Vocabulary): boolean {
  if (OPENS_QUOTE.test(text)) return true;
  const words = fold(text).split(' ');
  const first = trimEdges(words[0] ?? '');
  const last = trimEdges(words.at(-1) ?? '');
  if (known.labelFirst.has(first) || known.labelLast.has(last) || known.agencyFirst.has(first)) return true;
  if (known.placeLast.has(last) || known.placeLast.has(last.slice(1)) || known.from.includes(last))
    return true;
  const short = words.length <= NAME_WORDS;
  if (short && text.includes('.')) return true;
  let divided = short || LISTED.test(text);
  let strange = false;
  for (const word of words) {
    if (short && known.agencyWords.has(word)) return true;
    const joined = known.and.has(word) || (known.andPrefix !== null && word.startsWith(known.andPrefix));
    if (joined) divided = true;
    else if (known.never.has(word)) strange = true;
  }
  return divided && !strange;
}

export const OPENS_QUOTE = /^["'«»“”„‘’]/u;
const LISTED = /[,،;؛]/u;
