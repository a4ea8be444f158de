/**
 * What a build does: **read** the listing, **understand** each article, **gather** them into a site, **plan** its pages,
 * and **publish** those that changed; each page is rendered while it is written.
 */
import { fileDiagnostic } from './diagnostic.js';
import type { Card, Diagnostic, Page } from './model.js';
import { planCards } from './publish/cards/cards.js';
import { publishLate } from './publish/cards/late.js';
import { hangPictures } from './publish/pictures.js';
import { publish } from './publish/publish.js';
import type { OutputFile, Publication } from './publish/types.js';
import { ConfigShelf } from './shell/configure.js';
import { digest } from './shell/digest.js';
import type { Inputs } from './shell/inputs.js';
import type { Built } from './shell/record.js';
import { type Counts, sortDiagnostics } from './shell/report.js';
import { siteRules } from './shell/rules.js';
import { SearchKeys } from './shell/search-keys.js';
import { type BuildResult, exitCodeOf, type Session } from './shell/session.js';
import type { Stopwatch } from './shell/stopwatch.js';
import type { Entry } from './shell/store.js';
import { ThemeShelf } from './shell/theme.js';
import { gather } from './site/gather.js';
import { plan } from './site/plan.js';
import type { Site } from './site/site.js';

/** What builds of one session hand on. */
export interface Memory {
  readonly configs: ConfigShelf;
  readonly themes: ThemeShelf;
  site: Site | null;
}

/** `last`: what the build before this one left, if any. */
export async function build(
  session: Session,
  inputs: Inputs,
  last: Built | null,
  stopwatch: Stopwatch,
): Promise<BuildResult> {
  const { options } = session;
  session.memory ??= { configs: new ConfigShelf(), themes: new ThemeShelf(), site: null };
  const { memory } = session;
  const { config, diagnostics: doubts } = memory.configs.take(inputs.config, options.baseUrl);
  const { rules, diagnostics: slips } = siteRules(config, inputs.rules);
  const mistakes = [...doubts, ...slips];
  const outGiven = options.out ?? config.build.out;
  const diagnostics: Diagnostic[] = [...mistakes, ...inputs.listing.diagnostics, ...inputs.files.diagnostics];
  let lang = config.site.lang ?? 'en';
  const give = (
    exitCode: BuildResult['exitCode'],
    out: string,
    counts: Counts,
    publication: BuildResult['publication'],
  ): BuildResult => {
    const sorted = sortDiagnostics(diagnostics);
    if (publication === null) stopwatch.end();
    return { exitCode, out, lang, counts, diagnostics: sorted, publication, stopwatch };
  };
  if (exitCodeOf(mistakes, false) > 0) return give(2, outGiven, NOTHING, null);
  const out = session.output(outGiven);
  const desk = session.open(out);
  if (inputs.listing.articles.length === 0 && !options.allowEmpty) {
    if (!diagnostics.some((one) => one.id === 'articles-missing')) diagnostics.push(noArticles());
    return give(1, out, NOTHING, null);
  }

  stopwatch.begin('understand');
  const { articles } = inputs.listing;
  const reading = session.breathe('Reading', () => desk.prepared);
  const entries = await desk.read(articles, rules, config.search, options.jobs, reading);
  stopwatch.count('texts understood', desk.prepared);
  for (const entry of entries) if (entry.diagnostics.length > 0) diagnostics.push(...entry.diagnostics);

  stopwatch.begin('gather');
  const { cards, counts } = choose(entries, options.drafts);
  const series = session.following ? { previous: memory.site } : {};
  const gathered = gather(cards, config, { drafts: options.drafts, ...series });
  memory.site = gathered.site;
  lang = gathered.site.lang;
  diagnostics.push(...gathered.diagnostics);
  const known = last?.out === out ? last : null;
  const showing = entries.filter((entry) => entry.pictures.length > 0);
  const wanted = new Set(showing.flatMap((entry) => entry.pictures));
  const gallery = hangPictures(inputs.listing.pictures, wanted, known?.pictures ?? new Map(), digest);
  diagnostics.push(...gallery.diagnostics, ...missingPictures(showing, inputs.listing.pictures));
  stopwatch.begin('theme');
  const sources = { texts: inputs.theme, config, cache: session.folder };
  const { theme, diagnostics: faults } = await memory.themes.take(sources, entries, lang, stopwatch);
  diagnostics.push(...faults);
  // A template with an error leaves the old site as it is.
  if (theme === null || (options.strict && exitCodeOf(diagnostics, true) > 0))
    return give(1, out, counts, null);

  stopwatch.begin('plan');
  const pictures = (source: string) => gallery.pictures.get(source) ?? null;
  const {
    cards: share,
    press,
    diagnostics: cardless,
  } = await planCards(gathered.site, config, pictures, session.folder, digest);
  diagnostics.push(...cardless);
  const searchKeys = new SearchKeys(session.folder, session.program);
  const words = { terms: desk.terms, keys: searchKeys.keys };
  const pages = plan(gathered.site, config, theme.info, digest, pictures, share, words);
  let rendered = 0;
  const toOutput = ({ path, key, render }: Page): OutputFile => {
    const content = (): string => {
      rendered++;
      return render(desk.body);
    };
    return { path, key, content };
  };
  const made = [...pages.map(toOutput), ...theme.files, ...gallery.files, ...(press?.files() ?? [])];
  const files = merge(made, inputs.files.files, diagnostics);
  if (options.dry) return give(exitCodeOf(diagnostics, options.strict), out, counts, null);

  stopwatch.begin('publish');
  const request = {
    out,
    files,
    record: known?.record ?? new Map(),
    method: session.method,
    breathe: session.breathe('Writing', () => rendered),
    trusting: session.trusting,
  };
  const first = await publish(request);
  diagnostics.push(...first.diagnostics);

  stopwatch.begin('remember');
  const exitCode = exitCodeOf(diagnostics, options.strict);
  const lost = session.remember(() => {
    if (!session.trusting) desk.store.compact(new Set(articles.map((file) => file.path)));
    desk.store.flush();
    searchKeys.save();
  });
  const keep = (publication: Publication, complete: boolean): BuildResult => {
    const result = give(exitCode, out, counts, publication);
    const digestNow = complete ? inputs.digest : '';
    const { record } = publication;
    const said = result.diagnostics;
    const pictures = gallery.known;
    const built = { out, outGiven, lang, inputs: digestNow, record, pictures, diagnostics: said, counts };
    const unkept = session.remember(() => session.keep(built)) ?? lost;
    stopwatch.end();
    return unkept === null ? result : { ...result, diagnostics: [...said, unkept] };
  };
  const missing = press?.missing ?? 0;
  const result = keep(first, missing === 0);
  // A preview has no use for share cards; the next build draws them.
  if (press === null || missing === 0 || session.following) return result;

  stopwatch.begin('cards');
  const drawn = await press.draw(session.breath.breathe, (done, total) =>
    session.listeners.onProgress('Share cards', done, total),
  );
  return keep(await publishLate(request, first, drawn), true);
}

const NOTHING: Counts = { read: 0, published: 0, withheld: {}, failed: 0 };

/** Sorts the articles into those that are published and those that are not, and says why. */
function choose(entries: readonly Entry[], drafts: boolean): { cards: Card[]; counts: Counts } {
  const cards: Card[] = [];
  const withheld = { draft: 0, empty: 0 };
  let failed = 0;
  for (const { card, diagnostics } of entries) {
    if (card === null || isUnusable(card, diagnostics)) failed++;
    else if (!card.titled && card.words === 0) withheld.empty++;
    else if (card.draft && !drafts) withheld.draft++;
    else cards.push(card);
  }
  return { cards, counts: { read: entries.length, published: cards.length, withheld, failed } };
}

/** Nothing of the file could be read; its own diagnostics say why. */
function isUnusable(card: Card, diagnostics: readonly Diagnostic[]): boolean {
  return !card.titled && card.words === 0 && diagnostics.some((one) => one.severity === 'error');
}

/** The site's own `static/` has the last word on a name, and it is said when that hides a page. */
function merge(
  made: readonly OutputFile[],
  own: readonly OutputFile[],
  diagnostics: Diagnostic[],
): OutputFile[] {
  if (own.length === 0) return [...made];
  const names = new Map(own.map((file) => [file.path.toLowerCase(), file.path]));
  const rest = made.filter((file) => {
    const name = names.get(file.path.toLowerCase());
    if (name === undefined) return true;
    const message = `It takes the place of the page ${file.path} that warraq would make. Rename it if that is not meant.`;
    diagnostics.push({
      id: 'static-hides-page',
      severity: 'warning',
      file: `static/${name}`,
      line: null,
      column: null,
      message,
    });
    return false;
  });
  return [...rest, ...own];
}

/** Articles that show a picture which is not there. */
function missingPictures(
  entries: readonly Entry[],
  existing: readonly { readonly path: string }[],
): Diagnostic[] {
  const paths = new Set(existing.map((picture) => picture.path));
  return entries.flatMap(({ path, pictures }) =>
    pictures
      .filter((picture) => !paths.has(picture))
      .map((picture): Diagnostic => {
        const message = `${picture} is not there, so the article has no picture in its place. Put it there or correct the name.`;
        return fileDiagnostic('picture-missing', 'warning', path, message);
      }),
  );
}

function noArticles(): Diagnostic {
  const message =
    'There is no article here, so nothing was published or taken down. If that is meant, say so with --allow-empty.';
  return fileDiagnostic('no-articles', 'error', 'articles', message);
}
