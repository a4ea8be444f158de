import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dropForbidden, escapeAttribute, escapeText, escapeXml, jsonForScript } from '../src/html.js';

test('text cannot become markup, an attribute cannot end', () => {
  expect(escapeText('<b> & "x"')).toBe('&#x3C;b> &#x26; "x"');
  expect(escapeAttribute('"><x & y')).toBe('&#x22;>&#x3C;x &#x26; y');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeText(text)).not.toMatch(/<|&(?!#x(?:3C|26);)/);
      expect(escapeAttribute(text)).not.toMatch(/["<]|&(?!#x(?:3C|26|22);)/);
    }),
  );
});

test('JSON in a script stays JSON and cannot close the script', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = jsonForScript(value);
      expect(json).not.toMatch(/[<>&\u2028\u2029]/);
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  expect(jsonForScript({ a: '</script><!--' })).toBe('{"a":"\\u003c/script\\u003e\\u003c!--"}');
  expect(jsonForScript(undefined)).toBe('null');
});

test('XML has neither markup nor characters that XML forbids', () => {
  expect(escapeXml('a<b>&"\'\u0000\u000b\ufffe\ud800z\n\t')).toBe('a&#x3C;b&#x3E;&#x26;&#x22;&#x27;z\n\t');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(dropForbidden(text)).not.toMatch(/(?![\t\n\r\u0085])\p{Cc}|[\ufffe\uffff]|\p{Surrogate}/u);
    }),
  );
});
