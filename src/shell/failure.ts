/** What can stop a command, and how it is told: in one line. Nobody in a newsroom can read a stack trace. */
import { systemWords } from '../system-error.js';

/** A mistake in how the program was called or configured: exit code 2. */
export class UsageError extends Error {}

/** Something kept the command from doing its work: exit code 1. */
export class Failure extends Error {}

/** A signal asked for the end: its exit code. */
export class Stopped extends Error {
  readonly exitCode: number;
  constructor(exitCode: number) {
    super('Stopped.');
    this.exitCode = exitCode;
  }
}

/** One line for an editor. Errors of the file system are put into words; anything else is our own mistake, and says so. */
export function describeError(error: unknown): string {
  if (error instanceof UsageError || error instanceof Failure) return error.message;
  const system = describeSystem(error);
  if (system !== null) return system;
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  return `Something unexpected happened inside warraq, please report it: ${detail.split('\n')[0] ?? ''}`;
}

function describeSystem(error: unknown): string | null {
  const words = systemWords(error);
  if (words === null) return null;
  const path =
    error instanceof Error && 'path' in error && typeof error.path === 'string' ? `${error.path}: ` : '';
  return `${path}${path === '' ? words.charAt(0).toUpperCase() + words.slice(1) : words}.`;
}
