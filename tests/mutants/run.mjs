import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { ensureServerCompiled } from '../../scripts/lib/build.mjs';
import { runJest } from '../../scripts/lib/jest-run.mjs';
import { inRoot } from '../../scripts/lib/project.mjs';
import { endOnSignals } from '../../scripts/lib/run-command.mjs';
import { green, red, say } from '../../scripts/lib/say.mjs';
import { writePartResult } from '../../scripts/lib/test-parts.mjs';
import { MUTANTS } from './mutants.mjs';

/**
 * npm run test:mutants [-- part of a name]: breaks the compiled server in one place at a time and expects
 * the named test, green on the product as it is, to turn red.
 */

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

const FOLDER = inRoot('.tmp', 'mutants');

/** @param {Mutant} mutant @param {string} dist @returns {string} the folder of the broken server */
function buildMutant({ name, file, find, replace }, dist) {
  const source = fs.readFileSync(inRoot(file), 'utf8');
  if (source.split(find).length !== 2) {
    throw new Error(
      `"${name}" expects its place exactly once in ${file}: bring the mutant up to date.`,
    );
  }
  const folder = path.join(FOLDER, name.replaceAll(/\W+/g, '-'));
  fs.rmSync(folder, { recursive: true, force: true });
  fs.cpSync(dist, folder, {
    recursive: true,
    // The admin panel's bundle is large and not under test here.
    filter: (entry) => path.relative(dist, entry) !== 'build',
  });
  const { outputText } = ts.transpileModule(
    source.replace(find, () => replace),
    {
      compilerOptions: {
        module: ts.ModuleKind.CommonJS,
        target: ts.ScriptTarget.ES2022,
        esModuleInterop: true,
      },
    },
  );
  fs.writeFileSync(path.join(folder, file.replace(/\.ts$/, '.js')), outputText);
  return folder;
}

const escape = (/** @type {string} */ text) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** @param {Mutant['test']} test @param {string} dist */
const runTest = (test, dist) =>
  runJest({
    project: 'api',
    filter: [`tests/api/${test.file}`, '--testNamePattern', `^${escape(test.name)}$`],
    env: { TEST_DATABASE: 'sqlite', TEST_DIST: dist },
    limit: 5 * 60_000,
  });

/** @param {Mutant} mutant @param {string} dist @returns {Promise<string | null>} what is wrong */
async function tryMutant(mutant, dist) {
  const sound = await runTest(mutant.test, dist);
  if (sound.failed > 0 || sound.passed !== 1) return 'its test is not green on the product itself';
  const broken = buildMutant(mutant, dist);
  const { failed } = await runTest(mutant.test, broken);
  fs.rmSync(broken, { recursive: true, force: true });
  return failed === 1 ? null : 'its test stayed green';
}

endOnSignals();
const [part = ''] = process.argv.slice(2);
const dist = await ensureServerCompiled();
const problems = [];
const chosen = MUTANTS.filter(({ name }) => name.includes(part));
for (const mutant of chosen) {
  const problem = await tryMutant(mutant, dist);
  if (problem) problems.push(`${mutant.name}: ${problem}`);
  const what = `${mutant.name} → ${mutant.test.file}: ${mutant.test.name}`;
  say(problem ? red(`✗ ${what}: ${problem}`) : green(`✓ ${what} turned red`));
}
const failed = chosen.length === 0 ? 1 : problems.length;
writePartResult({ passed: chosen.length - problems.length, failed, problems });
process.exitCode = failed > 0 ? 1 : 0;
