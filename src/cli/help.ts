/** The help, printed from the tables. */
import { COMMANDS, COMMON, type CommandSpec, type OptionSpec } from './commands.js';

/** The help of a command; null: of the whole program. */
export function formatHelp(command: CommandSpec | null): string {
  return command === null ? general() : special(command);
}

function general(): string {
  const commands = COMMANDS.map((one): [string, string] => [
    `${one.name} ${one.operands}`.trimEnd(),
    one.help,
  ]);
  return [
    'warraq: a folder of article texts becomes a newspaper in dist/',
    '',
    'Usage: warraq COMMAND [OPTIONS]',
    '',
    ...columns(commands),
    '',
    ...columns(describe(COMMON)),
    '',
    'warraq COMMAND --help says more about one of them.',
    '',
  ].join('\n');
}

function special(command: CommandSpec): string {
  const usage = ['warraq', command.name, command.operands, '[OPTIONS]']
    .filter((part) => part !== '')
    .join(' ');
  const lines = [`warraq ${command.name}: ${command.help}`, '', `Usage: ${usage}`, ''];
  const own = describe(command.options);
  return [...lines, ...columns([...own, ...describe(COMMON)]), ''].join('\n');
}

function describe(options: Readonly<Record<string, OptionSpec>>): [string, string][] {
  return Object.entries(options).map(([name, { value, short, help }]) => {
    const long = value === undefined ? `--${name}` : `--${name} ${value}`;
    return [short === undefined ? long : `-${short}, ${long}`, help];
  });
}

function columns(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`);
}
