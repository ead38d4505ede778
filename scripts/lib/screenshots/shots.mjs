import { ENTRY_SHOTS } from './entry-shots.mjs';
import { LIST_SHOTS } from './list-shots.mjs';
import { WORKSPACE_SHOTS } from './workspace-shots.mjs';

/** What `npm run screenshots` photographs, in the order of the gallery. */
export const SHOTS = [...LIST_SHOTS, ...WORKSPACE_SHOTS, ...ENTRY_SHOTS];
