/**
 * Preparing many files, alone or with workers. One code path: the main thread takes batches from the same list as the
 * workers do, so without workers it takes them all.
 */
import { Worker } from 'node:worker_threads';
import type { Rules } from '../extract/rules/rules.js';
import type { Breathe } from '../publish/types.js';
import { type Job, type Outcome, prepareFile } from './prepare-file.js';

/** Large enough that a message costs nothing, small enough that nobody waits for the last one. */
const BATCH = 40;

/** Prepares all jobs; `take` gets the outcomes in no particular order. `helpers`: workers beside the main thread. */
export async function prepareAll(
  jobs: readonly Job[],
  rules: Rules,
  helpers: number,
  take: (outcome: Outcome) => void,
  breathe: Breathe,
): Promise<void> {
  let next = 0;
  const nextBatch = (): readonly Job[] => {
    const batch = jobs.slice(next, next + BATCH);
    next += batch.length;
    return batch;
  };
  const crew = Array.from({ length: helpers }, () => hire(nextBatch, rules, take));
  try {
    for (let batch = nextBatch(); batch.length > 0; batch = nextBatch()) {
      for (const job of batch) {
        take(prepareFile(job, rules));
        const pause = breathe();
        if (pause !== null) await pause;
      }
      // Workers that have finished a batch wait for the next one.
      if (helpers > 0) await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(crew.map((one) => one.done));
  } finally {
    await Promise.all(crew.map((one) => one.dismiss()));
  }
}

interface Hired {
  readonly done: Promise<void>;
  dismiss(): Promise<unknown>;
}

function hire(nextBatch: () => readonly Job[], rules: Rules, take: (outcome: Outcome) => void): Hired {
  const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: { rules } });
  let batch: readonly Job[] = [];
  const done = new Promise<void>((resolve, reject) => {
    const send = (): void => {
      batch = nextBatch();
      if (batch.length === 0) resolve();
      else worker.postMessage(batch);
    };
    worker.on('message', (outcomes: readonly Outcome[]) => {
      for (const outcome of outcomes) take(outcome);
      send();
    });
    // A worker that died (out of memory, killed by the system) leaves its batch to the main thread.
    worker.on('error', () => {
      try {
        for (const job of batch) take(prepareFile(job, rules));
        resolve();
      } catch (error) {
        reject(error);
      }
    });
    worker.once('online', send);
  });
  // Waited for at the end; a failure until then is no surprise to Node.
  done.catch(() => undefined);
  return { done, dismiss: () => worker.terminate() };
}
