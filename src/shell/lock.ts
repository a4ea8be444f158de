/**
 * One builder at a time. The lock is a name that the operating system keeps for us and takes back when the process
 * dies, however it dies: an abstract socket on Linux, a named pipe on Windows, a locked file elsewhere. There is
 * nothing that could go stale. A loser connects to the holder and is woken when the connection ends.
 */
import { closeSync, constants, openSync, statSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from '../publish/make-folder.js';
import { systemCode } from '../system-error.js';

/** A lock that is held. */
export interface Lock {
  release(): void;
}

/** `open(2)` on macOS and the BSDs: an exclusive lock that lives as long as the descriptor. */
const O_EXLOCK = 0x20;

/**
 * Waits for the lock of a folder. `onWait` is called once, when another process has it. `name`: the folder that gives
 * the lock its name, when it is another one: the cache of a site may be deleted while the lock is held.
 */
export async function takeLock(folder: string, onWait: () => void, name = folder): Promise<Lock> {
  makeFolder(folder);
  let waited = false;
  for (;;) {
    const lock = byName() ? await bind(nameOf(name)) : lockFile(join(folder, 'lock'));
    if (lock !== null) return lock;
    if (!waited) onWait();
    waited = true;
    await (byName() ? untilClosed(nameOf(name)) : sleep(100));
  }
}

function byName(): boolean {
  return process.platform === 'linux' || process.platform === 'win32';
}

/** The same for every way to write the folder's path, and never too long for a socket. */
function nameOf(folder: string): string {
  const { dev, ino } = statSync(folder, { bigint: true });
  const name = `warraq-${dev.toString(36)}-${ino.toString(36)}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : `\0${name}`;
}

/** Binds the name; null when another process has it. */
function bind(name: string): Promise<Lock | null> {
  return new Promise((resolve, reject) => {
    const server: Server = createServer();
    const sockets = new Set<{ destroy(): void }>();
    server.on('connection', (socket) => {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => sockets.delete(socket));
      socket.unref();
    });
    server.on('error', (error) => {
      if (['EADDRINUSE', 'EACCES'].includes(systemCode(error))) resolve(null);
      else reject(error);
    });
    server.listen(name, () => {
      server.unref();
      resolve({
        release() {
          server.close();
          for (const socket of sockets) socket.destroy();
        },
      });
    });
  });
}

/** Ends when the holder of the name lets go of it. */
function untilClosed(name: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(name);
    socket.on('error', () => socket.destroy());
    // A holder that is busy may not have taken the connection when it ends: look again soon in any case.
    socket.on('close', () => setTimeout(resolve, 10));
  });
}

function lockFile(path: string): Lock | null {
  try {
    const file = openSync(
      path,
      constants.O_RDWR | constants.O_CREAT | constants.O_NONBLOCK | O_EXLOCK,
      0o666,
    );
    return { release: () => closeSync(file) };
  } catch (error) {
    if (systemCode(error) === 'EAGAIN') return null;
    throw error;
  }
}
