import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { placesOf } from '../../src/publish/places.js';
import { publish } from '../../src/publish/publish.js';
import { recover } from '../../src/publish/recover.js';
import { freshFolder, put, snapshot } from '../folder.js';
import { outputs } from './outputs.js';

const HERE = import.meta.dirname;
const OLD = { 'index.html': 'old', '2019/a.html': 'a', '2019/b.html': 'b', 'gone/c.html': 'c' };
const NEW = { 'index.html': 'new', '2019/a.html': 'a', '2019/b.html': 'changed', 'd/e.html': 'e' };
const FOREIGN = { CNAME: 'news.example', '2019/notes.txt': 'mine', 'own/x': 'x' };

function child(out: string, method: string, env: Record<string, string>): NodeJS.Signals | null {
  const args = [
    '--import',
    join(HERE, 'kill/at.mjs'),
    join(HERE, 'kill/publish.mjs'),
    out,
    JSON.stringify(NEW),
    method,
  ];
  const run = spawnSync(process.execPath, args, { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (run.signal === null && run.status !== 0) throw new Error(run.stderr);
  return run.signal;
}

describe.each(['tree', 'files'])('killed at every change of the file system, by %s', (method) => {
  test('the next command finds the old site or the new one', { timeout: 120_000 }, async () => {
    const root = freshFolder();
    const before = join(root, 'before');
    await publish({
      out: join(before, 'dist'),
      files: outputs(OLD),
      record: new Map(),
      method: 'tree',
      breathe: () => null,
    });
    put(join(before, 'dist'), FOREIGN);
    const whole = join(root, 'whole');
    cpSync(before, whole, { recursive: true });
    expect(child(join(whole, 'dist'), method, { KILL_COUNT: join(root, 'count') })).toBe(null);
    const oldSite = snapshot(join(before, 'dist'));
    const newSite = snapshot(join(whole, 'dist'));
    const changes = Number(readFileSync(join(root, 'count'), 'utf8'));
    expect(changes).toBeGreaterThan(20);
    const seen = new Set<string>();
    for (let at = 1; at <= changes; at++) {
      const work = join(root, 'work');
      cpSync(before, work, { recursive: true, preserveTimestamps: true });
      const out = join(work, 'dist');
      if (child(out, method, { KILL_AT: String(at) }) !== 'SIGKILL') continue;
      const after = snapshot(out);
      if (method === 'tree' && after !== null) expect([oldSite, newSite]).toContainEqual(after);
      recover(placesOf(out));
      expect([oldSite, newSite]).toContainEqual(snapshot(out));
      expect(readdirSync(work)).toEqual(['dist']);
      seen.add(JSON.stringify(snapshot(out)));
      await publish({ out, files: outputs(NEW), record: new Map(), method: 'tree', breathe: () => null });
      expect(snapshot(out)).toEqual(newSite);
      rmSync(work, { recursive: true });
    }
    expect(seen.size).toBe(2);
  });
});
