/** Runs a command as a whole, fresh process and reports what the operating system counted. Needs GNU time. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * @param {string[]} command
 * @param {{ cwd: string }} options
 * @returns {{ wall: number, cpu: number, peak: number }} seconds, seconds, MB (largest single process)
 */
export function measure(command, { cwd }) {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  const report = join(folder, 'time');
  const started = process.hrtime.bigint();
  const run = spawnSync('/usr/bin/time', ['-o', report, '-f', '%U %S %M', ...command], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - started) / 1e9;
  if (run.status !== 0) {
    throw new Error(
      `${command.join(' ')} ended with ${run.status ?? run.signal}:\n${(run.stderr || run.stdout).slice(-2000)}`,
    );
  }
  const [user, system, peak] = readFileSync(report, 'utf8').trim().split('\n').at(-1).split(' ').map(Number);
  rmSync(folder, { recursive: true });
  return { wall, cpu: user + system, peak: peak / 1024 };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
