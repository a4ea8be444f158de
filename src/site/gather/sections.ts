/** Labels of articles → sections of the site: spellings that fold alike are one, and so are aliases of the config. */
import type { Config, SectionConfig } from '../../config.js';
import { fold } from '../../fold.js';
import { compareNames } from '../../locales/collate.js';
import type { Card, Lang } from '../../model.js';
import { shortHash } from '../hash.js';
import { comparable, folderName } from './permalink.js';
import { withMark } from './slug.js';

/** Between the labels of a path, as folding leaves them. */
const SEPARATORS = /["'>|/\\\u2022\u2190-\u21ff\u00b7]|::| - /;

/** A section before its stories are in it. */
export interface SectionDraft {
  readonly name: string;
  readonly folder: string;
  readonly lang: Lang;
  readonly opinion: boolean;
  readonly description: string | null;
  /** Place in the config; null when it is not listed there. */
  readonly rank: number | null;
  readonly size: number;
}

/**
 * The section of each card, and all sections in the order of the menu: those of the config as listed there, then
 * large ones first, and by name. Sizes count in powers of two, so that one more story seldom changes the menu of every page.
 *
 * `cards` come oldest first: the oldest spelling names a section, so that its address stays.
 */
export function assignSections(
  cards: readonly Card[],
  config: Config,
  siteLang: Lang,
  isOpinion: (folded: string, lang: Lang) => boolean,
): { sections: SectionDraft[]; of: (SectionDraft | null)[] } {
  const configured = labelsOf(config.site.sections);
  const known = new Map<string, SectionDraft & { size: number }>();
  const folders = new Map<string, string>();
  for (const each of config.site.sections) claimFolder(each, folders);
  const spellings = new Map<string, (SectionDraft & { size: number }) | null>();
  const resolve = (spelling: string, card: Card) => {
    const label = fold(spelling);
    if (label === '') return null;
    const entry = configured.get(label) ?? configured.get(lastKnownPart(label, configured));
    const key = entry === undefined ? label : fold(entry.section.name);
    let section = known.get(key);
    if (section === undefined) {
      const lang = entry === undefined ? card.lang : (entry.section.lang ?? siteLang);
      const name = entry?.section.name ?? spelling;
      section = {
        name,
        folder: claimFolder(entry?.section ?? { name, slug: null }, folders),
        lang,
        opinion: entry?.section.opinion || isOpinion(fold(name), lang),
        description: entry?.section.description ?? null,
        rank: entry?.rank ?? null,
        size: 0,
      };
      known.set(key, section);
    }
    return section;
  };
  const of = cards.map((card) => {
    if (card.section === null) return null;
    let section = spellings.get(card.section);
    if (section === undefined) {
      section = resolve(card.section, card);
      spellings.set(card.section, section);
    }
    if (section !== null) section.size++;
    return section;
  });
  return { sections: [...known.values()].sort(menuOrder(siteLang)), of };
}

/** Folded label → the section of the config that claims it. The first claim wins. */
function labelsOf(
  sections: readonly SectionConfig[],
): ReadonlyMap<string, { section: SectionConfig; rank: number }> {
  const labels = new Map<string, { section: SectionConfig; rank: number }>();
  for (const [rank, section] of sections.entries()) {
    for (const label of [section.name, ...section.aliases].map(fold)) {
      if (label !== '' && !labels.has(label)) labels.set(label, { section, rank });
    }
  }
  return labels;
}

/** A path of labels (`الرئيسية » رياضة » سباحة`) means the last of them that the config knows; `` when it knows none. */
function lastKnownPart(label: string, configured: ReadonlyMap<string, unknown>): string {
  const parts = label.split(SEPARATORS).map((part) => part.trim());
  return parts.length === 1 ? '' : (parts.findLast((part) => configured.has(part)) ?? '');
}

/** A folder for a section. Two names that would share one (`أخبار!`, `أخبار?`) get two: the later one is marked. */
function claimFolder(section: Pick<SectionConfig, 'name' | 'slug'>, folders: Map<string, string>): string {
  let folder = folderName(section.slug ?? section.name);
  for (let round = 0; ; round++) {
    const owner = folders.get(comparable(folder));
    if (owner === undefined || owner === section.name) break;
    folder = withMark(folderName(section.slug ?? section.name), shortHash(`${section.name}\n${round}`, 6));
  }
  folders.set(comparable(folder), section.name);
  return folder;
}

function menuOrder(lang: Lang): (a: SectionDraft, b: SectionDraft) => number {
  const byName = compareNames(lang);
  const listed = ({ rank }: SectionDraft): number => rank ?? Number.MAX_SAFE_INTEGER;
  return (a, b) =>
    listed(a) - listed(b) ||
    Math.clz32(a.size) - Math.clz32(b.size) ||
    byName(a.name, b.name) ||
    (a.folder < b.folder ? -1 : 1);
}
