/** Pieces that several locale tables share. */
import type { Clock, DatePattern, Typography } from '../types.js';

/** Names written in one line, split at the bars. */
export function names(line: string): readonly string[] {
  return line.split(' | ');
}

export function pattern(date: string, month = '{MMMM} {y}'): DatePattern {
  return { date, month, yearOffset: 0, digits: 'digits' };
}

/** Day, month, year with spaces: what most newsrooms print. */
export const plainDate = pattern('{d} {MMMM} {y}');

export const clock24: Clock = { hours: 24, pattern: '{h}:{mm}', periods: [] };

export const arabicPunctuation = { comma: '،', semicolon: '؛', question: '؟', stop: '.' };
export const westernPunctuation = { comma: ',', semicolon: ';', question: '?', stop: '.' };

export const latinSigns = { decimal: '.', group: ',', percent: '%' };
/** Libya and the Maghreb. */
export const commaSigns = { decimal: ',', group: '.', percent: '%' };
export const arabicSigns = { decimal: '٫', group: '٬', percent: '٪' };

/** Line heights follow the painted height of a line: 1.26 em Naskh, 1.38 Vazirmatn, 2.2 to 2.5 Nastaliq, 0.97 Hebrew. */
export const naskh: Typography = {
  body: 'Noto Naskh Arabic',
  headline: 'Noto Kufi Arabic',
  alternative: 'IBM Plex Sans Arabic',
  print: 'Amiri',
  lite: null,
  lineHeight: { body: 1.8, bodyMin: 1.6, headline: 1.45, headlineMin: 1.35, vocalised: 2 },
  minBodyPx: 18,
};

export const vazirmatn: Typography = {
  body: 'Vazirmatn',
  headline: 'Vazirmatn',
  alternative: 'IBM Plex Sans Arabic',
  print: 'Vazirmatn',
  lite: null,
  lineHeight: { body: 1.85, bodyMin: 1.6, headline: 1.45, headlineMin: 1.35, vocalised: 2 },
  minBodyPx: 17,
};

export const nastaliq: Typography = {
  body: 'Noto Nastaliq Urdu',
  headline: 'Noto Nastaliq Urdu',
  alternative: 'Noto Naskh Arabic',
  print: 'Amiri',
  lite: 'Noto Naskh Arabic',
  lineHeight: { body: 2.4, bodyMin: 2.2, headline: 2.1, headlineMin: 2, vocalised: 2.5 },
  minBodyPx: 18,
};

export const hebrewFace: Typography = {
  body: 'Frank Ruhl Libre',
  headline: 'Heebo',
  alternative: 'Noto Serif Hebrew',
  print: 'Frank Ruhl Libre',
  lite: null,
  lineHeight: { body: 1.6, bodyMin: 1.45, headline: 1.2, headlineMin: 1.1, vocalised: 1.8 },
  minBodyPx: 18,
};

export const thaanaFace: Typography = {
  body: 'Noto Sans Thaana',
  headline: 'Noto Sans Thaana',
  alternative: 'Noto Sans Thaana',
  print: 'Noto Sans Thaana',
  lite: null,
  lineHeight: { body: 1.8, bodyMin: 1.6, headline: 1.5, headlineMin: 1.4, vocalised: 1.8 },
  minBodyPx: 18,
};

/** Only the fallback of a left-to-right site: the device's own faces. */
export const systemFace: Typography = {
  body: 'system-ui',
  headline: 'system-ui',
  alternative: 'system-ui',
  print: 'serif',
  lite: null,
  lineHeight: { body: 1.55, bodyMin: 1.4, headline: 1.2, headlineMin: 1.1, vocalised: 1.55 },
  minBodyPx: 17,
};
