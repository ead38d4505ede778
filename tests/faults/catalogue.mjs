import { cancel } from './cancel.mjs';
import { commitUnanswered, commitUnsent } from './cut-commit.mjs';
import { databaseCrash } from './database-crash.mjs';
import { deadParser } from './dead-parser.mjs';
import { frozen } from './frozen.mjs';
import { fullDisk } from './full-disk.mjs';
import { kill } from './kill.mjs';
import { sharedNumbers } from './shared-numbers.mjs';
import { sigterm } from './sigterm.mjs';
import { twoInstances } from './two-instances.mjs';

/** Every fault there is, in the order in which they are tried. @type {import('./trial.mjs').Fault[]} */
export const FAULTS = [
  kill,
  sigterm,
  cancel,
  deadParser,
  fullDisk,
  frozen,
  databaseCrash,
  commitUnsent,
  commitUnanswered,
  twoInstances,
  sharedNumbers,
];
