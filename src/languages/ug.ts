import type { Language } from './language.js';

export const uyghur: Language = {
  code: 'ug',
  name: 'ئۇيغۇرچە',
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
