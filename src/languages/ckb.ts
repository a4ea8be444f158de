import type { Language } from './language.js';

export const sorani: Language = {
  code: 'ckb',
  name: 'کوردی',
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
