import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever a command was started from. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** @param {string[]} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);

/**
 * Reads a JSON file; undefined when there is none or it was cut off while being written.
 * @param {string} file
 * @returns {any}
 */
export function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError || isMissing(error)) return undefined;
    throw error;
  }
}

/** @param {unknown} error */
export const isMissing = (error) =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/**
 * @param {string} file
 * @param {unknown} value
 * @param {fs.WriteFileOptions} [options]
 */
export function writeJson(file, value, options) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`, options);
}

/**
 * The script behind a package's command, to be run by this very Node: `npx` and `.cmd` shims differ by system.
 * @param {string} packageName
 * @param {string} [command]
 */
export function commandFile(packageName, command = packageName) {
  const folder = inRoot('node_modules', packageName);
  const { bin } = readJson(path.join(folder, 'package.json')) ?? {};
  const file = typeof bin === 'string' ? bin : bin?.[command];
  if (!file) throw new Error(`The package ${packageName} is not installed. Run "npm ci".`);
  return path.join(folder, file);
}
