// Loaded with --import before the program: kills the process just before its Nth change of the file system.
// KILL_AT: which change, from 1. Prints the number of changes when the process lives to its end.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const at = Number(process.env.KILL_AT ?? 0);
let count = 0;
const functions = [
  'openSync',
  'writeSync',
  'writeFileSync',
  'renameSync',
  'linkSync',
  'unlinkSync',
  'mkdirSync',
  'rmdirSync',
  'rmSync',
  'chmodSync',
  'ftruncateSync',
  'copyFileSync',
  'closeSync',
  'fsyncSync',
];
for (const name of functions) {
  const real = fs[name];
  fs[name] = (...args) => {
    count += 1;
    if (count === at) process.kill(process.pid, 'SIGKILL');
    return real(...args);
  };
}
syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env.KILL_COUNT) fs.writeFileSync(process.env.KILL_COUNT, String(count));
});
