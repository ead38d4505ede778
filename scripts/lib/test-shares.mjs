import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { inRoot } from './project.mjs';

/** More servers with browsers than this would need more memory than small machines have. */
const MAX_SHARES = 2;

/**
 * Test files of a folder in as many shares as run side by side. Files are taken by their size, which is near enough to
 * their time.
 * @param {string} folder from the project's root
 * @returns {string[][]}
 */
export function shareFiles(folder) {
  const shares = Array.from({ length: Math.min(os.availableParallelism(), MAX_SHARES) }, () => ({
    size: 0,
    files: /** @type {string[]} */ ([]),
  }));
  const files = fs
    .readdirSync(inRoot(folder))
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => ({ name, size: fs.statSync(inRoot(folder, name)).size }))
    .sort((a, b) => b.size - a.size);
  for (const { name, size } of files) {
    const smallest = shares.reduce((one, other) => (other.size < one.size ? other : one));
    smallest.files.push(path.posix.join(folder, name));
    smallest.size += size;
  }
  return shares.map((share) => share.files);
}
