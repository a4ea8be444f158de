/** What stopped a command → one line and an exit code. */
import { describeError, Stopped, UsageError } from '../shell/failure.js';
import { printError } from './output.js';

/** Prints the line and returns the exit code. */
export function explain(error: unknown): number {
  if (error instanceof Stopped) return error.exitCode;
  printError(describeError(error));
  return error instanceof UsageError ? 2 : 1;
}
