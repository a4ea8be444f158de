/** `warraq watch`: builds, serves the result, rebuilds on every change. */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { fileDiagnostic } from '../diagnostic.js';
import type { Diagnostic } from '../model.js';
import { Breath } from '../shell/breath.js';
import { describeError, Failure, Stopped, UsageError } from '../shell/failure.js';
import { CONFIG_FILE } from '../shell/inputs.js';
import { overlayOf } from '../shell/overlay.js';
import { PreviewServer } from '../shell/server.js';
import { Session } from '../shell/session.js';
import { Watch } from '../shell/watch.js';
import { systemCode, troubleWords } from '../system-error.js';
import type { Arguments } from './arguments.js';
import { numberOf, textOf } from './arguments.js';
import { buildOptions, SIGNALS } from './options.js';
import { printError } from './output.js';
import { Printer } from './printer.js';

const PORT = 4321;
/** Addresses that only this machine reaches. */
const LOOPBACK = /^(?:localhost|127\.[\d.]+|::1)$/i;
/** The longest that ending may take. */
const END_MS = 3000;

/** Runs `warraq watch` until a signal ends it. Resolves to the exit code; throws as the other commands do. */
export async function run(args: Arguments): Promise<number> {
  const { options } = args;
  const server = new PreviewServer();
  const host = textOf(options, 'host') ?? '127.0.0.1';
  const address = await listen(server, host, numberOf(options, 'port') ?? PORT);
  const breath = new Breath();
  const ended = untilSignal(breath);
  const printer = new Printer(options);
  const session = new Session(buildOptions(args, false), breath, printer);
  session.following = true;
  const build = makeBuild(session, server, printer);
  await build(null);
  const open = LOOPBACK.test(host)
    ? ''
    : `\nIt is open to everyone who reaches this machine at ${host}, with what is not published yet.`;
  printer.line(`Preview: ${address}  (stop with Ctrl-C)${open}`);
  if (options.has('open')) openBrowser(address);
  const configFile = textOf(options, 'config');
  const watch = new Watch({
    root: session.root,
    configFile: configFile === null ? null : resolve(configFile),
    poll: options.has('poll'),
    build,
    onTrouble: (error) => printError(`Changes are now looked for every few seconds. ${describeError(error)}`),
  });
  watch.start();
  const exitCode = await ended;
  await Promise.race([
    Promise.all([server.close(), watch.close()]).then(() => session.close()),
    new Promise((resolve) => setTimeout(resolve, END_MS).unref()),
  ]);
  process.exit(exitCode);
}

/** A build that never fails: what is wrong is printed and shown over the page, which stays as it was. */
function makeBuild(
  session: Session,
  server: PreviewServer,
  printer: Printer,
): (hints: ReadonlySet<string> | null) => Promise<void> {
  let said = '';
  let lang = 'en';
  const tell = (problems: readonly Diagnostic[], print: () => void): void => {
    server.show(overlayOf(problems, lang));
    // The same words again and again would bury the new ones.
    const words = JSON.stringify(problems);
    if (words !== said) print();
    said = words;
  };
  return async (hints) => {
    try {
      const result = await session.build(hints);
      if (hints === null) session.save();
      session.method = 'files';
      lang = result.lang;
      const { publication, diagnostics } = result;
      if (publication !== null && session.built !== null) {
        const changed = [...publication.added, ...publication.changed, ...publication.removed];
        server.serve(result.out, new Set(session.built.record.keys()), changed);
        if (changed.length > 0) said = '';
      }
      tell(diagnostics, () => printer.result('watch', result, session.shown(result.out)));
    } catch (error) {
      if (error instanceof Stopped) return;
      const message = describeError(error);
      const problem: Diagnostic = fileDiagnostic('build-failed', 'error', CONFIG_FILE, message);
      tell([problem], () => printError(message));
    }
  };
}

async function listen(server: PreviewServer, host: string, port: number): Promise<string> {
  try {
    return await server.listen(host, port);
  } catch (error) {
    const code = systemCode(error);
    if (code === 'EADDRINUSE')
      throw new Failure(`Port ${port} is taken. Choose another with --port, or any free one with --port 0.`);
    if (code === 'EACCES')
      throw new Failure(`Port ${port} needs more rights than you have. Choose another with --port.`);
    if (code === 'ERR_SOCKET_BAD_PORT')
      throw new UsageError(`--port ${port} is no port: they go from 0 to 65535.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EAI_AGAIN')
      throw new UsageError(`--host ${host} is no address of this machine. Leave it out for 127.0.0.1.`);
    throw new Failure(`The preview can not listen on ${host}, port ${port}: ${troubleWords(error)}.`);
  }
}

/** Waits for a signal; its exit code. */
function untilSignal(breath: Breath): Promise<number> {
  return new Promise((resolve) => {
    for (const [signal, exitCode] of Object.entries(SIGNALS)) {
      process.on(signal, () => {
        breath.stop(exitCode);
        resolve(exitCode);
      });
    }
  });
}

function openBrowser(address: string): void {
  const opener = { darwin: 'open', win32: 'explorer' }[process.platform as string] ?? 'xdg-open';
  const child = spawn(opener, [address], { stdio: 'ignore', detached: true });
  child.on('error', () => printError(`No browser could be opened; the address is ${address}`));
  child.unref();
}
