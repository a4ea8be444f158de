/**
 * A short name made from a text, for addresses: the same on every machine, not secret, not proof against malice
 * (whoever uses it looks whether the name is taken). Two FNV-1a sums with different starts, in base 36.
 */
export function shortHash(text: string, letters: number): string {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit ^ (high >>> 15), 0x01000193);
  }
  const digits =
    (mix(high) >>> 0).toString(36).padStart(7, '0') + (mix(low) >>> 0).toString(36).padStart(7, '0');
  // The first of seven digits is at most `1`: leave it out of both halves.
  return (digits.slice(1, 7) + digits.slice(8)).slice(0, letters);
}

/** Spreads the last characters of the text over all bits. */
function mix(sum: number): number {
  const once = Math.imul(sum ^ (sum >>> 16), 0x85ebca6b);
  return once ^ (once >>> 13);
}
