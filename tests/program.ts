import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** The compiled program: `npm test` compiles first. `WARRAQ_PROGRAM` names another one, such as an installed one. */
export const PROGRAM = process.env.WARRAQ_PROGRAM ?? join(import.meta.dirname, '../lib/cli/main.js');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export function run(root: string, ...args: string[]): Ran {
  const done = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

/** Started, not waited for; killed when the test is over. */
export function start(root: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...options,
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return child;
}

/** An Arabic article whose headline and date are stated. */
export function article(headline: string, date = '2024-05-01', more = ''): string {
  return `العنوان: ${headline}\nالتاريخ: ${date}\nالقسم: أخبار\n${more}\nقال متحدث إن ${headline} خبر يهم الناس في المدينة كلها هذا الأسبوع.\n\nوأضاف أن التفاصيل ستعلن لاحقاً في بيان مفصل.\n`;
}
