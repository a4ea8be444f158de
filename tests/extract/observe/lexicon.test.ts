import { expect, test } from 'vitest';
import { tokens, wordKinds } from '../../../src/extract/observe/lexicon.js';
import { fold } from '../../../src/fold.js';
import { languages } from '../../../src/languages/index.js';

test.each(Object.keys(languages))('words of %s are found as they stand in a line', (code) => {
  const { months = '', weekdays = '', furnitureWords = '' } = languages[code] ?? {};
  const words = `${months} ${weekdays} ${furnitureWords}`.split(' ').flatMap((word) => tokens(fold(word)));
  expect(words.filter((word) => wordKinds(word) === 0)).toEqual([]);
});
