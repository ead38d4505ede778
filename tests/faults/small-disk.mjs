import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { Skipped } from './trial.mjs';

/**
 * A file system of its own in memory, which takes only so many bytes until it gets more room. A limit on the
 * size of files would need no root, but its signal ends the server: a package of Strapi's listens for it.
 */

const MEGABYTE = 1024 * 1024;
const ROOM = MEGABYTE;
const MORE_ROOM = 64 * MEGABYTE;

/** @param {string} folder which is made */
export function openSmallDisk(folder) {
  fs.mkdirSync(folder);
  if (!mount(['-t', 'tmpfs', '-o', `size=${ROOM}`, 'tmpfs', folder])) {
    throw new Skipped('a full disk needs Linux and root, to mount a small one.');
  }
  const unmount = () => void tryRun('umount', ['--lazy', folder]);
  // Before the run's folder is removed, in which it lies.
  process.prependOnceListener('exit', unmount);
  return {
    folder,
    /** In bytes. */
    room: ROOM,
    widen() {
      if (!mount(['-o', `remount,size=${MORE_ROOM}`, folder])) throw new Error('It kept its size.');
    },
    remove() {
      process.off('exit', unmount);
      unmount();
    },
  };
}

/** @param {string[]} args */
const mount = (args) => process.platform === 'linux' && tryRun('mount', args);

/** Whether the command exists and does it. @param {string} command @param {string[]} args */
function tryRun(command, args) {
  try {
    execFileSync(command, args, { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
