import { describe, expect, test } from 'vitest';
import { direction, languageOf, subtags } from '../src/language-tag.js';

describe('direction', () => {
  test.each([
    ['ar', 'rtl'],
    ['ar-LY', 'rtl'],
    ['AR_eg', 'rtl'],
    ['dv-MV', 'rtl'],
    ['azb', 'rtl'],
    ['azb-IR', 'rtl'],
    ['az-IR', 'rtl'],
    ['az', 'ltr'],
    ['ku-Arab', 'rtl'],
    ['ku-Arab-IQ', 'rtl'],
    ['ku-Latn', 'ltr'],
    ['ku', 'ltr'],
    ['ug', 'rtl'],
    ['ug-Latn', 'ltr'],
    ['ug-Latn-CN', 'ltr'],
    ['ug-KZ', 'ltr'],
    ['ar-Latn', 'ltr'],
    ['en-Arab', 'rtl'],
    ['pa-PK', 'rtl'],
    ['pa', 'ltr'],
    ['iw', 'rtl'],
    ['ji', 'rtl'],
    ['prs', 'rtl'],
    ['tr', 'ltr'],
    ['nqo', 'rtl'],
    ['ff-Adlm', 'rtl'],
    ['ur-Aran-PK', 'rtl'],
    ['en', 'ltr'],
    ['fr-FR', 'ltr'],
    ['', 'ltr'],
    ['constructor', 'ltr'],
    ['en-u-nu-arab', 'ltr'],
  ])('%s is %s', (tag, dir) => {
    expect(direction(tag)).toBe(dir);
  });
});

test('tags as people write them are read in parts', () => {
  expect(subtags('ur_aran_pk')).toEqual({ language: 'ur', script: 'Aran', region: 'PK' });
  expect(subtags('iw')).toEqual({ language: 'he', script: null, region: null });
  expect(subtags('ar-u-nu-latn')).toEqual({ language: 'ar', script: null, region: null });
  expect(subtags('-'.repeat(100_000)).language).toBe('');
});

test('the language of a tag is what stands before its script and country', () => {
  expect(['ar-LY', 'ckb', 'ur-Aran-PK', ''].map(languageOf)).toEqual(['ar', 'ckb', 'ur', '']);
});
