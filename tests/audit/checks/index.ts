/** The whole checklist, in its order. */
import type { Section } from '../check.js';
import { accessibility } from './accessibility.js';
import { article } from './article.js';
import { bidi } from './bidi.js';
import { css } from './css.js';
import { dates } from './dates.js';
import { document } from './document.js';
import { fonts } from './fonts.js';
import { metadata } from './metadata.js';
import { navigation } from './navigation.js';
import { print } from './print.js';
import { punctuation } from './punctuation.js';
import { search } from './search.js';
import { strings } from './strings.js';
import { type } from './type.js';

export const SECTIONS: readonly Section[] = [
  document,
  css,
  bidi,
  punctuation,
  dates,
  type,
  fonts,
  article,
  navigation,
  metadata,
  search,
  accessibility,
  print,
  strings,
];
