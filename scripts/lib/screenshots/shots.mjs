import { ENTRY_SHOTS } from './entry-shots.mjs';
import { LIST_SHOTS } from './list-shots.mjs';

/** What `npm run screenshots` photographs, in the order of the gallery. */
export const SHOTS = [...LIST_SHOTS, ...ENTRY_SHOTS];
