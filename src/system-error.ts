/** The name that the system gives to what went wrong: `ENOENT`, `EACCES` …; empty when the error is not the system's. */
export function systemCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
