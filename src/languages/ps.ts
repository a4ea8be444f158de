import type { Language } from './language.js';

export const pashto: Language = {
  code: 'ps',
  name: 'پښتو',
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
