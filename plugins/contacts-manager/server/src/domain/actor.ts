/** Who makes a change, as operations record it. */
export interface Actor {
  type: 'admin' | 'user' | 'api-token' | 'system';
  id: string | null;
  /** As a person would name them; kept with the operation, because accounts get deleted. */
  name: string | null;
}

/** Changes no request asked for: seeding, a resumed import, a script. */
export const SYSTEM_ACTOR: Actor = { type: 'system', id: null, name: null };
