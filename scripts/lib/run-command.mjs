import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { ROOT } from './project.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const running = new Set();

/**
 * Starts a child that ends with this process, whatever ends it.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function startChild(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, windowsHide: true, ...options });
  running.add(child);
  const forget = () => running.delete(child);
  child.once('exit', forget);
  child.once('error', forget);
  return child;
}

process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/**
 * Asks a child to end, and insists after a while.
 * @param {ChildProcess} child
 * @param {{ signal?: NodeJS.Signals, patience?: number }} [how] patience in milliseconds
 */
export async function endChild(child, { signal = 'SIGTERM', patience = 10_000 } = {}) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill(signal);
  const insist = setTimeout(() => child.kill('SIGKILL'), patience);
  await gone;
  clearTimeout(insist);
}

/** Ends every child, then this process: for commands that have nothing else to clean up. */
export function endOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => {
      void Promise.all([...running].map((child) => endChild(child))).then(() =>
        process.exit(signal === 'SIGINT' ? 130 : 143),
      );
    });
  }
}

/**
 * Runs a command to its end and gives its exit code. Output goes to this terminal, or to `logFile`.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, logFile?: string, shell?: boolean }} [options]
 * @returns {Promise<number>}
 */
export async function runCommand(command, args, { env, cwd = ROOT, logFile, shell } = {}) {
  const log = logFile ? fs.openSync(logFile, 'w') : undefined;
  const child = startChild(command, args, {
    cwd,
    env: { ...process.env, ...env },
    shell: shell ?? false,
    stdio: ['ignore', log ?? 'inherit', log ?? 'inherit'],
  });
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)));
    });
  } finally {
    if (log !== undefined) fs.closeSync(log);
  }
}

/**
 * @param {string} file
 * @param {string[]} args
 * @param {Parameters<typeof runCommand>[2]} [options]
 */
export const runNode = (file, args, options) =>
  runCommand(process.execPath, [file, ...args], options);

/**
 * The npm that runs this command, else the one on the path.
 * @param {string[]} args @param {{ cwd?: string }} [options]
 */
export function runNpm(args, options = {}) {
  const npm = process.env.npm_execpath;
  if (npm && /\.c?js$/.test(npm)) return runNode(npm, args, options);
  // Node refuses to start .cmd files without a shell; the arguments are our own constants.
  const onWindows = process.platform === 'win32';
  return runCommand(onWindows ? 'npm.cmd' : 'npm', args, { ...options, shell: onWindows });
}
