/** Which version of the program this is, and which versions of Node it runs on. */
import { readFileSync } from 'node:fs';

/** As `package.json` says. */
export function programVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
  const found: { version?: unknown } = JSON.parse(text);
  return String(found.version);
}

/** The oldest Node that has all we use: the floor of `engines` in `package.json`. */
const OLDEST = [20, 19] as const;

/** Is a version of Node, such as `22.3.0`, new enough? */
export function isSupported(node: string): boolean {
  const [major = 0, minor = 0] = node.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}
