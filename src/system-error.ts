/** The name that the system gives to what went wrong: `ENOENT`, `EACCES` …; empty when the error is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** In words for an editor: nobody in a newsroom knows what ENOENT is. */
const WORDS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is used up',
  EFBIG: 'the file is larger than this system allows',
  EACCES: 'access is denied',
  EPERM: 'the system does not permit it',
  EROFS: 'the disk can only be read',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open on this machine',
  EIO: 'the disk reports an error',
  ENOENT: 'it does not exist',
  ENOTDIR: 'a file is where a folder should be',
  EISDIR: 'a folder is where a file should be',
  EEXIST: 'something else has this name',
  EBUSY: 'it is in use',
  ELOOP: 'links lead round in a circle',
  EXDEV: 'it lies on another disk',
  ENXIO: 'nothing answers there',
  ESTALE: 'the network disk has lost it',
  ETIMEDOUT: 'the network disk does not answer',
  ENAMETOOLONG: 'the name is too long',
  EADDRINUSE: 'the port is taken',
};

/** `it does not exist (ENOENT)`: goes on a sentence; null when it is no trouble of the system that we have words for. */
export function systemWords(error: unknown): string | null {
  const code = systemCode(error);
  const words = !Object.hasOwn(WORDS, code) ? undefined : WORDS[code];
  return words === undefined ? null : `${words} (${code})`;
}

/** Like `systemWords`, whatever it is. */
export function troubleWords(error: unknown): string {
  return systemWords(error) ?? `the system says ${systemCode(error) || 'no more'}`;
}
