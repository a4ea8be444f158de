/** A worker: prepares article files by the batch. */
import { parentPort } from 'node:worker_threads';
import { type Job, prepareFile } from './prepare-file.js';

parentPort?.on('message', (jobs: readonly Job[]) => {
  parentPort?.postMessage(jobs.map(prepareFile));
});
