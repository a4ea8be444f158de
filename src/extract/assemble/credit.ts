/** Captions: what is seen in a picture and who took it. */
import { fold } from '../../fold.js';
import { tokens } from '../observe/lexicon.js';
import { cuesOf } from '../observe/observe.js';

/** A caption in its two parts. */
export interface Credited {
  /** What the picture shows; empty when the line is only a credit. */
  readonly text: string;
  /** Photographer, agency or source, as written; null when none is named. */
  readonly credit: string | null;
}

function isCredit(text: string): boolean {
  const { whole, label, start, inside } = cuesOf(text);
  return [whole, label, start, inside].some((cues) => cues.includes('credit') || cues.includes('agency'));
}

const TAIL_BRACKET = /^(.*\S)\s*[([]([^()[\]]{2,60})[)\]]\s*$/u;
const TAIL_STOP = /^(.{8,}[.!؟?۔])\s+(.{4,50})$/u;
const TAIL_MARK = /^(.*?\S)\s*(?:[|/]|—|–|\s-\s)\s*([^|/—–]{2,70})$/u;

/** Parts a caption from its credit: in brackets, behind a bar or dash, or the line as a whole. */
export function splitCredit(line: string): Credited {
  const text = line.trim();
  if (text.length > 400) return { text, credit: null };
  if (text.startsWith('©')) {
    const slash = text.lastIndexOf(' / ');
    const rest = slash < 0 ? '' : text.slice(slash + 3).trim();
    // "© AGENCY / what is seen" against "© AGENCY / PHOTOGRAPHER"
    if (rest !== '' && !/^[\p{Script=Latin}\s.'-]+$/u.test(rest))
      return { text: rest, credit: text.slice(0, slash).trim() };
    return { text: '', credit: text };
  }
  const { label, start, whole } = cuesOf(text);
  if ((start.includes('caption') || label.includes('caption')) && !label.includes('credit')) {
    const cut = /[,،:]\s*/u.exec(text);
    if (cut !== null) return splitTail(text.slice(cut.index + cut[0].length));
  }
  if (
    whole.includes('credit') ||
    ((start.includes('credit') || label.includes('credit')) && text.length < 80)
  ) {
    return { text: '', credit: text };
  }
  return splitTail(text);
}

function splitTail(text: string): Credited {
  for (const pattern of [TAIL_BRACKET, TAIL_MARK, TAIL_STOP]) {
    const match = pattern.exec(text);
    const tail = match?.[2];
    if (match !== null && tail !== undefined && isCredit(tail)) {
      return { text: (match[1] as string).trim(), credit: tail.trim() };
    }
  }
  return isCredit(text) && text.length < 40 && tokens(fold(text)).length <= 4
    ? { text: '', credit: text }
    : { text, credit: null };
}
