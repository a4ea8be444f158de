/**
 * The checklist of the best right-to-left news page, looked at in a real browser on a sample newspaper in each locale.
 * A few locales by default; `npm run audit` (or `AUDIT=all`) takes all of them, `AUDIT=fa-IR,ur-PK` those; `AUDIT_WRITE=1` keeps the table
 * in docs/audit.md.
 */
import { writeFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { locales } from '../../src/locales/locale.js';
import { launchChromium } from '../chromium.js';
import type { Check, Finding } from './check.js';
import { SECTIONS } from './checks/index.js';
import { openRoom, type Room } from './newsroom/room.js';
import { Sheet } from './sheet.js';
import { printTable, type Row } from './table.js';

const FEW = ['ar-LY', 'fa-IR', 'he-IL', 'ur-PK', 'dv-MV'];
const wanted = process.env.AUDIT ?? (process.env.npm_lifecycle_event === 'audit' ? 'all' : '');
const thorough = wanted === 'all';
const all = locales.filter(({ dir }) => dir === 'rtl').map(({ tag }) => tag);
const tags = thorough ? all : wanted === '' ? FEW : wanted.split(',');

const found = new Map<Check, Map<string, Finding>>();
const checks = SECTIONS.flatMap((section) => section.checks);

beforeAll(async () => {
  let browser: Browser | null = null;
  let room: Room | null = null;
  try {
    room = await openRoom(tags);
    browser = await launchChromium();
    const languages = new Set<string>();
    for (const [index, site] of room.sites.entries()) {
      const language = site.tag.split('-')[0] ?? '';
      const isFirst = !languages.has(language);
      languages.add(language);
      const sheet = await Sheet.open(site, room, browser, {
        thorough,
        first: thorough && isFirst,
        turn: index,
      });
      for (const check of checks) {
        if ((check.once && index > 0) || check.only?.(sheet) === false) continue;
        // Slow checks: once a language when all are audited; a quick run spreads them over its sites.
        if (check.slow && !(thorough ? isFirst : !check.once && check.item % room.sites.length === index))
          continue;
        const results = found.get(check) ?? new Map<string, Finding>();
        results.set(site.tag, await runOne(check, sheet));
        found.set(check, results);
      }
      await sheet.close();
    }
  } finally {
    await browser?.close();
    room?.close();
  }
}, 3_600_000);

/** A check that breaks has failed; the others go on. */
async function runOne(check: Check, sheet: Sheet): Promise<Finding> {
  const began = performance.now();
  try {
    const finding = await check.run(sheet);
    return 'faults' in finding ? finding : { faults: finding };
  } catch (error) {
    return { faults: [error instanceof Error ? error.message : String(error)] };
  } finally {
    if (process.env.AUDIT_TIME === '1')
      console.log(`${sheet.site.tag} ${check.item} ${Math.round(performance.now() - began)} ms`);
  }
}

const rows = (): Row[] => checks.map((check) => ({ check, findings: found.get(check) ?? new Map() }));

afterAll(() => {
  const table = printTable(SECTIONS, rows(), tags);
  console.log(table);
  if (process.env.AUDIT_WRITE === '1') {
    const head =
      '# Audit\n\nMade by `AUDIT_WRITE=1 npm run audit`. Numbers are those of the checklist in tests/audit/checks.\n\n';
    writeFileSync(new URL('../../docs/audit.md', import.meta.url), head + table);
  }
});

describe.each(SECTIONS.filter((section) => section.checks.length > 0))('$name', (section) => {
  test.each(section.checks)('$item $level $title', (check) => {
    const faults = [...(found.get(check) ?? [])].flatMap(([tag, finding]) =>
      finding.faults.map((fault) => `${tag} ${fault}`),
    );
    if (check.open) expect(faults, 'This passes now: take its mark "open" away.').not.toEqual([]);
    else expect(faults.slice(0, 20)).toEqual([]);
  });
});

test('every item of the checklist is looked at, or it says why not', () => {
  const items = SECTIONS.flatMap(({ checks: own, absent }) => [...own, ...absent].map(({ item }) => item));
  const expected = Array.from({ length: 157 }, (_, index) => index + 1);
  expect([...new Set(items)].sort((a, b) => a - b)).toEqual(expected);
});
