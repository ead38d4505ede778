import type { OperationActor } from '../../../shared/contracts/operations';

/** Who makes a change, as operations record it; the name is kept, because accounts get deleted. */
export type Actor = OperationActor;

/** Changes no request asked for: seeding, a resumed import, a script. */
export const SYSTEM_ACTOR: Actor = { type: 'system', id: null, name: null };
