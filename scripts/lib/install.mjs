import { inRoot, readJson } from './project.mjs';
import { runNpm } from './run-command.mjs';
import { step, Stop } from './say.mjs';

const OLDEST = 20;
const NEWEST = 24;

/** Says in one sentence what is wrong with the Node that runs this. */
export function requireNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major >= OLDEST && major <= NEWEST) return;
  throw new Stop(
    `This needs Node ${OLDEST} to ${NEWEST}, and runs on ${process.versions.node}. Install Node ${OLDEST} or ${NEWEST} from nodejs.org and try again.`,
  );
}

/**
 * Whether node_modules holds what package-lock.json asks for: npm keeps a list of what it has installed.
 * Optional packages are those of other systems.
 */
function isInstalled() {
  const wanted = readJson(inRoot('package-lock.json'))?.packages ?? {};
  const present = readJson(inRoot('node_modules', '.package-lock.json'))?.packages;
  return (
    present !== undefined &&
    Object.entries(wanted).every(
      ([name, entry]) => name === '' || entry.optional || present[name]?.version === entry.version,
    )
  );
}

export async function ensureInstalled() {
  requireNode();
  if (isInstalled()) return;
  await step('Installing packages, which takes two to four minutes', async () => {
    const code = await runNpm([
      'ci',
      '--include=dev',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ]);
    if (code !== 0) throw new Stop('The packages could not be installed: see the lines above.');
  });
}
