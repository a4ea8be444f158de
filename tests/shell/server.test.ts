import { request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { overlayOf } from '../../src/shell/overlay.js';
import { PreviewServer, pathOf } from '../../src/shell/server.js';
import { freshFolder, put } from '../folder.js';

const FILES = {
  'index.html': '<!doctype html><title>x</title><body>الرئيسية</body>',
  'اخبار/index.html': '<body>قسم</body>',
  '2024/a.html': '<body>خبر</body>',
  '404.html': '<body>لا شيء هنا</body>',
  'feed.xml': '<rss/>',
  'assets/theme.css': 'a{}',
};

async function preview(): Promise<{ port: number; server: PreviewServer; root: string }> {
  const root = freshFolder();
  put(root, {
    ...prefix('dist', FILES),
    'dist/.env': 'secret',
    'dist/foreign.txt': 'secret',
    'dist2/x.html': 'secret',
    'articles/a.txt': 'secret',
  });
  const server = new PreviewServer();
  const address = await server.listen('127.0.0.1', 0);
  server.serve(join(root, 'dist'), new Set(Object.keys(FILES)), Object.keys(FILES));
  onTestFinished(() => server.close());
  return { port: Number(new URL(address).port), server, root };
}

function prefix(folder: string, files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));
}

interface Answer {
  readonly status: number;
  readonly headers: Record<string, unknown>;
  readonly body: string;
}

function get(
  port: number,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      { port, path, method, host: '127.0.0.1', headers: { host: `127.0.0.1:${port}`, ...headers } },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (piece: string) => (body += piece));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        );
      },
    );
    sent.on('error', reject);
    sent.end();
  });
}

describe('what is served', () => {
  test('pages with the script, other files as they are', async () => {
    const { port } = await preview();
    const page = await get(port, '/');
    expect(page.status).toBe(200);
    expect(page.headers).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(page.headers).not.toHaveProperty('access-control-allow-origin');
    expect(page.body).toMatch(
      /الرئيسية<script src="\/\.warraq\/reload\.js" data-build="1" defer><\/script><\/body>$/,
    );
    expect((await get(port, '/feed.xml')).body).toBe('<rss/>');
    expect((await get(port, '/2024/a')).body).toContain('خبر');
    expect((await get(port, `/${encodeURIComponent('اخبار')}/?q=1`)).body).toContain('قسم');
    expect((await get(port, '/.warraq/reload.js')).headers['content-type']).toBe(
      'text/javascript; charset=utf-8',
    );
    const moved = await get(port, `/${encodeURIComponent('اخبار')}`);
    expect([moved.status, moved.headers.location]).toEqual([302, `/${encodeURIComponent('اخبار')}/`]);
    const none = await get(port, '/none');
    expect([none.status, none.body]).toEqual([404, expect.stringContaining('لا شيء هنا')]);
    expect((await get(port, '/', {}, 'HEAD')).body).toBe('');
  });

  test('only to those who call it by its name, and only to read', async () => {
    const { port } = await preview();
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      '127.0.0.1:1',
      `localhost.evil.example:${port}`,
      `[::1`,
    ]) {
      expect((await get(port, '/', { host })).status).toBeGreaterThanOrEqual(400);
    }
    for (const host of [`localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`])
      expect((await get(port, '/', { host })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'])
      expect((await get(port, '/', {}, method)).status).toBe(405);
  });

  test.each([
    '/../articles/a.txt',
    '/..%2farticles/a.txt',
    '/%2e%2e/articles/a.txt',
    '/%2e%2e%2farticles%2fa.txt',
    '/..\\articles\\a.txt',
    '/..%5carticles%5ca.txt',
    '/./../articles/a.txt',
    '//articles/a.txt',
    '/dist/../articles/a.txt',
    '/../dist2/x.html',
    '/2x.html',
    '/.env',
    '/%2eenv',
    '/foreign.txt',
    '/.warraq-manifest.json',
    '/.warraq/cards',
    '/index.html/',
    '/index.html%00.txt',
    '/index.html\\',
    '/articles/a.txt',
    '/a.txt',
    '/%c0%ae%c0%ae/articles/a.txt',
    '/%252e%252e/articles/a.txt',
    '/....//articles/a.txt',
    '/..;/articles/a.txt',
    '/__proto__',
    '/constructor',
    '/toString',
    '/%',
    '/%zz',
    '/%ff',
    '/@fs/etc/passwd',
    '/index.html#/../articles/a.txt?raw',
  ])('%s leads nowhere', async (path) => {
    const { port } = await preview();
    const { status, body } = await get(port, path);
    if (!path.startsWith('/index.html#')) expect([400, 404]).toContain(status);
    expect(body).not.toContain('secret');
  });

  test('targets that are no path', async () => {
    const { port } = await preview();
    for (const target of ['http://127.0.0.1/', '*', 'index.html', '/%E0%A4%A']) {
      const answer = await new Promise<string>((resolve) => {
        const socket = connect(port, '127.0.0.1', () =>
          socket.end(`GET ${target} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: close\r\n\r\n`),
        );
        let text = '';
        socket.on('data', (piece) => (text += String(piece)));
        socket.on('close', () => resolve(text));
      });
      expect(answer).toMatch(/^HTTP\/1\.1 400/);
    }
    expect(pathOf('/a%20b?c')).toBe('/a b');
    for (const target of ['/#', '/a?b#c', '/#/../x']) expect(pathOf(target)).toBeNull();
  });
});

describe('events', () => {
  test('tell open pages what changed and what is wrong, and end with the server', async () => {
    const { port, server, root } = await preview();
    const overlay = overlayOf(
      [
        {
          id: 'x',
          severity: 'error',
          file: 'articles/a.txt',
          line: 3,
          column: null,
          message: '<b>wrong</b>',
        },
      ],
      'ar-LY',
    );
    let text = '';
    const closed = new Promise<void>((resolve) => {
      request(
        { port, path: '/.warraq/events?build=1', headers: { host: `localhost:${port}` } },
        (response) => {
          response.setEncoding('utf8').on('data', (piece: string) => {
            text += piece;
            if (text.endsWith('data: null\n\n') && !text.includes('change')) {
              server.serve(join(root, 'dist'), new Set(Object.keys(FILES)), ['index.html']);
              server.show(overlay);
              server.show(overlay);
              setTimeout(() => void server.close(), 20);
            }
          });
          response.on('close', resolve);
        },
      ).end();
    });
    await closed;
    expect(text.match(/event: change\ndata: (.*)/)?.[1]).toBe('{"build":2,"paths":["index.html"]}');
    const shown = JSON.parse(text.match(/event: problems\ndata: (\{.*)/)?.[1] ?? '');
    expect(shown).toMatchObject({
      lang: 'ar',
      dir: 'rtl',
      problems: [{ place: 'articles/a.txt:3', message: '<b>wrong</b>' }],
    });
    expect(text.match(/event: problems/g)).toHaveLength(2);
  });

  test('a page that is older than the newest build is told at once', async () => {
    const { port, server } = await preview();
    const text = await new Promise<string>((resolve) => {
      let seen = '';
      request(
        { port, path: '/.warraq/events?build=0', headers: { host: `localhost:${port}` } },
        (response) => {
          response.setEncoding('utf8').on('data', (piece: string) => {
            seen += piece;
            if (seen.includes('event: problems')) resolve(seen);
          });
        },
      ).end();
    });
    expect(text).toContain('event: change\ndata: {"build":1,"paths":null}');
    await server.close();
  });
});

test('the overlay speaks the language of the site and shows errors only', () => {
  expect(
    overlayOf([{ id: 'x', severity: 'warning', file: 'a', line: null, column: null, message: 'm' }], 'ar'),
  ).toBe(null);
  for (const lang of ['ar', 'fa-IR', 'he', 'ur-PK', 'xx']) {
    const overlay = overlayOf(
      [{ id: 'x', severity: 'error', file: 'a', line: 1, column: 2, message: 'm', excerpt: 'e' }],
      lang,
    );
    expect(overlay).toMatchObject({
      dir: lang === 'xx' ? 'ltr' : 'rtl',
      problems: [{ place: 'a:1:2', message: 'm e' }],
    });
  }
});
