/** Words of the command line → a command with its options, or one sentence about what is wrong. */
import { nearest } from '../nearest.js';
import { COMMANDS, COMMON, type CommandSpec, type OptionSpec } from './commands.js';

/** Options as given. A switch is `true`. */
export type Options = ReadonlyMap<string, string | true>;

/** What a command is given. */
export interface Arguments {
  readonly operands: readonly string[];
  readonly options: Options;
}

/** What the words of the command line come to. */
export type Parsed =
  | { readonly kind: 'run'; readonly command: CommandSpec; readonly args: Arguments }
  | { readonly kind: 'help'; readonly command: CommandSpec | null }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly message: string; readonly command: CommandSpec | null };

/** `words`: what follows the name of the program. */
export function parseArguments(words: readonly string[]): Parsed {
  const first = words.findIndex((word, index) => !word.startsWith('-') && !takesValue(words[index - 1]));
  if (words[first] === 'help') return parseHelp(words.slice(first + 1));
  const name = words[first];
  const command = COMMANDS.find((one) => one.name === name) ?? null;
  const rest = command === null ? words : [...words.slice(0, first), ...words.slice(first + 1)];
  const split = splitWords(rest, { ...COMMON, ...command?.options });
  if (typeof split === 'string') {
    if (command === null && name !== undefined)
      return { kind: 'wrong', message: unknownCommand(name), command: null };
    return { kind: 'wrong', message: split, command };
  }
  if (split.options.has('help')) return { kind: 'help', command };
  if (split.options.has('version')) return { kind: 'version' };
  if (name === undefined)
    return { kind: 'wrong', message: 'Which command? See the list below.', command: null };
  if (command === null) return { kind: 'wrong', message: unknownCommand(name), command: null };
  const count = split.operands.length;
  if (count < command.least)
    return { kind: 'wrong', message: `${command.name} needs ${command.operands}.`, command };
  if (count > command.most) {
    const extra = split.operands[command.most] ?? '';
    return { kind: 'wrong', message: `${command.name} does not know what to do with "${extra}".`, command };
  }
  return { kind: 'run', command, args: split };
}

/** `warraq help build`, as other programs have it. */
function parseHelp([name]: readonly string[]): Parsed {
  const command = COMMANDS.find((one) => one.name === name) ?? null;
  if (command !== null || name === undefined || name.startsWith('-')) return { kind: 'help', command };
  return { kind: 'wrong', message: unknownCommand(name), command: null };
}

/** Does an option before the name of the command take the next word? */
function takesValue(word: string | undefined): boolean {
  return word?.startsWith('--') === true && COMMON[word.slice(2)]?.value !== undefined;
}

function splitWords(
  words: readonly string[],
  known: Readonly<Record<string, OptionSpec>>,
): Arguments | string {
  const options = new Map<string, string | true>();
  const operands: string[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--') {
      operands.push(...words.slice(index + 1));
      break;
    }
    if (!word.startsWith('-') || word === '-') {
      operands.push(word);
      continue;
    }
    const equals = word.indexOf('=');
    const given = equals === -1 ? word : word.slice(0, equals);
    const name = nameOf(given, known);
    const spec = name === null ? undefined : known[name];
    if (name === null || spec === undefined) return unknownOption(given, known);
    if (spec.value === undefined) {
      if (equals !== -1) return `${given} takes no value.`;
      options.set(name, true);
      continue;
    }
    const value = equals === -1 ? words[++index] : word.slice(equals + 1);
    if (value === undefined || value === '') return `${given} needs a value: ${given} ${spec.value}.`;
    if (spec.integer && !/^\d{1,6}$/.test(value)) return `${given} needs a whole number, not "${value}".`;
    options.set(name, value);
  }
  return { options, operands };
}

function nameOf(given: string, known: Readonly<Record<string, OptionSpec>>): string | null {
  if (given.startsWith('--')) return Object.hasOwn(known, given.slice(2)) ? given.slice(2) : null;
  for (const [name, spec] of Object.entries(known)) if (spec.short === given.slice(1)) return name;
  return null;
}

function unknownCommand(name: string): string {
  const near = nearest(
    name,
    COMMANDS.map((command) => command.name),
  );
  return `There is no command "${name}"${near === null ? '' : `; did you mean "${near}"?`}`;
}

function unknownOption(given: string, known: Readonly<Record<string, OptionSpec>>): string {
  const name = given.replace(/^-+/, '');
  const names = Object.keys(known);
  // A long form of what we call by a short name (`--output`), or a short one (`-o`, `-v`).
  const begun = names.find((one) => name !== '' && (one.startsWith(name) || name.startsWith(one)));
  const near = nearest(name, names) ?? begun ?? null;
  return `There is no option ${given}${near === null ? '' : `; did you mean --${near}?`}`;
}

/** The value of an option that takes one; null when it was not given. */
export function textOf(options: Options, name: string): string | null {
  const value = options.get(name);
  return typeof value === 'string' ? value : null;
}

/** The value of an option that takes a whole number. */
export function numberOf(options: Options, name: string): number | null {
  const value = textOf(options, name);
  return value === null ? null : Number(value);
}
