/** What the browser has to know to take a query apart as the articles were: data for `search/index.json`. */
import { COMPATIBILITY, foldUnit } from '../fold.js';
import { AFFIXES, LEADING, TRAILING } from './affixes.js';
import { TITLE } from './terms.js';
import { SHEET, SIZES } from './volumes.js';
import { LONGEST, SHORTEST } from './words.js';

/** Settings without anything about the site: the same for every build of this program. */
export const SETTINGS = {
  ...letterTables(),
  compatibility: COMPATIBILITY.source,
  affixes: AFFIXES,
  leading: LEADING,
  trailing: TRAILING,
  title: TITLE,
  longest: LONGEST,
  shortest: SHORTEST,
  sizes: SIZES,
  sheet: SHEET,
};

/** The folding table: `dropped` and `quotes` are insides of character classes, `letters` says what becomes of which. */
function letterTables(): { dropped: string; quotes: string; letters: Readonly<Record<string, string>> } {
  const letters: Record<string, string> = {};
  let dropped = '';
  let quotes = '';
  const hex = (unit: number): string => `\\u${unit.toString(16).padStart(4, '0')}`;
  for (let unit = 1; unit < 0x10000; unit++) {
    const folded = foldUnit(unit);
    if (folded === 0) {
      const start = unit;
      while (foldUnit(unit + 1) === 0) unit++;
      dropped += unit === start ? hex(start) : `${hex(start)}-${hex(unit)}`;
    } else if (folded === 0x22 || folded === 0x27) {
      quotes += hex(unit);
    } else if (unit > 0x7f && folded !== unit && isWord(folded)) {
      const target = String.fromCharCode(folded);
      letters[target] = (letters[target] ?? '') + String.fromCharCode(unit);
    }
  }
  return { dropped, quotes, letters };
}

function isWord(unit: number): boolean {
  return /[\p{L}\p{N}]/u.test(String.fromCharCode(unit));
}
