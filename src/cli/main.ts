#!/usr/bin/env node
/** The program. Only this file ends the process; everything that a command needs is loaded by that command. */
import { setFlagsFromString } from 'node:v8';
import { parseArguments } from './arguments.js';
import { formatHelp } from './help.js';
import { printError, survivePipes } from './output.js';
import { isSupported, programVersion } from './version.js';

// A build is a short program with much code: the compiler that optimizes it costs more than it saves unless it waits
// for what is really hot. A tenth of the CPU time of a build of 2,000 articles (docs/speed.md).
// Later versions of V8 do not know the flag, and say so on every start; their own limits cost no more (docs/speed.md).
if (process.versions.node.startsWith('20.')) setFlagsFromString('--interrupt-budget=400000');

survivePipes();
// Nobody in a newsroom can read a stack trace.
process.on('uncaughtException', (error) => {
  printError(`Something unexpected happened inside warraq, please report it: ${error.message}`);
  process.exit(1);
});
process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  const parsed = parseArguments(words);
  switch (parsed.kind) {
    case 'version':
      process.stdout.write(`${programVersion()}\n`);
      return 0;
    case 'help':
      process.stdout.write(formatHelp(parsed.command));
      return 0;
    case 'wrong': {
      const more = parsed.command === null ? 'warraq --help' : `warraq ${parsed.command.name} --help`;
      printError(parsed.message);
      process.stderr.write(words.length === 0 ? `\n${formatHelp(null)}` : `See ${more}\n`);
      return 2;
    }
    case 'run':
      if (!isSupported(process.versions.node)) {
        printError(
          `This is Node ${process.versions.node}; warraq needs 20.19 or later (https://nodejs.org/).`,
        );
        return 2;
      }
      try {
        const { run } = await parsed.command.load();
        return await run(parsed.args);
      } catch (error) {
        const { explain } = await import('./explain.js');
        return explain(error);
      }
  }
}
