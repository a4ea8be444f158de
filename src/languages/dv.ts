import type { Language } from './language.js';

export const dhivehi: Language = {
  code: 'dv',
  name: 'ދިވެހި',
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
