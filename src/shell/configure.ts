/** The config of a build: the text of its file, with the base URL of the command line in the place of the file's. */
import { type ConfigResult, parseConfig, readConfig } from '../config.js';
import { UsageError } from './failure.js';
import type { ConfigText } from './inputs.js';

/** The config of the build before, the very same object as long as its text is the same. */
export class ConfigShelf {
  #key = '';
  #result: ConfigResult | null = null;

  take(config: ConfigText, baseUrl: string | null): ConfigResult {
    const key = JSON.stringify([config, baseUrl]);
    if (this.#result === null || key !== this.#key) this.#result = configure(config, baseUrl);
    this.#key = key;
    return this.#result;
  }
}

/** Parses it, with the base URL of the command line in the place of the file's. */
export function configure({ text, name }: ConfigText, baseUrl: string | null): ConfigResult {
  const result = text === '' ? parseConfig({}, name) : readConfig(text, name);
  if (baseUrl === null || result.diagnostics.some((one) => one.severity === 'error')) return result;
  const value: Record<string, unknown> = text === '' ? {} : JSON.parse(text);
  const site = typeof value.site === 'object' && value.site !== null ? value.site : {};
  const again = parseConfig({ ...value, site: { ...site, baseUrl } }, name);
  if (again.diagnostics.length > result.diagnostics.length)
    throw new UsageError(`--base-url ${baseUrl} is not an address such as https://news.example.org/`);
  return again;
}
