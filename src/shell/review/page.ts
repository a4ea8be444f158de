/**
 * The review as one file for a browser: what came in beside what goes out, in the language of the newsroom. It loads
 * nothing and runs nothing, so it can be sent by mail. Texts of articles carry their own language and direction.
 */
import { DOUBT } from '../../extract/extract.js';
import { escapeAttribute, escapeText } from '../../html.js';
import { locale as localeOf } from '../../locales/locale.js';
import { number, percent } from '../../locales/numbers.js';
import { string } from '../../locales/strings/index.js';
import type { Locale } from '../../locales/types.js';
import { type Diagnostic, type Evidence, ROLES, type Role } from '../../model.js';
import { dropControls, isolateHtml } from '../../typeset/bidi/isolate.js';
import type { Verdict } from './doubt.js';
import type { Reading } from './reading.js';
import { resultHtml } from './result.js';
import { STYLE } from './style.js';
import { problemWord, ROLE_WORDS, reasonWord, SEVERITY_WORDS } from './words.js';

/** What the page says of the site. */
export interface PageHead {
  /** BCP 47, of the site. */
  readonly lang: string;
  readonly siteName: string | null;
  readonly timeZone: string;
  readonly shown: number;
  readonly total: number;
}

/** Of a very long text the page shows its beginning. */
const LINES = 600;
const LETTERS = 4000;

/** So many articles are open at once; the others open at a click. */
const OPEN = 3;

/** The page in pieces, so that ten thousand lines need not be one string. */
export function* pageHtml(
  head: PageHead,
  articles: Iterable<readonly [Verdict, Reading]>,
): Generator<string> {
  const locale = localeOf(head.lang);
  const title = string(locale, 'reportTitle');
  const name = head.siteName === null ? '' : `<p><bdi>${escapeText(head.siteName)}</bdi></p>`;
  const counts = string(locale, 'reportShown', {
    n: number(head.shown, locale),
    total: number(head.total, locale),
  });
  const legend = ROLES.filter((role) => role !== 'meta').map((role) => `<li>${roleHtml(role, locale)}</li>`);
  yield `<!doctype html>
<html lang="${escapeAttribute(locale.tag)}" dir="${locale.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeText(head.siteName === null ? title : `${title} – ${head.siteName}`)}</title>
<style>${STYLE}</style>
</head>
<body>
<header class="top">
<h1>${title}</h1>
${name}<p>${escapeText(counts)}</p>
<ul class="legend" aria-label="${escapeAttribute(string(locale, 'reportLegend'))}">${legend.join('')}</ul>
</header>
<main>
`;
  let rank = 0;
  for (const [verdict, reading] of articles)
    yield articleHtml(verdict, reading, ++rank, locale, head.timeZone);
  if (rank === 0) yield `<p class="empty">${string(locale, 'reportEmpty')}</p>\n`;
  yield '</main>\n</body>\n</html>\n';
}

function articleHtml(
  verdict: Verdict,
  { path, source, extraction }: Reading,
  rank: number,
  locale: Locale,
  timeZone: string,
): string {
  const { article, roles, evidence } = extraction;
  const own = `lang="${escapeAttribute(article.lang)}" dir="${article.dir}"`;
  const id = `a${rank}`;
  const blocks = new Set(article.blocks.map((block) => block.line));
  const reasons = new Map(evidence.map((one) => [one.line, one]));
  const rows: string[] = [];
  let gap = false;
  for (const [index, line] of source.lines.slice(0, LINES).entries()) {
    const role = roles[index] ?? null;
    if (role === null) gap = rows.length > 0;
    else {
      const target = blocks.has(index + 1) ? `${id}-${index + 1}` : null;
      rows.push(
        lineHtml(line, index + 1, role, reasons.get(index + 1), {
          target,
          gap,
          locale,
          own,
          dir: article.dir,
        }),
      );
      gap = false;
    }
  }
  const headline =
    verdict.headline === null
      ? `<h2>${string(locale, 'problemNoHeadline')}</h2>`
      : `<h2 ${own}>${isolateHtml(dropControls(verdict.headline), article.dir)}</h2>`;
  const published =
    article.blocks.length === 0 && article.headline === null
      ? `<p class="empty">${string(locale, 'reportNoResult')}</p>`
      : resultHtml(article, id, localeOf(article.lang), timeZone);
  return `<details class="article"${rank <= OPEN ? ' open' : ''}>
<summary><span class="rank">${number(rank, locale)}</span><div>${headline}
<span class="path">${escapeText(path)}</span><span class="chips">${chips(verdict, locale)}</span></div></summary>
<div class="inside">
${problemsHtml(verdict.problems, locale)}<div class="sides">
<section class="side"><h3>${string(locale, 'reportSource')}</h3><ol class="lines">
${rows.join('\n')}
</ol></section>
<section class="side"><h3>${string(locale, 'reportResult')}</h3>
${published}
</section>
</div></div>
</details>
`;
}

interface LineSetting {
  /** Id of the block that begins here; null when none does. */
  readonly target: string | null;
  /** A blank line stands above. */
  readonly gap: boolean;
  readonly locale: Locale;
  readonly own: string;
  readonly dir: 'rtl' | 'ltr';
}

function lineHtml(
  text: string,
  line: number,
  role: Role,
  why: Evidence | undefined,
  { target, gap, locale, own, dir }: LineSetting,
): string {
  const doubt = why !== undefined && why.confidence < DOUBT;
  const shown = number(line, locale);
  const label = escapeAttribute(string(locale, 'reportLine', { line: shown }));
  const place =
    target === null
      ? `<span class="number">${shown}</span>`
      : `<a class="number" href="#${target}" aria-label="${label}">${shown}</a>`;
  const classes = `line r-${role}${doubt ? ' doubt' : ''}${gap ? ' gap' : ''}`;
  return `<li class="${classes}"${target === null && why !== undefined ? ' tabindex="0"' : ''}>${place}<p class="text" ${own}>${isolateHtml(dropControls(cut(text)), dir)}</p>${roleHtml(role, locale)}${why === undefined ? '' : whyHtml(why, doubt, locale)}</li>`;
}

function cut(text: string): string {
  return text.length <= LETTERS ? text : `${text.slice(0, LETTERS).toWellFormed()}…`;
}

/** `In doubt, 48 %: its place in the text (it is the first line of the text)`. */
function whyHtml(why: Evidence, doubt: boolean, locale: Locale): string {
  const sure = `<bdi>${percent(Math.round(why.confidence * 100) / 100, locale)}</bdi>`;
  const mark = doubt ? `<b>${string(locale, 'reportInDoubt')}</b> · ` : '';
  const detail = locale.lang === 'en' ? '' : `${string(locale, reasonWord(why.rule))} · `;
  return `<p class="why">${mark}${sure} · ${detail}<span lang="en" dir="ltr">${escapeText(why.because)}</span></p>`;
}

function roleHtml(role: Role, locale: Locale): string {
  return `<span class="role r-${role}">${string(locale, ROLE_WORDS[role])}</span>`;
}

/** What is wrong at a glance, each kind once. */
function chips({ problems, undated, lines }: Verdict, locale: Locale): string {
  const seen = new Map<string, string>();
  for (const { id, severity } of problems) {
    const word = problemWord(id);
    const text = word === null ? `<bdi lang="en" dir="ltr">${id}</bdi>` : string(locale, word);
    const kind = severity === 'info' ? 'warning' : severity;
    if (!seen.has(text)) seen.set(text, `<span class="chip ${kind}">${text}</span>`);
  }
  if (undated) seen.set('undated', `<span class="chip">${string(locale, 'problemNoDate')}</span>`);
  if (lines.length > 0) {
    const count = number(lines.length, locale);
    seen.set('lines', `<span class="chip warning">${string(locale, 'reportInDoubt')}: ${count}</span>`);
  }
  return [...seen.values()].join('');
}

function problemsHtml(problems: readonly Diagnostic[], locale: Locale): string {
  if (problems.length === 0) return '';
  const rows = problems.map(({ id, severity, line, message }) => {
    const word = problemWord(id) ?? SEVERITY_WORDS[severity];
    const place =
      line === null
        ? ''
        : ` <span class="place">${string(locale, 'reportLine', { line: number(line, locale) })}</span>`;
    return `<li><b>${string(locale, word)}</b>${place} <span lang="en" dir="ltr">${escapeText(dropControls(message))}</span></li>`;
  });
  return `<ul class="problems">${rows.join('')}</ul>\n`;
}
