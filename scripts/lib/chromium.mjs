import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { runCommand } from './run-command.mjs';
import { step, Stop } from './say.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA']
  .map((name) => process.env[name])
  .filter((folder) => folder !== undefined)
  .flatMap((folder) => [
    path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
    path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
  ]);

/** The path of an installed Chromium or Chrome, if any. */
export function findChromium() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted && !fs.existsSync(wanted)) {
    throw new Stop(`CHROMIUM_PATH is "${wanted}", and there is no such file.`);
  }
  const folders = (process.env.PATH ?? '')
    .split(path.delimiter)
    .concat('/usr/bin', '/usr/local/bin');
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return [wanted, ...onPath, ...MAC, ...WINDOWS].find((file) => file && fs.existsSync(file));
}

/** How to run apt without being asked for a password: undefined when that is impossible. */
function aptCommand() {
  if (!fs.existsSync('/usr/bin/apt-get')) return undefined;
  if (process.getuid?.() === 0) return ['apt-get'];
  try {
    execFileSync('sudo', ['-n', 'true'], { stdio: 'ignore' });
    return ['sudo', '-n', 'apt-get'];
  } catch {
    return undefined; // No sudo, or it wants a password.
  }
}

/** Finds a browser, or installs one where that needs nobody's password. @returns {Promise<string>} */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  const apt = aptCommand();
  if (apt) await step('Installing Chromium for the browser tests', () => installChromium(apt));
  const installed = findChromium();
  if (installed) return installed;
  throw new Stop(
    'The browser tests need Chromium or Chrome. Install one, or set CHROMIUM_PATH to where it is.',
  );
}

/** @param {string[]} apt */
async function installChromium([command = '', ...args]) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await runCommand(command, [...args, 'update', '-q'], { env });
  await runCommand(command, [...args, 'install', '-y', '-q', 'chromium'], { env });
}
