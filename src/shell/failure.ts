/** What can stop a command, and how it is told: in one line. Nobody in a newsroom can read a stack trace. */
import { systemCode } from '../system-error.js';

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

const SYSTEM: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'Your share of the disk is used up',
  EFBIG: 'The file is larger than this system allows',
  EACCES: 'Access is denied',
  EPERM: 'The system does not permit it',
  EROFS: 'The disk can only be read',
  EMFILE: 'Too many files are open',
  ENFILE: 'Too many files are open on this machine',
  EIO: 'The disk reports an error',
  ENOENT: 'It does not exist',
  ENOTDIR: 'A file is where a folder should be',
  EISDIR: 'A folder is where a file should be',
  EBUSY: 'It is in use',
  ENAMETOOLONG: 'The name is too long',
  EADDRINUSE: 'The port is taken',
};

function describeSystem(error: unknown): string | null {
  const code = systemCode(error);
  const words = SYSTEM[code];
  if (words === undefined || !(error instanceof Error)) return null;
  const path = 'path' in error && typeof error.path === 'string' ? `: ${error.path}` : '';
  return `${words}${path} (${code}).`;
}
