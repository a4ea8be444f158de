/**
 * The four ways in which text enters another language: HTML text, an HTML attribute, JSON inside a script element, XML.
 * Everything that is printed passes exactly one of them (or rehype-stringify, whose escapes these repeat).
 */

/** Characters that XML 1.0 forbids, lone surrogates and noncharacters among them. They may not be printed anywhere. */
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufdd0-\ufdef\ufffe\uffff]/g;
const LONE_SURROGATE = /\p{Surrogate}/gu;

const TEXT = /[<&]/g;
const ATTRIBUTE = /[<&"]/g;
const XML = /[<>&"']/g;
const SCRIPT = /[<>&\u2028\u2029]/g;

const reference = (char: string): string => `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`;
const unicodeEscape = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** Plain text → HTML text. */
export function escapeText(text: string): string {
  return text.replace(TEXT, reference);
}

/** Plain text → the inside of an HTML attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return text.replace(ATTRIBUTE, reference);
}

/** A JSON value → text for `<script type="application/ld+json">`: still JSON, cannot close the element. */
export function jsonForScript(value: unknown): string {
  return (JSON.stringify(value) ?? 'null').replace(SCRIPT, unicodeEscape);
}

/** Plain text → XML text or attribute. Characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  return dropForbidden(text).replace(XML, reference);
}

/** Leaves out control characters, noncharacters and lone surrogates; tab and line ends stay. */
export function dropForbidden(text: string): string {
  return text.replace(FORBIDDEN, '').replace(LONE_SURROGATE, '');
}
