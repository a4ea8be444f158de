/** Output folders that are disks of their own: the volume of a container, a network share. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { publish } from '../../src/publish/publish.js';
import { freshFolder, snapshot } from '../folder.js';
import { outputs } from './outputs.js';

/** Mounts a disk there; false where that is not permitted. */
function mounted(kind: 'tmpfs' | 'bind', folder: string): boolean {
  const args = kind === 'tmpfs' ? ['-t', 'tmpfs', 'tmpfs', folder] : ['--bind', freshFolder(), folder];
  const done = spawnSync('mount', args);
  if (done.status !== 0) return false;
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return true;
}

// A bind mount has the device number of the folder around it, and still nothing can be renamed into it.
test.for(['tmpfs', 'bind'] as const)('a site is published to a mounted disk (%s)', async (kind, context) => {
  const root = freshFolder();
  const out = join(root, 'dist');
  mkdirSync(out);
  if (!mounted(kind, out)) context.skip('only the superuser of a Linux system may mount');
  const breathe = (): null => null;
  for (const method of ['auto', 'files'] as const) {
    const first = { 'index.html': 'one', '2024/a.html': method };
    const { record } = await publish({ out, files: outputs(first), record: new Map(), method, breathe });
    expect(snapshot(out)).toEqual(first);
    const second = { 'index.html': 'two', 'b.html': method };
    await publish({ out, files: outputs(second), record, method, breathe });
    expect(snapshot(out)).toEqual(second);
    expect(readdirSync(root)).toEqual(['dist']);
  }
});
