/** The fields of an article from its classified lines and from what the editor states outright. */
import { fold } from '../../fold.js';
import type { Article, Metadata, Moment, Role } from '../../model.js';
import { readSigned } from '../bylines/signed.js';
import { namesOccupation } from '../bylines/vocabulary.js';
import { readDate } from '../dates/dates.js';
import { withoutDecoration } from '../observe/marks.js';
import type { Report } from '../report.js';
import type { CompiledRules } from '../rules/rules.js';
import type { Piece } from './blocks.js';
import { chooseSection } from './section.js';

/** The fields of an article, as published. */
export type Fields = Pick<
  Article,
  'section' | 'headline' | 'deck' | 'byline' | 'dateline' | 'published' | 'updated'
>;

/** Puts the fields together: stated values win, then the text's own lines in their order. */
export function collectFields(
  pieces: readonly Piece[],
  stated: Metadata,
  rules: CompiledRules,
  lang: string,
  report: Report,
): Fields {
  const texts = (role: Role) => pieces.filter((piece) => piece.role === role).map((piece) => piece.text);
  const headline = stated.headline ?? (texts('headline').join(' ') || null);
  const labels = stated.section === undefined ? texts('section') : [stated.section];
  const dates = collectDates(pieces, lang, report);
  const signed = collectBylines(pieces, lang);
  return {
    section:
      stated.section === undefined
        ? chooseSection(labels, headline, rules)
        : (rules.sectionOf(stated.section) ?? stated.section),
    headline,
    deck: stated.deck ?? (texts('deck').join(' ') || null),
    byline: stated.byline ?? signed.authors,
    dateline: stated.dateline ?? signed.place,
    published: stated.published ?? dates.published ?? signed.published,
    updated: stated.updated ?? dates.updated ?? signed.updated,
  };
}

function collectDates(pieces: readonly Piece[], lang: string, report: Report) {
  let published: Moment | null = null;
  let updated: Moment | null = null;
  for (const piece of pieces) {
    if (piece.role !== 'dateline') continue;
    const line = piece.unit.first + 1;
    const found = readDate(piece.text, lang);
    if (found === null) continue;
    published ??= found.published;
    updated ??= found.updated;
    if (found.published !== null || found.updated !== null) continue;
    const excerpt = piece.text.slice(0, 80);
    if (found.relative) {
      report(
        'relative-date',
        'info',
        line,
        'This date counts from the day of reading, so it is not used. State the date in the header.',
        excerpt,
      );
    } else if (found.problem === 'impossible') {
      report(
        'impossible-date',
        'warning',
        line,
        'No calendar has this day. Correct the date, or state it in the header.',
        excerpt,
      );
    } else if (found.problem === 'incomplete') {
      report(
        'incomplete-date',
        'info',
        line,
        'This date has no year, so it is not used. State the date in the header.',
        excerpt,
      );
    }
  }
  return { published, updated };
}

function collectBylines(pieces: readonly Piece[], lang: string) {
  const authors: string[] = [];
  let place: string | null = null;
  let published: Moment | null = null;
  let updated: Moment | null = null;
  for (const piece of pieces) {
    if (piece.role !== 'byline') continue;
    const found = readSigned(withoutDecoration(piece.text), lang);
    // "X is a writer in Y" below the text of X names nobody new
    const folded = fold(piece.text);
    const told = authors.some((author) => author.includes(' ') && folded.startsWith(`${fold(author)} `));
    if (!told) for (const author of found.authors) addAuthor(authors, author, lang);
    place ??= found.place;
    published ??= found.published;
    updated ??= found.updated;
  }
  return { authors, place, published, updated };
}

/** Adds a name, or what the last one is: "writer and translator". */
function addAuthor(authors: string[], author: string, lang: string): void {
  const last = authors.at(-1);
  const comma = /[\u0600-\u07bf]/u.test(author) ? '،' : ',';
  if (last !== undefined && namesOccupation(author, lang))
    authors[authors.length - 1] = `${last}${comma} ${author}`;
  else if (!authors.includes(author)) authors.push(author);
}
