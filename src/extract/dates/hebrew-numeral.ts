/** Numbers in Hebrew letters: `כ״ז` 27, `א׳` 1, `תשע״ט` 779, `ה׳תשע״ט` 5779. */

const VALUES = new Map<string, number>([
  ...[...'אבגדהוזחט'].map((letter, index) => [letter, index + 1] as const),
  ...[...'יכלמנסעפצ'].map((letter, index) => [letter, (index + 1) * 10] as const),
  ...[...'קרשת'].map((letter, index) => [letter, (index + 1) * 100] as const),
  ['ך', 20],
  ['ם', 40],
  ['ן', 50],
  ['ף', 80],
  ['ץ', 90],
]);

/**
 * Value of a folded word, or null when it is no number. It must carry a geresh or gershayim, except that a year may
 * stand without (`bare`). A letter with a geresh before more letters counts thousands, and so does the ה before a year.
 */
export function hebrewNumeral(word: string, bare = false): number | null {
  if (word.length > 9 || !/^[א-ת'"]+$/u.test(word)) return null;
  const marked = /["']/u.test(word);
  if (!marked && !(bare && /^ת[א-ת]{2,4}$/u.test(word))) return null;
  const thousands = /^([א-ט])'(?=[א-ת]{2})|^(ה)(?=ת[א-ת]{0,3}"[א-ת]$)/u.exec(word);
  const letters = (thousands === null ? word : word.slice(thousands[0].length)).replace(/["']/gu, '');
  // The gershayim stand before the last letter, the geresh after a single one.
  if (marked && thousands === null && !/^(?:[א-ת]+"[א-ת]|[א-ת]')$/u.test(word)) return null;
  let sum = thousands === null ? 0 : (VALUES.get(thousands[1] ?? thousands[2] ?? '') ?? 0) * 1000;
  let last = Number.POSITIVE_INFINITY;
  for (const letter of letters) {
    const value = VALUES.get(letter);
    // Values fall, except in the two numbers that avoid the name of God the other way round (ט״ו, ט״ז).
    if (value === undefined || (value > last && letters !== 'טו' && letters !== 'טז')) return null;
    sum += value;
    last = value;
  }
  return sum;
}
