import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.js';
import { COMMANDS } from '../../src/cli/commands.js';
import { formatHelp } from '../../src/cli/help.js';
import { isSupported, programVersion } from '../../src/cli/version.js';
import { freshFolder } from '../folder.js';
import { run } from '../program.js';

function parse(line: string): unknown {
  const parsed = parseArguments(line === '' ? [] : line.split(' '));
  if (parsed.kind === 'wrong') return parsed.message;
  if (parsed.kind !== 'run') return parsed.kind;
  return [parsed.command.name, Object.fromEntries(parsed.args.options), ...parsed.args.operands];
}

test.each([
  ['build', ['build', {}]],
  ['build --out public --strict', ['build', { out: 'public', strict: true }]],
  ['--root site build --out=a=b -q', ['build', { root: 'site', out: 'a=b', quiet: true }]],
  ['extract --json a.txt b.txt', ['extract', { json: true }, 'a.txt', 'b.txt']],
  ['extract -- --json', ['extract', {}, '--json']],
  ['watch --port 0', ['watch', { port: '0' }]],
  ['build --help', 'help'],
  ['--version', 'version'],
  ['-V', 'version'],
  ['help', 'help'],
  ['help build', 'help'],
  ['help biuld', 'There is no command "biuld"; did you mean "build"?'],
  ['', 'Which command? See the list below.'],
  ['biuld', 'There is no command "biuld"; did you mean "build"?'],
  ['biuld --strict', 'There is no command "biuld"; did you mean "build"?'],
  ['build --strct', 'There is no option --strct; did you mean --strict?'],
  ['build --port 1', 'There is no option --port'],
  ['build --base_url x', 'There is no option --base_url; did you mean --base-url?'],
  ['build --constructor', 'There is no option --constructor'],
  ['build --output x', 'There is no option --output; did you mean --out?'],
  ['build -o x', 'There is no option -o; did you mean --out?'],
  ['build -v', 'There is no option -v; did you mean --version?'],
  ['build -z', 'There is no option -z'],
  ['build --out', '--out needs a value: --out DIR.'],
  ['build --strict=yes', '--strict takes no value.'],
  ['watch --port abc', '--port needs a whole number, not "abc".'],
  ['build extra', 'build does not know what to do with "extra".'],
  ['extract', 'extract needs FILE….'],
])('%j', (line, expected) => {
  expect(parse(line)).toEqual(expected);
});

test('the help names every command and every option', () => {
  for (const { name } of COMMANDS) expect(formatHelp(null)).toContain(`  ${name}`);
  for (const command of COMMANDS) {
    for (const option of Object.keys(command.options)) expect(formatHelp(command)).toContain(`--${option}`);
  }
});

test('wrong usage exits with 2, in one line and without a trace', () => {
  for (const args of [
    ['nothing'],
    ['build', '--nothing'],
    ['build', '--root', '/nowhere/at/all'],
    ['new', ' '],
    ['watch', '--port', '99999'],
    ['init', '--lang', 'xx'],
    ['edition', '--out', 'docs'],
  ]) {
    const { code, err, out } = run('.', ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^warraq: [^\n]+\n(?:See [^\n]+\n)?$/);
  }
});

test('the program starts in silence, whatever version of Node runs it', () => {
  expect(run('.', '--version')).toEqual({
    code: 0,
    out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    err: '',
  });
});

test('a Node that is too old is told from one that is not, and the floor is the one of the package', () => {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8');
  const { engines } = JSON.parse(text);
  expect(engines.node).toBe('>=20.19.0');
  const versions = ['18.20.8', '20.9.0', '20.18.3', '20.19.0', '20.20.2', '22.0.0', '24.21.0'];
  expect(versions.filter(isSupported)).toEqual(['20.19.0', '20.20.2', '22.0.0', '24.21.0']);
});

test('the workflow of a new site runs this very version', () => {
  const root = freshFolder();
  expect(run(root, 'init').code).toBe(0);
  const text = readFileSync(join(root, '.github/workflows/publish.yml'), 'utf8');
  expect(text).toContain(`run: npx --yes warraq@${programVersion()} build\n`);
});
