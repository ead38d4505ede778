import { cancelImport, confirmImport, uploadFile, waitForImport } from './import-file.mjs';
import { Refused } from './admin-client.mjs';
import { dim, say } from './say.mjs';

/** @typedef {import('./admin-client.mjs').AdminClient} AdminClient */
/** @typedef {{ importId?: string, loaded?: boolean }} Progress what an earlier start got done */

const PROGRESS_EVERY = 5_000;

/** Prints what the server is doing, at most every few seconds. */
function progressPrinter() {
  let last = Date.now();
  return (/** @type {import('./import-file.mjs').ImportView} */ view) => {
    if (Date.now() < last + PROGRESS_EVERY) return;
    last = Date.now();
    say(dim(`  … ${view.state}, ${Math.round(view.progress * 100)} %`));
  };
}

/**
 * Brings the demo workbook in through the import that people use. A start that was interrupted goes on
 * where it was, and people who are there already are not added again.
 * @param {AdminClient} manager @param {string} file
 * @param {Progress} progress
 * @param {(progress: Progress) => void} remember
 */
export async function loadDemoPeople(manager, file, progress, remember) {
  const earlier = progress.importId && (await findImport(manager, progress.importId));
  const id = earlier || (await uploadFile(manager, file));
  remember({ importId: id });
  const onView = progressPrinter();
  const reviewed = await waitForImport(manager, id, { onView });
  if (reviewed.state === 'review') {
    if (reviewed.counts.create > 0) await confirmImport(manager, id);
    else await cancelImport(manager, id);
    await waitForImport(manager, id, { onView });
  }
  remember({ importId: id, loaded: true });
}

/**
 * @param {AdminClient} manager @param {string} id
 * @returns {Promise<string | undefined>} the id, when that import can still go on or is done
 */
async function findImport(manager, id) {
  try {
    const { state } = await manager.get(`/contacts-manager/imports/${id}`);
    return state === 'failed' || state === 'cancelled' ? undefined : id;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return undefined;
    throw error;
  }
}
