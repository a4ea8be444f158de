/** The article as readers will find it, in plain HTML for the review: the same blocks, none of the site around them. */
import { escapeAttribute } from '../../html.js';
import { formatDate } from '../../locales/date.js';
import { string } from '../../locales/strings/index.js';
import type { Locale } from '../../locales/types.js';
import type { Article, Block } from '../../model.js';
import { dropControls, isolateHtml } from '../../typeset/bidi/isolate.js';

/** Of a very long article the beginning. */
const BLOCKS = 400;

/** `id`: prefix of the ids of its blocks; a source line links to `ID-LINE`. */
export function resultHtml(article: Article, id: string, locale: Locale, timeZone: string): string {
  const { dir, lang, section, headline, deck, byline, dateline, published, updated, blocks } = article;
  const text = (value: string): string => isolateHtml(dropControls(value), dir);
  const day = (moment: string | null): string[] =>
    moment === null ? [] : [text(formatDate(moment, locale, { timeZone }).long)];
  const facts = [...byline.map(text), ...(dateline === null ? [] : [text(dateline)]), ...day(published)];
  const later = updated === null ? '' : ` · ${string(locale, 'updated')} ${day(updated).join('')}`;
  const parts = [
    section === null ? '' : `<p class="kicker">${text(section)}</p>`,
    headline === null ? '' : `<h3>${text(headline)}</h3>`,
    deck === null ? '' : `<p class="deck">${text(deck)}</p>`,
    facts.length === 0 && later === ''
      ? ''
      : `<p class="facts">${facts.map((fact) => `<bdi>${fact}</bdi>`).join(' · ')}${later}</p>`,
    ...blocks.slice(0, BLOCKS).map((block) => blockHtml(block, `${id}-${block.line}`, text)),
  ];
  return `<div class="result" lang="${escapeAttribute(lang)}" dir="${dir}">${parts.join('\n')}</div>`;
}

function blockHtml(block: Block, id: string, text: (value: string) => string): string {
  const inner = block.text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(text);
  switch (block.type) {
    case 'subhead':
      return `<h4 id="${id}">${inner.join(' ')}</h4>`;
    case 'pullquote':
      return `<aside id="${id}" class="pull-quote"><p>${inner.join(' ')}</p>${by(block.attribution, text)}</aside>`;
    case 'quote':
      return `<blockquote id="${id}"><p>${inner.join('<br>')}</p>${by(block.attribution, text)}</blockquote>`;
    case 'list':
      return `<ul id="${id}">${inner.map((line) => `<li>${line}</li>`).join('')}</ul>`;
    case 'caption':
      return `<p id="${id}" class="caption">${inner.join(' ')}${block.credit === null ? '' : ` <small>${text(block.credit)}</small>`}</p>`;
    case 'readalso':
      return `<p id="${id}" class="read-also">${block.label === null ? '' : `<b>${text(block.label)}</b> `}${inner.join(' ')}</p>`;
    case 'verse':
    case 'table':
      return `<p id="${id}" class="rows">${inner.join('<br>')}</p>`;
    default:
      return inner.length === 0 ? '' : `<p id="${id}">${inner.join(' ')}</p>`;
  }
}

function by(attribution: string | null, text: (value: string) => string): string {
  return attribution === null ? '' : `<footer>${text(attribution)}</footer>`;
}
