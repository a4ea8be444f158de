import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/shell/lock.js';
import { freshFolder } from '../folder.js';

const HOLDER = `
  import { takeLock } from ${JSON.stringify(join(import.meta.dirname, '../../lib/shell/lock.js'))};
  await takeLock(process.argv[1] + '/cache', () => {}, process.argv[1]);
  console.log('held');
  setInterval(() => {}, 1000);
`;

test('a lock dies with its holder', async () => {
  const folder = freshFolder();
  const holder = spawn(process.execPath, ['--input-type=module', '-e', HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve) => holder.stdout.once('data', resolve));
  let waited = 0;
  const lock = takeLock(
    `${folder}/cache`,
    () => {
      waited++;
      rmSync(`${folder}/cache`, { recursive: true });
      holder.kill('SIGKILL');
    },
    folder,
  );
  (await lock).release();
  expect(waited).toBe(1);
});

test('waiting builders get the lock one after the other', async () => {
  const folder = freshFolder();
  let inside = 0;
  let most = 0;
  const turns: number[] = [];
  await Promise.all(
    [1, 2, 3, 4].map(async (name) => {
      const lock = await takeLock(`${folder}/cache`, () => {}, folder);
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 30));
      turns.push(name);
      inside--;
      lock.release();
    }),
  );
  expect(most).toBe(1);
  expect(turns.sort()).toEqual([1, 2, 3, 4]);
});
