import type { Absent, Section } from '../check.js';

const TITLES: readonly (readonly [item: number, level: Absent['level'], title: string])[] = [
  [125, 'MUST', 'folding of letters, marks and digits'],
  [126, 'MUST', 'pairs of queries that find each other'],
  [127, 'MUST', 'highlights on the letters of the original'],
  [128, 'MUST', 'pull quotes, furniture and menus are not in the index'],
  [129, 'SHOULD', 'index of 8 % of the text, fetched on first use'],
  [130, 'SHOULD', 'search field, live region, plural of results'],
  [131, 'SHOULD', 'without script'],
];

export const search: Section = {
  name: 'K. Search',
  checks: [],
  absent: TITLES.map(([item, level, title]) => ({
    item,
    level,
    title,
    state: 'not done',
    reason: 'There is no search in the site yet.',
  })),
};
