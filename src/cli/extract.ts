/** `warraq extract FILE…`: what is understood of each file, and why. Writes nothing. */
import { realpathSync, statSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import { DOUBT, extract } from '../extract/extract.js';
import { NO_RULES, type Rules } from '../extract/rules/rules.js';
import type { Diagnostic, Extraction, Source } from '../model.js';
import { openArticle } from '../read/open.js';
import { readSource, sideCarPath } from '../read/source.js';
import { configure } from '../shell/configure.js';
import { describeError } from '../shell/failure.js';
import { readConfigText, readRulesText } from '../shell/inputs.js';
import { formatDiagnostic } from '../shell/report.js';
import { makeStyles, type Styles } from '../shell/review/terminal.js';
import { siteRules } from '../shell/rules.js';
import { visible } from '../shell/visible.js';
import { type Arguments, textOf } from './arguments.js';
import { rootOf } from './options.js';
import { wantsColour } from './output.js';

interface Understood {
  readonly file: string;
  readonly source: Source;
  readonly extraction: Extraction;
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs `warraq extract`. Resolves to the exit code; throws what `describeError` can put into words. */
export async function run(args: Arguments): Promise<number> {
  const { operands, options } = args;
  const rules = rulesHere(args);
  const colour = wantsColour(options, process.stdout);
  const styles = makeStyles(colour);
  let exitCode = 0;
  for (const file of operands) {
    const understood = understand(file, rules);
    process.stdout.write(options.has('json') ? `${toJson(understood)}\n` : toText(understood, styles));
    if (understood.diagnostics.some((one) => one.severity === 'error')) exitCode = 1;
  }
  return exitCode;
}

/** The rules of the site that the command runs in; none where there is no config that can be read. */
function rulesHere(args: Arguments): Rules {
  const root = resolve(rootOf(args));
  const { config, diagnostics } = configure(readConfigText(root, textOf(args.options, 'config')), null);
  if (diagnostics.some((one) => one.severity === 'error')) return NO_RULES;
  return siteRules(config, readRulesText(root)).rules;
}

function understand(path: string, rules: Rules): Understood {
  const file = basename(path);
  const opened = openArticle({ path: file, file: follow(path) });
  const sideCar = opened.ok ? readSideCar(path) : null;
  const source = readSource(file, opened.ok ? opened.bytes : new Uint8Array(), sideCar);
  const own: Diagnostic[] = opened.ok ? [] : [opened.diagnostic];
  const extraction = tryToExtract(source, rules, own);
  // Of a file that nobody could open only that is to be said.
  const found = opened.ok ? [...source.diagnostics, ...extraction.diagnostics] : [];
  return { file, source, extraction, diagnostics: [...own, ...found] };
}

/** A text on which the program fails must not cost the others their line. */
function tryToExtract(source: Source, rules: Rules, diagnostics: Diagnostic[]): Extraction {
  try {
    return extract(source, rules);
  } catch (error) {
    const message = `This text could not be understood. ${describeError(error)}`;
    diagnostics.push(fileDiagnostic('article-failed', 'error', source.path, message));
    const empty = extract({ ...source, lines: [], headerLines: 0 }, rules);
    return { ...empty, roles: source.lines.map((line) => (line.trim() === '' ? null : 'body')) };
  }
}

/** Someone who names a link means the file. */
function follow(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** The side-car beside a file, when there is one that can be read. */
function readSideCar(path: string): Uint8Array | null {
  const beside = sideCarPath(path);
  if (beside === path || statSync(beside, { throwIfNoEntry: false })?.isFile() !== true) return null;
  const opened = openArticle({ path: basename(beside), file: beside });
  return opened.ok ? opened.bytes : null;
}

/** One line, as the contract of the command line says. */
function toJson({ file, source, extraction, diagnostics }: Understood): string {
  const { article, roles, evidence } = extraction;
  const { lang, dir, blocks, ...fields } = article;
  const plain = blocks.map((block) => {
    const { node: _, ...rest } = block;
    return rest;
  });
  return JSON.stringify({
    file,
    lang,
    dir,
    encoding: source.encoding,
    lines: roles,
    article: { ...fields, blocks: plain },
    evidence,
    diagnostics,
  });
}

/** For a person: the fields, then each line with its role and the reason; doubtful ones marked, furniture dimmed. */
function toText({ file, source, extraction, diagnostics }: Understood, styles: Styles): string {
  const { article, roles, evidence } = extraction;
  const fields: [string, string | null][] = [
    ['language', `${article.lang}, ${article.dir}, ${source.encoding}`],
    ['section', article.section],
    ['headline', article.headline],
    ['deck', article.deck],
    ['byline', article.byline.join(' · ') || null],
    ['dateline', article.dateline],
    ['published', article.published],
    ['updated', article.updated],
  ];
  // Of a file that nobody could read there is nothing to tell but that.
  const unread = source.lines.length === 0 && diagnostics.some((one) => one.severity === 'error');
  const reasons = new Map(evidence.map((one) => [one.line, one]));
  const lines = source.lines.flatMap((text, index) => {
    const role = roles[index] ?? null;
    if (role === null) return [];
    const why = reasons.get(index + 1);
    const doubtful = why !== undefined && why.confidence < DOUBT;
    const paint = doubtful ? styles.warn : role === 'furniture' || role === 'meta' ? styles.dim : asItIs;
    const because =
      why === undefined ? '' : `   (${Math.round(why.confidence * 100)} %, ${why.rule}: ${why.because})`;
    return [
      paint(
        `${doubtful ? '?' : ' '}${String(index + 1).padStart(4)} ${role.padEnd(10)} ${visible(shorten(text))}`,
      ) + styles.dim(visible(because)),
    ];
  });
  return [
    styles.bold(visible(file)),
    ...(unread ? [] : fields).flatMap(([name, value]) =>
      value === null ? [] : [`  ${name.padEnd(10)} ${visible(value)}`],
    ),
    ...lines,
    ...diagnostics.map((one) => formatDiagnostic(one, false).trimEnd()),
    '',
    '',
  ].join('\n');
}

function asItIs(text: string): string {
  return text;
}

function shorten(text: string): string {
  const letters = [...text];
  return letters.length <= 60 ? text : `${letters.slice(0, 59).join('')}…`;
}
