/** Builds a sample newspaper for each locale with the compiled program and serves them all, each in a folder of its own. */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { articlesOf } from './articles.js';

const PROGRAM = join(import.meta.dirname, '../../../lib/cli/main.js');
/** A day after the newest article, so that the news sitemap has something in it. */
const CLOCK = String(Date.UTC(2019, 6, 1) / 1000);

export interface BuiltSite {
  readonly tag: string;
  /** `https://audit.example/ar-LY/`: what the config says. */
  readonly baseUrl: string;
  /** `http://127.0.0.1:…/ar-LY/`: where it is served. */
  readonly address: string;
  /** Folder of the published files, to open pages from disk. */
  readonly folder: string;
  /** Every published file by path. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** What the build said, as its lines on stderr. */
  readonly said: string;
}

export interface Room {
  readonly sites: readonly BuiltSite[];
  /** The first site again, built elsewhere with other settings of the machine. */
  readonly rebuild: (
    extra: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ) => Promise<BuiltSite>;
  /** Milliseconds that fonts are held back. */
  delayFonts: number;
  readonly close: () => void;
}

export async function openRoom(tags: readonly string[]): Promise<Room> {
  const root = mkdtempSync(join(tmpdir(), 'warraq-audit-'));
  const state = { delayFonts: 0 };
  const files = new Map<string, Buffer>();
  const server = await serve(files, state);
  const { port } = server.address() as AddressInfo;
  const waiting = [...tags];
  const built = new Map<string, BuiltSite>();
  const work = async (): Promise<void> => {
    for (let tag = waiting.shift(); tag !== undefined; tag = waiting.shift()) {
      built.set(tag, await buildSite(tag, join(root, tag), `http://127.0.0.1:${port}/${tag}/`));
    }
  };
  await Promise.all([work(), work()]);
  for (const [tag, site] of built) {
    for (const [path, bytes] of site.files) files.set(`${tag}/${path}`, bytes);
  }
  const rebuild = (
    extra: Readonly<Record<string, string>>,
    ...args: readonly string[]
  ): Promise<BuiltSite> => {
    const [tag = 'ar'] = tags;
    const name = `${tag} again ${args.join(' ')}`.replace(/[^\w ]/g, '');
    return buildSite(tag, join(root, name), '', extra, args);
  };
  return Object.assign(state, {
    rebuild,
    sites: tags.flatMap((tag) => built.get(tag) ?? []),
    close: () => {
      server.close();
      server.closeAllConnections();
      rmSync(root, { recursive: true, force: true });
    },
  });
}

async function buildSite(
  tag: string,
  root: string,
  address: string,
  extra: Readonly<Record<string, string>> = {},
  more: readonly string[] = [],
): Promise<BuiltSite> {
  const baseUrl = `https://audit.example/${tag}/`;
  for (const [path, content] of articlesOf(tag, baseUrl)) {
    const file = join(root, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const env = { ...process.env, SOURCE_DATE_EPOCH: CLOCK, NO_COLOR: '1', ...extra };
  const args = [PROGRAM, 'build', '--root', root, '--jobs', '1', ...more];
  const { stderr: said } = await promisify(execFile)(process.execPath, args, { env });
  const folder = join(root, 'dist');
  return { tag, baseUrl, address, folder, files: readAll(folder), said };
}

function readAll(folder: string): Map<string, Buffer> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path)]));
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json',
  png: 'image/png',
  woff2: 'font/woff2',
  xml: 'application/xml',
};

async function serve(
  files: ReadonlyMap<string, Buffer>,
  state: { readonly delayFonts: number },
): Promise<Server> {
  const server = createServer((request, response) => {
    const asked = decodeURIComponent((request.url ?? '/').slice(1).split('?')[0] ?? '');
    const path = asked.endsWith('/') ? `${asked}index.html` : asked;
    const found = files.get(path);
    const content = found ?? files.get(`${path.split('/')[0]}/404.html`);
    const type = TYPES[path.split('.').at(-1) ?? ''] ?? (found ? 'application/octet-stream' : TYPES.html);
    // As every host does it: texts are compressed on their way.
    const squeezed = content !== undefined && !/woff2|image/.test(type ?? '');
    const send = (): void => {
      const headers = { 'content-type': type, ...(squeezed ? { 'content-encoding': 'gzip' } : {}) };
      response.writeHead(found === undefined ? 404 : 200, headers);
      response.end(squeezed ? gzipSync(content) : (content ?? ''));
    };
    if (path.endsWith('.woff2') && state.delayFonts > 0) setTimeout(send, state.delayFonts);
    else send();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
