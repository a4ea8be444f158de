import { subtags } from '../language-tag.js';
import type { Lang } from '../model.js';

/** Language of pages for a text: `ar` on a site in `ar-LY` is `ar-LY`, so that month names and digits are the country's. */
export function pageLang(lang: Lang, siteLang: Lang): Lang {
  const text = subtags(lang);
  const site = subtags(siteLang);
  const same = text.language === site.language && text.region === null;
  return same && (text.script === null || text.script === site.script) ? siteLang : lang;
}
