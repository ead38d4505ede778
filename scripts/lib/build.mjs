import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { commandFile, inRoot, readJson, writeJson } from './project.mjs';
import { runNode } from './run-command.mjs';
import { say, step, Stop } from './say.mjs';

const PLUGIN = 'plugins/contacts-manager';
const SHARED = [`${PLUGIN}/shared`, `${PLUGIN}/package.json`, 'package-lock.json', 'config'];

/** What each half of the build is made from; paths below the project folder. */
const SOURCES = {
  server: [...SHARED, `${PLUGIN}/server`, 'src', 'tsconfig.json'],
  admin: [...SHARED, `${PLUGIN}/admin`, 'src/admin'],
};
const STAMP = inRoot('dist', 'build-stamp.json');

/**
 * @param {string} file below the project folder
 * @returns {string[]}
 */
function filesBelow(file) {
  const full = inRoot(file);
  if (!fs.existsSync(full)) return [];
  if (!fs.statSync(full).isDirectory()) return [file];
  return fs
    .readdirSync(full, { withFileTypes: true })
    .flatMap((entry) => filesBelow(`${file}/${entry.name}`))
    .sort();
}

const isTest = (/** @type {string} */ file) => /\.test\.tsx?$/.test(file);

/** A short name for the present state of the sources. @param {keyof typeof SOURCES} half */
export function hashSources(half) {
  const hash = createHash('sha256');
  const skipped = half === 'server' ? 'src/admin/' : '\0';
  for (const file of SOURCES[half].flatMap(filesBelow)) {
    if (isTest(file) || file.startsWith(skipped)) continue;
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(inRoot(file)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** @returns {{ server?: string, admin?: string }} */
const readStamp = () => readJson(STAMP) ?? {};

/** Compiled files of sources that are gone would still be loaded as content types or routes. */
function removeCompiled() {
  for (const name of ['config', 'src', 'plugins', 'tsconfig.tsbuildinfo', 'build-stamp.json']) {
    fs.rmSync(inRoot('dist', name), { recursive: true, force: true });
  }
}

/**
 * Type errors do not stop the compiler here (`npm run types` reports them); a missing result does.
 * @param {string} outDir
 */
async function compileServer(outDir) {
  const compiler = commandFile('typescript', 'tsc');
  const logFile = `${outDir}.log`;
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  await runNode(compiler, ['-p', inRoot('tsconfig.json'), '--outDir', outDir], { logFile });
  const problems = fs.readFileSync(logFile, 'utf8').trim();
  fs.rmSync(logFile);
  if (!fs.existsSync(path.join(outDir, 'config', 'server.js'))) {
    throw new Stop(`The server did not compile:\n${problems}`);
  }
  if (problems) say(`The compiler found problems:\n${problems}`);
}

/** Builds what is out of date: dist/ for the server, dist/build for the admin panel. */
export async function ensureBuilt() {
  const wanted = { server: hashSources('server'), admin: hashSources('admin') };
  const built = readStamp();
  if (built.server === wanted.server && built.admin === wanted.admin) return;
  removeCompiled();
  if (built.admin === wanted.admin && fs.existsSync(inRoot('dist', 'build', 'index.html'))) {
    await step('Compiling the server', () => compileServer(inRoot('dist')));
  } else {
    await step('Building the server and the admin panel, about a minute', buildAll);
  }
  writeJson(STAMP, wanted);
}

async function buildAll() {
  const logFile = inRoot('.tmp', 'build.log');
  fs.mkdirSync(path.dirname(logFile), { recursive: true });
  const code = await runNode(commandFile('@strapi/strapi', 'strapi'), ['build'], {
    env: { NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
    logFile,
  });
  const done = fs.existsSync(inRoot('dist', 'build', 'index.html'));
  if (code !== 0 || !done) {
    throw new Stop(`The build failed:\n${fs.readFileSync(logFile, 'utf8').trim()}`);
  }
}

const KEPT_TEST_BUILDS = 4;

/**
 * The compiled server that tests and commands load: that of the build when it is up to date, else one made for
 * exactly these sources, so that tests in one window survive editing and building in another.
 * @returns {Promise<string>} the folder
 */
export async function ensureServerCompiled() {
  const wanted = hashSources('server');
  if (readStamp().server === wanted) return inRoot('dist');
  const builds = inRoot('.tmp', 'test-builds');
  const target = path.join(builds, wanted);
  if (!fs.existsSync(target)) {
    const draft = `${target}.${process.pid}`;
    say('Compiling the server …');
    await compileServer(draft);
    publish(draft, target);
  }
  fs.utimesSync(target, new Date(), new Date());
  removeOldBuilds(builds);
  return target;
}

/** @param {string} draft @param {string} target */
function publish(draft, target) {
  try {
    fs.renameSync(draft, target);
  } catch (error) {
    // Another run has just published the same sources.
    fs.rmSync(draft, { recursive: true, force: true });
    if (!fs.existsSync(target)) throw error;
  }
}

/** @param {string} builds */
function removeOldBuilds(builds) {
  const age = (/** @type {string} */ name) => fs.statSync(path.join(builds, name)).mtimeMs;
  const names = fs.readdirSync(builds).filter((name) => !name.includes('.'));
  for (const name of names.sort((a, b) => age(b) - age(a)).slice(KEPT_TEST_BUILDS)) {
    fs.rmSync(path.join(builds, name), { recursive: true, force: true });
  }
}
