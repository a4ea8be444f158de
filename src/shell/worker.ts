/** A worker: prepares article files by the batch. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Rules } from '../extract/rules/rules.js';
import { type Job, prepareFile } from './prepare-file.js';

const { rules } = workerData as { readonly rules: Rules };

parentPort?.on('message', (jobs: readonly Job[]) => {
  parentPort?.postMessage(jobs.map((job) => prepareFile(job, rules)));
});
