/** A CPU profile of the rest of the process, for the developer tools of a browser. */
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';

/** Starts at once; the function that comes back ends the profile and writes the file. */
export async function startCpuProfile(file: string): Promise<() => Promise<void>> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  return async () => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(file, JSON.stringify(profile));
  };
}
