/**
 * What a build does: **read** the listing, **understand** each article, **gather** them into a site, **plan** its pages,
 * and **publish** those that changed; each page is rendered while it is written.
 */
import type { Config } from './config.js';
import { fileDiagnostic } from './diagnostic.js';
import type { Rules } from './extract/rules/rules.js';
import type { Card, Diagnostic, Page } from './model.js';
import { type CardPress, planCards } from './publish/cards/cards.js';
import { publishLate } from './publish/cards/late.js';
import { type Gallery, hangPictures, missingPictures } from './publish/pictures.js';
import { publish } from './publish/publish.js';
import { mergeStatic } from './publish/static.js';
import type { OutputFile, Publication, PublishRequest } from './publish/types.js';
import { BuildLog } from './shell/build-log.js';
import { ConfigShelf } from './shell/configure.js';
import type { Desk } from './shell/desk.js';
import { digest } from './shell/digest.js';
import type { Inputs } from './shell/inputs.js';
import type { Built } from './shell/record.js';
import { type Counts, exitCodeOf } from './shell/report.js';
import { siteRules } from './shell/rules.js';
import { SearchKeys } from './shell/search-keys.js';
import type { BuildResult, Session } from './shell/session.js';
import type { Stopwatch } from './shell/stopwatch.js';
import type { Entry } from './shell/store.js';
import { type ReadyTheme, ThemeShelf } from './shell/theme.js';
import { gather } from './site/gather.js';
import { plan } from './site/plan.js';
import type { Site } from './site/site.js';

/** What builds of one session hand on. */
export interface Memory {
  readonly configs: ConfigShelf;
  readonly themes: ThemeShelf;
  site: Site | null;
}

/** What the steps of one build share. */
interface Work {
  readonly session: Session;
  readonly memory: Memory;
  readonly inputs: Inputs;
  readonly config: Config;
  readonly rules: Rules;
  readonly desk: Desk;
  readonly searchKeys: SearchKeys;
  /** What the build before left of this output folder. */
  readonly last: Built | null;
  readonly log: BuildLog;
}

/** Everything to be published now, and what can follow later. */
interface Plan {
  readonly files: readonly OutputFile[];
  readonly gallery: Gallery;
  /** Draws the share cards that are not there yet; null where the site has none. */
  readonly press: CardPress | null;
  /** How many pages were rendered so far. */
  readonly rendered: () => number;
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
  const log = new BuildLog(outGiven, config.site.lang ?? 'en', options.strict, stopwatch);
  log.add([...mistakes, ...inputs.listing.diagnostics, ...inputs.files.diagnostics]);
  if (exitCodeOf(mistakes, false) > 0) return log.end(2);
  const out = session.output(outGiven);
  log.out = out;
  const desk = session.open(out);
  if (inputs.listing.articles.length === 0 && !options.allowEmpty) {
    if (!log.has('articles-missing')) log.add([noArticles()]);
    return log.end(1);
  }

  const searchKeys = new SearchKeys(session.folder, session.program);
  const known = last?.out === out ? last : null;
  const work: Work = { session, memory, inputs, config, rules, desk, searchKeys, last: known, log };
  const entries = await understand(work);
  const site = gatherSite(work, entries);
  const gallery = hangGallery(work, entries);
  const theme = await prepareTheme(work, entries);
  // A template with an error leaves the old site as it is.
  if (theme === null || (options.strict && log.exitCode > 0)) return log.end(1);
  const planned = await planSite(work, site, theme, gallery);
  if (options.dry) return log.end(log.exitCode);
  return await publishSite(work, planned, outGiven);
}

/** One entry an article, in the order of the listing. */
async function understand({ session, inputs, config, rules, desk, log }: Work): Promise<Entry[]> {
  log.stopwatch.begin('understand');
  const reading = session.breathe('Reading', () => desk.prepared);
  const { articles } = inputs.listing;
  const entries = await desk.read(articles, rules, config.search, session.options.jobs, reading);
  log.stopwatch.count('texts understood', desk.prepared);
  for (const entry of entries) if (entry.diagnostics.length > 0) log.add(entry.diagnostics);
  return entries;
}

function gatherSite({ session, memory, config, log }: Work, entries: readonly Entry[]): Site {
  log.stopwatch.begin('gather');
  const { drafts } = session.options;
  const { cards, counts } = choose(entries, drafts);
  const series = session.following ? { previous: memory.site } : {};
  const { site, diagnostics } = gather(cards, config, { drafts, ...series });
  memory.site = site;
  log.counts = counts;
  log.lang = site.lang;
  log.add(diagnostics);
  return site;
}

/** The pictures that articles show. */
function hangGallery({ inputs, last, log }: Work, entries: readonly Entry[]): Gallery {
  const showing = entries.filter((entry) => entry.pictures.length > 0);
  const wanted = new Set(showing.flatMap((entry) => entry.pictures));
  const existing = inputs.listing.pictures;
  const gallery = hangPictures(existing, wanted, last?.pictures ?? new Map(), digest);
  log.add(gallery.diagnostics);
  log.add(missingPictures(showing, existing));
  return gallery;
}

/** null when a template has an error. */
async function prepareTheme(
  { session, memory, inputs, config, log }: Work,
  entries: readonly Entry[],
): Promise<ReadyTheme | null> {
  log.stopwatch.begin('theme');
  const sources = { texts: inputs.theme, config, cache: session.folder };
  const { theme, diagnostics } = await memory.themes.take(sources, entries, log.lang, log.stopwatch);
  log.add(diagnostics);
  return theme;
}

async function planSite(
  { session, inputs, config, desk, searchKeys, log }: Work,
  site: Site,
  theme: ReadyTheme,
  gallery: Gallery,
): Promise<Plan> {
  log.stopwatch.begin('plan');
  const pictures = (source: string) => gallery.pictures.get(source) ?? null;
  const { cards, press, diagnostics } = await planCards(site, config, pictures, session.folder, digest);
  log.add(diagnostics);
  const words = { terms: desk.terms, keys: searchKeys.keys };
  const pages = plan(site, config, theme.info, digest, pictures, cards, words);
  let rendered = 0;
  const toOutput = ({ path, key, render }: Page): OutputFile => {
    const content = (): string => {
      rendered++;
      return render(desk.body);
    };
    return { path, key, content };
  };
  const made = [...pages.map(toOutput), ...theme.files, ...gallery.files, ...(press?.files() ?? [])];
  const { files, diagnostics: hidden } = mergeStatic(made, inputs.files.files);
  log.add(hidden);
  return { files, gallery, press, rendered: () => rendered };
}

/** Writes what changed, then what the next build needs to know, then the share cards that had to be drawn. */
async function publishSite(
  { session, inputs, desk, searchKeys, last, log }: Work,
  { files, gallery, press, rendered }: Plan,
  outGiven: string,
): Promise<BuildResult> {
  const { out, lang, counts, stopwatch } = log;
  stopwatch.begin('publish');
  const request: PublishRequest = {
    out,
    files,
    record: last?.record ?? new Map(),
    method: session.method,
    breathe: session.breathe('Writing', rendered),
    trusting: session.trusting,
  };
  const first = await publish(request);
  log.add(first.diagnostics);

  stopwatch.begin('remember');
  const { exitCode } = log;
  const lost = session.remember(() => {
    if (!session.trusting) desk.store.compact(new Set(inputs.listing.articles.map((file) => file.path)));
    desk.store.flush();
    searchKeys.save();
  });
  const keep = (publication: Publication, complete: boolean): BuildResult => {
    const result = log.end(exitCode, publication);
    const digestNow = complete ? inputs.digest : '';
    const { diagnostics } = result;
    const { record } = publication;
    const pictures = gallery.known;
    const built = { out, outGiven, lang, inputs: digestNow, record, pictures, diagnostics, counts };
    const unkept = session.remember(() => session.keep(built)) ?? lost;
    stopwatch.end();
    return unkept === null ? result : { ...result, diagnostics: [...diagnostics, unkept] };
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

function noArticles(): Diagnostic {
  const message =
    'There is no article here, so nothing was published or taken down. If that is meant, say so with --allow-empty.';
  return fileDiagnostic('no-articles', 'error', 'articles', message);
}
