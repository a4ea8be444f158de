/** What the program can be told, as data: the parser, the help and the tests all read these tables. */
import type { Arguments } from './arguments.js';

/** An option of the command line. */
export interface OptionSpec {
  /** Placeholder of its value; absent for a switch. */
  readonly value?: string;
  readonly short?: string;
  /** A whole number, not negative. */
  readonly integer?: true;
  readonly help: string;
}

/** A command of the program. */
export interface CommandSpec {
  readonly name: string;
  readonly help: string;
  /** What follows the name, as the help prints it; empty when nothing may. */
  readonly operands: string;
  readonly least: number;
  readonly most: number;
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** Loads the code of this command and nothing else. The number is the exit code. */
  readonly load: () => Promise<{ readonly run: (args: Arguments) => Promise<number> }>;
}

/** Options of every command. */
export const COMMON: Readonly<Record<string, OptionSpec>> = {
  root: { value: 'DIR', help: 'folder of the site (default: the current one)' },
  config: { value: 'FILE', help: 'config file (default: warraq.config.json)' },
  json: { help: 'machine-readable output on stdout' },
  quiet: { short: 'q', help: 'say nothing but problems' },
  'no-color': { help: 'no colour (so does NO_COLOR)' },
  help: { short: 'h', help: 'show this help' },
  version: { short: 'V', help: 'show the version' },
};

const MAKING: Readonly<Record<string, OptionSpec>> = {
  out: { value: 'DIR', help: 'output folder (default: dist)' },
  'base-url': { value: 'URL', help: 'where the site will be published' },
  drafts: { help: 'publish drafts, too' },
  'no-cache': { help: 'forget what earlier builds understood' },
  jobs: { value: 'N', integer: true, help: 'threads at work (default: by the number of articles)' },
  'allow-empty': { help: 'no articles at all is meant, take the old ones down' },
};

const REPORTING: Readonly<Record<string, OptionSpec>> = {
  strict: { help: 'a warning is an error, and nothing is published then' },
  profile: { help: 'print where the time went' },
  'cpu-profile': { value: 'FILE', help: 'write a CPU profile for the developer tools of Chromium' },
};

/** Every command, in the order of the help. */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'build',
    help: 'read articles/, write dist/',
    operands: '',
    least: 0,
    most: 0,
    options: { ...MAKING, ...REPORTING },
    load: () => import('./build.js'),
  },
  {
    name: 'watch',
    help: 'build, serve the site on this machine, and rebuild on every change',
    operands: '',
    least: 0,
    most: 0,
    options: {
      ...MAKING,
      port: { value: 'N', integer: true, help: 'port (default: 4321; 0: any free one)' },
      host: { value: 'ADDR', help: 'address to listen on (default: 127.0.0.1)' },
      poll: { help: 'look for changes by the clock, for network folders' },
      open: { help: 'open the browser' },
    },
    load: () => import('./watch.js'),
  },
  {
    name: 'extract',
    help: 'print what is understood of each file, and why',
    operands: 'FILE…',
    least: 1,
    most: Number.POSITIVE_INFINITY,
    options: {},
    load: () => import('./extract.js'),
  },
  {
    name: 'check',
    help: 'all that build does except writing',
    operands: '',
    least: 0,
    most: 0,
    options: {
      ...MAKING,
      strict: REPORTING.strict ?? { help: '' },
      fix: { help: 'print the visible repairs as a patch instead; no file is changed (see fix)' },
    },
    load: () => import('./check.js'),
  },
  {
    name: 'fix',
    help: 'print the visible repairs of the texts as a patch; no file is changed',
    operands: '[FILE…]',
    least: 0,
    most: Number.POSITIVE_INFINITY,
    options: {},
    load: () => import('./fix.js'),
  },
  {
    name: 'review',
    help: 'the articles whose understanding is most in doubt, with the lines in question',
    operands: '',
    least: 0,
    most: 0,
    options: {
      html: {
        value: 'FILE',
        help: 'where the page for the browser goes (default: .warraq/review/index.html)',
      },
      limit: { value: 'N', integer: true, help: 'how many articles the page shows (default: 200)' },
    },
    load: () => import('./review.js'),
  },
  {
    name: 'learn',
    help: 'propose rules of the site from the lines that return in its articles',
    operands: '',
    least: 0,
    most: 0,
    options: {
      write: { help: 'add the proposals to warraq.rules.json' },
      least: { value: 'N', integer: true, help: 'a line stands in at least so many files (default: 5)' },
    },
    load: () => import('./learn.js'),
  },
  {
    name: 'theme',
    help: 'check the templates and styles of the site',
    operands: 'check',
    least: 1,
    most: 1,
    options: {},
    load: () => import('./theme-check.js'),
  },
  {
    name: 'edition',
    help: 'print the stories of a day as one newspaper (PDF, A4); needs Chromium or Chrome',
    operands: '',
    least: 0,
    most: 0,
    options: {
      date: { value: 'DAY', help: 'the day, as 2026-11-22 (default: that of the newest story)' },
      out: { value: 'FILE', help: 'file to write (default: edition-DAY.pdf in the folder of the site)' },
    },
    load: () => import('./edition.js'),
  },
  {
    name: 'new',
    help: 'make a dated article file, in the form that the site already uses',
    operands: '"HEADLINE"',
    least: 1,
    most: 1,
    options: { section: { value: 'NAME', help: 'its section' } },
    load: () => import('./new.js'),
  },
  {
    name: 'init',
    help: 'make a new site: config, a sample article, a deploy workflow',
    operands: '[DIR]',
    least: 0,
    most: 1,
    options: { lang: { value: 'TAG', help: 'language of the newspaper (default: ar)' } },
    load: () => import('./init.js'),
  },
];
