import type { Language } from './language.js';

export const yiddish: Language = {
  code: 'yi',
  name: 'ייִדיש',
  dir: 'rtl',
  letters: '',
  foreign: '',
  words: '',
  openers: '',
  cues: {},
  furnitureWords: '',
  months: '',
  weekdays: '',
  dateWords: '',
  relative: '',
};
