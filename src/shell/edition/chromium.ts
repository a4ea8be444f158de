/** A browser of the machine prints the page: found by name, driven by its command line, no package needed. */
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Failure } from '../failure.js';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'microsoft-edge',
];
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const LIMIT_MS = 180_000;

/** Path of a Chromium; `CHROMIUM_PATH` has the first word. Throws `Failure` when there is none. */
export function findChromium(environment: NodeJS.ProcessEnv = process.env): string {
  const stated = environment.CHROMIUM_PATH;
  if (stated) {
    if (canRun(stated)) return stated;
    throw new Failure(`CHROMIUM_PATH names ${stated}, which is not a program that can be run.`);
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const suffix = process.platform === 'win32' ? '.exe' : '';
  for (const name of NAMES) {
    for (const folder of folders) {
      const path = join(folder, name + suffix);
      if (canRun(path)) return path;
    }
  }
  const found = PLACES.find(canRun);
  if (found !== undefined) return found;
  throw new Failure(
    'The edition is printed by Chromium or Chrome, and neither was found. Install one, or name its program in CHROMIUM_PATH.',
  );
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Prints a page of this machine to a PDF file, tagged, with an outline of its headings. */
export async function printPdf(chromium: string, html: string, pdf: string): Promise<void> {
  const profile = mkdtempSync(join(tmpdir(), 'warraq-chromium-'));
  const flags = [
    '--headless',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--no-first-run',
    '--no-pdf-header-footer',
    '--export-tagged-pdf',
    '--generate-pdf-document-outline',
    `--user-data-dir=${profile}`,
    `--print-to-pdf=${pdf}`,
    // Chromium has no sandbox for root, who builds in containers. The page is ours, without a script, and may load nothing.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    pathToFileURL(html).href,
  ];
  try {
    await run(chromium, flags);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

function run(program: string, flags: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, flags, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (bytes: Buffer) => {
      said = (said + bytes.toString()).slice(-2000);
    });
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    child.on('error', (error) => {
      clearTimeout(limit);
      reject(new Failure(`${program} could not be started (${error.message}).`));
    });
    child.on('exit', (code) => {
      clearTimeout(limit);
      if (code === 0) resolve();
      else
        reject(
          new Failure(
            `${program} did not print the edition. It said: ${said.trim().split('\n').at(-1) ?? 'nothing'}`,
          ),
        );
    });
  });
}
