/**
 * The preview server: a closed map of the files that the build made. Nothing of a request ever becomes a path: what is
 * not a known name is not there, however it is spelled. It listens on this machine only, answers only to its own name
 * and tells other sites nothing.
 */
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { CLIENT, CLIENT_PATH, EVENTS_PATH, injectClient } from './reload-client.js';

/** What the browser shows over the page while something is wrong. Plain text. */
export interface Overlay {
  readonly lang: string;
  readonly dir: 'rtl' | 'ltr';
  readonly title: string;
  readonly problems: readonly { readonly place: string; readonly message: string }[];
}

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  woff: 'font/woff',
  pdf: 'application/pdf',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
};

/** More changed files than this are not worth naming: every page loads again. */
const NAMED_CHANGES = 500;

/** Serves one site to the browsers of this machine, and tells them what changed. */
export class PreviewServer {
  readonly #server: Server;
  readonly #listeners = new Set<ServerResponse>();
  #names = new Set<string>(['localhost', '127.0.0.1', '[::1]']);
  #out = '';
  #files: ReadonlySet<string> = new Set();
  #build = 0;
  #overlay: Overlay | null = null;

  constructor() {
    this.#server = createServer((request, response) => this.#answer(request, response));
    this.#server.on('clientError', (_, socket) =>
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'),
    );
  }

  /** Listens; the address that a browser on this machine can open. Fails with `EADDRINUSE` when the port is taken. */
  async listen(host: string, port: number): Promise<string> {
    await new Promise<void>((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, host, resolve);
    });
    for (const name of namesOf(host)) this.#names.add(name);
    const address = this.#server.address();
    const open = typeof address === 'object' && address !== null ? address.port : port;
    const everywhere = host === '0.0.0.0' || host === '::';
    const shown = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
    return `http://${shown}:${open}/`;
  }

  /** From now on these files of `out` are served. `changed`: paths whose content is new. */
  serve(out: string, files: ReadonlySet<string>, changed: readonly string[]): void {
    this.#out = out;
    this.#files = files;
    if (changed.length === 0) return;
    this.#build++;
    this.#tell('change', { build: this.#build, paths: changed.length > NAMED_CHANGES ? null : changed });
  }

  /** Shows the overlay on every open page; null takes it away. */
  show(overlay: Overlay | null): void {
    if (JSON.stringify(overlay) === JSON.stringify(this.#overlay)) return;
    this.#overlay = overlay;
    this.#tell('problems', overlay);
  }

  /** Ends at once, with pages connected. */
  async close(): Promise<void> {
    for (const listener of this.#listeners) listener.end();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #tell(event: string, data: unknown): void {
    for (const listener of this.#listeners) listener.write(formatEvent(event, data));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    response.setHeader('X-Content-Type-Options', 'nosniff');
    response.setHeader('Cache-Control', 'no-store');
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
    const path = pathOf(request.url ?? '');
    if (!this.#isForUs(request)) refuse(response, 403, 'This preview answers only on this machine.');
    else if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('Allow', 'GET, HEAD');
      refuse(response, 405, 'Only GET and HEAD.');
    } else if (path === null) refuse(response, 400, 'This address can not be read.');
    else if (path === EVENTS_PATH) this.#subscribe(request, response);
    else if (path === CLIENT_PATH) send(request, response, 200, TYPES.js ?? '', CLIENT);
    else this.#give(request, response, path.slice(1));
  }

  #give(request: IncomingMessage, response: ServerResponse, path: string): void {
    const name = this.#find(path);
    if (name === null) this.#notFound(request, response);
    else if (!name.redirect) this.#sendFile(request, response, 200, name.file);
    else {
      response.setHeader('Location', `/${name.file.split('/').map(encodeURIComponent).join('/')}/`);
      refuse(response, 302, '');
    }
  }

  /** A page of another site can have any name point here; the browser then says that name. */
  #isForUs(request: IncomingMessage): boolean {
    const host = request.headers.host ?? '';
    const colon = host.lastIndexOf(':');
    const name = (colon > host.lastIndexOf(']') ? host.slice(0, colon) : host).toLowerCase();
    const port = colon > host.lastIndexOf(']') ? Number(host.slice(colon + 1)) : 80;
    return this.#names.has(name) && port === request.socket.localPort;
  }

  #find(name: string): { file: string; redirect: boolean } | null {
    if (name === '' || name.endsWith('/')) {
      const index = `${name}index.html`;
      return this.#files.has(index) ? { file: index, redirect: false } : null;
    }
    if (this.#files.has(name)) return { file: name, redirect: false };
    if (this.#files.has(`${name}/index.html`)) return { file: name, redirect: true };
    return this.#files.has(`${name}.html`) ? { file: `${name}.html`, redirect: false } : null;
  }

  #sendFile(request: IncomingMessage, response: ServerResponse, status: number, file: string): void {
    let content: Buffer;
    try {
      content = readFileSync(join(this.#out, file));
    } catch {
      // In the instant in which one tree takes the place of another, or removed by hand.
      refuse(response, 503, 'The site is being written. Load the page again.');
      return;
    }
    const type = TYPES[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
    const page = type === TYPES.html ? injectClient(content.toString('utf8'), this.#build) : content;
    send(request, response, status, type, page);
  }

  #notFound(request: IncomingMessage, response: ServerResponse): void {
    if (this.#files.has('404.html')) this.#sendFile(request, response, 404, '404.html');
    else
      send(
        request,
        response,
        404,
        TYPES.html ?? '',
        injectClient('<!doctype html><title>404</title><p>404', this.#build),
      );
  }

  #subscribe(request: IncomingMessage, response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    if (request.method === 'HEAD') {
      response.end();
      return;
    }
    const seen = Number(new URL(request.url ?? '', 'http://localhost').searchParams.get('build'));
    response.write('retry: 500\n\n');
    if (Number.isInteger(seen) && seen !== this.#build)
      response.write(formatEvent('change', { build: this.#build, paths: null }));
    response.write(formatEvent('problems', this.#overlay));
    this.#listeners.add(response);
    response.on('close', () => this.#listeners.delete(response));
    response.on('error', () => this.#listeners.delete(response));
  }
}

/** The decoded path of a request target, with its first `/`; null when it is not one. */
export function pathOf(target: string): string | null {
  // A browser keeps what follows a # to itself: whoever sends one is no browser.
  if (!target.startsWith('/') || target.includes('#')) return null;
  const end = target.indexOf('?');
  try {
    return decodeURIComponent(end === -1 ? target : target.slice(0, end)).normalize('NFC');
  } catch {
    return null;
  }
}

/** Names under which a browser may call a server that listens on `host`. */
function namesOf(host: string): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host.toLowerCase()];
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return addresses.map(({ address, family }) => (family === 'IPv6' ? `[${address}]` : address));
}

function formatEvent(event: string, data: unknown): string {
  return `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function refuse(response: ServerResponse, status: number, message: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8' });
  response.end(message === '' ? '' : `${message}\n`);
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  type: string,
  content: string | Buffer,
): void {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  response.writeHead(status, { 'Content-Type': type, 'Content-Length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}
