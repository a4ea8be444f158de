import type { Language } from './language.js';

export const sindhi: Language = {
  code: 'sd',
  name: 'سنڌي',
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
