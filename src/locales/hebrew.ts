/** A number from 1 to 9999 in Hebrew letters, thousands left out, with geresh or gershayim: 27 → כ״ז, 5779 → תשע״ט. */
export function hebrewNumeral(value: number): string {
  let rest = value % 1000;
  let letters = '';
  for (; rest >= 400; rest -= 400) letters += 'ת';
  letters += ['', 'ק', 'ר', 'ש'][Math.floor(rest / 100)] ?? '';
  rest %= 100;
  // 15 and 16 would spell the divine name.
  if (rest === 15 || rest === 16) letters += rest === 15 ? 'טו' : 'טז';
  else letters += ('יכלמנסעפצ'[Math.floor(rest / 10) - 1] ?? '') + ('אבגדהוזחט'[(rest % 10) - 1] ?? '');
  if (letters.length < 2) return letters === '' ? String(value) : `${letters}׳`;
  return `${letters.slice(0, -1)}״${letters.slice(-1)}`;
}
