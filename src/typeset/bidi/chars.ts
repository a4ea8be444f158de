/**
 * Classes of characters for the isolation of runs, as pieces of regular expressions (flag `u`).
 * Coarser than UAX #9 on purpose: a run is found by what it is, the browser orders what is inside.
 */

/**
 * What ends a stretch of left-to-right text: letters, marks and punctuation of right-to-left scripts (their digits and
 * decimal separators are not among them), the right-to-left mark, line ends of the page and objects in the text.
 */
export const RTL =
  '\\u0590-\\u065f\\u066a\\u066d-\\u06ef\\u06fa-\\u08ff\\u200f\\u2029\\ufb1d-\\ufdff\\ufe70-\\ufefe\\ufffc' +
  '\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}';

/** Letters of left-to-right scripts, with the marks that sit on them. */
export const LTR =
  'A-Za-zªµºÀ-ÖØ-öø-ʸ\\u02bb-\\u02c1\\u0300-\\u036f\\u0370-\\u0373\\u0376-\\u037d\\u037f-\\u0482\\u048a-\\u0589' +
  '\\u0900-\\u1fff\\u2071\\u207f\\u2090-\\u209c\\u2126\\u212a\\u212b\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\u3029' +
  '\\u3031-\\ua4cf\\ua4d0-\\ud7ff\\uf900-\\ufb17\\uff21-\\uff3a\\uff41-\\uff5a\\uff66-\\uffdc' +
  '\\u{10000}-\\u{107ff}\\u{11000}-\\u{1d7ff}\\u{20000}-\\u{3ffff}';

/** European, Arabic-Indic and extended Arabic-Indic digits. */
export const DIGIT = '0-9٠-٩۰-۹';

/** Quotation marks that are never part of a name. */
export const QUOTE = '"“”„‟«»‹›‘';

/** Spaces that stay on a line. */
export const SPACE = ' \\u00a0\\u2009\\u202f';

/** Signs of currencies, written before the sum. */
export const CURRENCY = '$€£¥₪₹₺₽₩₦₨﷼';

/** The closing mark of each opening one. */
export const CLOSER: Readonly<Record<string, string>> = {
  '(': ')',
  '[': ']',
  '{': '}',
  '"': '"',
  '“': '”',
  '”': '“',
  '„': '“',
  '«': '»',
  '‹': '›',
  '‘': '’',
  "'": "'",
};
