import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { Skipped } from './trial.mjs';

/**
 * A folder that takes only so many bytes, until it gets more room.
 * @typedef {{
 *   folder: string,
 *   room: number,
 *   limit(pid: number): void,
 *   widen(pid: number): void,
 *   remove(): void,
 * }} SmallDisk
 */

const MEGABYTE = 1024 * 1024;

/** @param {string} folder which is made */
export function openSmallDisk(folder) {
  fs.mkdirSync(folder);
  const disk = process.platform === 'linux' ? (mountSmall(folder) ?? limitFiles(folder)) : null;
  if (!disk) throw new Skipped('Neither a small disk nor a limit of files can be had here.');
  return disk;
}

/** Whether the command exists and does it. @param {string} command @param {string[]} args */
function tryRun(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** A file system of its own in memory, for which one must be root. @param {string} folder @returns {SmallDisk | null} */
function mountSmall(folder) {
  const room = MEGABYTE;
  const options = (/** @type {number} */ size) => ['-o', `size=${size}`];
  if (!tryRun('mount', ['-t', 'tmpfs', ...options(room), 'tmpfs', folder])) return null;
  const unmount = () => void tryRun('umount', ['--lazy', folder]);
  // Before the run's folder is removed, in which it lies.
  process.prependOnceListener('exit', unmount);
  return {
    folder,
    room,
    limit() {},
    widen() {
      execFileSync('mount', ['-o', `remount,size=${64 * MEGABYTE}`, folder]);
    },
    remove() {
      process.off('exit', unmount);
      unmount();
    },
  };
}

/**
 * No file of the process may grow beyond a size, which must leave SQLite its database. Node ignores the
 * signal, and the write fails like one on a full disk.
 * @param {string} folder @returns {SmallDisk | null}
 */
function limitFiles(folder) {
  const room = 16 * MEGABYTE;
  const set = (/** @type {number} */ pid, /** @type {string} */ size) =>
    execFileSync('prlimit', ['--pid', String(pid), `--fsize=${size}:`]);
  if (!tryRun('prlimit', ['--pid', String(process.pid), '--fsize'])) return null;
  return {
    folder: path.resolve(folder),
    room,
    limit: (pid) => void set(pid, String(room)),
    widen: (pid) => void set(pid, 'unlimited'),
    remove() {},
  };
}
