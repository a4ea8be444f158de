/** Paragraphs in a left-to-right language inside a right-to-left article: they get a direction and, if known, a language. */
import { LTR, RTL } from './chars.js';

/** So many words and no right-to-left letter: a paragraph of its own language, not a name. */
const LEAST_WORDS = 6;
/** So many of the commonest words: the language is known. */
const LEAST_SIGNS = 2;

const HAS_RTL = new RegExp(`[${RTL}]`, 'u');
const WORD = new RegExp(`[${LTR}][${LTR}'’]*`, 'gu');

/** The commonest words of the languages that are quoted most, none in two lists. */
const SIGNS: readonly (readonly [string, ReadonlySet<string>])[] = [
  ['en', new Set('the of and to is that it was for with his they are this have from we you'.split(' '))],
  ['fr', new Set('le les des et est dans qui pour une sur pas avec ce nous vous du'.split(' '))],
  ['es', new Set('el los las y en es por con para una del se lo su como'.split(' '))],
  ['de', new Set('der die das und ist nicht von zu den mit sich auf ein eine dem'.split(' '))],
  ['it', new Set('il gli di che è sono della per non si nel alla più anche'.split(' '))],
  ['tr', new Set('bir ve bu için ile de da olarak çok daha olan ama gibi'.split(' '))],
];

/** What to state about a paragraph of this text in a right-to-left article; null when it is not foreign. */
export function foreignBlock(text: string): { dir: 'ltr'; lang?: string } | null {
  if (text.length > 20_000 || HAS_RTL.test(text)) return null;
  const words = text.toLowerCase().match(WORD) ?? [];
  if (words.length < LEAST_WORDS) return null;
  let best = '';
  let most = LEAST_SIGNS - 1;
  for (const [lang, signs] of SIGNS) {
    const count = words.filter((word) => signs.has(word)).length;
    if (count > most) {
      most = count;
      best = lang;
    }
  }
  return best ? { dir: 'ltr', lang: best } : { dir: 'ltr' };
}
